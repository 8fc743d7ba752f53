"""`werkzaam report`: one evaluation, scored; or a page for each of many."""

import os
import re
from math import ceil, floor
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

from werkzaam.cli.options import Factors, Lang, OutputPath, argument, option, output_format
from werkzaam.cli.output import Output, say
from werkzaam.cli.values import load_factor_set, parse_choice, today
from werkzaam.errors import ExitCode, UserError
from werkzaam.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from werkzaam.domain.factor_set import Display, FactorSet
    from werkzaam.files.answers import AnswersFile

FORMATS = ("table", "json", "csv", "markdown", "html", "docx")
PAGES = ("html", "docx")
"""Formats of the reports on several files."""
_PERCENT = r"(?P<whole>[0-9]{1,3})(?:[.,](?P<decimals>[0-9]{1,20}))? ?%?"
_WHOLE = 100


def report(
    files: Annotated[
        list[str] | None, argument("FILE", N_("The answers file; - reads it from stdin. Several make several pages."))
    ] = None,
    form: Annotated[str, output_format(FORMATS)] = FORMATS[0],
    output: OutputPath = None,
    fail_under: Annotated[
        str | None,
        option("--fail-under", "PERCENT", N_("Exit with 1 where the score is lower, or where there is none.")),
    ] = None,
    factors: Factors = None,
    lang: Lang = None,
) -> int:
    """Write the report on an evaluation, or one on each of several; return NO if a score is below `fail_under`."""
    from werkzaam.cli.inputs import only_default_file, read_answers

    factor_set = load_factor_set(factors, lang)
    form = parse_choice("--format", form, FORMATS)
    threshold = Threshold.parse(fail_under) if fail_under is not None else None
    say(*(threshold.remarks() if threshold else ()))
    if files and (len(files) > 1 or (form in PAGES and (_is_folder(output) or Path(files[0]).is_dir()))):
        return _many(files, form, output, threshold, factor_set)
    file = files[0] if files else only_default_file()
    destination = Output(output, inputs=(file, factors), form=form)
    missed = _write(read_answers(file, factor_set), destination, threshold, factor_set)
    say(*missed)
    return ExitCode.NO if missed else ExitCode.DONE


def _is_folder(output: str | None) -> bool:
    return bool(output and (output.endswith(("/", os.sep)) or Path(output).is_dir()))


def _many(
    paths: "Sequence[str]", form: str, output: str | None, threshold: "Threshold | None", factor_set: "FactorSet"
) -> ExitCode:
    """Write a report on each file to a folder; unusable files are reported, and the rest is still read."""
    from werkzaam.cli.many_files import ManyFiles, ResultFolder

    if output in (None, "", "-") or form not in PAGES:
        raise UserError(_("Reports on several files need --format html or docx, and --output with a folder."))
    files, folder = ManyFiles(paths, factor_set), ResultFolder(output, paths, form)
    missed: list[str] = []

    def take(file: "AnswersFile") -> None:
        name = file.source.name
        missed.extend(f"{name}: {line}" for line in _write(file, folder.place(name), threshold, factor_set))

    files.read(take, lambda: (*missed, folder.summary()), with_bar=True)
    return max(files.exit_code, ExitCode.NO if missed else ExitCode.DONE)


def _write(file: "AnswersFile", output: Output, threshold: "Threshold | None", factor_set: "FactorSet") -> list[str]:
    """Write the report on a file; return a list that holds a message if the score is below the threshold."""
    from werkzaam.domain.report import report as report_on

    scored = report_on(factor_set, file.evaluation)
    if output.form == "json":
        from werkzaam.formats.json_results import report_json

        output.text(report_json(scored))
    elif output.form == "csv":
        from werkzaam.formats.tables import ScoredFile, answer_rows
        from werkzaam.formats.tabular import csv_text

        exported = ScoredFile(file.source.name, factor_set, file.evaluation, scored.result, today())
        output.text(csv_text(answer_rows(exported)))
    else:
        from werkzaam.documents.report import report_document

        output.document(report_document(scored, today()))
    shortfall = threshold.shortfall(scored.result.total.score, factor_set.display) if threshold else None
    return [shortfall] if shortfall else []


class Threshold(NamedTuple):
    """A percentage (`--fail-under`) that the exact score, before any rounding, has to reach."""

    percent: "Fraction"
    """The percentage, 0 to 100."""
    shown: str
    """The number as it was given, without the percent sign, and with the decimal sign of the language."""

    @classmethod
    def parse(cls, text: str) -> "Threshold":
        """Read a number from 0 to 100, which a percent sign may follow. Raises UserError if the text is none."""
        from fractions import Fraction

        match = re.fullmatch(_PERCENT, text.strip())
        if match:
            percent = Fraction(f"{match['whole']}.{match['decimals'] or 0}")
            if percent <= _WHOLE:
                return cls(percent, text.strip().rstrip("% ").replace(",", ".").replace(".", _(".")))
        raise UserError(_("--fail-under cannot be “{text}”: write a number from 0 to 100.").format(text=text))

    def remarks(self) -> list[str]:
        """Return, in a list, a remark on a number up to 1, which may be meant as a ratio; else an empty list."""
        message = _("--fail-under is a percentage: {percent} % is very little.").format(percent=self.shown)
        return [message] if 0 < self.percent <= 1 else []

    def shortfall(self, score: "Fraction | None", display: "Display | None" = None) -> str | None:
        """Return a message if a score (0 to 1) is missing or too low, else None; `display` is the set's own scale."""
        from fractions import Fraction

        from werkzaam.wording.figures import decimal

        if score is None:
            return _("There is no score: {percent} % is not reached.").format(percent=self.shown)
        if score * _WHOLE >= self.percent:
            return None
        # Rounded down, so that a score never looks high enough.
        figures = {"score": decimal(Fraction(floor(score * _WHOLE * 100), 100)), "percent": self.shown}
        if display is None:
            return _("The score is {score} %: {percent} % is not reached.").format(**figures)
        message = _(
            "The score is {score} % ({own_score} on its own scale): {percent} % ({own_threshold}) is not reached."
        )
        return message.format(
            **figures,
            own_score=decimal(Fraction(floor(display.shown(score) * 100), 100)),
            own_threshold=decimal(Fraction(ceil(display.shown(self.percent / _WHOLE) * 100), 100)),
        )
