import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkzaam.files import default_files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    names = [
        "werkzaam-2025.YAML",
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


@pytest.mark.parametrize(
    ("year", "perspective", "name"),
    [
        (2026, None, "werkzaam-2026.yaml"),
        (2026, "jongerenwerk", "werkzaam-2026-jongerenwerk.yaml"),
        (426, None, "werkzaam-0426.yaml"),
    ],
)
def test_the_default_name_says_year_and_perspective(year: int, perspective: str | None, name: str) -> None:
    assert default_files.default_name(year, perspective) == name


@pytest.mark.parametrize(
    ("collaboration", "number", "name"),
    [
        ("Lyceum Oost", 1, "werkzaam-2026-samen-lyceum-oost.yaml"),
        ("Lyce\u0301e 's-Gravenhage & Co.", 1, "werkzaam-2026-samen-lycee-s-gravenhage-co.yaml"),
        ("Lyc\u00e9e \u2019s-Gravenhage & Co.", 2, "werkzaam-2026-samen-lycee-s-gravenhage-co-2.yaml"),
        ("\ufb01jn \u2460", 1, "werkzaam-2026-samen-fijn-1.yaml"),
        ("\u5b66\u6821", 1, "werkzaam-2026-samen-samenwerking.yaml"),
        ("../../etc", 1, "werkzaam-2026-samen-etc.yaml"),
        ("a" * 39 + " b", 1, f"werkzaam-2026-samen-{'a' * 39}.yaml"),
        ("a" * 50, 3, f"werkzaam-2026-samen-{'a' * 40}-3.yaml"),
    ],
)
def test_the_long_default_name_says_the_collaboration_too(collaboration: str, number: int, name: str) -> None:
    assert default_files.long_default_name(2026, "samen", collaboration, number) == name


@given(st.text())
def test_a_long_default_name_is_a_default_name(collaboration: str) -> None:
    name = default_files.long_default_name(2026, None, collaboration)
    assert re.fullmatch(r"werkzaam-2026-[a-z0-9][a-z0-9-]{0,39}\.yaml", name)


def test_default_files_are_found_by_their_names(folder: Path) -> None:
    found = list(default_files.default_files(folder))
    assert [path.name for path in found] == [
        "werkzaam-2025.YAML",
        "werkzaam-2026-Samen.yaml",
        "werkzaam-2026-jong-en-oud.yaml",
        "werkzaam-2026-samen.yaml",
        "werkzaam-2026.yaml",
        "werkzaam-2026.yml",
    ]
