"""Results in Markdown, as a git host renders it, and as pages: what the golden files have no occasion for."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from tests import examples
from tests.domain.building import evaluation
from tests.domain.summing import overview_of
from tests.formats.agendas import agenda_of, nameless_partners, poisoned_agenda, side
from tests.formats.comparisons import compared, three_collaborations, three_years
from tests.formats.markup import Markup, parsed, rendered, table_rows
from tests.formats.reports import TODAY, full_report, other_report
from tests.formats.test_difference_json import small_difference
from werkzaam.documents.agenda import agenda_document
from werkzaam.documents.blocks import Document
from werkzaam.documents.comparison import comparison_document, difference_document
from werkzaam.documents.factors import questionnaire
from werkzaam.documents.figures import Change, Score, Table
from werkzaam.documents.overview import overview_document
from werkzaam.documents.report import report_document
from werkzaam.domain.comparison import Axis, Entry
from werkzaam.domain.difference import difference
from werkzaam.domain.evaluation import Action, ActionStatus, Answer, Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.report import report
from werkzaam.formats.markdown import markdown
from werkzaam.formats.pages import page
from werkzaam.language import _
from werkzaam.wording.differences import not_compared
from werkzaam.wording.figures import coverage_text, percentage

DOCUMENTS: dict[str, Callable[..., Document]] = {
    "report": lambda found: report_document(found, TODAY),
    "agenda": agenda_document,
    "comparison": comparison_document,
    "difference": difference_document,
    "overview": overview_document,
    "factors": questionnaire,
}

Reader = Callable[[str, object], Markup]
"""Writes a result, by the name of its kind, and reads it as its readers do."""


@pytest.fixture(params=["markdown", "page"])
def read(request: pytest.FixtureRequest) -> Reader:
    if request.param == "page":
        return lambda name, found: parsed(page(DOCUMENTS[name](found)))
    return lambda name, found: rendered(markdown(DOCUMENTS[name](found)))


def test_a_cell_of_a_table_can_be_a_text(small: FactorSet) -> None:
    rows = (("eerst", "a & b", "", Score(Fraction(1, 2)), Change("+25"), Change()),)
    document = Document(small, ("Proef",), (), (Table(("wat", "a", "b", "c", "d", "e"), rows),))
    on_a_page, in_markdown = (
        [*table_rows(found)][-1] for found in (parsed(page(document)), rendered(markdown(document)))
    )
    assert in_markdown == ["eerst", "a & b", "", "50 %", "+25", ""]
    assert on_a_page == ["eerst", "a a & b", "", "c 50 %", "d +25", ""]  # its head beside each, for narrow screens


# --- reports ----------------------------------------------------------------------------------------------------


def test_a_report_says_when_nothing_is_known_to_be_missing(small: FactorSet, read: Reader) -> None:
    found = read("report", report(small, evaluation({factor.id: "ja" for factor in small.factors})))
    assert found.texts("h2") == [
        "Scores",
        "What is in place?",
        "What do we take up?",
        "Where do we begin?",
        "Supplement",
    ]
    assert found.texts("h3")[-1] == "How the score is made"
    assert "Nothing is known to be missing." in found.texts("p")


def test_a_report_without_perspective_or_conditions_mentions_none(small: FactorSet, read: Reader) -> None:
    found = read("report", other_report())
    assert found.texts("p")[0] == "2026-11-23 · Another scale"
    items = [item.replace("[", "").replace("]", "").removeprefix("☐ ") for item in found.texts("li")]
    missing = ["The first thing. 3", "The second thing. 1"]
    assert [item for item in items if item in missing] == [*missing, *missing]
    words = _("Conditions in place: {count}").partition(":")[0]
    assert words not in found.text
    assert words in read("report", full_report(small)).text


def test_a_report_names_what_is_not_known_and_marks_what_is_preferred_there_too(small: FactorSet, read: Reader) -> None:
    found = read("report", report(small, evaluation({"ruimte": Answer("weet-niet", None, "Vragen.")})))
    assert "There is a room of their own. (good to have) Note: Vragen." in found.texts("li")
    assert "There is enough time." in found.texts("li")


def test_an_agreement_of_which_nothing_more_is_known_has_no_brackets(small: FactorSet, read: Reader) -> None:
    assert "Gewoon doen" in read("report", full_report(small)).texts("li")


def test_a_report_keeps_nothing_back_of_what_is_missing(built_in: FactorSet, read: Reader) -> None:
    found = read("report", report(built_in, evaluation({factor.id: "nee" for factor in built_in.factors})))
    scores = len([element for element in found.elements if "score" in (element.attributes.get("class") or "").split()])
    in_supplement = found.tags.count("li") - scores - boxes(found)
    assert in_supplement == 20 + 71 + 7  # one factor has preferred ones among its conditions


def test_a_bar_without_bands_has_no_colour_and_is_as_long_as_the_score() -> None:
    bars = [item for item in parsed(page(report_document(other_report(), TODAY))).elements if item.tag == "rect"]
    assert [bar.attributes["width"] for bar in bars if bar.attributes.get("class") == "fill"] == ["66.67", "66.67"]


# --- agendas ----------------------------------------------------------------------------------------------------


def test_what_needs_no_talk_is_named_and_no_more(small: FactorSet, read: Reader) -> None:
    found = read("agenda", nameless_partners(small))
    assert found.texts("h2") == [
        "What do we all find missing?",
        "What do we not know yet?",
        "What do we all find in place?",
        "What applies to none of us?",
        "Scores side by side",
    ]
    assert found.texts("h3") == ["1. There is a room of their own. (good to have)", "2. There is enough time."]
    assert "Missing for all of us: Own room; Central room" in found.texts("p")
    names = ["There is a permanent team. Missing: Local team (good to have)", "There is one contact point."]
    assert [item for item in found.texts("li") if item in names] == names
    assert next(table_rows(found))[1:] == ["Not said", "School", "Together"]


def test_where_all_agree_there_is_nothing_to_open(small: FactorSet, read: Reader) -> None:
    alike: dict[str, Answer | str] = dict.fromkeys((factor.id for factor in small.factors), "ja")
    found = read("agenda", agenda_of(small, side("school", alike), side("samen", alike)))
    assert found.texts("h2") == ["What do we all find in place?", "Scores side by side"]
    assert found.texts("h3") == found.texts("blockquote") == found.texts("p", "ask") == []


# --- comparisons ------------------------------------------------------------------------------------------------


def test_between_collaborations_no_score_rises_or_falls(small: FactorSet, read: Reader) -> None:
    comparison = three_collaborations(small)
    found = read("comparison", comparison)
    tallies = [score.new for scores in comparison.scores for score in scores]
    scores = [f"{percentage(tally.score)} ({coverage_text(tally)})" for tally in tallies]
    assert [cell for cell in found.texts("td") if "%" in cell or "–" in cell] == scores
    assert found.texts("h1") == ["Small list"]
    assert not {"svg", "polyline"} & set(found.tags)
    assert {"Change", "Date"} & set(found.texts("th")) == set()
    assert len({len(row) for row in table_rows(found)}) == 1


def test_between_years_scores_rise_and_fall(small: FactorSet, read: Reader) -> None:
    cells = " ".join(read("comparison", three_years(small)).texts("td")).split()
    assert [cell for cell in cells if cell[0] in "+-"] == ["+25", "-50", "+25", "-25"]


def test_years_say_what_became_of_what_was_agreed_in_each(small: FactorSet, read: Reader) -> None:
    board, clock, key = (
        Action("Een bord", due=date(2026, 1, 1)),
        Action("Een klok", owner="school"),
        Action("Een sleutel"),
    )
    settled = (board._replace(status=ActionStatus.DROPPED), clock._replace(due=date(2027, 1, 1)))
    years = (
        (board, clock, key),
        (*settled, Action("Een pas")),
        (settled[1], Action("Een pas", status=ActionStatus.DONE)),
    )
    entries = [
        Entry(f"{year}.yaml", evaluation({})._replace(date=date(year, 11, 23), actions=actions))
        for year, actions in zip((2025, 2026, 2027), years, strict=True)
    ]
    found = read("comparison", compared(small, Axis.DATE, entries))
    assert "What became of what was agreed" in found.texts("h2")
    assert [title for title in found.texts("h3") if title.isdigit()] == ["2025", "2026"]
    assert [item for item in found.texts("li") if "Een " in item] == [
        "dropped in 2026: Een bord",
        "still open: Een klok (school, by 2027-01-01, overdue)",
        "no longer there: Een sleutel",
        "done in 2027: Een pas",
    ]


def test_what_stayed_the_same_is_one_list_with_each_answer_once(small: FactorSet, read: Reader) -> None:
    found = read(
        "comparison", compared(small, Axis.DATE, [Entry("a", evaluation({"team": "ja", "contact": "ja"}))] * 2)
    )
    assert found.texts("h2")[-1] == "Where the answer stayed the same"
    assert found.texts("li")[-6:] == [
        "Yes There is a permanent team. There is one contact point.",
        "There is a permanent team.",
        "There is one contact point.",
        "open There is a room of their own. (good to have) There is enough time.",
        "There is a room of their own. (good to have)",
        "There is enough time.",
    ]


def test_what_is_not_compared_is_named(small: FactorSet, read: Reader) -> None:
    agenda, years = poisoned_agenda(small, "weg"), three_years(small)
    retired, not_asked = not_compared(agenda.comparison.left_out)
    said = read("agenda", agenda).texts("p")
    assert said[said.index(retired) + 1] == not_asked
    assert not_compared(years.left_out)[0] in read("comparison", years).texts("p")


# --- differences ------------------------------------------------------------------------------------------------


def test_where_nothing_changed_it_says_so(small: FactorSet, read: Reader) -> None:
    found = read("difference", difference(small, None, None))
    assert found.texts("h1") == ["Small list"]
    assert found.texts("h2")[-1] == "Answers that changed"
    assert found.texts("p")[-1] == "Nothing."


def test_two_collaborations_are_both_named(small: FactorSet, read: Reader) -> None:
    one, other = Evaluation("Oost", TODAY), Evaluation("West", date(2027, 1, 1))
    assert read("difference", difference(small, one, other)).texts("h1") == ["Oost, West"]


def test_the_page_of_a_difference_has_a_title_of_its_own(small: FactorSet) -> None:
    (title,) = parsed(page(difference_document(small_difference(small)))).texts("title")
    assert title == (
        "Lyceum Oost en Stichting Straatwerk, what changed from 2026-11-23, Together to 2027-11-22, School"
    )


def test_a_difference_names_what_became_of_each_condition_and_agreement(small: FactorSet, read: Reader) -> None:
    changed = small_difference(small)
    found = read("difference", changed)
    items = found.texts("li")
    assert "In place now: Skilled team" in found.text
    assert "Missing now: Permanent team" in found.text
    assert [item.partition(":")[0] for item in items[-6:]] == [
        "done since", "open again", "changed", "still open", "new", "no longer there"
    ]  # fmt: skip
    assert found.texts("p")[-1:] == not_compared(changed.left_out)


def test_a_note_of_several_paragraphs_stays_in_its_item(small: FactorSet) -> None:
    noted = evaluation({"team": Answer("ja", None, "Eerst dit.\n\n    Dan dat.\n- En dit.")})
    found = rendered(markdown(difference_document(difference(small, evaluation({"team": "ja"}), noted))))
    assert found.texts("li")[1:] == ["Still Yes", "Note is: Eerst dit. Dan dat. - En dit."]
    assert not {"code", "pre"} & set(found.tags)


# --- questionnaires ---------------------------------------------------------------------------------------------


def test_a_questionnaire_asks_for_nothing_that_its_set_does_not_have(built_in: FactorSet, read: Reader) -> None:
    found, whole = read("factors", examples.other_scale()), read("factors", built_in)
    asked = ("Filled in by", "tick what is missing", "The factors come from")
    assert [(text in found.text, text in whole.text) for text in asked] == [(False, True)] * 3
    assert boxes(found) == 5 + 5 + 2


def test_the_built_in_set_has_a_box_for_every_answer_and_condition(built_in: FactorSet, read: Reader) -> None:
    found = read("factors", built_in)
    assert boxes(found) == 19 * 5 + 71 + 4
    assert [title.partition(".")[0] for title in found.texts("h3")] == [str(number) for number in range(1, 20)]


def test_a_questionnaire_asks_in_the_words_of_the_set_and_explains_what_is_ticked(
    small: FactorSet, read: Reader
) -> None:
    people, place = small.categories
    team, contact = people.factors
    scale = tuple(option._replace(help="none of this") if option.id == "nee" else option for option in team.scale)
    explained = team._replace(scale=scale, help="Think of all of them.")
    asking = replace(
        small,
        question="Is it true?",
        categories=(people._replace(help="Who they are.", factors=(explained, contact)), place),
    )
    found = read("factors", asking)
    assert {"Is it true?", "Who they are.", "Think of all of them."} <= {*found.texts("p"), *found.texts("blockquote")}
    assert found.text.count("No, none of this") == 1
    assert found.text.count("In the source: ") == 1
    assert found.texts("th")[:2] == ["missing", "After Partly: tick what is missing."]
    assert "Is this in place?" in read("factors", small).text


def boxes(found: Markup) -> int:
    return found.text.count("☐") or len(found.texts("span", "box"))


# --- overviews --------------------------------------------------------------------------------------------------


def test_an_overview_of_nothing_has_no_group(small: FactorSet, read: Reader) -> None:
    found = read("overview", overview_of(small, Axis.DATE, []))
    assert found.texts("p")[0] == "0 evaluations"
    assert found.texts("h2") in ([], ["How to read this"])


def test_groups_stand_side_by_side_with_their_median_and_middle_half(small: FactorSet, read: Reader) -> None:
    found = read("overview", overview_of(small, Axis.PERSPECTIVE))
    assert found.texts("h2")[0] == "Side by side"
    assert (
        sum(cell.endswith("63 % (56 to 69 %)") for cell in found.texts("td")) == 3
    )  # people of two sides, and all of the school


def test_years_of_an_overview_are_lines(small: FactorSet) -> None:
    found = parsed(page(overview_document(overview_of(small, Axis.DATE))))
    labels = [item.attributes["aria-label"] for item in found.elements if item.attributes.get("class") == "line"]
    assert labels == [
        "People: 2025 50 %, 2026 75 %",
        "Place: 2025 50 %, 2026 50 %",
        "All factors together: 2025 50 %, 2026 75 %",
    ]


def test_groups_come_in_their_order_each_with_what_it_misses(small: FactorSet, read: Reader) -> None:
    found = read("overview", overview_of(small, Axis.PERSPECTIVE))
    titles = [title for title in found.texts("h2") + found.texts("h3") if title not in {"Scores", "How to read this"}]
    assert titles == [
        "Side by side",
        "Not said",
        "Together",
        "School",
        *["What is missing most often"] * 2,
    ]  # of one nothing is known
    remarks = [text for text in read("overview", overview_of(small)).texts("p") if "Several perspectives" in text]
    assert len(remarks) == 1


def test_an_overview_names_the_ten_conditions_that_are_missing_most(built_in: FactorSet, read: Reader) -> None:
    found = overview_of(built_in, None, [evaluation({factor.id: "nee" for factor in built_in.factors})])
    share = f"({percentage(Fraction(1))})"
    assert len([item for item in read("overview", found).texts("li") if item.endswith(share)]) == 10
