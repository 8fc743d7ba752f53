"""Plain mode: what is written on one stream for every line on another."""

import io
import re
from collections.abc import Callable, Mapping
from functools import partial

import pytest

from tests import examples
from tests.domain.building import partly
from tests.terminal.drawing import console
from tests.terminal.questions import everything, of_last_year, question, said
from tests.terminal.saying import HOSTILE, SHOWN, saying, steers_nothing
from tests.terminal.typed_lines import asked, refusal, refused
from werkzaam.domain.evaluation import OPEN, Action, Answer
from werkzaam.domain.factor_set import Factor, FactorSet
from werkzaam.domain.questionnaire import Questionnaire
from werkzaam.domain.questions import Command, FactorQuestion, Note, Other
from werkzaam.errors import EndOfInput, Interrupted, Stopped, UserError
from werkzaam.language import _, ngettext
from werkzaam.terminal.interruption import Interruptions
from werkzaam.terminal.lines import LineAsker
from werkzaam.terminal.question_layout import other_names
from werkzaam.wording.asides import said_before
from werkzaam.wording.notes import length_problem

# --- a factor ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "reply"),
    [
        ("  JA  ", "ja"),
        ("j", "ja"),
        ("D", "deels"),
        ("weet-niet", "weet-niet"),
        ("o", "SKIP"),
        ("", "SKIP"),
        ("B", "BACK"),
        ("t Om beurten.", "NOTE"),
        ("T -", "NOTE"),
    ],
)
def test_a_line_answers_or_commands(small: FactorSet, line: str, reply: str) -> None:
    for end, typed in (("\n", True), ("\n", False), ("", False)):
        if line or end:  # a last line without an end is a line, and nothing is the end
            assert (
                said(asked(line + end, lambda asker: asker.ask_factor(question(small, "team")), typed=typed)[0])
                == reply
            )


def test_an_empty_line_keeps_the_answer_that_is_shown_with_the_conditions_it_names(small: FactorSet) -> None:
    answers = {
        "team": partly("is-vast"),
        "contact": Answer("ja"),
        "ruimte": Answer("nee"),
        "tijd": Answer("nvt", note="Navragen."),
    }
    changed: dict[str, Answer] = {}

    def record(factor: Factor, answer: Answer) -> Mapping[str, Answer]:
        changed[factor.id] = answer
        return {**answers, **changed}

    questions = partial(Questionnaire, small, answers, record=record, others=dict, review=True)
    _nothing, text = asked("\n" * len(answers), lambda asker: questions(asker=asker).run())
    assert changed == {}
    assert [f"{number}/4:\n" in text for number in range(1, 6)] == [True] * 4 + [False]


def test_a_scale_of_numbers_is_answered_with_numbers() -> None:
    put = question(examples.other_scale(), "first")
    assert [said(asked(f"{line}\n", lambda asker: asker.ask_factor(put))[0]) for line in "304"] == list("304")


def test_what_was_said_before_stands_above_the_answers(small: FactorSet) -> None:
    put = of_last_year(small)
    _reply, text = asked("ja\n", lambda asker: asker.ask_factor(put))
    lines = "\n".join(said_before(put))
    asked_then = f"{_('Is this in place?')}\n{_('Answers: {answers}').partition('{')[0]}ja (j); "
    assert f"\nCentrale ruimte\n{lines}\n{asked_then}" in text


# --- what partners answered apart -------------------------------------------------------------------------------


def proposing(factor_set: FactorSet, proposal: Answer | None, answer: Answer = OPEN) -> FactorQuestion:
    return question(factor_set, "team", answer)._replace(proposal=proposal)


@pytest.mark.parametrize(
    ("line", "reply"), [("", "SKIP"), ("ja", "ja"), ("o", "SKIP"), ("nee", "nee"), ("t Samen.", "NOTE")]
)
def test_what_all_partners_answered_is_told_and_only_taken_over_where_it_is_typed(
    small: FactorSet, line: str, reply: str
) -> None:
    taken, text = asked(f"{line}\n", lambda asker: asker.ask_factor(proposing(small, Answer("ja"))))
    assert said(taken) == reply
    assert _("To take over what partners answered ({answer}), write {option}.").format(answer="Ja", option="ja") in text


@pytest.mark.parametrize(
    ("line", "reply"), [("", ()), ("1 2", ("is-vast", "is-deskundig")), ("3", ("woont-dichtbij",)), ("b", Command.BACK)]
)
def test_which_conditions_all_partners_named_is_told_and_an_empty_line_names_none(
    small: FactorSet, line: str, reply: tuple[str, ...] | Command
) -> None:
    put = proposing(small, partly("is-vast", "is-deskundig"), partly())
    named, text = asked(f"{line}\n", lambda asker: asker.ask_conditions(put))
    how = _("Write numbers or ids on one line; an empty line names none, b goes back, q stops.")
    message = _("To take over what partners named ({conditions}), write {numbers}.")
    assert named == reply
    assert f"\n{how}\n{message.format(conditions='Vast team, Deskundig team', numbers='1 2')}\n" in text
    assert text.endswith(f"1/4:\n{named_text(small, reply)}")


def named_text(factor_set: FactorSet, reply: tuple[str, ...] | Command) -> str:
    """Return what is said of the conditions that were named."""
    if isinstance(reply, Command):
        return ""
    texts = [item.text for item in factor_set.factor_by_id["team"].conditions if item.id in reply]
    named = _("Missing: {conditions}").format(conditions=", ".join(texts))
    return f"{named if texts else _('No condition is named.')}\n"


def test_a_hyphen_names_no_condition(small: FactorSet) -> None:
    put = proposing(small, partly("is-vast"), partly())
    named, text = asked("-\n\n", lambda asker: asker.ask_conditions(put), typed=True)
    assert named == ()
    assert refused("-", "write numbers or ids from the list, or b or q") in text


# --- what is no answer ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("line", ["jaa", "t", "tja", "1", "ja nee"])
def test_a_bad_line_in_a_pipe_ends_the_program_and_says_which(small: FactorSet, line: str) -> None:
    with pytest.raises(UserError, match=refusal(line, 2) + ".*ja, deels, nee, weet-niet, nvt,"):
        asked(f"?\n{line}\nja\n", lambda asker: asker.ask_factor(question(small, "team")))


@pytest.mark.parametrize("sign", ["\0", "\u200b"])
def test_what_cannot_be_seen_in_a_bad_line_is_named(small: FactorSet, sign: str) -> None:
    named = f"U+{ord(sign):04X}"
    with pytest.raises(UserError, match=re.escape(named)):
        asked(f"j{sign}a\n", lambda asker: asker.ask_factor(question(small, "team")))
    _reply, text = asked(f"j{sign}a\nja\n", lambda asker: asker.ask_factor(question(small, "team")), typed=True)
    assert named in text


def test_a_bad_line_at_a_terminal_is_asked_again(small: FactorSet) -> None:
    reply, text = asked("mis[/]schien\x1b\nja\n", lambda asker: asker.ask_factor(question(small, "team")), typed=True)
    assert said(reply) == "ja"
    assert f"\n{refused('mis[/]schien', '').partition(':')[0]}: " in text
    assert text.count("1/4:\n") == 2


def test_the_numbers_of_the_lines_count_on_and_the_commands_are_told_once(small: FactorSet) -> None:
    def two(asker: LineAsker) -> None:
        asker.ask_factor(question(small, "tijd"))
        asker.ask_factor(question(small, "contact"))

    with pytest.raises(UserError, match=refusal("x", 2)):
        asked("ja\nx\n", two)
    commands = _("Also: o leave, b back, q stop, question mark (?) help, t with a text writes a note.")
    assert asked("ja\nnee\n", two)[1].count(commands) == 1


def test_the_end_of_a_pipe_is_not_an_empty_line_and_at_a_terminal_it_interrupts(small: FactorSet) -> None:
    with pytest.raises(EndOfInput):
        asked("", lambda asker: asker.ask_factor(question(small, "team")))
    for ask in (
        lambda asker: asker.ask_factor(question(small, "team")),
        lambda asker: asker.ask_which(everything(small), ()),
    ):
        with pytest.raises(Interrupted):
            asked("", ask, typed=True)


@pytest.mark.parametrize("line", ["ja", "t half een not", "q", "x" * 5000, "caf\udce9", "  "])
def test_at_a_terminal_a_line_that_ends_without_enter_is_told_and_never_an_answer(small: FactorSet, line: str) -> None:
    def ask(asker: LineAsker) -> list[str]:
        with pytest.raises(Interrupted):
            asker.ask_factor(question(small, "team"))
        return list(asker.not_kept())

    unsaved = _("Not saved is what you typed here: {asked}").format(asked="1/4")
    assert asked(line, ask, typed=True)[0] == ([unsaved, line, ""] if line.strip() else [])


@pytest.mark.parametrize("errors", ["strict", "surrogateescape"])
def test_bytes_that_are_not_utf_8_are_refused_with_their_line(small: FactorSet, errors: str) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(b"ja\nt caf\xe9\n"), encoding="utf-8", errors=errors)
    on, stream = console()
    asker = LineAsker(on, stdin, Interruptions(), lambda: None)
    asker.ask_factor(question(small, "team"))
    with pytest.raises(UserError, match=re.escape(_("{option}: this text is not UTF-8.").format(option="<stdin>:2"))):
        asker.ask_factor(question(small, "contact"))
    assert stream.getvalue().endswith("2/4: \n"), "the message would stand behind the question"


def test_bytes_that_are_not_utf_8_can_be_typed_again(small: FactorSet) -> None:
    reply, text = asked("t caf\udce9\nnee\n", lambda asker: asker.ask_factor(question(small, "team")), typed=True)
    assert said(reply) == "nee"
    told = _("{option}: this text is not UTF-8.").format(option="<stdin>:1")
    assert f"1/4:\n{told}\n1/4:\n" in text


@pytest.mark.parametrize(("system", "limit"), [("linux", 4095), ("darwin", 1023)])
@pytest.mark.parametrize("end", ["x", "\udcc3"], ids=["whole", "inside a letter"])
def test_a_line_as_long_as_a_terminal_passes_on_is_refused_there(
    small: FactorSet, monkeypatch: pytest.MonkeyPatch, system: str, limit: int, end: str
) -> None:
    monkeypatch.setattr("sys.platform", system)
    lines = f"t {'é' * ((limit - 3) // 2)}{end}\nnee\n"
    reply, text = asked(lines, lambda asker: asker.ask_factor(question(small, "team")), typed=True)
    assert (said(reply), str(limit - 1) in text, "UTF-8" in text) == ("nee", True, False)


def test_a_line_that_fits_on_a_terminal_is_judged_by_what_it_says(small: FactorSet) -> None:
    reply, text = asked(f"t {'x' * 4092}\nnee\n", lambda asker: asker.ask_factor(question(small, "team")), typed=True)
    assert (said(reply), str(length_problem("x" * 4092)) in text, "4094" in text) == ("nee", True, False)


def test_a_line_in_a_pipe_may_be_of_any_length_and_of_a_refused_one_the_beginning_is_told(small: FactorSet) -> None:
    reason = re.escape(str(length_problem("x" * 9000)))
    with pytest.raises(UserError, match=refusal(f"t {'x' * 58}…") + reason):
        asked(f"t {'x' * 9000}\n", lambda asker: noted(asker, small))
    _reply, text = asked(f"{'x' * 900}\nnee\n", lambda asker: asker.ask_factor(question(small, "team")), typed=True)
    assert ("x" * 60 + "…" in text, "x" * 61 in text) == (True, False)


# --- conditions and notes -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "reply"),
    [
        ("", ()),
        ("1,3", ("is-vast", "woont-dichtbij")),
        (" 3 ; 1,", ("woont-dichtbij", "is-vast")),
        ("Is-Vast 2", ("is-vast", "is-deskundig")),
        ("B", Command.BACK),
    ],
)
def test_conditions_are_named_by_number_or_id(small: FactorSet, line: str, reply: tuple[str, ...] | Command) -> None:
    named, text = asked(f"{line}\n", lambda asker: asker.ask_conditions(question(small, "team", partly())))
    assert named == reply
    assert text.endswith(f"1/4:\n{named_text(small, reply)}")


@pytest.mark.parametrize(("line", "word"), [("4", "4"), ("1 x 2", "x"), ("0", "0"), ("1 b", "b")])
def test_a_condition_that_is_not_there_ends_a_pipe_and_is_asked_again_at_a_terminal(
    small: FactorSet, line: str, word: str
) -> None:
    put = question(small, "team", partly())
    with pytest.raises(UserError, match=refusal(word)):
        asked(f"{line}\n", lambda asker: asker.ask_conditions(put))
    named, text = asked(f"{line}\n2\n", lambda asker: asker.ask_conditions(put), typed=True)
    assert named == ("is-deskundig",)
    assert refused(word, "write numbers or ids from the list, or b or q") in text


def noted(asker: LineAsker, factor_set: FactorSet) -> str:
    put = question(factor_set, "team", Answer(note="Oud."))
    assert asker.ask_factor(put) is Command.NOTE
    note = asker.ask_note(put, question(factor_set, "contact"))
    assert note is not None
    assert note.question is put
    return note.text


@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("T   Om\tbeurten.  ", "Om beurten."),
        ("t \x1b[31mOm beurten.", "[31mOm beurten."),
        ("t -", ""),
        ("t - niets", "- niets"),
        (f"t {'x' * 40}", "x" * 40),
    ],
)
def test_a_note_stands_on_the_line_of_its_command(small: FactorSet, line: str, note: str) -> None:
    assert asked(f"{line}\n", lambda asker: noted(asker, small))[0] == note


def test_a_note_that_is_too_long_is_refused_for_its_length(small: FactorSet) -> None:
    reason = re.escape(str(length_problem("x" * 4001)))
    with pytest.raises(UserError, match=refusal(f"t {'x' * 58}…") + reason):
        asked(f"t {'x' * 4001}\n", lambda asker: noted(asker, small))
    assert len(asked(f"t {'x' * 4000}\n", lambda asker: noted(asker, small))[0]) == 4000


def test_personal_data_in_a_note_is_pointed_out_once_it_is_kept(small: FactorSet) -> None:
    note, text = asked("t Bel 06-12345678.\n", lambda asker: noted(asker, small))
    assert (note, text.endswith("1/4:\n")) == ("Bel 06-12345678.", True)
    stays, text = asked("", lambda asker: asker.keeps_note(Note(question(small, "team"), "Bel 06-12345678.")))
    remark = _("“{text}” looks like a phone number.").format(text="06-12345678")
    assert (stays, text) == (True, f"{remark}\n{_('Write the note anew with t, or go on to keep it.')}\n")


# --- lists, and what comes before the first question --------------------------------------------------------------


@pytest.mark.parametrize(
    ("factor", "partly"), [("contact", "some of it is in place (counts for {value})"), ("tijd", "counts for {value}")]
)
def test_what_an_answer_means_follows_from_the_conditions_of_its_factor(
    small: FactorSet, factor: str, partly: str
) -> None:
    _reply, text = asked("?\no\n", lambda asker: asker.ask_factor(question(small, factor)))
    assert f", {_(partly).format(value='0,5')}\n" in text


def test_guidance_is_said_once_and_again_with_the_source_where_help_is_asked_for(small: FactorSet) -> None:
    def put(name: str) -> FactorQuestion:
        of = question(small, name)
        category = of.category._replace(help="Kijk naar dit jaar.")
        return of._replace(category=category, factor=of.factor._replace(help=f"Over {name}.", source="Blad 3"))

    _reply, text = asked("ja\n?\nja\n", lambda asker: [asker.ask_factor(put(name)) for name in ("team", "contact")])
    lines, source = text.splitlines(), _("In the source: {source}").format(source="Blad 3")
    said = [line for line in lines if line.startswith(("Kijk", "Over")) or line == source]
    year = "Kijk naar dit jaar."
    assert said == [year, "Over team.", "Over contact.", year, "Over contact.", source]
    assert lines.index("Over team.") == lines.index("Er is een vast team.") + 2


def test_q_goes_to_the_report_where_all_is_answered(small: FactorSet) -> None:
    assert asked("Q\n", lambda asker: asker.ask_which(everything(small), ()))[0] is None


@pytest.mark.parametrize(
    "ask",
    [
        lambda asker, small: asker.ask_factor(question(small, "team")),
        lambda asker, small: asker.ask_conditions(question(small, "team", partly())),
        lambda asker, small: asker.ask_open(everything(small)),
        lambda asker, _small: asker.ask_status(Action("Praten"), 1, 1),
    ],
)
@pytest.mark.parametrize("typed", [True, False])
def test_q_stops(small: FactorSet, ask: Callable[[LineAsker, FactorSet], object], *, typed: bool) -> None:
    with pytest.raises(Stopped):
        asked("Q\n", lambda asker: ask(asker, small), typed=typed)


def test_a_pipe_that_ends_where_all_is_answered_goes_to_the_report(small: FactorSet) -> None:
    assert asked("", lambda asker: asker.ask_which(everything(small), ()))[0] is None


@pytest.mark.parametrize(("line", "chosen"), [("2\n", "contact"), ("4\n", "tijd"), ("\n", None)])
def test_a_factor_is_chosen_by_its_number(small: FactorSet, line: str, chosen: str | None) -> None:
    for ask, told in (
        (lambda asker: asker.ask_which(everything(small), ()), "Every question is answered."),
        (lambda asker: asker.ask_open(everything(small)), "Still open:"),
    ):
        which, text = asked(line, ask)
        assert (which.factor.id if isinstance(which, FactorQuestion) else which) == chosen
        assert text.splitlines()[:5] == [
            _(told),
            "1. Er is een vast team. [" + "Deels, " + missing_things(1) + "]",
            "2. Er is één aanspreekpunt. [Ja]",
            "3. Er is een eigen ruimte. [Nee]",
            "4. Er is genoeg tijd. [Niet van toepassing]",
        ]


def missing_things(count: int) -> str:
    return ngettext("{count} thing is missing", "{count} things are missing", count).format(count=count)


@pytest.mark.parametrize(("line", "chosen"), [("5\n", Other.COLLABORATION), ("7\n", Other.AGREEMENTS)])
def test_what_else_can_be_changed_is_numbered_behind_the_factors(small: FactorSet, line: str, chosen: Other) -> None:
    which, text = asked(line, lambda asker: asker.ask_which(everything(small), tuple(Other)))
    assert which is chosen
    assert f"\n6. {other_names()[Other.PERSPECTIVE]}\n" in text


@pytest.mark.parametrize("line", ["5", "0", "team"])
def test_a_number_that_is_not_in_the_list_ends_a_pipe_and_is_asked_again_at_a_terminal(
    small: FactorSet, line: str
) -> None:
    with pytest.raises(UserError, match=refusal(line)):
        asked(f"{line}\n", lambda asker: asker.ask_which(everything(small), ()))
    _which, text = asked(f"{line}\n\n", lambda asker: asker.ask_which(everything(small), ()), typed=True)
    assert refused(line, "write a number from the list, or nothing") in text


def test_the_collaboration_is_asked_until_it_has_a_name() -> None:
    name, text = asked(" \u2800\n  Lyceum Oost \n", lambda asker: asker.ask_collaboration(), typed=True)
    assert name == "Lyceum Oost"
    question = f"{_('Which collaboration is this about?')}\n{_('Write its name; q stops.')}\n"
    answer = f"{_('Answer')}:\n"
    assert text == f"{question}{answer}{refused('', 'write the name of the collaboration')}{answer}"
    with pytest.raises(UserError, match=refusal("")):
        asked("  \n", lambda asker: asker.ask_collaboration())


@pytest.mark.parametrize("typed", [True, False])
def test_q_stops_before_there_is_a_name(*, typed: bool) -> None:
    with pytest.raises(Stopped):
        asked("Q\n", lambda asker: asker.ask_collaboration(), typed=typed)


@pytest.mark.parametrize("line", ["b", "O", "t", "?"])
def test_a_command_where_a_text_is_asked_for_is_no_text(line: str) -> None:
    told = refused(line, "write it in full, not as a single key")
    for ask in (
        lambda asker: asker.ask_collaboration("X"),
        lambda asker: asker.ask_owner(),
        lambda asker: asker.ask_what(None),
    ):
        reply, text = asked(f"{line}\nHet team\n", ask, typed=True)
        assert (reply, told in text) == ("Het team", True)
        with pytest.raises(UserError, match=refusal(line)):
            asked(f"{line}\n", ask)
    assert asked("\n", lambda asker: asker.ask_collaboration(line), typed=True)[0] == line


@pytest.mark.parametrize("line", ["\ufeffja", "ja\u00a0", "\u200bja\u200e", " \ufeff ja"])
def test_what_nobody_sees_around_an_answer_is_no_part_of_it(small: FactorSet, line: str) -> None:
    assert said(asked(f"{line}\n", lambda asker: asker.ask_factor(question(small, "team")))[0]) == "ja"


@pytest.mark.parametrize("blank", ["\t", "\u00a0", "\u202f", "\u200b"])
def test_a_note_stands_behind_any_blank(small: FactorSet, blank: str) -> None:
    def note(asker: LineAsker) -> Note | None:
        asker.ask_factor(question(small, "team"))
        return asker.ask_note(question(small, "team"), None)

    taken = asked(f"t{blank}Om beurten.\n", note)[0]
    assert taken is not None
    assert taken.text == "Om beurten."


def test_a_mark_of_byte_order_alone_is_no_line() -> None:
    with pytest.raises(EndOfInput):
        asked("\ufeff", lambda asker: asker.ask_collaboration())


def test_a_name_that_is_put_right_can_stay_as_it_was() -> None:
    name, text = asked("\n", lambda asker: asker.ask_collaboration("Lyceum Oost"), typed=True)
    assert name == "Lyceum Oost"
    assert _("An empty line takes over: {answer}").format(answer=name) in text
    assert asked("West\n", lambda asker: asker.ask_collaboration("Oost"), typed=True)[0] == "West"


@pytest.mark.parametrize("typed", [True, False])
def test_from_the_perspective_one_can_go_back_or_stop(small: FactorSet, *, typed: bool) -> None:
    def ask(asker: LineAsker) -> object:
        return asker.ask_perspective(small.perspectives, can_go_back=True)

    assert asked("b\n", ask, typed=typed)[0] is Command.BACK
    assert asked("samen\n", ask, typed=typed)[0] == "samen"
    with pytest.raises(Stopped):
        asked("q\n", ask, typed=typed)


def test_a_list_of_files_can_be_left() -> None:
    with pytest.raises(Stopped):
        asked("Q\n", lambda asker: asker.ask_choice("Welke?", {"A": 1}), typed=True)


def test_where_there_are_only_numbers_no_id_is_asked_for() -> None:
    chosen, text = asked("x\n2\n", lambda asker: asker.ask_choice("Welke?", {"A": 1, "B": 2}), typed=True)
    assert chosen == 2
    assert text.splitlines()[1:4] == ["1. A", "2. B", f"{_('Write a number.')} {_('q stops.')}"]
    assert refused("x", "write a number from the list") in text


@pytest.mark.parametrize(("line", "chosen"), [("1", "school"), ("samen", "samen"), ("SAMEN", "samen")])
def test_a_perspective_is_chosen_by_number_or_id_and_said_back(small: FactorSet, line: str, chosen: str) -> None:
    perspective, text = asked(f"{line}\n", lambda asker: asker.ask_perspective(small.perspectives))
    assert perspective == chosen
    assert text.splitlines() == [
        _("Who is filling this in?"), "1. School (school)", "2. Samen (samen)",
        f"{_('Write a number or an id.')} {_('q stops.')}", f"{_('Answer')}:",
        _("Filled in by: {name}").format(name=chosen.capitalize()),
    ]  # fmt: skip


@pytest.mark.parametrize("line", ["3", "Same", ""])
def test_a_perspective_that_is_not_there_ends_a_pipe_and_is_asked_again_at_a_terminal(
    small: FactorSet, line: str
) -> None:
    with pytest.raises(UserError, match=refusal(line)):
        asked(f"{line}\n", lambda asker: asker.ask_perspective(small.perspectives))
    _perspective, text = asked(f"{line}\n1\n", lambda asker: asker.ask_perspective(small.perspectives), typed=True)
    assert refused(line, "write a number or an id from the list") in text


def test_text_from_a_file_is_shown_as_text(small: FactorSet) -> None:
    put = saying(of_last_year(small), HOSTILE)
    asks: list[tuple[str, Callable[[LineAsker], object], int]] = [
        ("?\nja\n", lambda asker: asker.ask_factor(put), 16),
        ("1\n", lambda asker: asker.ask_conditions(put), 3),
        ("\n", lambda asker: asker.ask_which(saying(everything(small), HOSTILE), ()), 8),
        ("1\n", lambda asker: asker.ask_perspective(saying(small.perspectives, HOSTILE)), 2),
        ("", lambda asker: asker.tell(f"{HOSTILE}\n{HOSTILE}"), 2),
    ]
    for lines, ask, least in asks:
        on, stream = console(2000)
        ask(LineAsker(on, io.StringIO(lines), Interruptions(), lambda: None))
        text = stream.getvalue()
        assert (steers_nothing(text), text.count(SHOWN) >= least) == (True, True), text
