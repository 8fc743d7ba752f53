"""`werkzaam export`: every answer of many evaluations as a row."""

from typing import TYPE_CHECKING, Annotated

from werkzaam.cli.options import Factors, Lang, OutputPath, argument, output_format
from werkzaam.cli.values import load_factor_set, parse_format
from werkzaam.language import N_

if TYPE_CHECKING:
    from werkzaam.files.answers import AnswersFile

FORMATS = ("csv", "jsonl")


def export(
    paths: Annotated[
        list[str], argument("PATH", N_("Answers files, and folders to search; - reads a file from stdin."))
    ],
    form: Annotated[str, output_format(FORMATS)] = FORMATS[0],
    output: OutputPath = None,
    factors: Factors = None,
    lang: Lang = None,
) -> int:
    """Write a row for every factor of every evaluation, as they are read."""
    from werkzaam.cli.many_files import ManyFiles
    from werkzaam.cli.output import Output
    from werkzaam.domain.likeness import Likeness
    from werkzaam.domain.score import score
    from werkzaam.formats import tabular
    from werkzaam.wording.likeness import repeated_evaluations

    factor_set = load_factor_set(factors, lang)
    form = parse_format(form, FORMATS)
    destination, files = Output(output, inputs=(*paths, factors)), ManyFiles(paths, factor_set)
    likeness = Likeness()
    header, rows_text = {"csv": (tabular.csv_header(), tabular.csv_rows), "jsonl": ("", tabular.jsonl_rows)}[form]
    ahead = iter([header])  # before the first row; where there is no answers file at all nothing is written
    with destination.writer() as write:

        def take(file: "AnswersFile") -> None:
            rows = tabular.rows(file.source.name, factor_set, file.evaluation, score(factor_set, file.evaluation))
            write(next(ahead, "") + rows_text(rows))
            likeness.add(file.source.name, file.version, file.evaluation)

        files.read(take, lambda: repeated_evaluations(likeness), with_bar=not destination.is_stdout)
        write(next(ahead, ""))
    return files.exit_code
