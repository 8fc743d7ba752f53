"""A report as a page to look at together: on a screen, on a phone, on paper."""

from datetime import date

from werkzaam.domain.report import Report
from werkzaam.formats.html_page import html_page


def report_html(report: Report, today: date) -> str:
    """Return a report as a page; `today` decides which actions are overdue."""
    return html_page("report.html.j2", report=report, evaluation=report.evaluation, set=report.factor_set, today=today)
