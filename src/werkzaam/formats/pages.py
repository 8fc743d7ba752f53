"""Results as pages that stand on their own: no script, nothing fetched from anywhere, every text escaped."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from itertools import groupby
from typing import Any

from werkzaam.domain.agenda import Agenda, agenda
from werkzaam.domain.comparison import Axis, Comparison, changes
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.overview import Overview
from werkzaam.domain.report import Report, by_category
from werkzaam.domain.score import Tally
from werkzaam.language import _, ngettext
from werkzaam.visible import visible, visible_lines
from werkzaam.wording import actions, comparisons, differences, factors, figures, overviews, scoring
from werkzaam.wording import agenda as agendas

_CHART_WIDTH, _LINES_HEIGHT, _LINES_MARGIN = 100.0, 40.0, 4.0
_COLUMNS_HEIGHT, _COLUMNS_GAP = 30.0, 1.0
"""Of charts, in their own units."""


def report_html(report: Report, today: date) -> str:
    """Return a report as a page; `today` decides which actions are overdue."""
    return _page("report.html.j2", report.factor_set, report=report, evaluation=report.evaluation, today=today)


def comparison_html(comparison: Comparison) -> str:
    """Return a comparison as a page; between partners it is an agenda for their talk."""
    if comparison.axis is Axis.PERSPECTIVE:
        return agenda_html(agenda(comparison))
    return _page("comparison.html.j2", comparison.factor_set, comparison=comparison)


def agenda_html(agenda: Agenda) -> str:
    """Return an agenda as a page to have on the table."""
    numbers = {point.factor.id: number for number, point in enumerate(agendas.talked_about(agenda), 1)}
    comparison = agenda.comparison
    return _page("agenda.html.j2", comparison.factor_set, agenda=agenda, comparison=comparison, numbers=numbers)


def overview_html(overview: Overview) -> str:
    """Return an overview as a page, with the scores of each category as a small chart."""
    return _page("overview.html.j2", overview.factor_set, overview=overview)


def factors_html(factor_set: FactorSet) -> str:
    """Return a questionnaire to print: boxes to tick, room for notes, and a sheet to work out the score on."""
    return _page("factors.html.j2", factor_set)


def _page(template: str, factor_set: FactorSet, **content: Any) -> str:  # noqa: ANN401 (whatever the template shows)
    """Return a page made from one of the templates beside this module, which find all words in the modules below."""
    from jinja2 import Environment, PackageLoader, StrictUndefined  # slow to load, and no other format needs it

    environment = Environment(
        loader=PackageLoader("werkzaam.formats"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_gettext_callables(_, ngettext)  # type: ignore[attr-defined]
    environment.filters |= {"visible": visible, "visible_lines": visible_lines, "local_date": figures.local_date}
    modules = {"actions": actions, "agendas": agendas, "comparisons": comparisons, "differences": differences,
               "factors": factors, "figures": figures, "overviews": overviews, "scoring": scoring}  # fmt: skip
    charts = {"line_chart": line_chart, "column_chart": column_chart}
    environment.globals |= {**modules, **charts, "by_category": by_category, "changes": changes, "Axis": Axis}
    return environment.get_template(template).render(set=factor_set, **content)


def line_chart(tallies: Sequence[Tally]) -> tuple[list[tuple[float, float]], list[str]]:
    """Lay out scores (0 to 1) from left to right: points, and lines as SVG writes the points of a polyline.

    Both are in the chart's own units; a line ends where a score is missing.
    """
    placed = [_point(number, tally.score, len(tallies)) for number, tally in enumerate(tallies)]
    runs = [list(run) for there, run in groupby(placed, key=lambda point: point is not None) if there]
    lines = [" ".join(f"{x:g},{y:g}" for x, y in filter(None, run)) for run in runs if len(run) > 1]
    return [point for point in placed if point], lines


def _point(number: int, score: Fraction | None, count: int) -> tuple[float, float] | None:
    if score is None:
        return None
    width, height = _CHART_WIDTH - 2 * _LINES_MARGIN, _LINES_HEIGHT - 2 * _LINES_MARGIN
    across = number / (count - 1) if count > 1 else 0.5
    return round(_LINES_MARGIN + across * width, 2), round(_LINES_MARGIN + float(1 - score) * height, 2)


def column_chart(bins: Sequence[int]) -> list[tuple[float, float, float, float]]:
    """Lay out how many scores lie in each range, from left to right: x, y, width and height of each column.

    They are in the chart's own units; the highest column is as high as the chart.
    """
    width, highest = _CHART_WIDTH / len(bins), max(bins)
    heights = [(number, _COLUMNS_HEIGHT * count / highest) for number, count in enumerate(bins) if count]
    return [
        (
            round(number * width + _COLUMNS_GAP / 2, 2),
            round(_COLUMNS_HEIGHT - height, 2),
            round(width - _COLUMNS_GAP, 2),
            round(height, 2),
        )
        for number, height in heights
    ]
