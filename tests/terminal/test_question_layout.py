"""How a question looks before it is answered, with much room and with little."""

import pytest
from rich.console import RenderableType

from tests.domain.building import partly
from tests.terminal.drawing import console, drawn
from tests.terminal.questions import of_last_year, of_partners, question
from werkzaam import language
from werkzaam.domain.evaluation import OPEN, Answer
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.questions import FactorQuestion
from werkzaam.language import _, ngettext
from werkzaam.terminal.console import ASCII, UNICODE
from werkzaam.terminal.question_layout import (
    VIEWS,
    View,
    answer_parts,
    fitting_view,
    left_out,
    listed_text,
    position,
    question_block,
)
from werkzaam.wording.asides import Extent, said_before
from werkzaam.wording.factors import condition_text


def lines_of(block: RenderableType, width: int = 200) -> list[str]:
    return drawn(lambda on: on.print(block), width).splitlines()


def conditions_of(put: FactorQuestion, *, full: bool) -> list[str]:
    return [f"  • {condition_text(item, put.factor, full=full)}" for item in put.factor.conditions]


def test_the_place_is_told_in_a_few_characters(small: FactorSet) -> None:
    assert position(question(small, "ruimte")) == "3/4"


def test_a_question_without_conditions_is_only_its_text(small: FactorSet) -> None:
    block = question_block(question(small, "tijd"), UNICODE, View())
    assert lines_of(block, 20) == ["4/4 · Plek ─────────", "Er is genoeg tijd."]


def test_all_that_was_said_stands_below_the_conditions_in_its_order(small: FactorSet) -> None:
    put = of_last_year(small)
    head, *rest = lines_of(question_block(put, UNICODE, View()))
    assert head.startswith("3/4 · Plek ─")
    said = "\n".join(said_before(put)).splitlines()
    assert rest == [
        put.factor.text,
        _("This is good to have: it counts in no score."),
        *conditions_of(put, full=True),
        *said,
    ]
    assert [line for line in rest if line.endswith(("[niet].", "wel."))] == rest[-2:]
    plain = lines_of(question_block(put, ASCII, View()))
    assert plain == [line.translate(str.maketrans("·─•", "|--")) for line in (head, *rest)]


LEVELS = [
    ("whole", Extent.EVERYTHING), ("whole", Extent.ANSWERS), ("whole", Extent.OPTIONS), ("whole", Extent.NOTHING),
    ("whole", Extent.NOTHING), ("short", Extent.NOTHING), ("counted", Extent.NOTHING),
]  # fmt: skip
HELPED = 4
"""How many of the views show the help of category and factor."""


def helped(put: FactorQuestion) -> FactorQuestion:
    """Return the question with guidance on its category and itself."""
    category, factor = put.category._replace(help="Over de mensen."), put.factor._replace(help="Kijk naar dit jaar.")
    return put._replace(category=category, factor=factor)


@pytest.mark.parametrize(("level", "conditions", "said"), [(level, *shown) for level, shown in enumerate(LEVELS)])
def test_what_was_said_gives_way_first_then_guidance_then_the_conditions(
    small: FactorSet, level: int, conditions: str, said: Extent
) -> None:
    put = helped(of_partners(small))
    shown = {
        "whole": conditions_of(put, full=True),
        "short": conditions_of(put, full=False),
        "counted": [ngettext("{count} condition: ? shows it", "{count} conditions: ? shows them", 3).format(count=3)],
    }
    assert len(VIEWS) == len(LEVELS)
    assert lines_of(question_block(put, UNICODE, VIEWS[level]))[1:] == [
        put.factor.text,
        *["Over de mensen.", "Kijk naar dit jaar."] * (level < HELPED),
        *shown[conditions],
        *said_before(put, said),
        *[_("? shows what else was said")] * (said is not Extent.EVERYTHING),
        _("Enter takes over: {answer}").format(answer="Deels"),
    ]


@pytest.mark.parametrize("name", ["nothing said", "answered", "partners"])
def test_as_much_is_shown_as_fits(small: FactorSet, name: str) -> None:
    put = {
        "nothing said": question(small, "team"),
        "answered": question(small, "team", partly("is-vast")),
        "partners": helped(of_partners(small)),
    }[name]
    heights = [len(lines_of(question_block(put, UNICODE, view), 40)) for view in VIEWS]
    on, stream = console(40)
    for rows in range(max(heights) + 2):
        fitting = [view for view, height in zip(VIEWS, heights, strict=True) if height <= rows]
        assert fitting_view(put, on, UNICODE, rows) == [*fitting, VIEWS[-1]][0]
    assert stream.getvalue() == ""


@pytest.mark.parametrize("view", VIEWS)
def test_what_is_left_out_waits_behind_the_help_key(small: FactorSet, view: View) -> None:
    put = helped(of_partners(small))
    parts = [line for part in left_out(put, UNICODE, view) for line in lines_of(part)]
    guidance = ["Over de mensen.", "Kijk naar dit jaar."] if view in VIEWS[HELPED:] else []
    seen = lines_of(question_block(put, UNICODE, view))
    conditions = [line for line in conditions_of(put, full=True) if line not in seen]
    assert not conditions or view in VIEWS[5:]
    said = [line for line in said_before(put) if line not in said_before(put, view.said)]
    assert parts == guidance + conditions + said


def test_a_note_of_ones_own_that_leaves_no_room_waits_behind_the_help_key_too(small: FactorSet) -> None:
    note = "Om beurten. " * 20
    noted = question(small, "tijd", Answer("ja", note=note))
    view = fitting_view(noted, console(40)[0], UNICODE, 5)
    assert "Om beurten." not in "".join(lines_of(question_block(noted, UNICODE, view)))
    (behind,) = left_out(noted, UNICODE, view)
    assert lines_of(behind, 400)[0].endswith(f" {note.strip()}")


@pytest.mark.parametrize(
    ("answer", "parts"),
    [
        (OPEN, ["open"]),
        (Answer("ja"), ["Ja"]),
        (partly(), ["Deels"]),
        (partly("is-vast"), ["Deels", "1 thing is missing"]),
        (Answer("deels", ("is-vast", "is-deskundig"), "Samen."), ["Deels", "2 things are missing", "with a note"]),
    ],
)
def test_how_a_factor_stands_is_said_in_a_few_words(small: FactorSet, answer: Answer, parts: list[str]) -> None:
    language.activate("en")
    assert answer_parts(question(small, "team", answer)) == parts


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (OPEN, "[open]"),
        (Answer("deels"), "[Deels] Which conditions are missing was not said."),
        (Answer("deels", ("is-vast",), "Samen."), "[Deels, 1 thing is missing, with a note]"),
    ],
)
def test_a_list_says_what_there_still_is_to_ask_of_an_answered_factor(
    small: FactorSet, answer: Answer, said: str
) -> None:
    language.activate("en")
    assert listed_text(question(small, "team", answer)) == f"Er is een vast team. {said}"
