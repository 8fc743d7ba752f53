"""`werkzaam check` for scripts: `--no-input`, what an evaluation is about, and what others do meanwhile."""

import errno
import re
import sys
from datetime import date
from pathlib import Path

import pytest

from tests import examples
from tests.cli.calling import Call, Done
from werkzaam.cli.arguments.values import today
from werkzaam.domain.evaluation import Answer, Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.files import answers, reading
from werkzaam.files.saving import write_atomically

SMALL = ("--factors", "klein.yaml")
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


def read(path: str) -> Evaluation:
    return answers.read(reading.read_file(Path(path)), examples.small()).evaluation


def edited(old: str, new: str, text: str = examples.SMALL_ANSWERS) -> str:
    assert text.count(old) == 1
    return text.replace(old, new)


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Path, bytes]]:
    """Every write of a file, in order."""
    seen: list[tuple[Path, bytes]] = []

    def write_and_remember(path: Path, content: bytes) -> None:
        seen.append((path, content))
        write_atomically(path, content)

    monkeypatch.setattr("werkzaam.files.store.write_atomically", write_and_remember)
    return seen


def test_a_whole_evaluation_can_come_with_the_call(call: Call, written: list[tuple[Path, bytes]]) -> None:
    given = (
        *("--note", "tijd=Regel 1\nRegel 2", "--answer", "ruimte=nvt", "--missing", "team=woont-dichtbij,is-vast"),
        *("--answer", "tijd=nee", "--answer", "team=deels", "--answer", "contact=ja"),
    )
    ended = call("check", "b.yaml", *ABOUT, "--no-input", *SMALL, *given)
    text = (
        EMPTY.replace(
            "team:\n      answer:",
            "team:\n      answer: deels\n      missing:\n        - is-vast\n        - woont-dichtbij",
        )
        .replace("contact:\n      answer:", "contact:\n      answer: ja")
        .replace("ruimte:\n      answer:", "ruimte:\n      answer: nvt")
        .replace("tijd:\n      answer:", "tijd:\n      answer: nee\n      note: |-\n        Regel 1\n        Regel 2")
    )
    assert Path("b.yaml").read_text() == text
    assert written == [(Path("b.yaml"), text.encode())]
    shown = call("report", "b.yaml", *SMALL)
    assert ended == Done(
        0,
        shown.out,
        "Bewaard in b.yaml. Bekijk dit verslag later met:\nwerkzaam report b.yaml --factors klein.yaml\n",
    )
    assert shown.out.startswith("Lyceum Oost\n23-11-2026 · Samen · Kleine lijst\n\nCategorie ")


def test_what_is_left_open_is_no_failure(call: Call) -> None:
    ended = call("check", "b.yaml", *ABOUT, "--no-input", *SMALL, stdin="ja\nja\nja\nja\n")
    assert (ended.code, Path("b.yaml").read_text()) == (0, EMPTY)
    assert ended.out == call("report", "b.yaml", *SMALL).out
    assert ended.err.startswith("Bewaard in b.yaml.")


def test_several_answers_are_one_write_and_leave_all_else_as_it_stands(
    call: Call, written: list[tuple[Path, bytes]]
) -> None:
    before = (
        "# Ingevuld in de docentenkamer\n"
        + edited("date: 2026-11-23", 'date:   "2026-11-23"   # maandag').replace(
            "answer: nee\n", "answer: nee   # nog niet\n\n"
        )
    ).replace("\n", "\r\n")
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
    assert call("check", "b.yaml", "--no-input", *SMALL, "--answer", "tijd=ja", stdin="Lyceum Oost\n") == Done(
        2, "", "Met --no-input heeft een nieuw bestand een naam voor de samenwerking nodig: voeg --collaboration toe.\n"
    )
    assert sorted(Path.cwd().iterdir()) == before


@pytest.mark.parametrize(
    ("about", "name"),
    [
        (("--perspective", "school", "--date", "1-3-2025"), "werkzaam-2025-school.yaml"),
        (("--date", "2025-03-01"), "werkzaam-2025.yaml"),
        (("--perspective", "school"), "werkzaam-{year}-school.yaml"),
        ((), "werkzaam-{year}.yaml"),
    ],
)
def test_without_a_file_it_gets_the_default_name(call: Call, about: tuple[str, ...], name: str) -> None:
    before, day = set(Path.cwd().iterdir()), today()
    ended = call("check", "--collaboration", "X", *about, "--no-input", *SMALL, "--answer", "tijd=ja")
    made = {path.name for path in set(Path.cwd().iterdir()) - before}
    assert (ended.code, made) == (0, {name.format(year=day.year)})
    found = read(*made)
    assert found.date == (date(2025, 3, 1) if "--date" in about else day)
    assert found.perspective == ("school" if "--perspective" in about else None)


def test_the_default_file_is_taken_up_the_second_time(call: Call) -> None:
    same = ("check", *ABOUT, "--no-input", *SMALL)
    assert call(*same, "--answer", "tijd=ja").code == 0
    assert call(*same, "--answer", "contact=nee").code == 0
    assert Path("werkzaam-2026-samen.yaml").read_text() == EMPTY.replace(
        "tijd:\n      answer:", "tijd:\n      answer: ja"
    ).replace("contact:\n      answer:", "contact:\n      answer: nee")


def test_a_set_without_perspectives_makes_a_file_without_one(call: Call) -> None:
    scale = ("--factors", "schaal.yaml", "--lang", "nl", "--no-input")
    assert call("check", "--collaboration", "X", "--date", "2026-11-23", *scale).code == 0
    assert "perspective" not in Path("werkzaam-2026.yaml").read_text()
    assert call("check", "--collaboration", "X", "--perspective", "samen", *scale) == Done(
        2, "", "Deze factorenlijst heeft geen perspectieven: laat --perspective weg.\n"
    )


@pytest.mark.parametrize(
    ("option", "value", "found"),
    [
        ("--collaboration", "Iets anders", "Lyceum Oost en Stichting Straatwerk"),
        ("--perspective", "school", "samen"),
        ("--date", "23-11-2025", "2026-11-23"),
    ],
)
def test_a_file_about_something_else_gets_no_answers(call: Call, option: str, value: str, found: str) -> None:
    said = "2025-11-23" if option == "--date" else value
    assert call("check", "a.yaml", option, value, "--no-input", *SMALL, "--answer", "tijd=ja") == Done(
        2, "", f"In a.yaml staat “{found}” en bij {option} “{said}”: laat de optie weg of noem een ander bestand.\n"
    )
    assert Path("a.yaml").read_text() == examples.SMALL_ANSWERS


def test_without_no_input_the_open_factors_are_asked_next(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    ended = call("check", "b.yaml", *ABOUT, *SMALL, "--plain", "--answer", "contact=ja", stdin="nee\nnvt\nweet-niet\n")
    assert ended.code == 0
    assert [read("b.yaml").answer(factor.id).option for factor in examples.small().factors] == [
        "nee",
        "ja",
        "nvt",
        "weet-niet",
    ]
    assert re.findall("Vraag . van 4", ended.err) == ["Vraag 1 van 4", "Vraag 3 van 4", "Vraag 4 van 4"]
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert ended.out == call("report", "b.yaml", *SMALL).out


def test_what_is_given_is_saved_before_the_first_question(call: Call) -> None:
    ended = call("check", "a.yaml", *SMALL, "--answer", "contact=nee")
    assert (ended.code, ended.out) == (1, "")
    assert Path("a.yaml").read_text() == edited("answer: ja", "answer: nee")


def test_answers_for_a_new_file_wait_until_it_is_known_what_it_is_about(call: Call) -> None:
    before = sorted(Path.cwd().iterdir())
    assert call("check", "b.yaml", *SMALL, "--answer", "tijd=ja", stdin="Lyceum Oost\n").code == 1
    assert sorted(Path.cwd().iterdir()) == before
    assert call("check", "b.yaml", *SMALL, "--answer", "tijd=ja", stdin="Lyceum Oost\nsamen\n").code == 1
    assert read("b.yaml").answers["tijd"] == Answer("ja")


@pytest.mark.parametrize("more", [("--no-input",), ("--plain",)])
def test_answers_cannot_be_saved_on_stdin(call: Call, more: tuple[str, ...]) -> None:
    before = sorted(Path.cwd().iterdir())
    ended = call("check", "-", *ABOUT, *more, *SMALL, stdin=examples.SMALL_ANSWERS)
    assert ended == Done(2, "", "-: dit is geen bestand; noem een ander.\n")
    assert sorted(Path.cwd().iterdir()) == before


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("weg/b.yaml", "weg/b.yaml: de map bestaat niet; maak die eerst.\n"),
        (".", ".: dit is geen bestand; noem een ander.\n"),
        ("klein.yaml", "klein.yaml:10:1: Dit is een factorenlijst"),
    ],
)
def test_a_place_that_cannot_be_written_is_told(call: Call, path: str, message: str) -> None:
    before = sorted(Path.cwd().iterdir())
    ended = call("check", path, *ABOUT, "--no-input", *SMALL, "--answer", "tijd=ja")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(message)
    assert sorted(Path.cwd().iterdir()) == before
    assert Path("klein.yaml").read_text() == examples.SMALL_SET


def test_a_read_only_file_stays_as_it_is(call: Call) -> None:
    Path("a.yaml").chmod(0o444)
    assert call("check", "a.yaml", "--no-input", *SMALL, "--answer", "tijd=ja") == Done(
        2, "", "a.yaml: je mag hier niet schrijven; kies een andere plek.\n"
    )
    assert Path("a.yaml").read_text() == examples.SMALL_ANSWERS


class Meanwhile:
    """Somebody else, who changes the file right after it was opened."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch

    def writes(self, text: str) -> None:
        original = answers.read
        left = [text]

        def read_and_change(source: reading.Source, factor_set: FactorSet) -> answers.AnswersFile:
            found = original(source, factor_set)
            if left:
                Path("a.yaml").write_text(left.pop())
            return found

        self._monkeypatch.setattr("werkzaam.files.store.answers.read", read_and_change)


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> Meanwhile:
    return Meanwhile(monkeypatch)


GIVEN = ("--answer", "contact=nvt", "--answer", "tijd=ja", "--answer", "ruimte=weet-niet")


def test_somebody_elses_answer_stays_ours_is_beside_it_and_the_others_are_saved(
    call: Call, meanwhile: Meanwhile
) -> None:
    theirs = edited("tijd:\n      answer:", "tijd:\n      answer: nee  # van mij")
    meanwhile.writes(theirs)
    ended = call("check", "a.yaml", "--no-input", *SMALL, "--lang", "en", *GIVEN)
    assert ended.code == 2
    assert Path("a.yaml").read_text() == edited(
        "answer: ja", "answer: nvt", edited("ruimte:\n      answer: nee", "ruimte:\n      answer: weet-niet", theirs)
    )
    assert Path("a.yaml.rescue").read_text() == edited("answer: ja", "answer: nvt").replace(
        "ruimte:\n      answer: nee", "ruimte:\n      answer: weet-niet"
    ).replace("tijd:\n      answer:", "tijd:\n      answer: ja")
    assert ended.err.startswith(
        "Somebody else answered tijd meanwhile: their answers stand in a.yaml.\nYour answers are in a.yaml.rescue.\n"
    )
    assert ended.out == call("report", "a.yaml", *SMALL, "--lang", "en").out


def test_a_quarrel_that_can_be_saved_nowhere_is_told_in_full_and_is_no_success(
    call: Call, meanwhile: Meanwhile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object, **_options: object) -> Path:
        raise OSError(errno.ENOSPC, "full")

    theirs = edited("tijd:\n      answer:", "tijd:\n      answer: nee")
    meanwhile.writes(theirs)
    monkeypatch.setattr("werkzaam.files.store.write_apart", full)
    ended = call("check", "a.yaml", "--no-input", *SMALL, "--answer", "tijd=ja")
    assert (ended.code, Path("a.yaml").read_text()) == (2, theirs)
    assert edited("tijd:\n      answer:", "tijd:\n      answer: ja") in ended.err


def test_with_a_perspective_to_fill_in_nobodys_answer_is_overwritten_either(call: Call, meanwhile: Meanwhile) -> None:
    Path("a.yaml").write_text(edited("perspective: samen\n", ""))
    theirs = edited("tijd:\n      answer:", "tijd:\n      answer: nee")
    meanwhile.writes(theirs.replace("perspective: samen\n", ""))
    given = ("--perspective", "samen", "--answer", "tijd=ja")
    ended = call("check", "a.yaml", "--no-input", *SMALL, *given)
    assert (ended.code, Path("a.yaml").read_text()) == (2, theirs)
    assert read("a.yaml.rescue").answer("tijd") == Answer("ja")


def test_after_a_quarrel_a_pipe_is_asked_nothing(call: Call, meanwhile: Meanwhile) -> None:
    theirs = edited("ruimte:\n      answer: nee", "ruimte:\n      answer: nvt")
    meanwhile.writes(theirs)
    ended = call("check", "a.yaml", *SMALL, "--answer", "ruimte=ja", stdin="ja\n")
    assert (ended.code, ended.out, Path("a.yaml").read_text()) == (2, "", theirs)
    assert " ".join(ended.err.split()).startswith(
        "Iemand anders heeft deze vraag intussen beantwoord: dat antwoord staat in a.yaml. "
        "Jouw antwoorden staan in a.yaml.rescue. "
    )
    assert "Vraag 1" not in ended.err
    assert ended.err.endswith("Hier gestopt: er zit niemand aan een terminal om uit de twee antwoorden te kiezen.\n")
    assert read("a.yaml.rescue").answer("ruimte") == Answer("ja")


def test_changes_to_other_factors_are_kept_and_told(call: Call, meanwhile: Meanwhile) -> None:
    theirs = edited("Sinds maart zijn er twee mensen.", "Sinds mei vier.")
    meanwhile.writes(theirs)
    ended = call("check", "a.yaml", "--no-input", *SMALL, "--answer", "tijd=ja")
    assert (ended.code, Path("a.yaml").read_text()) == (
        0,
        edited("tijd:\n      answer:", "tijd:\n      answer: ja", theirs),
    )
    assert ended.err.startswith("a.yaml is intussen ergens anders veranderd; die veranderingen zijn bewaard.\nBewaard")


def test_a_file_that_broke_meanwhile_stays_and_everything_given_is_beside_it(call: Call, meanwhile: Meanwhile) -> None:
    meanwhile.writes("werkzaam: [")
    assert call("check", "a.yaml", "--no-input", *SMALL, *GIVEN) == Done(
        2,
        "",
        "a.yaml:1:12: Vóór deze plek gaat een haakje open dat niet dichtgaat.\n"
        "Jouw antwoorden staan in a.yaml.rescue.\n",
    )
    assert Path("a.yaml").read_text() == "werkzaam: ["
    assert [read("a.yaml.rescue").answer(factor).option for factor in ("contact", "tijd", "ruimte")] == [
        "nvt",
        "ja",
        "weet-niet",
    ]
