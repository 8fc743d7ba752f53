"""Default files: which evaluation each of them is, whatever its name says, and which name is free for another."""

from pathlib import Path

import pytest

from tests import examples
from werkzaam.domain.factor_set import FactorSet
from werkzaam.files.default_files import DefaultFiles

SHORT, LONG = "werkzaam-2026-samen.yaml", "werkzaam-2026-samen-lyceum-west.yaml"


def write(folder: Path, name: str, collaboration: str = "Lyceum Oost", **said: str) -> None:
    """Write an evaluation of 2026 by all together, but for what is said of it."""
    text = examples.SMALL_ANSWERS.replace("Lyceum Oost en Stichting Straatwerk", collaboration)
    for key, value in said.items():
        old = next(line for line in text.splitlines() if line.startswith(f"{key}:"))
        text = text.replace(old, f"{key}: {value}")
    (folder / name).write_text(text, encoding="utf-8")


def path(folder: Path, small: FactorSet, collaboration: str, perspective: str | None = "samen") -> str:
    return DefaultFiles(folder, small).path(2026, perspective, collaboration).name


def test_a_name_is_short_while_it_is_free_and_long_where_another_evaluation_has_it(
    tmp_path: Path, small: FactorSet
) -> None:
    assert path(tmp_path, small, "Lyceum Oost") == SHORT
    write(tmp_path, SHORT)
    assert path(tmp_path, small, "lyceum  oost") == SHORT
    assert path(tmp_path, small, "Lyceum West") == LONG
    write(tmp_path, LONG, "Lyceum-West")
    assert path(tmp_path, small, "Lyceum West") == LONG.replace("west", "west-2")
    write(tmp_path, LONG.replace("west", "west-2"), "Lyceum West")
    assert path(tmp_path, small, "Lyceum West") == LONG.replace("west", "west-2")
    assert path(tmp_path, small, "Lyceum  (West)") == LONG.replace("west", "west-3")


@pytest.mark.parametrize("name", ["werkzaam-2026-samen.yml", "werkzaam-2026-samen.YAML", "werkzaam-2026-oud.yaml"])
def test_a_file_is_what_it_holds_whatever_its_name(tmp_path: Path, small: FactorSet, name: str) -> None:
    write(tmp_path, name)
    assert path(tmp_path, small, "Lyceum Oost") == name


@pytest.mark.parametrize("name", ["werkzaam-2026-samen.yaml", "werkzaam-2026-samen.yml", LONG])
def test_a_copy_that_a_sync_program_made_is_not_taken_for_the_file(tmp_path: Path, small: FactorSet, name: str) -> None:
    for called in (name, name.replace(".y", "-LAPTOP-7Q.y"), name.replace(".y", "-2.y")):
        write(tmp_path, called)
    assert path(tmp_path, small, "Lyceum Oost") == name


@pytest.mark.parametrize("taken", ["werkzaam-2026-samen.yml", "Werkzaam-2026-samen.yaml"])
def test_another_ending_or_case_makes_no_name_free(tmp_path: Path, small: FactorSet, taken: str) -> None:
    write(tmp_path, taken)
    write(tmp_path, "werkzaam-2026-samen-lyceum-west.YML", "Lyceum-West")
    assert path(tmp_path, small, "Lyceum West") == LONG.replace("west", "west-2")


@pytest.mark.parametrize("said", [{"date": "2025-11-23"}, {"perspective": "school"}])
def test_a_copy_that_is_still_what_it_was_copied_from_is_not_gone_on_with(
    tmp_path: Path, small: FactorSet, said: dict[str, str]
) -> None:
    write(tmp_path, SHORT, **said)
    assert path(tmp_path, small, "Lyceum Oost") == "werkzaam-2026-samen-lyceum-oost.yaml"


def test_a_file_that_does_not_say_from_which_side_it_is_is_from_that_in_its_name(
    tmp_path: Path, small: FactorSet
) -> None:
    write(tmp_path, SHORT, perspective="")
    write(tmp_path, "werkzaam-2026.yaml", perspective="")
    assert path(tmp_path, small, "Lyceum Oost") == SHORT
    assert path(tmp_path, small, "Lyceum Oost", None) == "werkzaam-2026.yaml"
    assert path(tmp_path, small, "Lyceum Oost", "school") == "werkzaam-2026-school.yaml"


@pytest.mark.parametrize(
    "text", ["", "werkzaam: [", examples.SMALL_ANSWERS.replace("factors: klein", "factors: schaal")]
)
def test_a_file_of_no_use_keeps_its_name_so_that_opening_it_tells_what_is_wrong(
    tmp_path: Path, small: FactorSet, text: str
) -> None:
    (tmp_path / SHORT).write_text(text)
    assert path(tmp_path, small, "Lyceum Oost") == SHORT


def test_files_are_chosen_by_year_side_and_collaboration_and_those_of_no_use_stand_apart(
    tmp_path: Path, small: FactorSet
) -> None:
    write(tmp_path, SHORT)
    write(tmp_path, "werkzaam-2026-school.yaml", perspective="school")
    write(tmp_path, LONG, "Lyceum West")
    write(tmp_path, "werkzaam-2025-samen.yaml", date="2025-11-23")
    write(tmp_path, "anders.yaml")
    write(tmp_path, "werkzaam-2026-anders.yaml", factors="schaal")
    (tmp_path / "werkzaam-2026-stuk.yaml").write_text("werkzaam: [")
    there = DefaultFiles(tmp_path, small)

    def found(year: int, perspective: str | None, collaboration: str | None) -> list[str]:
        return [path.name for path in there.of_year(year, perspective, collaboration)]

    assert found(2026, None, None) == [LONG, "werkzaam-2026-samen.yaml", "werkzaam-2026-school.yaml"]
    assert found(2026, "school", None) == ["werkzaam-2026-school.yaml"]
    assert found(2026, "samen", "LYCEUM WEST") == [LONG]
    assert found(2025, None, None) == ["werkzaam-2025-samen.yaml"]
    assert [path.name for path in there.broken(2026)] == ["werkzaam-2026-stuk.yaml"]
    assert there.broken(2025) == {}
