"""Every prompt by keys alone: each is answered, and left, with keys that anybody can press at their own pace."""

from collections.abc import Callable

import pytest

from tests import examples
from tests.domain.building import evaluation, partly
from tests.terminal.pressing import CTRL_C, CTRL_D, CTRL_O, CTRL_Q, DOWN, ENTER, ESCAPE, drawn_between, pressed, waited
from tests.terminal.test_agreeing import TALK
from tests.terminal.test_prompts import everything, question
from werkzaam.domain.agreements import points
from werkzaam.domain.evaluation import ActionStatus
from werkzaam.domain.questionnaire import Command
from werkzaam.domain.report import report
from werkzaam.errors import Interrupted
from werkzaam.terminal.interruption import Interruptions
from werkzaam.terminal.prompts import PromptAsker

Ask = Callable[[PromptAsker], object]

SMALL = examples.small()
POINTS = points(report(SMALL, evaluation({"team": "nee", "contact": "nee"})))
PROMPTS: dict[str, Ask] = {
    "factor": lambda asker: asker.ask_factor(question(SMALL, "team")),
    "conditions": lambda asker: asker.ask_conditions(question(SMALL, "team", partly())),
    "note": lambda asker: asker.ask_note(question(SMALL, "team")),
    "which": lambda asker: asker.ask_which(everything(SMALL)),
    "status": lambda asker: asker.ask_status(TALK, 1, 1),
    "points": lambda asker: asker.ask_points(POINTS),
    "what": lambda asker: asker.ask_what(POINTS[0]),
    "owner": lambda asker: asker.ask_owner(),
    "due": lambda asker: asker.ask_due(),
    "collaboration": lambda asker: asker.ask_collaboration(),
    "perspective": lambda asker: asker.ask_perspective(SMALL.perspectives),
}
WAYS_BACK: dict[tuple[str, str], object] = {
    ("factor", "b"): Command.BACK,
    ("factor", "q"): Command.STOP,
    ("conditions", "b"): Command.BACK,
    ("conditions", "q"): Command.STOP,
    ("conditions", ESCAPE): Command.BACK,
    ("note", ESCAPE): None,
    ("which", "q"): None,
    ("which", ENTER): None,
    ("status", "o"): Command.SKIP,
    ("status", "q"): Command.STOP,
    ("points", "q"): [],
    ("points", ESCAPE): [],
    ("points", ENTER): [],
    ("what", ESCAPE): None,
    ("what", ENTER): None,
    ("owner", ESCAPE): None,
    ("owner", ENTER): None,
    ("due", ESCAPE): None,
    ("due", ENTER): None,
}


@pytest.mark.parametrize(("name", "key"), WAYS_BACK)
def test_there_is_a_way_back_with_one_key(name: str, key: str) -> None:
    found = waited(key, PROMPTS[name], Interruptions())
    assert found == WAYS_BACK[name, key]


@pytest.mark.parametrize(("name", "key"), [way for way in WAYS_BACK if way[1].isalpha()])
def test_with_caps_lock_on_it_is_the_same_key(name: str, key: str) -> None:
    assert pressed(key.upper(), PROMPTS[name])[0] == WAYS_BACK[name, key]


@pytest.mark.parametrize("name", PROMPTS)
@pytest.mark.parametrize("key", [CTRL_C, CTRL_D, CTRL_Q])
def test_no_prompt_holds_anybody(name: str, key: str) -> None:
    with pytest.raises(Interrupted):
        waited(key, PROMPTS[name], Interruptions())


@pytest.mark.parametrize(
    ("name", "keys", "reply"),
    [
        ("status", DOWN + ENTER, ActionStatus.OPEN),
        ("status", "2", ActionStatus.OPEN),
        ("perspective", DOWN + ENTER, "samen"),
        ("perspective", "2", "samen"),
    ],
)
def test_what_has_a_key_is_reached_by_arrows_too(name: str, keys: str, reply: object) -> None:
    assert pressed(keys, PROMPTS[name])[0] == reply


def test_a_new_line_in_a_note_needs_no_key_that_a_terminal_keeps_for_itself() -> None:
    found, text = pressed("Een." + CTRL_O + "Twee." + ENTER, PROMPTS["note"])
    assert found == "Een.\nTwee."
    assert "Alt+Enter of Ctrl+O nieuwe regel" in text


def test_that_key_is_no_letter_where_one_line_is_typed() -> None:
    assert pressed("school" + CTRL_O + ENTER, PROMPTS["owner"])[0] == "school"


def test_keys_can_be_pressed_as_slowly_as_one_likes() -> None:
    fast, _text = pressed(DOWN + " " + ENTER, PROMPTS["conditions"])
    slow, _screen = drawn_between(DOWN, " " + ENTER, PROMPTS["conditions"])
    assert fast == slow == ("is-deskundig",)
    back, _screen = drawn_between(ESCAPE, "", PROMPTS["conditions"])
    assert back is Command.BACK
