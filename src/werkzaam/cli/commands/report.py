"""`werkzaam report`: one evaluation, scored."""

import re
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING, Annotated

from werkzaam.cli.exit_codes import ExitCode
from werkzaam.cli.options import Factors, Lang, OutputPath, argument, option, output_format
from werkzaam.cli.output import Output, say
from werkzaam.cli.values import load_factor_set, parse_format, today
from werkzaam.errors import UserError
from werkzaam.language import N_, _

if TYPE_CHECKING:
    from werkzaam.domain.factor_set import Display
    from werkzaam.domain.report import Report

FORMATS = ("table", "json", "csv", "markdown", "html")
_PERCENT = re.compile(r"(?P<whole>[0-9]{1,3})(?:[.,](?P<decimals>[0-9]{1,10}))? ?%?")
_WHOLE = 100


def report(
    file: Annotated[str | None, argument("FILE", N_("The answers file; - reads it from stdin."))] = None,
    form: Annotated[str, output_format(FORMATS)] = FORMATS[0],
    output: OutputPath = None,
    fail_under: Annotated[
        str | None,
        option("--fail-under", "PERCENT", N_("Exit with 1 where the score is lower, or where there is none.")),
    ] = None,
    factors: Factors = None,
    lang: Lang = None,
) -> int:
    """Write the report on an evaluation."""
    from werkzaam.cli.inputs import answers_source, only_default_file
    from werkzaam.domain.report import report as report_on
    from werkzaam.files import answers

    factor_set = load_factor_set(factors, lang)
    form = parse_format(form, FORMATS)
    threshold = Threshold.parse(fail_under) if fail_under is not None else None
    source = answers_source(file or only_default_file(factor_set))
    destination = Output(output, inputs=(source.name, factors))
    read = answers.read(source, factor_set)
    say(*map(str, read.warnings))
    scored = report_on(factor_set, read.evaluation)
    _write(scored, form, source.name, destination)
    missed = threshold.shortfall(scored.result.total.score, factor_set.display) if threshold else None
    if missed is not None:
        say(missed)
        return ExitCode.NO
    return ExitCode.DONE


def _write(report: "Report", form: str, file: str, output: "Output") -> None:
    if form == "json":
        from werkzaam.formats.json_results import report_json

        output.text(report_json(report))
    elif form == "csv":
        from werkzaam.formats.tables import Exported, answer_rows
        from werkzaam.formats.tabular import csv_text

        exported = Exported(file, report.factor_set, report.evaluation, report.result, today())
        output.text(csv_text(answer_rows(exported)))
    else:
        from werkzaam.documents.report import report_document

        output.document(form, report_document(report, today()))


@dataclass(frozen=True, slots=True)
class Threshold:
    """What a score has to reach: `--fail-under`, a number of percents against the exact score."""

    percent: Fraction
    """0 to 100."""
    shown: str
    """As it was given, without the sign, and with the point or comma of the language."""

    @classmethod
    def parse(cls, text: str) -> "Threshold":
        """Read a number from 0 to 100; UserError where it is none."""
        match = _PERCENT.fullmatch(text.strip())
        if match:
            percent = Fraction(f"{match['whole']}.{match['decimals'] or 0}")
            if percent <= _WHOLE:
                return cls(percent, text.strip().rstrip("% ").replace(",", ".").replace(".", _(".")))
        raise UserError(_("--fail-under cannot be “{text}”: write a number from 0 to 100.").format(text=text))

    def shortfall(self, score: Fraction | None, display: "Display | None" = None) -> str | None:
        """Return in words that an exact score (0 to 1) does not reach it, on the own scale too; None where it does."""
        if score is None:
            return _("There is no score: {percent} % is not reached.").format(percent=self.shown)
        if score * _WHOLE >= self.percent:
            return None
        figures = {"score": _two_decimals(floor(score * _WHOLE * 100)), "percent": self.shown}
        if display is None:
            return _("The score is {score} %: {percent} % is not reached.").format(**figures)
        message = _(
            "The score is {score} % ({own_score} on its own scale): {percent} % ({own_threshold}) is not reached."
        )
        return message.format(
            **figures,
            own_score=_two_decimals(floor(display.shown(score) * 100)),
            own_threshold=_two_decimals(ceil(display.shown(self.percent / _WHOLE) * 100)),
        )


def _two_decimals(hundredths: int) -> str:
    """Return a number of hundredths; rounding a score down never shows one that it only nearly reaches."""
    return f"{hundredths / 100:.2f}".rstrip("0").rstrip(".").replace(".", _("."))
