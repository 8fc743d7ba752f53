"""Keys into the real prompts: what they give, and what stands on the screen meanwhile."""

import os
import re
import signal
import textwrap
from collections.abc import Callable

import pytest

from tests import examples
from tests.domain.building import evaluation, partly
from tests.failing import raising
from tests.terminal.kinds import BEL, NAMES, PROMPTS, Kind
from tests.terminal.pressing import (
    ALT_ENTER,
    BACKSPACE,
    CTRL_C,
    CTRL_D,
    CTRL_O,
    DOWN,
    ENTER,
    ESCAPE,
    PAUSE,
    TAB,
    UP,
    Resized,
    pasted,
    pressed,
)
from tests.terminal.questions import everything, of_last_year, of_partners, question, said
from tests.terminal.saying import HOSTILE, SHOWN, saying, steers_nothing
from werkzaam import language
from werkzaam.domain.actions import to_take_up
from werkzaam.domain.evaluation import OPEN, Action, Answer
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.questions import Aside, Asides, Command, FactorQuestion, Note, Other
from werkzaam.domain.report import report
from werkzaam.errors import Interrupted, Stopped
from werkzaam.language import _
from werkzaam.terminal.interruption import Interruptions
from werkzaam.terminal.prompts import PromptAsker
from werkzaam.terminal.question_layout import answer_parts
from werkzaam.wording.agreements import point_text
from werkzaam.wording.asides import said_before
from werkzaam.wording.factors import condition_text, meaning
from werkzaam.wording.notes import request

FACTOR_KEYS = ("o skip", "t note", "b back", "q stop", "? help")


def has(screen: str, *texts: str) -> bool:
    """Whether a screen shows texts, each whole but wrapped anyhow between words."""
    shown = " ".join(screen.split())
    return all(" ".join(text.split()) in shown for text in texts)


def asking(put: FactorQuestion) -> Callable[[PromptAsker], object]:
    return lambda asker: asker.ask_factor(put)


# --- a factor ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "reply"),
    [
        ("j", "ja"),
        ("J", "ja"),
        ("d", "deels"),
        ("w", "weet-niet"),
        ("v", "nvt"),
        ("o", "SKIP"),
        ("t", "NOTE"),
        ("b", "BACK"),
        (DOWN + ENTER, "ja"),
        (UP + ENTER, "nvt"),
        (DOWN * 4 + UP + ENTER, "nee"),
        (DOWN * 6 + ENTER, "ja"),
        (ENTER * 3 + "n", "nee"),
    ],
)
def test_a_key_answers_or_commands(small: FactorSet, keys: str, reply: str) -> None:
    came = pressed(lambda asker: asker.ask_factor(question(small, "team")), keys)
    assert (said(came.reply), came.left, came.gone) == (reply, "", "")


@pytest.mark.parametrize(
    "put", [question(examples.small(), "team"), of_last_year(examples.small())._replace(answer=OPEN)]
)
def test_enter_alone_on_an_open_factor_changes_nothing_and_says_so(put: FactorQuestion) -> None:
    came = pressed(lambda asker: asker.ask_factor(put), (ENTER, ENTER, DOWN, "n"))
    told = _("Nothing is chosen yet: press a key of the list, choose with the arrows, or skip with o.")
    assert said(came.reply) == "nee"
    assert [has(screen, told) for screen in came.drawn] == [False, True, True, False]
    assert ["»" in screen for screen in came.drawn] == [False, False, False, True]


@pytest.mark.parametrize("spoken", ["nl", "en"])
def test_on_a_low_screen_what_is_said_to_enter_never_stands_in_the_place_of_the_factor(spoken: str) -> None:
    language.activate(spoken)
    built_in = examples.built_in(spoken)
    told = _("Nothing is chosen yet: press a key of the list, choose with the arrows, or skip with o.")[:20]
    for factor in sorted(built_in.factors, key=lambda factor: -len(factor.text))[:5]:
        came = pressed(asking(question(built_in, factor.id)), (ENTER, "?", "o"), width=40, height=12)
        before, hinted, help_shown = came.drawn
        assert [has(screen, told) for screen in (before, hinted, help_shown)] == [False, True, False]
        assert hinted.endswith(" …")
        assert has(hinted, factor.text, *map(_, FACTOR_KEYS), *(option.name for option in factor.scale[:3]))
        assert max(map(len, hinted.splitlines())) <= 40


def apart(factor_set: FactorSet, *answers: Answer, answer: Answer = OPEN) -> FactorQuestion:
    """Return a question with what partners said beside it, as the questionnaire puts it."""
    put = question(factor_set, "team", answer)
    partners = tuple(Aside(f"Partner {number}", put.factor, item) for number, item in enumerate(answers, 1))
    asides = Asides(partners=partners)
    return put._replace(asides=asides, proposal=asides.common if answer.option is None else None)


JA, NEE, UNKNOWN = Answer("ja"), Answer("nee"), Answer("weet-niet")


@pytest.mark.parametrize(
    ("now", "partners", "taken"),
    [
        (Answer("deels"), (), "deels"),
        (Answer("nvt"), (), "nvt"),
        (OPEN, (UNKNOWN, UNKNOWN), "weet-niet"),
        (OPEN, (JA, JA), "ja"),
        (OPEN, (JA,), None),
        (NEE, (JA, JA), "nee"),
        (OPEN, (JA, NEE), None),
        (OPEN, (JA, OPEN), None),
        (OPEN, (OPEN, OPEN), None),
    ],
)
def test_enter_takes_what_is_there_or_what_all_partners_gave(
    small: FactorSet, now: Answer, partners: tuple[Answer, ...], taken: str | None
) -> None:
    put = apart(small, *partners, answer=now)
    came = pressed(lambda asker: asker.ask_factor(put), ENTER + "o")
    assert said(came.reply) == (taken or "SKIP")
    takes = _("Enter takes over: {answer}").format(answer=small.factors[0].option(taken).name if taken else "")
    assert (takes in came.drawn[0]) == (now == OPEN and taken is not None)


@pytest.mark.parametrize("number", ["0", "3"])
def test_a_scale_of_numbers_is_answered_with_numbers(number: str) -> None:
    put = question(examples.other_scale(), "first")
    assert said(pressed(lambda asker: asker.ask_factor(put), number).reply) == number


def test_an_option_without_a_key_is_reached_by_arrows(small: FactorSet) -> None:
    team = small.factor_by_id["team"]
    keyless = team._replace(scale=tuple(option._replace(key=None) for option in team.scale))
    put = question(small, "team")._replace(factor=keyless)
    assert said(pressed(lambda asker: asker.ask_factor(put), "jdnwv" + DOWN * 3 + ENTER).reply) == "nee"


@pytest.mark.parametrize(("width", "height"), [(80, 24), (64, 13), (60, 16), (60, 12), (40, 14)])
def test_help_turns_its_pages_in_the_place_of_the_question(small: FactorSet, width: int, height: int) -> None:
    put = of_partners(small)
    came = pressed(asking(put), (*"?" * 30, "b"), width=width, height=height)
    first, *pages = came.drawn
    turned = pages[: pages.index(first)]
    assert came.reply is Command.BACK
    assert 1 <= len(turned) == len(set(turned))
    assert pages == (([*turned, first] * 30)[:30]), "after the last page stands the question, and so on"
    assert all(has(page, "1/4 · Mensen", put.factor.text, *map(_, FACTOR_KEYS[:-1]), _("? goes on")) for page in turned)
    assert has(first, *map(_, FACTOR_KEYS))
    lines = [line for page in (first, *turned) for line in page.splitlines()[2:]]
    told = " ".join(line for line in lines if not re.match(r" [» ] \w  ", line))
    conditions = [condition.help for condition in put.factor.conditions]
    assert has(
        told,
        *conditions,
        *(f"{option.name}: {meaning(option, None, has_conditions=True)}" for option in small.options),
        "Mensen 1",
    )
    assert has(told, "Wisselende gezichten, ook dit jaar.", "Een van de twee kent de wijk nog niet.")
    assert (came.left, came.gone) == ("", "")


def test_help_on_a_low_screen_is_not_cut_below_a_category_with_a_name_of_two_lines(small: FactorSet) -> None:
    put = question(small, "team")
    long = put._replace(category=put.category._replace(name="Afspraken over de samenwerking in de wijk"))
    came = pressed(asking(long), (*"?" * 12, "b"), width=40, height=12)
    told = "".join(came.drawn)
    assert "…" not in told
    assert has(told, *(_(text) for text in ("o: leave the answer as it stands and go on", "t: write a note")))


@pytest.mark.parametrize(("width", "height"), [(40, 18), (40, 24), (44, 18), (50, 15)])
@pytest.mark.parametrize("of", [of_partners, of_last_year])
def test_help_shows_what_the_question_does_not_also_where_its_list_takes_fewer_rows_than_that_of_the_question(
    small: FactorSet, of: Callable[[FactorSet], FactorQuestion], width: int, height: int
) -> None:
    put = of(small)
    scale = tuple(option._replace(help="uitleg die hier achter staat") for option in put.factor.scale)
    came = pressed(
        asking(put._replace(factor=put.factor._replace(scale=scale))), (*"?" * 12, "b"), width=width, height=height
    )
    conditions = (condition_text(item, put.factor, full=True) for item in put.factor.conditions)
    assert has("\n".join(came.drawn).replace("• ", ""), *conditions, *said_before(put))


@pytest.mark.parametrize("key", ["ß", "ŉ", "ﬁ", "İ", "Ü", "ü"])
def test_a_key_without_one_capital_is_a_key_like_any_other(small: FactorSet, key: str) -> None:
    put = question(small, "team")
    scale = tuple(option._replace(key=key if option.id == "nee" else option.key) for option in put.factor.scale)
    put = put._replace(factor=put.factor._replace(scale=scale))
    for same in {key, *(case for case in (key.upper(), key.lower()) if len(case) == 1)}:
        assert said(pressed(lambda asker: asker.ask_factor(put), same).reply) == "nee"


@pytest.mark.parametrize(("width", "height"), [(40, 12), (80, 24), (200, 60)])
def test_what_is_said_behind_an_option_waits_behind_the_help_key_where_the_list_is_brief(
    small: FactorSet, width: int, height: int
) -> None:
    put = question(small, "team")
    scale = tuple(
        option._replace(id=f"{option.id}-{number}", key=None, help=f"uitleg {number} hierbij")
        for number in range(3)
        for option in put.factor.scale
    )
    came = pressed(
        asking(put._replace(factor=put.factor._replace(scale=scale))), (*"?" * 12, "b"), width=width, height=height
    )
    assert has(" ".join(came.drawn), *(f"uitleg {number} hierbij:" for number in range(3)))


# --- conditions -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "keys", "reply"),
    [
        ((), ENTER, ()),
        ((), " " + DOWN * 2 + " " + ENTER, ("is-vast", "woont-dichtbij")),
        ((), UP + " " + UP + " " + ENTER, ("is-deskundig", "woont-dichtbij")),
        ((), "  " + ENTER, ()),
        (("is-vast",), ENTER, ("is-vast",)),
        (("is-vast", "is-deskundig"), " " + DOWN + " " + DOWN + " " + ENTER, ("woont-dichtbij",)),
        ((), " b", Command.BACK),
    ],
)
def test_conditions_are_marked_with_space(
    small: FactorSet, before: tuple[str, ...], keys: str, reply: tuple[str, ...] | Command
) -> None:
    put = question(small, "team", partly(*before))
    came = pressed(lambda asker: asker.ask_conditions(put), keys)
    assert (came.reply, came.left) == (reply, "")


def test_none_or_all_of_them_marked_says_what_that_means(small: FactorSet) -> None:
    put = question(small, "team", partly())
    keys = (" ", DOWN, " ", DOWN + " ", " ", ENTER)
    came = pressed(lambda asker: asker.ask_conditions(put), keys)
    none = _("None marked: then nothing is named as missing.")
    every = _("All marked: the answer stays {answer}.").format(answer="Deels")
    assert [(none in screen, every in screen, screen.count("[x]")) for screen in came.drawn] == [
        (True, False, 0), (False, False, 1), (False, False, 1), (False, False, 2), (False, True, 3), (False, False, 2),
    ]  # fmt: skip
    assert all(screen.count("[x]") + screen.count("[ ]") == 3 for screen in came.drawn)


@pytest.mark.parametrize(("named", "told"), [((), False), (("is-deskundig",), True)])
def test_the_conditions_that_all_partners_named_are_marked_and_told(
    small: FactorSet,
    named: tuple[str, ...],
    told: bool,  # noqa: FBT001 (a parameter of a test)
) -> None:
    put = question(small, "team", Answer("deels"))._replace(proposal=partly(*named))
    came = pressed(lambda asker: asker.ask_conditions(put), ENTER)
    assert came.reply == named
    line = _("Marked before: {conditions}").format(conditions="Deskundig team" if told else "").strip()
    assert (line in came.drawn[0]) == told


@pytest.mark.parametrize(("height", "answers", "notes"), [(20, True, True), (12, True, False), (9, False, False)])
def test_what_others_said_stays_beside_the_conditions_as_long_as_there_is_room(
    small: FactorSet,
    height: int,
    answers: bool,  # noqa: FBT001 (parameters of a test)
    notes: bool,  # noqa: FBT001
) -> None:
    put = of_partners(small)._replace(answer=Answer("deels"))
    came = pressed(lambda asker: asker.ask_conditions(put), ENTER, height=height, width=120)
    missing = _("{label}, missing: {conditions}").format(label="Gemeente", conditions="Vast team")
    assert has(came.drawn[0], put.factor.text, "1/4 " + _("{place} What is missing?").format(place="").strip())
    assert has(came.drawn[0], missing) == answers
    assert has(came.drawn[0], "Wisselende gezichten, ook dit jaar.") == notes


# --- notes ------------------------------------------------------------------------------------------------------


def noting(
    factor_set: FactorSet, now: str | None = None, before: str | None = None, *, tab: bool = False
) -> Callable[[PromptAsker], Note | None]:
    """Ask for a note on the second factor; with `tab` one on the first is possible too."""
    put = question(factor_set, "contact", Answer(note=now))
    other = question(factor_set, "team", Answer("nee", note=before)) if tab else None
    return lambda asker: asker.ask_note(put, other)


@pytest.mark.parametrize(
    ("before", "keys", "note"),
    [
        (None, "Om beurten." + ALT_ENTER + "Ook vrijdag." + ENTER, "Om beurten.\nOok vrijdag."),
        (None, "Een." + CTRL_O + "Twee." + ENTER, "Een.\nTwee."),
        ("Oud.", " En nieuw." + ENTER, "Oud. En nieuw."),
        ("Oud.", BACKSPACE * 4 + ENTER, ""),
        ("Oud.", ENTER, "Oud."),
        (None, "  één 😀  " + ENTER, "één 😀"),
        (None, pasted("een\ntwee\r\ndrie") + ENTER, "een\ntwee\ndrie"),
        (None, "jobt?q" + TAB + ENTER, "jobt?q"),
        (None, pasted("\x1b[31mrood\u202e\x9b2J nul\x00\x07\u2028twee") + ENTER, "[31mrood2J nul\ntwee"),
    ],
)
def test_a_note_is_typed_on_the_factor_that_is_named(
    small: FactorSet, before: str | None, keys: str, note: str
) -> None:
    came = pressed(noting(small, before), keys)
    assert came.reply is not None
    assert (came.reply.question.factor.id, came.reply.text, came.reply.interrupted) == ("contact", note, False)
    named = _("{place} Note on: {factor}").format(place="2/4", factor="Er is één aanspreekpunt.")
    assert has(came.drawn[0], named, request(), *map(_, ("Enter is done", "Esc closes")))
    assert "Tab" not in came.drawn[0]


@pytest.mark.parametrize(
    ("now", "before", "keys", "note"),
    [
        (None, None, "Samen." + TAB, ("team", "Samen.")),
        (None, None, TAB + "Samen." + TAB + TAB, ("team", "Samen.")),
        (None, None, "Samen." + TAB * 2, ("contact", "Samen.")),
        (None, "Oud.", "Samen." + TAB, ("team", "Oud.\nSamen.")),
        ("Nu.", "Oud.", TAB, ("team", "Oud.")),
        ("Nu.", "Oud.", TAB * 2, ("contact", "Nu.")),
        ("Nu.", "Oud.", " Ook." + TAB, ("team", "Oud.\n Ook.")),
        ("Nu.", None, CTRL_O + "Ook." + TAB, ("team", "Ook.")),
        ("Nu.", "Oud.", CTRL_O + "Ook." + TAB * 2, ("contact", "Nu.\nOok.")),
        ("Nu.", "Oud.", CTRL_O + "Ook." + TAB * 3, ("team", "Oud.\nOok.")),
    ],
)
def test_tab_moves_what_is_typed_to_the_factor_before_and_back(
    small: FactorSet, now: str | None, before: str | None, keys: str, note: tuple[str, str]
) -> None:
    came = pressed(noting(small, now, before, tab=True), (keys, ENTER))
    assert came.reply is not None
    assert (came.reply.question.factor.id, came.reply.text) == note
    assert small.factor_by_id[note[0]].text in came.drawn[-1]
    assert _("Tab: on the question before, and back") in came.drawn[0]


def test_what_was_typed_when_a_note_was_closed_is_there_again(small: FactorSet) -> None:
    def thrice(asker: PromptAsker) -> list[Note | None]:
        first, again = noting(small), asker.ask_note
        return [first(asker), again(question(small, "team"), None), first(asker), first(asker)]

    came = pressed(thrice, "Half" + ESCAPE, "Team." + ENTER, " af." + ENTER, "Nieuw." + ENTER)
    assert [note and note.text for note in came.reply] == [None, "Team.", "Half af.", "Nieuw."]


def test_a_note_that_was_closed_on_the_factor_before_is_the_draft_of_that_one(small: FactorSet) -> None:
    def twice(asker: PromptAsker) -> list[Note | None]:
        closed = noting(small, tab=True)(asker)
        return [closed, noting(small)(asker), asker.ask_note(question(small, "team", NEE), None)]

    came = pressed(twice, "Half" + TAB + ESCAPE, "Nu." + ENTER, (PAUSE, ENTER))
    assert [note and note.text for note in came.reply] == [None, "Nu.", "Half"]


DRAFTED = [
    ((TAB + ENTER,), ("team", "Eerste klad\nTweede."), []),
    ((TAB * 2 + ENTER,), ("contact", "Tweede."), ["Eerste klad"]),
    ((TAB + ESCAPE, TAB + ENTER), ("team", "Eerste klad\nTweede."), []),
    ((TAB + ESCAPE, "Nu." + ENTER), ("contact", "Nu."), ["Eerste klad", "Tweede."]),
    ((ESCAPE, TAB + ENTER), ("team", "Eerste klad\nTweede."), []),
    ((ENTER,), ("contact", "Tweede."), ["Eerste klad"]),
    ((TAB + BACKSPACE * 30 + ESCAPE, "Nu." + ENTER), ("contact", "Nu."), []),
]


@pytest.mark.parametrize(("keys", "note", "left"), DRAFTED)
def test_a_draft_of_the_factor_before_is_part_of_what_tab_leads_to(
    small: FactorSet, keys: tuple[str, ...], note: tuple[str, str], left: list[str]
) -> None:
    """Nothing that was typed may stand behind what is saved, or be gone."""

    def ask(asker: PromptAsker) -> tuple[Note | None, list[str]]:
        reply = asker.ask_note(question(small, "team", NEE), None)
        while reply is None:
            reply = noting(small, tab=True)(asker)
        return reply, asker.not_kept()

    first, *more = keys
    reply, told = pressed(ask, "Eerste klad" + ESCAPE, "Tweede." + first, *more).reply
    assert reply is not None
    assert (reply.question.factor.id, reply.text) == note
    named = [line for line in told if line and not line.startswith(told[0].partition(":")[0])]
    assert named == left


def test_a_note_that_is_too_long_is_refused_and_can_be_shortened(small: FactorSet) -> None:
    came = pressed(noting(small), ("x" * 12 + ENTER, BACKSPACE * 2 + ENTER), note_limit=10)
    assert came.reply is not None
    assert came.reply.text == "x" * 10
    assert has(came.drawn[1], _("This text has {length} characters; at most {limit} fit.").format(length=12, limit=10))


@pytest.mark.parametrize(("width", "height"), [(40, 12), (80, 24)])
def test_a_note_that_fills_the_screen_leaves_the_request_and_the_question(
    built_in: FactorSet, width: int, height: int
) -> None:
    for factor in built_in.factors:
        put = question(built_in, factor.id, Answer(note="Woorden. " * 300))

        def ask(asker: PromptAsker, put: FactorQuestion = put) -> object:
            return asker.ask_note(put, put)

        screen = pressed(ask, ENTER, width=width, height=height).drawn[0]
        assert has(screen, request(), put.factor.text, _("Enter is done"), "Woorden.")
        assert _("arrows: more") not in screen


@pytest.mark.parametrize(("keys", "kept"), [("2", True), (DOWN * 2 + ENTER, True), ("1", False), (ENTER + "1", False)])
def test_what_looks_like_personal_data_is_pointed_out(small: FactorSet, keys: str, *, kept: bool) -> None:
    note = Note(question(small, "team"), BEL)
    came = pressed(lambda asker: asker.keeps_note(note), keys)
    assert came.reply is kept
    assert has(came.drawn[0], _("“{text}” looks like a phone number.").format(text="06-12345678"))
    assert pressed(lambda asker: asker.keeps_note(note._replace(text="Bel de school."))).drawn == []


@pytest.mark.parametrize(
    ("before", "keys", "note"),
    [
        (None, "Half" + ALT_ENTER + "gety " + CTRL_D, "Half\ngety"),
        ("Oud.", " En" + CTRL_C, "Oud. En"),
        (None, "half" + ESCAPE + CTRL_D + " meer", "half"),
        ("Oud.", BACKSPACE * 4 + CTRL_C, "Oud."),
        (None, "  " + CTRL_C, ""),
    ],
)
def test_an_interrupted_note_is_handed_over_as_it_stood(
    small: FactorSet, before: str | None, keys: str, note: str
) -> None:
    assert pressed(noting(small, before), keys).reply == Note(
        question(small, "contact", Answer(note=before)), note, interrupted=True
    )


# --- lists, and what comes before the first question --------------------------------------------------------------


@pytest.mark.parametrize(("keys", "chosen"), [(ENTER, None), (DOWN * 3 + ENTER, "ruimte"), (UP + ENTER, "tijd")])
def test_the_open_ones_are_named_and_enter_goes_on(small: FactorSet, keys: str, chosen: str | None) -> None:
    came = pressed(lambda asker: asker.ask_open(everything(small)), keys)
    assert (came.reply.factor.id if came.reply else None) == chosen
    assert has(came.drawn[0], *(item.factor.text for item in everything(small)), _("Go on"))


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        (ENTER, None),
        (DOWN + ENTER, Other.COLLABORATION),
        (DOWN * 2 + ENTER, Other.AGREEMENTS),
        (DOWN * 3 + ENTER, "team"),
    ],
)
def test_what_is_changed_is_chosen_from_the_list_and_enter_alone_goes_on(
    small: FactorSet, keys: str, chosen: str | Other | None
) -> None:
    came = pressed(lambda asker: asker.ask_which(everything(small), (Other.COLLABORATION, Other.AGREEMENTS)), keys)
    assert (came.reply.factor.id if isinstance(came.reply, FactorQuestion) else came.reply) == chosen
    assert has(came.drawn[0], *(", ".join(answer_parts(item)) for item in everything(small)))


@pytest.mark.parametrize(
    "keys",
    [(ENTER, "  " + ENTER, "\u2800" + ENTER, BACKSPACE + "Lyceum Oost " + ENTER), (pasted("Lyceum\nOost") + ENTER,)],
)
def test_the_collaboration_is_asked_until_it_has_a_name(keys: tuple[str, ...]) -> None:
    came = pressed(lambda asker: asker.ask_collaboration(), *keys)
    assert (came.reply, came.left) == ("Lyceum Oost", _("Collaboration: {name}").format(name="Lyceum Oost"))


@pytest.mark.parametrize(
    ("keys", "chosen"), [("1", "school"), (UP + ENTER, "samen"), (ENTER + "2", "samen"), ("b", Command.BACK)]
)
def test_a_perspective_is_chosen_and_none_is_taken_by_enter_alone(
    small: FactorSet, keys: str, chosen: str | Command
) -> None:
    came = pressed(lambda asker: asker.ask_perspective(small.perspectives, can_go_back=True), keys)
    name = small.perspective_name(chosen) if isinstance(chosen, str) else None
    assert (came.reply, came.left) == (chosen, _("Filled in by: {name}").format(name=name) if name else "")


@pytest.mark.parametrize(
    "ask",
    [
        lambda asker: asker.ask_perspective(examples.small().perspectives),
        lambda asker: asker.ask_choice("Welke?", NAMES),
    ],
)
def test_a_list_before_the_first_question_says_how_to_stop(ask: Callable[[PromptAsker], object]) -> None:
    def stopped(asker: PromptAsker) -> None:
        with pytest.raises(Stopped):
            ask(asker)

    assert pressed(stopped, "q").drawn[0].endswith(_("q stop"))


@pytest.mark.parametrize(("keys", "draft"), [("Lyceum O" + CTRL_C, "Lyceum O"), (" " + CTRL_C, None)])
def test_an_interrupted_name_is_handed_over_as_far_as_it_was_typed(keys: str, draft: str | None) -> None:
    with pytest.raises(Interrupted) as raised:
        pressed(lambda asker: asker.ask_collaboration(), keys)
    assert raised.value.draft == draft


@pytest.mark.parametrize(("keys", "chosen"), [("9", 9), ("0" + "2", 2), (DOWN * 10 + ENTER, 10)])
def test_of_many_things_the_first_nine_have_a_number(keys: str, chosen: int) -> None:
    came = pressed(lambda asker: asker.ask_choice("Welke?", NAMES), keys)
    assert (came.reply, came.left) == (chosen, "")


def test_none_of_the_files_to_go_on_with_is_chosen_beforehand_nor_a_new_one() -> None:
    came = pressed(lambda asker: asker.ask_choice("Welke?", {"a.yaml": 1, "Een nieuwe": None}), (ENTER, "2"))
    told = _("Nothing is chosen yet: press a key of the list, or choose with the arrows.")
    assert came.reply is None
    assert [has(screen, told) for screen in came.drawn] == [False, True]
    assert "»" not in "".join(came.drawn)


# --- what stands around a prompt ----------------------------------------------------------------------------------


def test_what_is_behind_stands_above_and_what_changed_is_replaced_there(small: FactorSet) -> None:
    def ask(asker: PromptAsker) -> None:
        for answer in (JA, NEE):
            asker.show(question(small, "team", answer))
            asker.show(question(small, "contact", JA))
            asker.ask_factor(question(small, "ruimte"))

    came = pressed(ask, "o", "o")
    first, second = came.drawn
    assert first.startswith("1/4 Ja\n2/4 Ja\n")
    assert second.startswith("1/4 Nee\n2/4 Ja\n")
    assert (came.left, came.gone) == ("1/4 Nee\n2/4 Ja", "")


def test_a_line_that_is_no_longer_in_view_is_printed_anew(small: FactorSet) -> None:
    def ask(asker: PromptAsker) -> None:
        for answer in (JA, NEE):
            asker.show(question(small, "team", answer))
            asker.ask_factor(question(small, "ruimte"))

    came = pressed(ask, "o", "o", width=40, height=8)
    assert "1/4" not in came.drawn[0]
    assert [line for line in f"{came.gone}\n{came.left}".split("\n") if line] == ["1/4 Ja", "1/4 Nee"]


def test_news_stands_below_the_next_prompt_once_and_then_above(small: FactorSet) -> None:
    news = "Iemand anders\nschreef ook."

    def ask(asker: PromptAsker) -> None:
        asker.ask_factor(question(small, "team"))
        asker.tell(news)
        asker.ask_factor(question(small, "contact"))
        asker.ask_factor(question(small, "ruimte"))

    _first, second, third = (came := pressed(ask, "j", "j", "j")).drawn
    assert second.endswith(f"{_('? help')}\n{news}")
    assert third.startswith(f"{news}\n")
    assert not third.endswith(news)
    assert (second.count("schreef"), third.count("schreef"), came.left) == (1, 1, news)


def test_news_before_the_first_prompt_stands_above_it_at_once() -> None:
    came = pressed(lambda asker: asker.tell("Welkom."))
    assert (came.left, came.drawn) == ("Welkom.", [])


def test_news_behind_the_opening_is_in_view_with_the_first_question_however_low_the_screen(small: FactorSet) -> None:
    def ask(asker: PromptAsker) -> None:
        asker.tell("Welkom.")
        asker.leave()
        asker.tell("Een andere school.")
        asker.ask_factor(question(small, "team"))

    came = pressed(ask, "j", height=10)
    assert "Een andere school." in came.drawn[0]
    assert [line for line in f"{came.gone}\n{came.left}".split("\n") if line] == ["Welkom.", "Een andere school."]


def rows_of_options(screen: str, put: FactorQuestion) -> int:
    return sum(
        any(f"{option.key}  {option.name}" in line for option in put.factor.scale) for line in screen.split("\n")
    )


SIZES = [
    (80, 24), (80, 15), (40, 12),
    pytest.param(60, 18, marks=pytest.mark.long), pytest.param(40, 24, marks=pytest.mark.long),
]  # fmt: skip


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_place_question_and_keys_stand_on_every_screen(built_in: FactorSet, width: int, height: int) -> None:
    for factor in built_in.factors:
        put = question(built_in, factor.id)._replace(asked=built_in.question)

        def ask(asker: PromptAsker, put: FactorQuestion = put) -> object:
            for other in built_in.factors[:3]:
                asker.show(question(built_in, other.id, JA))
            return asker.ask_factor(put)

        screen = pressed(ask, "b", width=width, height=height).drawn[0]
        place = f"{put.number}/19"
        assert has(screen, f"{place} · {put.category.name}", factor.text, f"{place} {built_in.question or ''}")
        assert has(screen, *map(_, FACTOR_KEYS)), screen
        assert rows_of_options(screen, put) >= 3, screen
        assert len(screen.split("\n")) <= height
        shown = [len(condition.text) for condition in factor.conditions if has(screen, condition.text)]
        assert len(shown) in (0, len(factor.conditions)), "conditions are shown whole, or counted"


@pytest.mark.parametrize("width", [40, 80])
def test_what_gives_way_does_so_in_its_order(small: FactorSet, width: int) -> None:
    partners = of_partners(small)
    put = partners._replace(
        category=partners.category._replace(help="Over de mensen om wie het gaat."),
        factor=partners.factor._replace(help="Kijk naar dit jaar."),
    )

    def ask(asker: PromptAsker) -> object:
        asker.show(question(small, "tijd", UNKNOWN))
        return asker.ask_factor(put)

    asides, guidance, conditions = "Wisselende gezichten", "Kijk naar dit jaar.", "Deskundig team"
    seen = []
    for height in range(12, 40, 3):
        screen = pressed(ask, "b", width=width, height=height).drawn[0]
        assert has(screen, "1/4 · Mensen", put.factor.text, *map(_, FACTOR_KEYS))
        assert rows_of_options(screen, put) >= 3
        alone = pressed(asking(put), "b", width=width, height=height).drawn[0]
        assert screen.endswith(alone), "an answered line takes no row of anything else"
        seen.append([has(screen, part) for part in (asides, guidance, conditions)])
    assert all(row == sorted(row) for row in seen), "what goes first is gone wherever what goes later is"
    assert seen == sorted(seen), "what fits on a screen fits on a higher one"
    assert (seen[0][:2], seen[-1], "4/4" in screen) == ([False, False], [True] * 3, True)


@pytest.mark.parametrize("height", [8, 12])
def test_a_list_scrolls_in_itself_and_says_that_there_is_more(height: int) -> None:
    keys = (*(DOWN for _number in NAMES), ENTER)
    came = pressed(lambda asker: asker.ask_choice("Welke?", NAMES), keys, height=height)
    assert came.reply == 12
    assert all(_("arrows: more") in screen and "Welke?" in screen for screen in came.drawn)
    assert [f"» {number}  Naam {number}" in screen for number, screen in enumerate(came.drawn[1:10], 1)] == [True] * 9
    assert "Naam 12" in came.drawn[-1]
    tall = pressed(lambda asker: asker.ask_choice("Welke?", NAMES), "1", height=24)
    assert _("arrows: more") not in tall.drawn[0]


@pytest.mark.parametrize("width", [40, 60])
def test_a_choice_of_several_lines_wraps_at_words_and_is_seen_whole(built_in: FactorSet, width: int) -> None:
    questions = tuple(question(built_in, factor.id, JA) for factor in built_in.factors)
    keys = (*(DOWN for _factor in questions), ENTER)
    came = pressed(lambda asker: asker.ask_which(questions, ()), keys, width=width, height=12)
    assert came.reply == questions[-1]
    for put, screen in zip(questions, came.drawn[1:], strict=True):
        assert has(screen[screen.index("»") :], put.factor.text), screen


@pytest.mark.parametrize("height", [12, 14])
def test_of_a_choice_that_is_taller_than_its_list_every_word_comes_in_view(built_in: FactorSet, height: int) -> None:
    partial = {factor.id: partly(*(item.id for item in factor.conditions)) for factor in built_in.factors}
    points = to_take_up(report(built_in, evaluation(partial)))
    keys = (*(DOWN for _row in range(4 * len(points))), ENTER)
    came = pressed(lambda asker: asker.ask_points(points), keys, width=40, height=height)
    for point in points:
        rows = textwrap.wrap(point_text(point), 32)
        if len(rows) <= height - 6:  # beside the request and the keys
            assert any(has(screen.partition("»")[2], point_text(point)) for screen in came.drawn), point_text(point)
        assert all(any(row in screen for screen in came.drawn) for row in rows), point_text(point)
    marked = pressed(lambda asker: asker.ask_points(points), (UP, DOWN, " ", ENTER), width=40, height=height)
    assert "» [x]" in marked.drawn[-1], "what is marked is seen to be"


@pytest.mark.parametrize("kind", PROMPTS.values(), ids=PROMPTS)
def test_a_window_without_room_for_a_question_says_so_in_its_language(kind: Kind) -> None:
    came = pressed(kind.ask, (Resized(40, 1), Resized(80, 25), kind.keys))
    assert came.reply == kind.reply
    assert _("Make the window larger to see the question.").split()[:4] in [screen.split()[:4] for screen in came.drawn]
    assert "Window too small" not in came.written


@pytest.mark.parametrize("size", [Resized(40, 14), Resized(120, 40), Resized(60, 18)])
def test_another_size_of_the_window_draws_everything_anew(small: FactorSet, size: Resized) -> None:
    put = of_partners(small)
    came = pressed(asking(put), (DOWN, size, 0.1, "b"), width=70, height=20)
    there = pressed(asking(put), (DOWN, "b"), width=size.width, height=size.height)
    assert came.drawn[-1] == there.drawn[-1]


def test_of_a_factor_with_a_text_longer_than_the_screen_every_word_can_be_read(small: FactorSet) -> None:
    put = question(small, "team")
    words = [f"woord-{number}" for number in range(60)]
    put = put._replace(factor=put.factor._replace(text=" ".join(words)))
    came = pressed(asking(put), ("?", "?", "?", "o"), width=40, height=12)
    shown, *pages = came.drawn
    assert has(shown, "1/4 · Mensen", words[0], " …", *map(_, FACTOR_KEYS))
    assert all(any(word in page.split() for page in pages) for word in words)
    noted = pressed(lambda asker: asker.ask_note(put, None), ("Samen.", ENTER), width=40, height=12)
    assert "\n  Samen.\n" in noted.drawn[-1]
    assert has(noted.drawn[-1], words[0], " …", _("Enter is done"))


# --- hostile text -------------------------------------------------------------------------------------------------


def test_text_from_a_file_is_shown_as_text(small: FactorSet) -> None:
    last_year = saying(of_last_year(small), HOSTILE)
    partners = saying(of_partners(small), HOSTILE)
    all_said = saying(everything(small), HOSTILE)

    def tell(asker: PromptAsker) -> None:
        asker.ask_factor(last_year)
        asker.tell(HOSTILE)
        asker.ask_factor(last_year)

    asked: list[tuple[Callable[[PromptAsker], object], tuple[str, ...], int]] = [
        (asking(last_year), ("?o",), 10),
        (asking(partners), ("?o",), 10),
        (lambda asker: asker.ask_conditions(last_year), (" " + ENTER,), 3),
        (lambda asker: asker.ask_note(last_year, partners), (ENTER,), 1),
        (lambda asker: asker.ask_open(all_said), (ENTER,), 4),
        (lambda asker: asker.ask_which(all_said, ()), (ENTER,), 4),
        (lambda asker: asker.ask_perspective(saying(small.perspectives, HOSTILE)), ("1",), 2),
        (lambda asker: asker.ask_choice(SHOWN, {HOSTILE: 1}), ("1",), 2),
        (lambda asker: asker.ask_status(saying(Action("x", owner="y"), HOSTILE), 1, 1), ("1",), 2),
        (tell, ("o", "o"), 11),
    ]
    for ask, keys, least in asked:
        came = pressed(ask, *keys, width=200, height=60)
        assert all(map(steers_nothing, came.drawn))
        assert has(came.drawn[-1], SHOWN)
        assert came.drawn[-1].count("[bold]x[/nope]") >= least, came.drawn[-1]


# --- signals ----------------------------------------------------------------------------------------------------


def test_what_goes_wrong_at_a_key_ends_the_prompt_without_a_word_of_the_library(
    small: FactorSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("werkzaam.terminal.choice_list.ChoiceList.move", raising(LookupError, "nobody foresaw this"))
    with pytest.raises(LookupError):
        pressed(asking(question(small, "team")), DOWN)


def test_what_was_typed_when_something_goes_wrong_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def ask(asker: PromptAsker) -> list[str]:
        with pytest.raises(LookupError):
            asker.ask_owner()
        return asker.not_kept()

    monkeypatch.setattr("werkzaam.terminal.prompts.length_problem", raising(LookupError, "nobody foresaw this"))
    assert "de school" in pressed(ask, "de school" + ENTER).reply


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_a_prompt_and_hands_over_what_was_typed(
    small: FactorSet, number: signal.Signals, monkeypatch: pytest.MonkeyPatch
) -> None:
    from prompt_toolkit.buffer import Buffer

    interruptions = Interruptions()
    insert_text = Buffer.insert_text
    came: list[Note | None] = []

    def type_and_send(buffer: Buffer, data: str, **options: bool) -> None:
        insert_text(buffer, data, **options)
        if buffer.text == "Half gety":
            os.kill(os.getpid(), number)

    def type_half() -> None:
        with interruptions.held():
            came.append(pressed(noting(small), "Half gety", interruptions=interruptions).reply)
            raise Interrupted  # as the questionnaire does

    monkeypatch.setattr(Buffer, "insert_text", type_and_send)
    with pytest.raises(Interrupted):
        type_half()
    assert came == [Note(question(small, "contact"), "Half gety", interrupted=True)]


def test_a_signal_that_came_before_a_prompt_ends_it_at_once(small: FactorSet) -> None:
    interruptions = Interruptions()
    answered: list[object] = []

    def work() -> None:
        with interruptions.held():
            os.kill(os.getpid(), signal.SIGTERM)
            answered.append(pressed(asking(question(small, "team")), "", interruptions=interruptions))

    with pytest.raises(Interrupted):
        work()
    assert answered == []
