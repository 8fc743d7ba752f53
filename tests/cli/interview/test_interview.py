import shlex
from datetime import date
from pathlib import Path

import pytest

from tests import examples
from tests.cli.calling import Call
from tests.files.test_editing import BY_HAND
from werkzaam.cli.main import run
from werkzaam.domain.evaluation import Answer, Evaluation
from werkzaam.files import answers, reading

SMALL = ("--factors", "klein.yaml")


NEW = ("--collaboration", "Lyceum Oost", "--perspective", "samen", "--date", "2026-11-23", *SMALL)


def saved(path: str) -> Evaluation:
    return answers.read(reading.read_file(Path(path)), examples.small()).evaluation


def given(path: str) -> list[str | None]:
    return [saved(path).answer(factor.id).option for factor in examples.small().factors]


def test_a_pipe_answers_everything(call: Call) -> None:
    ended = call("check", "b.yaml", *NEW, stdin="ja\nd\nnee\nnvt\n")
    assert ended.code == 0
    assert given("b.yaml") == ["ja", "deels", "nee", "nvt"]
    assert ended.out.startswith("Lyceum Oost\n23-11-2026 · Samen · Kleine lijst\n")
    assert ended.err.endswith(
        "\nBewaard in b.yaml. Bekijk dit verslag later met:\nwerkzaam report b.yaml --factors klein.yaml\n"
    )


def test_input_that_ends_early_keeps_what_it_gave(call: Call) -> None:
    ended = call("check", "b.yaml", *NEW, stdin="ja\n")
    assert (ended.code, ended.out, given("b.yaml")) == (1, "", ["ja", None, None, None])
    assert ended.err.endswith(
        "De invoer hield op vóór de laatste vraag; wat erin stond is bewaard. Ga verder met:\n"
        "werkzaam check b.yaml --factors klein.yaml\n"
    )


def test_input_that_ends_before_the_first_question_leaves_nothing_behind(call: Call) -> None:
    ended = call("check", "--factors", "klein.yaml", "--lang", "en", "--plain")
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.endswith(
        "Nothing was to be saved yet. Start again with:\nwerkzaam check --plain --factors klein.yaml --lang en\n"
    )
    assert sorted(path.name for path in Path.cwd().iterdir()) == ["a.yaml", "klein.yaml", "schaal.yaml"]


def test_a_bad_line_ends_it_and_keeps_what_came_before(call: Call) -> None:
    ended = call("check", "b.yaml", *NEW, stdin="ja\nmisschien\nnee\n")
    assert (ended.code, ended.out, given("b.yaml")) == (2, "", ["ja", None, None, None])
    assert ended.err.endswith(
        "<stdin>:2: “misschien” is hier geen antwoord: schrijf ja, deels, nee, weet-niet, nvt, of o, b, q, een "
        "vraagteken, of t met een notitie.\n"
    )


def test_stopping_ends_well_and_shows_how_to_go_on(call: Call) -> None:
    ended = call("check", "met spatie.yaml", *NEW, "--review", stdin="ja\nq\n")
    assert (ended.code, ended.out) == (0, "")
    assert ended.err.endswith(
        "\nBewaard. Ga verder met:\nwerkzaam check 'met spatie.yaml' --review --factors klein.yaml\n"
    )


def test_a_name_that_looks_like_an_option_can_be_given_again(call: Call) -> None:
    ended = call("check", "./-b.yaml", *NEW, stdin="q\n")
    assert ended.err.endswith("werkzaam check ./-b.yaml --factors klein.yaml\n")


def test_what_it_is_about_is_asked_where_it_is_not_given(call: Call) -> None:
    ended = call("check", "--date", "23-11-2026", *SMALL, stdin="Lyceum Oost\n2\nq\n")
    assert ended.code == 0
    found = saved("werkzaam-2026-samen.yaml")
    assert (found.collaboration, found.perspective, found.date) == ("Lyceum Oost", "samen", date(2026, 11, 23))


def test_a_set_without_perspectives_asks_for_none(call: Call) -> None:
    scale = ("--factors", "schaal.yaml", "--date", "2026-11-23")
    ended = call("check", *scale, "--collaboration", "X", stdin="4\n0\ndone\n")
    assert ended.code == 0
    assert Path("werkzaam-2026.yaml").read_text() == (
        "werkzaam: 1\nfactors: schaal\nversion: 1\ncollaboration: X\ndate: 2026-11-23\nanswers:\n  all:\n"
        "    first:\n      answer: '4'\n    second:\n      answer: '0'\n    third:\n      answer: done\n"
    )


def test_an_existing_file_is_taken_up_where_it_was_left(call: Call) -> None:
    ended = call("check", "a.yaml", *SMALL, stdin="ja\n")
    assert ended.code == 0
    assert Path("a.yaml").read_text() == examples.SMALL_ANSWERS.replace(
        "tijd:\n      answer:", "tijd:\n      answer: ja"
    )
    assert "3 van de 4 vragen zijn beantwoord.\n" in ended.err


def test_a_default_file_that_is_there_already_is_taken_up(call: Call) -> None:
    Path("a.yaml").rename("werkzaam-2026-samen.yaml")
    name = "Lyceum Oost en Stichting Straatwerk"
    ended = call("check", "--date", "2026-11-23", *SMALL, stdin=f"{name}\nsamen\nja\n")
    assert (ended.code, given("werkzaam-2026-samen.yaml")) == (0, ["deels", "ja", "nee", "ja"])


def test_options_may_repeat_what_a_file_says(call: Call) -> None:
    same = ("--collaboration", "Lyceum Oost en Stichting Straatwerk", "--perspective", "samen", "--date", "2026-11-23")
    assert call("check", "a.yaml", *same, *SMALL, stdin="q\n").code == 0
    assert Path("a.yaml").read_text() == examples.SMALL_ANSWERS


@pytest.mark.parametrize(
    ("option", "value", "found"),
    [
        ("--collaboration", "Iets anders", "Lyceum Oost en Stichting Straatwerk"),
        ("--perspective", "school", "samen"),
        ("--date", "2025-11-23", "2026-11-23"),
    ],
)
def test_options_that_say_otherwise_are_refused(call: Call, option: str, value: str, found: str) -> None:
    ended = call("check", "a.yaml", option, value, *SMALL)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == (
        f"In a.yaml staat “{found}” en bij {option} “{value}”: laat de optie weg of noem een ander bestand.\n"
    )
    assert Path("a.yaml").read_text() == examples.SMALL_ANSWERS


def test_a_perspective_that_a_file_lacks_is_filled_in(call: Call) -> None:
    Path("a.yaml").write_text(examples.SMALL_ANSWERS.replace("perspective: samen\n", ""))
    assert call("check", "a.yaml", "--perspective", "samen", *SMALL, stdin="q\n").code == 0
    assert Path("a.yaml").read_text() == examples.SMALL_ANSWERS


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            ("--perspective", "scool"),
            "Het perspectief “scool” is er niet; er zijn: school, samen. Bedoelde je “school”?",
        ),
        (("--date", "morgen"), "“morgen” is geen datum: schrijf die als 2026-11-23 of 23-11-2026."),
        (("--date", "31-2-2026"), "“31-2-2026” is geen datum: schrijf die als 2026-11-23 of 23-11-2026."),
        (("--date", "20261123"), "“20261123” is geen datum: schrijf die als 2026-11-23 of 23-11-2026."),
        (("--collaboration", "  "), "Bij --collaboration hoort de naam van een samenwerking."),
    ],
)
def test_options_that_cannot_be_right_are_refused(call: Call, options: tuple[str, ...], message: str) -> None:
    ended = call("check", "b.yaml", *options, *SMALL)
    assert (ended.code, ended.out, ended.err) == (2, "", f"{message}\n")
    assert not Path("b.yaml").exists()


def test_a_set_without_perspectives_takes_none(call: Call) -> None:
    ended = call("check", "b.yaml", "--perspective", "samen", "--factors", "schaal.yaml", "--lang", "nl")
    message = "Deze factorenlijst heeft geen perspectieven: laat --perspective weg.\n"
    assert (ended.code, ended.out, ended.err) == (2, "", message)


def test_what_has_no_effect_is_told_before_the_first_question(call: Call) -> None:
    text = examples.SMALL_ANSWERS.replace("answer: nee\n", "answer: nee\n      missing: [is-eigen]\n")
    Path("a.yaml").write_text(text)
    ended = call("check", "a.yaml", *SMALL, stdin="q\n")
    assert (ended.code, Path("a.yaml").read_text()) == (0, text)
    assert ended.err.startswith("a.yaml:19:7: let op: Wat ontbreekt telt hier niet mee")


def test_without_stdin_there_is_nobody_to_ask(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    assert call("--version").code == 0
    monkeypatch.setattr("sys.stdin", None)
    assert (run(["check", "b.yaml", *NEW]), Path("b.yaml").exists()) == (1, False)


def test_somebody_elses_answer_ends_a_pipe(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    original = answers.read
    edited = examples.SMALL_ANSWERS.replace("tijd:\n      answer:", "tijd:\n      answer: nee")

    def read_and_change(source: reading.Source, factor_set: object) -> answers.AnswersFile:
        found = original(source, factor_set)  # type: ignore[arg-type]
        Path("a.yaml").write_text(edited)
        return found

    monkeypatch.setattr("werkzaam.files.store.answers.read", read_and_change)
    ended = call("check", "a.yaml", *SMALL, stdin="ja\n")
    assert (ended.code, Path("a.yaml").read_text()) == (2, edited)
    assert ended.err.endswith("Hier gestopt: er zit niemand aan een terminal om uit de twee antwoorden te kiezen.\n")
    assert saved("a.yaml.rescue").answer("tijd").option == "ja"


def test_the_command_to_start_again_holds_all_that_the_call_said(call: Call) -> None:
    given_words = ("--answer", "team=deels", "--missing", "team=is-vast", "--note", "team=Zie 'a' & b")
    ended = call("check", "b.yaml", "--date", "1-3-2026", *SMALL, *given_words, stdin="Lyceum Oost\n")
    assert (ended.code, Path("b.yaml").exists()) == (1, False)
    again = ended.err.rstrip("\n").rsplit("\n", 1)[1]
    assert again == (
        "werkzaam check b.yaml --collaboration 'Lyceum Oost' --date 2026-03-01 --answer team=deels "
        "--missing team=is-vast --note 'team=Zie '\"'\"'a'\"'\"' & b' --factors klein.yaml"
    )
    assert call(*shlex.split(again)[1:], stdin="samen\nq\n").code == 0
    assert saved("b.yaml").answer("team") == Answer("deels", ("is-vast",), "Zie 'a' & b")


def test_the_command_to_go_on_does_not_repeat_what_is_in_the_file(call: Call) -> None:
    ended = call("check", "b.yaml", *NEW, "--answer", "team=ja", "--note", "tijd=Later", stdin="q\n")
    assert (ended.code, ended.err.splitlines()[-1]) == (0, "werkzaam check b.yaml --factors klein.yaml")
    assert saved("b.yaml").answers["team"] == Answer("ja")


def test_with_everything_given_nothing_is_asked_but_whether_to_change_something(call: Call) -> None:
    words = [word for factor in examples.small().factors for word in ("--answer", f"{factor.id}=ja")]
    ended = call("check", "b.yaml", *NEW, *words)
    assert (ended.code, given("b.yaml")) == (0, ["ja"] * 4)
    assert "Vraag 1 van 4" not in ended.err
    ended = call("check", "b.yaml", *SMALL, stdin="2\nnee\n\n")
    assert (ended.code, given("b.yaml")) == (0, ["ja", "nee", "ja", "ja"])


def test_a_review_asks_what_was_given_too(call: Call) -> None:
    ended = call("check", "b.yaml", *NEW, "--review", "--answer", "team=ja", stdin="nee\nja\nja\nja\n")
    assert (ended.code, given("b.yaml")) == (0, ["nee", "ja", "ja", "ja"])


def test_a_note_that_came_with_the_call_is_shown_at_its_question(call: Call) -> None:
    ended = call("check", "b.yaml", *NEW, "--note", "contact=Vraag het [bold]aan[/] de school", stdin="ja\nq\n")
    assert ended.code == 0
    assert "Notitie: Vraag het [bold]aan[/] de school\n" in ended.err


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_review_of_a_file_by_hand_changes_two_blocks_and_nothing_else(
    call: Call, folder: Path, line_end: str
) -> None:
    before = BY_HAND.replace("\n", line_end)
    (folder / "hand.yaml").write_text(before, newline="")
    replies = ["", "nee", "", "t Anders.", "ja"]  # team; contact; ruimte; tijd gets a note, then an answer
    done = call("check", "hand.yaml", "--review", *SMALL, stdin="\n".join(replies) + "\n")
    assert (done.code, done.err.count("Vraag ")) == (0, 5)
    after = (folder / "hand.yaml").read_bytes().decode()
    expected = BY_HAND.replace("answer: weet-niet", "answer: nee").replace("answer: nee   # zei", "answer: ja   # zei")
    expected = expected.replace("note: >-\n              Gevouwen\n              tekst.\n", "note: Anders.\n")
    assert expected != BY_HAND
    assert after == expected.replace("\n", line_end)
