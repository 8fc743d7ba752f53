import sys
from contextlib import nullcontext
from pathlib import Path

import pytest

from werkzaam.errors import UserError
from werkzaam.files.disk import locations
from werkzaam.files.disk.locations import refuse_device, refuse_impossible

DEVICES = ["con.yaml", "NUL", "Aux.tar.gz", "com1", "LPT9.yaml", "com¹.yaml", "conin$", "prn .yaml"]
POSSIBLE = ["a.yaml", "console.yaml", "com.yaml", "com10.yaml", "lpt.yaml", "a con.yaml", "é [1].yaml", "nul-2026.yaml"]


def test_the_built_in_set_is_a_file_that_says_what_it_is() -> None:
    assert "\nwerkzaam: 1\nid: onderwijs-jongerenwerk\n" in locations.built_in_factors().read_text(encoding="utf-8")


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


def test_a_name_is_cut_where_the_folder_is_not_there_yet(tmp_path: Path) -> None:
    path = tmp_path / "weg" / ("x" * 300)
    assert locations.beside(path, "", ".rescue").name == "x" * 248 + ".rescue"


@pytest.mark.parametrize("name", DEVICES)
def test_windows_keeps_some_names_for_devices(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse_device(name)
    refuse_impossible(Path(name))
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(FileNotFoundError):
        refuse_device(f"map/{name}")
    with pytest.raises(UserError, match="Windows"):
        refuse_impossible(Path("map") / name)


@pytest.mark.parametrize("name", POSSIBLE)
def test_other_names_are_possible_everywhere(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    refuse_device(name)
    refuse_impossible(Path(name))


@pytest.mark.parametrize("sign", '<>:"|?*\n')
def test_windows_has_no_name_with_some_signs_in_it(sign: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for system, expected in (("linux", nullcontext()), ("win32", pytest.raises(UserError, match="Windows"))):
        monkeypatch.setattr(sys, "platform", system)
        with expected:
            refuse_impossible(Path(f"wat{sign}.yaml"))
