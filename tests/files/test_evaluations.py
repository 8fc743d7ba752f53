"""Evaluations from many files: which count, which are told, which are passed over, and in what order."""

from dataclasses import asdict
from pathlib import Path

import pytest

from tests import examples
from werkzaam import language
from werkzaam.domain.factor_set import FactorSet
from werkzaam.files.evaluations import FileCount, evaluations
from werkzaam.files.reading import MAXIMUM_SIZE
from werkzaam.files.searching import Candidate

GOOD = examples.SMALL_ANSWERS
OTHERS = GOOD.replace("factors: klein", "factors: groot")
OLDER = GOOD.replace("version: 2", "version: 1").replace("    tijd:\n", "    bureau:\n")


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def looked_at(factor_set: FactorSet, *found: Candidate) -> tuple[list[str], list[str], dict[str, int]]:
    """Return the names of the files that can be used, what was told, and the numbers that are not 0."""
    count, told = FileCount(), list[str]()
    read = [file.source.name for file in evaluations(found, factor_set, count, told.append)]
    return read, told, {kind: number for kind, number in asdict(count).items() if number}


def candidate(content: str | bytes, *, named: bool, path: str = "a.yaml") -> Candidate:
    Path(path).write_bytes(content.encode() if isinstance(content, str) else content)
    return Candidate(path, named=named)


def test_what_can_be_used_comes_in_the_order_in_which_it_was_found(small: FactorSet) -> None:
    found = [candidate(GOOD, named=False, path=f"{name}.yaml") for name in "cab"]
    assert looked_at(small, *found) == (["c.yaml", "a.yaml", "b.yaml"], [], {"valid": 3})


def test_an_evaluation_is_what_the_file_says(small: FactorSet) -> None:
    (file,) = evaluations([candidate(GOOD, named=True)], small, FileCount(), pytest.fail)
    assert (file.evaluation.collaboration, file.evaluation.perspective) == (
        "Lyceum Oost en Stichting Straatwerk",
        "samen",
    )
    assert file.evaluation.answer("team").missing == ("is-deskundig",)


ALIASES = "a: &a [x, x]\nb: [*a, *a]\n"


@pytest.mark.parametrize(
    ("content", "line"),
    [
        pytest.param(
            "",
            "a.yaml:1:1: Dit is geen bestand van werkzaam: het hoort te beginnen met “werkzaam: 1”.",
            id="empty",
        ),
        pytest.param(
            GOOD + "b: [\n", "a.yaml:22:1: Vóór deze plek gaat een haakje open dat niet dichtgaat.", id="broken"
        ),
        pytest.param(
            GOOD.replace("Oost", "Één").encode("latin-1"),
            "a.yaml:4:23: Dit teken is geen UTF-8. Bewaar het bestand met de codering UTF-8.",
            id="Latin-1",
        ),
        pytest.param(
            GOOD + "#" * MAXIMUM_SIZE,
            "a.yaml:1:1: Het bestand is groter dan 1 MiB: dit is geen bestand van werkzaam.",
            id="too large",
        ),
        pytest.param(
            GOOD + ALIASES,
            "a.yaml:21:4: Een anker (&…) mag hier niet: laat het weg, of zet aanhalingstekens om de waarde.",
            id="aliases",
        ),
        pytest.param(
            f"{GOOD}b: {'[' * 100_000}",
            "a.yaml:21:23: Dit is meer dan 20 lagen diep genest: dit is geen bestand van werkzaam.",
            id="deep",
        ),
        pytest.param(
            GOOD.replace("answer: ja", "answer: jaa").replace("answer: nee", "answer: neen"),
            "a.yaml:15:15: “jaa” is geen antwoord bij deze factor; de antwoorden zijn: ja, deels, nee, weet-niet, nvt. "
            "Bedoelde je “ja”? (en nog 1 probleem)",
            id="two problems",
        ),
        pytest.param(
            f"{GOOD}b: 1\nc: 1\nd: 1\n",
            "a.yaml:21:1: “b” is hier niet bekend. (en nog 2 problemen)",
            id="three problems",
        ),
    ],
)
@pytest.mark.parametrize("named", [True, False])
def test_of_a_file_that_cannot_be_used_the_first_problem_is_told_and_the_rest_goes_on(
    small: FactorSet, content: str | bytes, line: str, *, named: bool
) -> None:
    bad = candidate(content, named=named)
    if content == "":
        bad = candidate(content, named=named, path="werkzaam-2026.yaml")
        line = line.replace("a.yaml", "werkzaam-2026.yaml")
    before, after = (candidate(GOOD, named=False, path=path) for path in ("voor.yaml", "na.yaml"))
    assert looked_at(small, before, bad, after) == (["voor.yaml", "na.yaml"], [line], {"valid": 2, "invalid": 1})


def test_problems_are_told_in_the_language_that_is_spoken(small: FactorSet) -> None:
    language.activate("en")
    found = candidate(f"{GOOD}b: 1\nc: 1\n", named=True)
    assert looked_at(small, found)[1] == ["a.yaml:21:1: “b” is not known here. (and 1 more problem)"]


def test_a_warning_leaves_a_file_as_good_as_it_was_and_is_counted(small: FactorSet) -> None:
    ignored = GOOD.replace("answer: ja", "answer: ja\n      missing: [een-punt]")
    found = [candidate(OLDER, named=True), candidate(ignored, named=True, path="b.yaml")]
    assert looked_at(small, *found) == (["a.yaml", "b.yaml"], [], {"valid": 2, "warnings": 2})


@pytest.mark.parametrize(
    ("content", "kinds"),
    [
        pytest.param("services: [\n", {}, id="other YAML"),
        pytest.param(examples.SMALL_SET, {}, id="the factor set"),
        pytest.param(examples.OTHER_SCALE, {}, id="another factor set"),
        pytest.param(OTHERS, {"passed_over": 1}, id="another set's"),
        pytest.param(f"{OTHERS}b: [\n", {"passed_over": 1}, id="another set's, and broken"),
    ],
)
def test_what_lies_in_a_folder_for_others_is_passed_over(small: FactorSet, content: str, kinds: dict[str, int]) -> None:
    assert looked_at(small, candidate(content, named=False)) == ([], [], kinds)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("services: 1\n", "1:1: “werkzaam” ontbreekt hier."),
        (
            OTHERS,
            "2:10: Dit bestand hoort bij de factorenlijst “groot”, niet bij “klein”: noem die lijst met --factors.",
        ),
    ],
)
def test_what_is_named_is_judged_whatever_it_is(small: FactorSet, content: str, problem: str) -> None:
    read, told, kinds = looked_at(small, candidate(content, named=True))
    assert (read, kinds) == ([], {"invalid": 1})
    assert [line.split(" (en nog")[0] for line in told] == [f"a.yaml:{problem}"]


def test_a_factor_set_that_is_named_is_no_answers_file(small: FactorSet) -> None:
    read, told, kinds = looked_at(small, candidate(examples.SMALL_SET, named=True))
    assert (read, len(told), kinds) == ([], 1, {"invalid": 1})


@pytest.mark.parametrize("named", [True, False])
def test_what_cannot_be_read_is_told_and_counted_apart(small: FactorSet, *, named: bool) -> None:
    found = [Candidate("weg.yaml", named=named), candidate(GOOD, named=True)]
    assert looked_at(small, *found) == (
        ["a.yaml"],
        ["weg.yaml: dit bestand bestaat niet."],
        {"valid": 1, "unreadable": 1},
    )


def test_what_was_read_already_has_its_place_among_the_others(small: FactorSet) -> None:
    piped = Candidate("<stdin>", named=True, content=GOOD.encode())
    assert looked_at(small, candidate(GOOD, named=True), piped)[0] == ["a.yaml", "<stdin>"]


def test_files_are_read_one_by_one_as_they_are_asked_for(small: FactorSet) -> None:
    count = FileCount()
    files = evaluations((candidate(GOOD, named=False, path=f"{name}.yaml") for name in "ab"), small, count, pytest.fail)
    next(files)
    assert (count.valid, Path("b.yaml").exists()) == (1, False)


def test_counts_add_up_kind_by_kind() -> None:
    count = FileCount(1, 2, 3, 4, 5)
    count.add(FileCount(10, 20, 30, 40, 50))
    assert count == FileCount(11, 22, 33, 44, 55)
