"""`werkzaam check` for scripts: `--no-input`, what an evaluation is about, and what others do meanwhile."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests import examples
from tests.cli.calling import SMALL, Call, Done, places, refused, told
from tests.examples import saved
from tests.failing import full
from werkzaam.cli.values import today
from werkzaam.domain.evaluation import Answer
from werkzaam.domain.factor_set import FactorSet
from werkzaam.files import answers, reading
from werkzaam.files.disk.replacing import Losses
from werkzaam.files.disk.saving import State, write_atomically

ABOUT = ("--collaboration", "Lyceum Oost", "--perspective", "samen", "--date", "2026-11-23")
EMPTY = """\
werkzaam: 1
factors: klein
version: 2
collaboration: Lyceum Oost
date: 2026-11-23
perspective: samen
answers:
  mensen:
    team:
      answer:
    contact:
      answer:
  plek:
    ruimte:
      answer:
    tijd:
      answer:
"""


def edited(old: str, new: str, text: str = examples.SMALL_ANSWERS) -> str:
    assert text.count(old) == 1
    return text.replace(old, new)


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Path, bytes]]:
    """Every write of a file, in order."""
    seen: list[tuple[Path, bytes]] = []

    def write_and_remember(path: Path, content: bytes, over: State = None) -> Losses:
        seen.append((path, content))
        return write_atomically(path, content, over)

    for module in ("disk.saving", "store"):  # a new file, and one that is there
        monkeypatch.setattr(f"werkzaam.files.{module}.write_atomically", write_and_remember)
    return seen


def test_texts_of_a_call_are_kept_as_typed_ones_are(call: Call) -> None:
    given = ("--collaboration", " P\tQ\u202e\r\n ", "--note", "tijd=a\u2028b \u202ec\x1b[31m \n")
    assert call("check", "b.yaml", *given, "--perspective", "samen", "--no-input", *SMALL).code == 0
    text = Path("b.yaml").read_text()
    assert "collaboration: P Q\n" in text
    assert "note: |-\n        a\n        b c[31m\n" in text


def test_a_whole_evaluation_can_come_with_the_call(call: Call, written: list[tuple[Path, bytes]]) -> None:
    given = (
        *("--note", "tijd=Regel 1\nRegel 2", "--answer", "ruimte=nvt", "--missing", "team=woont-dichtbij,is-vast"),
        *("--answer", "tijd=nee", "--answer", "team=deels", "--answer", "contact=ja"),
    )
    ended = call("check", "b.yaml", *ABOUT, "--no-input", *SMALL, *given)
    missing = "missing:\n        - is-vast\n        - woont-dichtbij"
    text = (
        EMPTY.replace("team:\n      answer:", f"team:\n      answer: deels\n      {missing}")
        .replace("contact:\n      answer:", "contact:\n      answer: ja")
        .replace("ruimte:\n      answer:", "ruimte:\n      answer: nvt")
        .replace("tijd:\n      answer:", "tijd:\n      answer: nee\n      note: |-\n        Regel 1\n        Regel 2")
    )
    assert Path("b.yaml").read_text() == text
    assert written == [(Path("b.yaml"), text.encode())]
    said = told("Saved in {file}. See this report again with:", file="b.yaml")
    assert ended == Done(
        0, call("report", "b.yaml", *SMALL).out, said + "werkzaam report b.yaml --factors klein.yaml\n"
    )


def test_what_is_left_open_is_no_failure_and_a_pipe_is_not_read(call: Call) -> None:
    ended = call("check", "b.yaml", *ABOUT, "--no-input", *SMALL, stdin="ja\nja\nja\nja\n")
    assert (ended.code, Path("b.yaml").read_text()) == (0, EMPTY)
    assert ended.out == call("report", "b.yaml", *SMALL).out


def test_several_answers_are_one_write_and_leave_all_else_as_it_stands(
    call: Call, written: list[tuple[Path, bytes]]
) -> None:
    before = "# Ingevuld in de docentenkamer\n" + edited("answer: nee\n", "answer: nee   # nog niet\n\n")
    before = edited("date: 2026-11-23", 'date:   "2026-11-23"   # maandag', before).replace("\n", "\r\n")
    Path("a.yaml").write_bytes(before.encode())
    given = ("--answer", "tijd=ja", "--answer", "ruimte=weet-niet", "--note", "contact=Wie?")
    assert call("check", "a.yaml", "--no-input", *SMALL, *given).code == 0
    after = edited("tijd:\r\n      answer:", "tijd:\r\n      answer: ja", before)
    after = edited("answer: nee   #", "answer: weet-niet   #", after)
    after = edited("answer: ja\r\n  plek", "answer: ja\r\n      note: Wie?\r\n  plek", after)
    assert written == [(Path("a.yaml"), after.encode())]
    assert Path("a.yaml").read_bytes() == after.encode()


def test_a_perspective_is_filled_in_beside_the_answers(call: Call) -> None:
    Path("a.yaml").write_text(edited("perspective: samen\n", ""))
    given = ("--perspective", "samen", "--answer", "tijd=ja")
    assert call("check", "a.yaml", "--no-input", *SMALL, *given).code == 0
    assert Path("a.yaml").read_text() == edited("tijd:\n      answer:", "tijd:\n      answer: ja")


def test_without_input_a_new_file_needs_a_name_for_the_collaboration(call: Call) -> None:
    before = sorted(Path.cwd().iterdir())
    ended = call("check", "b.yaml", "--no-input", *SMALL, "--answer", "tijd=ja", stdin="Lyceum Oost\n")
    assert ended == refused("With --no-input a new file needs a name for the collaboration: add --collaboration.")
    assert sorted(Path.cwd().iterdir()) == before


@pytest.mark.parametrize("file", ["a.yaml", "b.yaml"])
def test_nothing_is_asked_again_where_nothing_is_asked(call: Call, file: str) -> None:
    before = Path("a.yaml").read_text()
    ended = call("check", file, *ABOUT, *SMALL, "--no-input", "--review", "--answer", "tijd=ja")
    message = "{option} does nothing with --no-input, which asks no questions: leave one of them out."
    assert ended == refused(message, option="--review")
    assert (Path("a.yaml").read_text(), Path("b.yaml").exists()) == (before, False)


@pytest.mark.parametrize(
    ("about", "name"),
    [
        (("--perspective", "school", "--date", "1-3-2025"), "werkzaam-2025-school.yaml"),
        (("--date", "2025-03-01"), "werkzaam-2025.yaml"),
        (("--perspective", "school"), "werkzaam-{year}-school.yaml"),
    ],
)
def test_without_a_file_it_gets_the_default_name(call: Call, about: tuple[str, ...], name: str) -> None:
    before, day = set(Path.cwd().iterdir()), today()
    ended = call("check", "--collaboration", "X", *about, "--no-input", *SMALL, "--answer", "tijd=ja")
    made = {path.name for path in set(Path.cwd().iterdir()) - before}
    assert (ended.code, made) == (0, {name.format(year=day.year)})
    evaluation = saved(made.pop())
    assert evaluation.date == (date(2025, 3, 1) if "--date" in about else day)
    assert evaluation.perspective == ("school" if "--perspective" in about else None)


def test_the_default_file_is_taken_up_the_second_time(call: Call) -> None:
    same = ("check", *ABOUT, "--no-input", *SMALL)
    assert call(*same, "--answer", "tijd=ja").code == 0
    assert call(*same, "--answer", "contact=nee").code == 0
    text = EMPTY.replace("tijd:\n      answer:", "tijd:\n      answer: ja")
    text = text.replace("contact:\n      answer:", "contact:\n      answer: nee")
    assert Path("werkzaam-2026-samen.yaml").read_text() == text


def test_a_set_without_perspectives_makes_a_file_without_one(call: Call) -> None:
    refusal = refused("This factor set has no perspectives: leave --perspective out.")  # in Dutch; the set is English
    scale = ("--factors", "schaal.yaml", "--lang", "nl", "--no-input")
    assert call("check", "--collaboration", "X", "--date", "2026-11-23", *scale).code == 0
    assert "perspective" not in Path("werkzaam-2026.yaml").read_text()
    assert call("check", "--collaboration", "X", "--perspective", "samen", *scale) == refusal


@pytest.mark.parametrize(
    "words",
    [
        ("--answer", "tijd=%ja"),
        ("--answer", "tijd=ja%"),
        ("--answer", "ti%jd=ja"),
        ("--missing", "team=is-%vast"),
        ("--perspective", "samen%"),
        ("--date", "2026-11%-23"),
    ],
)
@pytest.mark.parametrize("sign", ["\u00a0", "\u200b", "\u00ad", "\u3164"])
def test_a_sign_that_cannot_be_seen_is_named_and_not_what_looks_the_same_suggested(
    call: Call, words: tuple[str, str], sign: str
) -> None:
    ended = call("check", "a.yaml", "--no-input", *SMALL, words[0], words[1].replace("%", sign))
    assert ended.code == 2
    assert f"U+{ord(sign):04X}" in ended.err
    assert told("Did you mean “{word}”?", word="").partition("“")[0] not in ended.err


def test_a_name_that_looks_the_same_is_the_same_and_one_that_cannot_be_seen_is_none(call: Call) -> None:
    name = "Lyceum Oost en\u2060 Stichting Straatwerk\u200b"
    assert call("check", "a.yaml", "--no-input", *SMALL, "--collaboration", name).code == 0
    assert Path("a.yaml").read_text() == examples.SMALL_ANSWERS
    for sign in "\u200b\u00ad\u2800\u3164":
        ended = call("check", "a.yaml", "--no-input", *SMALL, "--collaboration", sign)
        assert ended == refused("--collaboration needs the name of a collaboration.")
        assert call("check", "a.yaml", "--no-input", *SMALL, "--note", f"tijd={sign}").code == 0
        assert Path("a.yaml").read_text() == examples.SMALL_ANSWERS


@pytest.mark.parametrize("more", [("--no-input",), ()])
@pytest.mark.parametrize(
    ("option", "value", "theirs"),
    [
        ("--collaboration", "Iets anders", "Lyceum Oost en Stichting Straatwerk"),
        ("--perspective", "school", "samen"),
        ("--date", "23-11-2025", "2026-11-23"),
    ],
)
def test_a_file_about_something_else_gets_no_answers(
    call: Call, option: str, value: str, theirs: str, more: tuple[str, ...]
) -> None:
    ended = call("check", "a.yaml", option, value, *more, *SMALL, "--answer", "tijd=ja")
    assert ended == refused(
        "{file} says “{found}”, and {option} says “{given}”: leave the option out, or name another file.",
        file="a.yaml",
        found=theirs,
        option=option,
        given="2025-11-23" if option == "--date" else value,
    )
    assert Path("a.yaml").read_text() == examples.SMALL_ANSWERS


def test_without_no_input_the_open_factors_are_asked_next(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    ended = call("check", "b.yaml", *ABOUT, *SMALL, "--plain", "--answer", "contact=ja", stdin="nee\nnvt\nweet-niet\n")
    assert ended.code == 0
    options = [saved("b.yaml").answer(factor.id).option for factor in examples.small().factors]
    assert options == ["nee", "ja", "nvt", "weet-niet"]
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    shown = call("report", "b.yaml", *SMALL).out
    assert ended.out.splitlines() == [
        line.rstrip() for line in shown.splitlines()
    ]  # a terminal gets blanks at the ends


def test_what_is_given_is_saved_before_the_first_question(call: Call) -> None:
    ended = call("check", "a.yaml", *SMALL, "--answer", "contact=nee")
    assert (ended.code, ended.out) == (1, "")
    assert Path("a.yaml").read_text() == edited("answer: ja", "answer: nee")


def test_answers_for_a_new_file_wait_until_it_is_known_what_it_is_about(call: Call) -> None:
    before = sorted(Path.cwd().iterdir())
    assert call("check", "b.yaml", *SMALL, "--answer", "tijd=ja", stdin="Lyceum Oost\n").code == 1
    assert sorted(Path.cwd().iterdir()) == before
    assert call("check", "b.yaml", *SMALL, "--answer", "tijd=ja", stdin="Lyceum Oost\nsamen\n").code == 1
    assert saved("b.yaml").answers["tijd"] == Answer("ja")


# --- places that cannot be written ----------------------------------------------------------------------------------


@pytest.mark.parametrize("more", [("--no-input",), ("--plain",)])
def test_answers_cannot_be_saved_on_stdin(call: Call, more: tuple[str, ...]) -> None:
    before = sorted(Path.cwd().iterdir())
    ended = call("check", "-", *ABOUT, *more, *SMALL, stdin=examples.SMALL_ANSWERS)
    assert ended == refused("{file}: this is not a file; name another one.", file="-")
    assert sorted(Path.cwd().iterdir()) == before


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("weg/b.yaml", "{file}: the folder does not exist; make it first."),
        (".", "{file}: this is a folder; name a file in it."),
        ("vast.yaml", "{file}: you are not allowed to write here; choose another place."),
    ],
)
def test_a_place_that_cannot_be_written_is_told(call: Call, path: str, message: str) -> None:
    Path("vast.yaml").write_text(examples.SMALL_ANSWERS)
    Path("vast.yaml").chmod(0o444)
    before = sorted(Path.cwd().iterdir())
    ended = call("check", path, "--no-input", "--collaboration", "X", *SMALL, "--answer", "tijd=ja")
    assert ended == refused(message, file=path)
    assert sorted(Path.cwd().iterdir()) == before
    assert Path("vast.yaml").read_text() == examples.SMALL_ANSWERS


def test_answers_do_not_go_into_a_factor_set(call: Call) -> None:
    ended = call("check", "klein.yaml", *ABOUT, "--no-input", *SMALL, "--answer", "tijd=ja")
    assert (ended.code, ended.out, places(ended.err)) == (2, "", ["klein.yaml:10:1"])
    assert Path("klein.yaml").read_text() == examples.SMALL_SET


# --- what others do meanwhile ---------------------------------------------------------------------------------------

Meanwhile = Callable[[str], None]


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> Meanwhile:
    """Somebody else, who writes a text into the file right after it was opened."""

    def writes(text: str) -> None:
        original, left = answers.read, [text]

        def read_and_change(source: reading.Source, factor_set: FactorSet) -> answers.AnswersFile:
            as_it_was = original(source, factor_set)
            if left:
                Path("a.yaml").write_text(left.pop())
            return as_it_was

        monkeypatch.setattr("werkzaam.files.store.answers.read", read_and_change)

    return writes


GIVEN = ("--answer", "contact=nvt", "--answer", "tijd=ja", "--answer", "ruimte=weet-niet")
RESCUED = "Your answers are in {file}."


def test_somebody_elses_answer_stays_ours_is_beside_it_and_the_others_are_saved(
    call: Call, meanwhile: Meanwhile
) -> None:
    theirs = edited("tijd:\n      answer:", "tijd:\n      answer: nee  # van mij")
    meanwhile(theirs)
    ended = call("check", "a.yaml", "--no-input", *SMALL, *GIVEN)
    ours = edited("answer: nee\n", "answer: weet-niet\n", edited("answer: ja", "answer: nvt"))
    assert Path("a.yaml").read_text() == ours.replace("tijd:\n      answer:", "tijd:\n      answer: nee  # van mij")
    assert Path("a.yaml.rescue").read_text() == ours.replace("tijd:\n      answer:", "tijd:\n      answer: ja")
    quarrel = "Somebody else changed {factors} meanwhile: theirs stands in {file}."
    said = [
        told(quarrel, factors="tijd", file="a.yaml"),
        told(RESCUED, file="a.yaml.rescue"),
        told("What is not in {file} is in {rescue}.", file="a.yaml", rescue="a.yaml.rescue"),
        told("See this report again with:"),
        "werkzaam report a.yaml --factors klein.yaml\n",
    ]
    assert ended == Done(2, call("report", "a.yaml", *SMALL).out, "".join(said))


def test_with_a_perspective_to_fill_in_nobodys_answer_is_overwritten_either(call: Call, meanwhile: Meanwhile) -> None:
    Path("a.yaml").write_text(edited("perspective: samen\n", ""))
    theirs = edited("tijd:\n      answer:", "tijd:\n      answer: nee")
    meanwhile(theirs.replace("perspective: samen\n", ""))
    given = ("--perspective", "samen", "--answer", "tijd=ja")
    ended = call("check", "a.yaml", "--no-input", *SMALL, *given)
    assert (ended.code, Path("a.yaml").read_text()) == (2, theirs)
    assert saved("a.yaml.rescue").answer("tijd") == Answer("ja")


def test_another_perspective_that_somebody_filled_in_meanwhile_ends_it_before_the_first_question(
    call: Call, meanwhile: Meanwhile
) -> None:
    Path("a.yaml").write_text(edited("perspective: samen\n", ""))
    theirs = edited("perspective: samen", "perspective: school")
    meanwhile(theirs)
    ended = call("check", "a.yaml", *SMALL, "--perspective", "samen", stdin="ja\n")
    assert (ended.code, ended.out, Path("a.yaml").read_text()) == (2, "", theirs)
    message = "{file} says “{found}”, and {option} says “{given}”: leave the option out, or name another file."
    assert told(message, file="a.yaml", found="school", option="--perspective", given="samen") in ended.err


@pytest.mark.parametrize(
    ("words", "factor", "theirs"),
    [
        (("--answer", "ruimte=ja"), "ruimte", edited("ruimte:\n      answer: nee", "ruimte:\n      answer: nvt")),
        ((), "tijd", edited("tijd:\n      answer:", "tijd:\n      answer: nee")),
    ],
    ids=["given", "typed"],
)
def test_after_a_quarrel_a_pipe_is_asked_nothing_more(
    call: Call, meanwhile: Meanwhile, words: tuple[str, ...], factor: str, theirs: str
) -> None:
    meanwhile(theirs)
    ended = call("check", "a.yaml", *SMALL, *words, stdin="ja\nja\n")
    assert (ended.code, ended.out, Path("a.yaml").read_text()) == (2, "", theirs)
    stopped = told("Stopped here: nobody is at a terminal to choose between the two.")
    assert ended.err.endswith(stopped)
    assert saved("a.yaml.rescue").answer(factor) == Answer("ja")


def test_changes_to_other_factors_are_kept_and_told(call: Call, meanwhile: Meanwhile) -> None:
    theirs = edited("Sinds maart zijn er twee mensen.", "Sinds mei vier.")
    meanwhile(theirs)
    ended = call("check", "a.yaml", "--no-input", *SMALL, "--answer", "tijd=ja")
    assert ended.code == 0
    assert Path("a.yaml").read_text() == edited("tijd:\n      answer:", "tijd:\n      answer: ja", theirs)
    kept = told("{file} was changed elsewhere meanwhile; those changes are kept.", file="a.yaml")
    assert ended.err.startswith(kept)


def test_a_file_that_broke_meanwhile_stays_and_everything_given_is_beside_it(call: Call, meanwhile: Meanwhile) -> None:
    meanwhile("werkzaam: [")
    ended = call("check", "a.yaml", "--no-input", *SMALL, *GIVEN)
    assert (ended.code, ended.out, places(ended.err)[0]) == (2, "", "a.yaml:1:11")
    assert Path("a.yaml").read_text() == "werkzaam: ["
    rescued = [saved("a.yaml.rescue").answer(factor).option for factor in ("contact", "tijd", "ruimte")]
    assert rescued == ["nvt", "ja", "weet-niet"]


OTHER = [
    edited("2026-11-23", "2025-11-23"),
    edited("    contact:\n      answer: ja\n", ""),
    edited("samen\n", "school\n"),
]


@pytest.mark.parametrize("theirs", OTHER, ids=["another date", "a factor gone", "another perspective"])
@pytest.mark.parametrize(
    "words",
    [
        pytest.param(("--no-input", *GIVEN), id="no input"),
        pytest.param(GIVEN, id="a pipe", marks=pytest.mark.long),
        pytest.param((), id="a pipe alone", marks=pytest.mark.long),
    ],
)
def test_a_file_that_became_another_evaluation_stays_and_without_a_terminal_that_is_the_end(
    call: Call, meanwhile: Meanwhile, theirs: str, words: tuple[str, ...]
) -> None:
    meanwhile(theirs)
    ended = call("check", "a.yaml", *SMALL, *words, stdin="ja\nja\n")
    assert (ended.code, ended.out, Path("a.yaml").read_text()) == (2, "", theirs)
    assert ended.err.endswith(told(RESCUED, file="a.yaml.rescue"))
    assert saved("a.yaml.rescue").answer("tijd") == Answer("ja")


def test_a_quarrel_that_can_be_saved_nowhere_is_told_in_full_and_is_no_success(
    call: Call, meanwhile: Meanwhile, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = edited("tijd:\n      answer:", "tijd:\n      answer: nee")
    meanwhile(theirs)
    monkeypatch.setattr("werkzaam.files.unsaved.write_apart", full)
    ended = call("check", "a.yaml", "--no-input", *SMALL, "--answer", "tijd=ja")
    assert (ended.code, Path("a.yaml").read_text()) == (2, theirs)
    assert told("Not everything is in {file}: copy what stands above.", file="a.yaml").removesuffix("\n") in ended.err
    assert edited("tijd:\n      answer:", "tijd:\n      answer: ja") in ended.err
