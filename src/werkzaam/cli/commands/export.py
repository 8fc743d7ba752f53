"""`werkzaam export`: every answer of many evaluations as a row."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from werkzaam.cli.arguments.options import Factors, Lang, OutputPath, output_format
from werkzaam.cli.arguments.values import load_factor_set, parse_format
from werkzaam.language import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from werkzaam.domain.factor_set import FactorSet
    from werkzaam.files.answers import AnswersFile
    from werkzaam.formats.rows import Row

FORMATS = ("csv", "jsonl")


def export(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help=N_("Answers files, and folders to search; - reads a file from stdin.")),
    ],
    form: Annotated[str, output_format(FORMATS)] = FORMATS[0],
    output: OutputPath = None,
    factors: Factors = None,
    lang: Lang = None,
) -> int:
    """Write a row for every factor of every evaluation, as they are read."""
    from werkzaam.cli.many.many_files import ManyFiles
    from werkzaam.cli.streams.output import Output

    factor_set = load_factor_set(factors, lang)
    form = parse_format(form, FORMATS)
    place, files = Output(output, inputs=(*paths, factors)), ManyFiles(paths)
    header, rows_text = _written_by(form)
    ahead = iter([header])  # before the first row; where there is no answers file at all nothing is written
    with place.writer() as write:

        def take(text: str) -> None:
            if text:
                write(next(ahead, "") + text)

        files.read(Exporting(factor_set, rows_text), take, with_bar=not place.is_stdout)
        write(next(ahead, ""))
    return files.exit_code


@dataclass(frozen=True, slots=True)
class Exporting:
    """Writes evaluations as rows."""

    factor_set: "FactorSet"
    rows_text: "Callable[[Iterable[Row]], str]"

    def __call__(self, files: "Iterable[AnswersFile]") -> str:
        """Return the rows of some files as text."""
        from werkzaam.domain.score import score
        from werkzaam.formats.rows import rows

        return "".join(
            self.rows_text(
                rows(file.source.name, self.factor_set, file.evaluation, score(self.factor_set, file.evaluation))
            )
            for file in files
        )


def _written_by(form: str) -> "tuple[str, Callable[[Iterable[Row]], str]]":
    """Return what a format begins with, and what writes its rows; each loads what it needs."""
    if form == "csv":
        from werkzaam.formats.csv_text import csv_header, csv_rows

        return csv_header(), csv_rows
    from werkzaam.formats.jsonl_text import jsonl_rows

    return "", jsonl_rows
