import sys
from contextlib import nullcontext
from pathlib import Path

import pytest

from werkzaam.errors import UserError
from werkzaam.files.names import refuse_device, refuse_impossible

DEVICES = ["con.yaml", "NUL", "Aux.tar.gz", "com1", "LPT9.yaml", "com¹.yaml", "conin$", "prn .yaml"]
POSSIBLE = ["a.yaml", "console.yaml", "com.yaml", "com10.yaml", "lpt.yaml", "a con.yaml", "é [1].yaml", "nul-2026.yaml"]


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
    for system, expected in (("linux", nullcontext()), ("win32", pytest.raises(UserError, match=f"“[{sign}]”"))):
        monkeypatch.setattr(sys, "platform", system)
        with expected:
            refuse_impossible(Path(f"wat{sign}.yaml"))
