"""`werkzaam overview`: many evaluations summed up."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Annotated

import typer

from werkzaam.cli.arguments import completion
from werkzaam.cli.arguments.options import Factors, Lang, OutputPath, one_of, output_format
from werkzaam.cli.arguments.values import load_factor_set, parse_axis, parse_format, parse_perspective
from werkzaam.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterable

    from werkzaam.cli.streams.output import Output
    from werkzaam.domain.comparison import Axis
    from werkzaam.domain.factor_set import FactorSet
    from werkzaam.domain.overview import Overview
    from werkzaam.domain.summation import Key, Summation, Sums
    from werkzaam.files.answers import AnswersFile
    from werkzaam.files.evaluations import FileCount

AXES = ("date", "perspective", "collaboration")
FORMATS = ("table", "json", "csv", "markdown", "html")


def overview(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help=N_("Answers files, and folders to search; - reads a file from stdin.")),
    ],
    by: Annotated[
        str | None,
        one_of("--by", AXES, N_("What parts them into groups; else they are one."), show_default=False),
    ] = None,
    perspective: Annotated[
        str | None,
        typer.Option(
            "--perspective",
            metavar="ID",
            help=N_("Only evaluations from this side."),
            show_default=False,
            autocompletion=completion.perspectives,
        ),
    ] = None,
    form: Annotated[str, output_format(FORMATS)] = FORMATS[0],
    output: OutputPath = None,
    factors: Factors = None,
    lang: Lang = None,
) -> int:
    """Write an overview of many evaluations."""
    from werkzaam.cli.many.many_files import ManyFiles
    from werkzaam.cli.streams.output import Output
    from werkzaam.domain.overview import overview as overviews
    from werkzaam.domain.summation import Summation

    factor_set = load_factor_set(factors, lang)
    form = parse_format(form, FORMATS)
    axis = parse_axis(by, AXES) if by is not None else None
    only = parse_perspective(perspective, factor_set) if perspective is not None else None
    place = Output(output, inputs=(*paths, factors))
    files, summation = ManyFiles(paths), Summation(factor_set, axis)
    files.read(Summing(factor_set, axis, only), summation.merge, with_bar=True)
    _write(overviews(factor_set, axis, summation.groups, only), files.count, form, place)
    return files.exit_code


@dataclass(frozen=True)
class Summing:
    """Sums up evaluations, or those from one perspective alone."""

    factor_set: "FactorSet"
    by: "Axis | None"
    perspective: str | None

    def __call__(self, files: "Iterable[AnswersFile]") -> "dict[Key, Sums]":
        """Return the sums over some files."""
        for file in files:
            if self.perspective in (None, file.evaluation.perspective):
                self._summation.add(file.evaluation)
        return self._summation.take()

    @cached_property
    def _summation(self) -> "Summation":
        from werkzaam.domain.summation import Summation

        return Summation(self.factor_set, self.by)


def _write(found: "Overview", count: "FileCount", form: str, place: "Output") -> None:
    """Write an overview in a format; each loads what it needs."""
    if form == "json":
        from werkzaam.formats.overview_json import overview_json

        place.text(overview_json(found, count.valid, count.invalid))
    elif form == "csv":
        from werkzaam.formats.overview_csv import overview_csv

        place.text(overview_csv(found))
    elif form == "markdown":
        from werkzaam.formats.overview_markdown import overview_markdown

        place.text(overview_markdown(found))
    elif form == "html":
        from werkzaam.formats.overview_html import overview_html

        place.text(overview_html(found))
    else:
        from werkzaam.terminal.overview_table import print_overview

        place.drawing(lambda console, signs: print_overview(console, signs, found))
