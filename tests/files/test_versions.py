"""Files of another version of the set: what is retired is told, kept as it stands, and never counted."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests import examples
from tests.examples import read
from tests.files.room import rescue_of
from werkzaam.domain.evaluation import Action, Answer
from werkzaam.domain.factor_set import FactorSet
from werkzaam.errors import UserError
from werkzaam.files.problems import Problem, Severity, UnusableFileError
from werkzaam.files.store import AnswersStore

OLDER = """\
# Bewaard sinds 2024
werkzaam: 1
factors: klein
version: 1
collaboration: Lyceum Oost
date: 2024-11-23
answers:
  vroeger:   # een hele categorie
    iets:
      answer: 'ja'
      note: "Dit stond er."

    niets: {answer: nee,   missing: [x]}
  mensen:
    bureau:      # een factor
      answer:  geen-antwoord-meer
      missing:
        -   a
      note: |
        Twee

        regels
    team:
      answer: deels
      missing:
        - was-er-eens   # een voorwaarde
        - is-vast
    contact:
      answer: ja
  plek:
    ruimte:
      answer:
actions:
  - factor: bureau
    what: Een stoel
    status: open
"""
PLACES = [(8, 3, "vroeger"), (15, 5, "bureau"), (26, 11, "was-er-eens"), (34, 13, "bureau")]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "a.yaml"
    found.write_text(OLDER)
    return found


def opened(path: Path, factor_set: FactorSet) -> tuple[AnswersStore, list[str]]:
    told: list[str] = []
    store = AnswersStore.open(path, factor_set, told.append)
    assert len(told) == len(PLACES)
    told.clear()
    return store, told


def test_what_is_retired_is_a_warning_and_counts_for_nothing(small: FactorSet) -> None:
    message = "“{}” is retired: this version of the factor set no longer has it. It stays in the file."
    found = read(OLDER, small)
    assert list(found.warnings) == [
        Problem("a.yaml", line, column, message.format(name), Severity.WARNING) for line, column, name in PLACES
    ]
    assert (found.retired, found.evaluation.version) == (("iets", "niets", "bureau"), 1)
    assert found.evaluation.answers == {
        "team": Answer("deels", ("is-vast",)),
        "contact": Answer("ja"),
        "ruimte": Answer(),
    }
    assert found.evaluation.actions == (Action("Een stoel"),)


@pytest.mark.parametrize("place", ["      missing: [is-vast, {}]\n", "actions:\n  - {{what: Bellen, factor: {}}}\n"])
@pytest.mark.parametrize("nothing", ["\u200b", "\ufeff", '" "'])
def test_an_id_in_which_nothing_can_be_seen_is_no_retired_one(place: str, nothing: str, small: FactorSet) -> None:
    head = OLDER.partition("answers:")[0]
    with pytest.raises(UnusableFileError) as caught:
        read(f"{head}answers:\n  mensen:\n    team:\n      answer: deels\n{place.format(nothing)}", small)
    (problem,) = caught.value.problems
    assert problem.severity is Severity.ERROR


def test_in_a_file_of_the_sets_own_version_each_of_them_is_an_error_and_everything_was_asked(small: FactorSet) -> None:
    with pytest.raises(UnusableFileError) as caught:
        read(OLDER.replace("version: 1", "version: 2"), small)
    assert [(problem.line, problem.column) for problem in caught.value.problems] == [place[:2] for place in PLACES]
    found = read(examples.SMALL_ANSWERS.replace("    tijd:\n      answer:\n", ""), small)
    assert (found.retired, found.evaluation.version) == ((), 2)


def test_a_factor_in_a_retired_category_that_the_set_still_has_is_not_retired(small: FactorSet) -> None:
    found = read(OLDER.replace("    iets:", "    tijd:"), small)
    assert found.retired == ("niets", "bureau")
    assert "tijd" not in found.evaluation.answers


def test_a_factor_under_another_category_is_an_error_in_an_older_file_too(small: FactorSet) -> None:
    with pytest.raises(UnusableFileError) as caught:
        read(OLDER.replace("    bureau:", "    tijd:"), small)
    assert (15, 5, Severity.ERROR) in [(item.line, item.column, item.severity) for item in caught.value.problems]


@pytest.mark.parametrize(
    ("factor", "answer", "change"),
    [
        (
            "contact",
            Answer("nee", None, "Twee\nregels"),
            (
                "    contact:\n      answer: ja\n",
                "    contact:\n      answer: nee\n      note: |-\n        Twee\n        regels\n",
            ),
        ),
        ("ruimte", Answer("ja"), ("    ruimte:\n      answer:\n", "    ruimte:\n      answer: ja\n")),
        (
            "tijd",
            Answer("ja"),
            ("    ruimte:\n      answer:\n", "    ruimte:\n      answer:\n    tijd:\n      answer: ja\n"),
        ),
        (
            "team",
            Answer("deels", ("is-vast",), "Navragen."),
            ("        - is-vast\n", "        - is-vast\n      note: Navragen.\n"),
        ),
    ],
)
def test_an_answer_leaves_what_is_retired_byte_for_byte(
    path: Path, small: FactorSet, factor: str, answer: Answer, change: tuple[str, str]
) -> None:
    assert OLDER.count(change[0]) == 1
    store, told = opened(path, small)
    store.save({factor: answer})
    assert (path.read_text(), told) == (OLDER.replace(*change), [])
    assert read(path.read_text(), small).evaluation.answer(factor) == answer


def test_one_save_after_another_leaves_it_too(path: Path, small: FactorSet) -> None:
    store, told = opened(path, small)
    for option in ("nee", "ja"):
        for factor in ("contact", "ruimte", "tijd"):
            store.save({factor: Answer(option)})
    store.add_action(Action("Een tafel", "tijd"))
    expected = OLDER.replace(
        "    ruimte:\n      answer:\n", "    ruimte:\n      answer: ja\n    tijd:\n      answer: ja\n"
    )
    assert path.read_text() == f"{expected}  - factor: tijd\n    what: Een tafel\n    status: open\n"
    assert told == []


def test_a_file_of_a_newer_version_is_neither_opened_nor_written(path: Path, small: FactorSet) -> None:
    store, _told = opened(path, small)
    newer = OLDER.replace("version: 1", "version: 3")
    path.write_text(newer)
    with pytest.raises(UserError):
        opened(path, small)
    with pytest.raises(UserError):
        store.save({"tijd": Answer("ja")})
    assert path.read_text() == newer
    rescue = rescue_of(store)
    assert rescue is not None
    assert read(rescue.read_text(), small).evaluation.answer("tijd") == Answer("ja")


def test_a_newer_set_reads_what_an_older_one_wrote(small: FactorSet) -> None:
    found = read(examples.SMALL_ANSWERS, replace(small, version=3))
    assert (found.warnings, found.retired, found.evaluation.version) == ((), (), 2)
    assert found.evaluation == read(examples.SMALL_ANSWERS, small).evaluation
