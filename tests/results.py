"""A function for each result in each format, made as the commands make it."""

import io
from datetime import date

from rich.console import Console

from werkzaam.documents.agenda import agenda_document
from werkzaam.documents.blocks import Document
from werkzaam.documents.comparison import comparison_document, difference_document
from werkzaam.documents.factors import factor_list, questionnaire
from werkzaam.documents.overview import overview_document
from werkzaam.documents.report import report_document
from werkzaam.domain.agenda import Agenda
from werkzaam.domain.comparison import Comparison
from werkzaam.domain.difference import Difference
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.overview import Overview
from werkzaam.domain.report import Report
from werkzaam.formats.markdown import markdown
from werkzaam.formats.pages import page
from werkzaam.formats.word import write_word
from werkzaam.terminal.console import Signs
from werkzaam.terminal.document import print_document


def print_comparison(console: Console, signs: Signs, comparison: Comparison) -> None:
    print_document(console, signs, comparison_document(comparison))


def print_difference(console: Console, signs: Signs, difference: Difference) -> None:
    print_document(console, signs, difference_document(difference))


def print_factors(console: Console, signs: Signs, factor_set: FactorSet) -> None:
    print_document(console, signs, factor_list(factor_set))


def print_overview(console: Console, signs: Signs, overview: Overview) -> None:
    print_document(console, signs, overview_document(overview))


def print_report(console: Console, signs: Signs, report: Report, today: date) -> None:
    print_document(console, signs, report_document(report, today))


def in_word(document: Document) -> bytes:
    stream = io.BytesIO()
    write_word(document, stream)
    return stream.getvalue()


def report_markdown(report: Report, today: date) -> str:
    return markdown(report_document(report, today))


def agenda_html(agenda: Agenda) -> str:
    return page(agenda_document(agenda))


def comparison_html(comparison: Comparison) -> str:
    return page(comparison_document(comparison))


def difference_html(difference: Difference) -> str:
    return page(difference_document(difference))


def factors_html(factor_set: FactorSet) -> str:
    return page(questionnaire(factor_set))


def overview_html(overview: Overview) -> str:
    return page(overview_document(overview))


def report_html(report: Report, today: date) -> str:
    return page(report_document(report, today))
