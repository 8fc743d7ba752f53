"""`werkzaam report`: one evaluation, scored."""

from typing import TYPE_CHECKING, Annotated

import typer

from werkzaam.cli.arguments.options import Factors, Lang, OutputPath, output_format
from werkzaam.cli.arguments.values import load_factor_set, parse_format, today
from werkzaam.cli.exit_codes import ExitCode
from werkzaam.cli.streams.saying import say
from werkzaam.language import N_

if TYPE_CHECKING:
    from werkzaam.cli.commands.threshold import Threshold
    from werkzaam.cli.streams.output import Output
    from werkzaam.domain.report import Report

FORMATS = ("table", "json", "csv", "markdown", "html")


def report(
    file: Annotated[
        str | None,
        typer.Argument(metavar="FILE", help=N_("The answers file; - reads it from stdin."), show_default=False),
    ] = None,
    form: Annotated[str, output_format(FORMATS)] = FORMATS[0],
    output: OutputPath = None,
    fail_under: Annotated[
        str | None,
        typer.Option(
            "--fail-under",
            metavar="PERCENT",
            help=N_("Exit with 1 where the score is lower, or where there is none."),
            show_default=False,
        ),
    ] = None,
    factors: Factors = None,
    lang: Lang = None,
) -> int:
    """Write the report on an evaluation."""
    from werkzaam.cli.streams.inputs import answers_source
    from werkzaam.cli.streams.output import Output
    from werkzaam.domain import report as reports
    from werkzaam.files import answers

    factor_set = load_factor_set(factors, lang)
    form = parse_format(form, FORMATS)
    threshold = _threshold(fail_under) if fail_under is not None else None
    source = answers_source(file)
    place = Output(output, inputs=(source.name, factors))
    read = answers.read(source, factor_set)
    say(*map(str, read.warnings))
    found = reports.report(factor_set, read.evaluation)
    _write(found, form, source.name, place)
    missed = threshold.shortfall(found.result.total.score) if threshold else None
    if missed is not None:
        say(missed)
        return ExitCode.NO
    return ExitCode.DONE


def _threshold(text: str) -> "Threshold":
    from werkzaam.cli.commands.threshold import Threshold

    return Threshold.parse(text)


def _write(found: "Report", form: str, file: str, place: "Output") -> None:
    """Write a report in a format; each loads what it needs."""
    if form == "json":
        from werkzaam.formats.report_json import report_json

        place.text(report_json(found))
    elif form == "csv":
        from werkzaam.formats.csv_text import csv_text
        from werkzaam.formats.rows import rows

        place.text(csv_text(rows(file, found.factor_set, found.evaluation, found.result)))
    elif form == "markdown":
        from werkzaam.formats.report_markdown import report_markdown

        place.text(report_markdown(found, today()))
    elif form == "html":
        from werkzaam.formats.report_html import report_html

        place.text(report_html(found, today()))
    else:
        from werkzaam.terminal.report_table import print_report

        place.drawing(lambda console, signs: print_report(console, signs, found, today()))
