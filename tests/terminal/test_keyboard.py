"""Every prompt by keys alone: each is answered, and left, with keys that anybody can press at their own pace."""

from collections.abc import Callable
from datetime import date

import pytest

from tests import examples
from tests.domain.building import evaluation, partly
from tests.terminal.pressing import CTRL_C, CTRL_D, CTRL_O, CTRL_Q, DOWN, ENTER, ESCAPE, drawn_between, pressed, waited
from tests.terminal.test_agreeing import TALK
from tests.terminal.test_question_layout import everything, question
from werkzaam.domain.actions import points
from werkzaam.domain.questionnaire import Command
from werkzaam.domain.report import report
from werkzaam.errors import Interrupted
from werkzaam.terminal.interruption import Interruptions
from werkzaam.terminal.prompts import PromptAsker

SMALL = examples.small()
POINTS = points(report(SMALL, evaluation({"team": "nee", "contact": "nee"})))
PROMPTS: dict[str, Callable[[PromptAsker], object]] = {
    "factor": lambda asker: asker.ask_factor(question(SMALL, "team")),
    "conditions": lambda asker: asker.ask_conditions(question(SMALL, "team", partly())),
    "note": lambda asker: asker.ask_note(question(SMALL, "team")),
    "which": lambda asker: asker.ask_which(everything(SMALL)),
    "status": lambda asker: asker.ask_status(TALK, 1, 1),
    "points": lambda asker: asker.ask_points(POINTS),
    "what": lambda asker: asker.ask_what(POINTS[0]),
    "owner": lambda asker: asker.ask_owner(),
    "due": lambda asker: asker.ask_due(date(2026, 11, 23)),
    "collaboration": lambda asker: asker.ask_collaboration(),
    "perspective": lambda asker: asker.ask_perspective(SMALL.perspectives),
}


@pytest.mark.parametrize(
    ("name", "keys", "reply"),
    [  # capitals: with Caps Lock on it is the same key
        ("factor", "B", Command.BACK),
        ("factor", "Q", Command.STOP),
        ("factor", "O", Command.SKIP),
        ("factor", "T", Command.NOTE),
        ("conditions", "b", Command.BACK),
        ("conditions", "Q", Command.STOP),
        ("conditions", ESCAPE, Command.BACK),
        ("note", "Half" + ESCAPE, None),
        ("which", "q", None),
        ("which", "Q", None),
        ("status", "o", Command.SKIP),
        ("status", "O", Command.SKIP),
        ("status", "q", Command.STOP),
        ("points", " q", []),
        ("points", " " + ESCAPE, []),
        ("points", ENTER, []),
        ("what", "Half" + ESCAPE, None),
        ("what", "  " + ENTER, None),
        ("owner", "Half" + ESCAPE, None),
        ("owner", ENTER, None),
        ("due", "1-3-2027" + ESCAPE, None),
        ("due", " " + ENTER, None),
    ],
)
def test_there_is_a_way_back_with_one_key(name: str, keys: str, reply: object) -> None:
    assert waited(keys, PROMPTS[name], Interruptions()) == reply


@pytest.mark.parametrize(
    ("name", "key"), [*((name, CTRL_C) for name in PROMPTS), *((name, key) for name in ("factor", "points", "due")
                                                               for key in (CTRL_D, CTRL_Q))]
)  # fmt: skip
def test_no_prompt_holds_anybody(name: str, key: str) -> None:
    with pytest.raises(Interrupted) as raised:
        waited(key, PROMPTS[name], Interruptions())
    assert raised.value.draft is None


def test_a_key_for_a_new_line_is_no_letter_where_one_line_is_typed() -> None:
    assert pressed("school" + CTRL_O + ENTER, PROMPTS["owner"])[0] == "school"


def test_keys_can_be_pressed_as_slowly_as_one_likes() -> None:
    assert drawn_between(DOWN, " " + ENTER, PROMPTS["conditions"])[0] == ("is-deskundig",)
    assert drawn_between(ESCAPE, "", PROMPTS["conditions"])[0] is Command.BACK
