from pathlib import Path

import pytest

from werkzaam.files import locations


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    names = [
        "werkzaam-2025.yaml",
        "werkzaam-2026.yaml",
        "werkzaam-2026-samen.yaml",
        "werkzaam-2026-jong-en-oud.yaml",
        "werkzaam-2026.yaml.rescue",
        ".werkzaam-2026.yaml.new",
        "werkzaam-26.yaml",
        "werkzaam-2026-.yaml",
        "werkzaam-2026-Samen.yaml",
        "werkzaam-2026.yml",
        "factors.yaml",
    ]
    for name in names:
        (tmp_path / name).touch()
    (tmp_path / "werkzaam-2024.yaml").mkdir()
    return tmp_path


def test_the_built_in_set_is_a_file_that_says_what_it_is() -> None:
    assert "\nwerkzaam: 1\nid: onderwijs-jongerenwerk\n" in locations.built_in_factors().read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("year", "perspective", "name"),
    [
        (2026, None, "werkzaam-2026.yaml"),
        (2026, "jongerenwerk", "werkzaam-2026-jongerenwerk.yaml"),
        (426, None, "werkzaam-0426.yaml"),
    ],
)
def test_the_default_name_says_year_and_perspective(year: int, perspective: str | None, name: str) -> None:
    assert locations.default_name(year, perspective) == name


def test_default_files_of_any_year_or_of_one_are_found(folder: Path) -> None:
    assert sorted(path.name for path in locations.default_files(folder)) == [
        "werkzaam-2025.yaml",
        "werkzaam-2026-jong-en-oud.yaml",
        "werkzaam-2026-samen.yaml",
        "werkzaam-2026.yaml",
    ]
    assert [path.name for path in locations.default_files(folder, 2025)] == ["werkzaam-2025.yaml"]
    assert list(locations.default_files(folder, 2024)) == []


@pytest.mark.parametrize(
    ("name", "neighbour"),
    [
        ("a.yaml", ".a.yaml.new"),
        ("x" * 255, f".{'x' * 250}.new"),
        ("é" * 127, f".{'é' * 125}.new"),
        ("€" * 85, f".{'€' * 83}.new"),
    ],
)
def test_what_stands_beside_a_file_is_called_after_it_as_far_as_there_is_room(
    tmp_path: Path, name: str, neighbour: str
) -> None:
    assert locations.beside(tmp_path / name, ".", ".new") == tmp_path / neighbour
    (tmp_path / neighbour).touch()


def test_where_a_disk_does_not_say_how_long_a_name_may_be_it_is_as_long_as_nearly_everywhere(tmp_path: Path) -> None:
    path = tmp_path / "weg" / ("x" * 300)
    assert locations.beside(path, "", ".rescue").name == "x" * 248 + ".rescue"
