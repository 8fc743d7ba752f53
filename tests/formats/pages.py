"""Every page that the program makes: of much, of little and of nothing, with texts as long or hostile as can be."""

from datetime import date
from functools import cache

from tests import examples
from tests.domain.building import evaluation
from tests.domain.summing import filled_in, overview_of
from tests.formats import hostile
from tests.formats.agendas import agenda_of, example_partners, nameless_partners, poisoned_agenda, two_partners
from tests.formats.comparisons import compared, three_collaborations, three_years
from tests.formats.filling_in import page_of
from tests.formats.overviews import poisoned_overview, three_groups
from tests.formats.reports import TODAY, full_report, other_report
from tests.formats.test_difference_json import small_difference
from tests.results import agenda_html, comparison_html, difference_html, factors_html, overview_html, report_html
from werkzaam import language
from werkzaam.domain.comparison import Axis, Entry
from werkzaam.domain.difference import difference
from werkzaam.domain.questions import Aside, Asides
from werkzaam.domain.report import report

LONG_WORD = "Samenwerkingsverband" * 12
TAGS = "<img src='https://evil.nl/x.png'><script src='https://evil.nl/x.js'></script>" * 3


@cache
def every_page(spoken: str = "nl") -> dict[str, str]:
    """Return pages by what they are of, in a language."""
    language.activate(spoken)
    return {**_reports(spoken), **_questionnaires(spoken), **_agendas(spoken), **_comparisons(spoken),
            **_differences(spoken), **_overviews(spoken)}  # fmt: skip


def everything(spoken: str = "nl") -> dict[str, str]:
    """Return all that opens in a browser."""
    return {**every_page(spoken), **every_form(spoken)}


def _reports(spoken: str) -> dict[str, str]:
    small, built_in = examples.small(spoken), examples.built_in(spoken)

    def report_on(text: str) -> str:
        return report_html(report(hostile.poisoned_set(small, text), hostile.poisoned_answers(text)), TODAY)

    return {
        "report": report_html(report(built_in, hostile.answers_to_all(built_in, "Een notitie.\nEn nog een.")), TODAY),
        "small report": report_html(full_report(small), TODAY),
        "other report": report_html(other_report(), TODAY),
        "report of nothing": report_html(report(small, evaluation({})), TODAY),
        "report of long words": report_on(LONG_WORD),
        "report of tags": report_on(TAGS),
    }


def _questionnaires(spoken: str) -> dict[str, str]:
    small = examples.small(spoken)
    return {
        "questionnaire": factors_html(examples.built_in(spoken)),
        "other questionnaire": factors_html(examples.other_scale()),
        "questionnaire of long words": factors_html(hostile.poisoned_set(small, LONG_WORD)),
        "questionnaire of tags": factors_html(hostile.poisoned_set(small, TAGS)),
    }


def _agendas(spoken: str) -> dict[str, str]:
    small, built_in = examples.small(spoken), examples.built_in(spoken)
    found = {
        "agenda": example_partners(built_in),
        "agenda of two": two_partners(small),
        "agenda of many": agenda_of(built_in, *[hostile.answers_to_all(built_in, "Een notitie.")] * 8),
        "agenda on another scale": agenda_of(
            examples.other_scale(), evaluation({"first": "3"}), evaluation({"first": "1"})
        ),
        "nameless agenda": nameless_partners(small),
        "agenda of long words": poisoned_agenda(small, LONG_WORD),
        "agenda of tags": poisoned_agenda(small, TAGS),
    }
    return {name: agenda_html(item) for name, item in found.items()}


def _comparisons(spoken: str) -> dict[str, str]:
    small, other, built_in = examples.small(spoken), examples.other_scale(), examples.built_in(spoken)
    many = [Entry(f"{year}.yaml", hostile.answers_to_all(built_in, f"Jaar {year}")) for year in range(2019, 2027)]

    def of(text: str) -> str:
        entries = [Entry(f"{number}.yaml", hostile.poisoned_answers(text), retired=(text,)) for number in range(2)]
        return comparison_html(compared(hostile.poisoned_set(small, text), Axis.DATE, entries))

    nothing = [Entry(f"{number}.yaml", evaluation({})) for number in range(2)]
    return {
        "years": comparison_html(three_years(small)),
        "many years": comparison_html(compared(built_in, Axis.DATE, many)),
        "years of nothing": comparison_html(compared(other, Axis.DATE, nothing)),
        "years of long words": of(LONG_WORD),
        "years of tags": of(TAGS),
        "collaborations": comparison_html(three_collaborations(small)),
    }


def _differences(spoken: str) -> dict[str, str]:
    small = examples.small(spoken)
    found = {
        "difference": small_difference(small),
        "difference from nothing": difference(small, None, None),
        "difference of long words": hostile.poisoned_difference(LONG_WORD, small),
        "difference of tags": hostile.poisoned_difference(TAGS, small),
    }
    return {name: difference_html(item) for name, item in found.items()}


def _overviews(spoken: str) -> dict[str, str]:
    small = examples.small(spoken)
    found = {
        "overview": three_groups(examples.built_in(spoken)),
        "small overview": overview_of(small),
        "overview of years": overview_of(small, Axis.DATE),
        "overview of sides": overview_of(small, Axis.PERSPECTIVE),
        "overview of many": overview_of(
            small,
            Axis.COLLABORATION,
            [filled_in(f"{LONG_WORD[: 12 * number]} {number}", 2026, "school", {"tijd": "ja"}) for number in range(9)],
        ),
        "overview of nothing": overview_of(small, Axis.DATE, []),
        "overview of the unscored": overview_of(small, None, [evaluation({})]),
        "overview of long words": poisoned_overview(LONG_WORD, Axis.COLLABORATION, small),
        "overview of tags": poisoned_overview(TAGS, Axis.COLLABORATION, small),
    }
    return {name: overview_html(item) for name, item in found.items()}


@cache
def every_form(spoken: str = "nl") -> dict[str, str]:
    """Return pages to fill in, likewise."""
    language.activate(spoken)
    built_in = examples.built_in(spoken)
    answers = hostile.answers_to_all(built_in, "Een notitie.\nEn nog een.")
    small = examples.small(spoken)

    def last_year(factor: str) -> Asides:
        return Asides((Aside.of("23-11-2025", answers, built_in.factor_by_id[factor]),))

    return {
        "form": page_of(built_in, beside=last_year),
        "settled form": page_of(small, "Lyceum Oost", "school", date(2026, 11, 23)),
        "other form": page_of(examples.other_scale()),
        "form of long words": page_of(hostile.poisoned_set(small, LONG_WORD), LONG_WORD),
        "form of tags": page_of(hostile.poisoned_set(small, TAGS), TAGS),
    }
