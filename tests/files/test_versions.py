"""Files of another version of the set: what is retired is told, kept as it stands, and never counted."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests import examples
from werkzaam.domain.evaluation import Action, Answer
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.score import score
from werkzaam.errors import UserError
from werkzaam.files import answers, reading
from werkzaam.files.problems import UnusableFileError
from werkzaam.files.store import AnswersStore
from werkzaam.files.validation import problems_in

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
RETIRED = "is vervallen: deze versie van de factorenlijst heeft het niet meer. Het blijft in het bestand staan."
WARNINGS = [
    f"a.yaml:8:3: let op: “vroeger” {RETIRED}",
    f"a.yaml:15:5: let op: “bureau” {RETIRED}",
    f"a.yaml:26:11: let op: “was-er-eens” {RETIRED}",
    f"a.yaml:34:13: let op: “bureau” {RETIRED}",
]


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    found = Path("a.yaml")
    found.write_text(OLDER)
    return found


def read(text: str, factor_set: FactorSet) -> answers.AnswersFile:
    return answers.read(reading.Source("a.yaml", text), factor_set)


def refused(text: str, factor_set: FactorSet) -> list[str]:
    with pytest.raises(UnusableFileError) as caught:
        read(text, factor_set)
    return [str(problem) for problem in caught.value.problems]


def opened(path: Path, factor_set: FactorSet) -> tuple[AnswersStore, list[str]]:
    told: list[str] = []
    return AnswersStore.open(path, factor_set, told.append), told


def test_what_is_retired_is_a_warning(path: Path, small: FactorSet) -> None:
    assert [str(problem) for problem in read(OLDER, small).warnings] == WARNINGS
    assert [str(problem) for problem in problems_in(reading.read_file(path), small)] == WARNINGS
    assert opened(path, small)[0].warnings == tuple(WARNINGS)


def test_the_ids_of_what_is_retired_and_of_what_was_not_asked_are_known(small: FactorSet) -> None:
    found = read(OLDER, small)
    assert (found.retired, found.unasked) == (("iets", "niets", "bureau"), frozenset({"tijd"}))


def test_in_a_file_of_the_sets_own_version_everything_was_asked(small: FactorSet) -> None:
    found = read(examples.SMALL_ANSWERS.replace("    tijd:\n      answer:\n", ""), small)
    assert (found.retired, found.unasked) == ((), frozenset())


def test_a_factor_in_a_retired_category_that_the_set_still_has_is_not_retired(small: FactorSet) -> None:
    found = read(OLDER.replace("    iets:", "    tijd:"), small)
    assert (found.retired, found.unasked) == (("niets", "bureau"), frozenset({"tijd"}))
    assert "tijd" not in found.evaluation.answers


def test_what_is_retired_counts_for_nothing(small: FactorSet) -> None:
    found = read(OLDER, small).evaluation
    assert found.answers == {
        "team": Answer("deels", ("is-vast",)),
        "contact": Answer("ja"),
        "ruimte": Answer(),
    }
    assert found.actions == (Action("Een stoel"),)
    without = replace(found, actions=())
    head, _, rest = OLDER.partition("  vroeger:")
    people = "  mensen:\n    team:" + rest.partition("    team:")[2].partition("actions:")[0]
    bare = read((head + people).replace("        - was-er-eens   # een voorwaarde\n", ""), small)
    assert bare.warnings == ()
    assert score(small, bare.evaluation) == score(small, without)


def test_in_a_file_of_the_sets_own_version_each_of_them_is_an_error(small: FactorSet) -> None:
    assert refused(OLDER.replace("version: 1", "version: 2"), small) == [
        "a.yaml:8:3: De factorenlijst heeft geen categorie “vroeger”.",
        "a.yaml:15:5: De factorenlijst heeft geen factor “bureau”.",
        "a.yaml:26:11: Deze factor heeft geen voorwaarde “was-er-eens”.",
        "a.yaml:34:13: De factorenlijst heeft geen factor “bureau”.",
    ]


@pytest.mark.parametrize(
    ("factor", "answer", "change"),
    [
        ("contact", Answer("nee"), ("    contact:\n      answer: ja\n", "    contact:\n      answer: nee\n")),
        (
            "contact",
            Answer("ja", (), "Twee\nregels"),
            (
                "    contact:\n      answer: ja\n",
                "    contact:\n      answer: ja\n      note: |-\n        Twee\n        regels\n",
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
    assert path.read_text() == OLDER.replace(*change)
    assert told == []
    again = answers.read(reading.read_file(path), small)
    assert again.evaluation.answer(factor) == answer
    assert len(again.warnings) == len(WARNINGS)


def test_one_save_after_another_leaves_it_too(path: Path, small: FactorSet) -> None:
    store, told = opened(path, small)
    for option in ("nee", "weet-niet", "nvt", "ja"):
        for factor in ("contact", "ruimte", "tijd"):
            store.save({factor: Answer(option)})
    store.add_action(Action("Een tafel", "tijd"))
    expected = OLDER.replace(
        "    ruimte:\n      answer:\n", "    ruimte:\n      answer: ja\n    tijd:\n      answer: ja\n"
    )
    text = path.read_text()
    assert text.startswith(expected)
    assert text.removeprefix(expected).splitlines()[:2] == ["  - factor: tijd", "    what: Een tafel"]
    assert told == []


def test_a_save_raises_neither_the_version_nor_the_date(path: Path, small: FactorSet) -> None:
    store, _told = opened(path, small)
    store.save({"tijd": Answer("ja")})
    assert path.read_text().splitlines()[3:6] == ["version: 1", "collaboration: Lyceum Oost", "date: 2024-11-23"]


def test_a_newer_version_is_refused(path: Path, small: FactorSet) -> None:
    newer = OLDER.replace("version: 1", "version: 3")
    message = (
        "a.yaml:4:10: Dit bestand is ingevuld met versie 3 van de factorenlijst; deze lijst is versie 2: noem de "
        "nieuwere met --factors, of haal een nieuwere werkzaam."
    )
    assert refused(newer, small) == [message]
    path.write_text(newer)
    with pytest.raises(UserError, match=r"^a\.yaml:4:10: Dit bestand is ingevuld met versie 3"):
        opened(path, small)
    assert path.read_text() == newer


def test_a_newer_format_is_refused(small: FactorSet) -> None:
    problem, *others = refused(OLDER.replace("werkzaam: 1", "werkzaam: 2"), small)
    assert problem.startswith("a.yaml:2:11: ")
    assert others == []


def test_a_file_that_was_raised_to_a_newer_version_meanwhile_is_left_alone(path: Path, small: FactorSet) -> None:
    store, _told = opened(path, small)
    newer = OLDER.replace("version: 1", "version: 3")
    path.write_text(newer)
    with pytest.raises(UserError):
        store.save({"tijd": Answer("ja")})
    assert path.read_text() == newer
    assert store.rescue is not None
    assert read(store.rescue.read_text(), small).evaluation.answer("tijd") == Answer("ja")


def test_a_newer_set_reads_what_an_older_one_wrote(small: FactorSet) -> None:
    newer = replace(small, version=3)
    found = answers.read(reading.Source("a.yaml", examples.SMALL_ANSWERS), newer)
    assert (found.warnings, found.retired, found.unasked) == ((), (), frozenset())
    assert found.evaluation == read(examples.SMALL_ANSWERS, small).evaluation
