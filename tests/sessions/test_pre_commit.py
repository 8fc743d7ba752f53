"""The hook for pre-commit, without pre-commit: what it says of itself, and what its entry does."""

import re
import shlex
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.sessions.steps import text
from tests.sessions.terminal import PATIENCE, PROGRAM, environment
from werkzaam.domain.factor_set import FactorSet
from werkzaam.files.locations import default_name

(HOOK,) = yaml.safe_load((Path(__file__).parents[2] / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


def test_the_hook_says_what_pre_commit_needs_to_know() -> None:
    assert HOOK == {
        "id": "werkzaam",
        "name": "werkzaam",
        "description": "Find every mistake in answers files, and what looks like personal data.",
        "entry": "werkzaam validate",
        "language": "python",
        "files": r"(^|/)werkzaam[^/]*\.ya?ml$",
    }


@pytest.mark.parametrize(
    ("path", "is_checked"),
    [
        (default_name(2026, None), True),
        (default_name(2026, "samen"), True),
        (f"oost/west/{default_name(2026, 'samen')}", True),
        ("werkzaam.yml", True),
        ("werkzaam-lyceum oost.yaml", True),
        ("mijn-werkzaam.yaml", False),
        ("werkzaam/config.yaml", False),
        ("werkzaam-2026.yaml.rescue", False),
        ("werkzaam.json", False),
        ("factors.yaml", False),
    ],
)
def test_the_hook_checks_answers_files_by_their_names(path: str, *, is_checked: bool) -> None:
    assert bool(re.search(HOOK["files"], path)) is is_checked


def run(folder: Path, *names: str) -> subprocess.CompletedProcess[str]:
    """Do what pre-commit does: call the entry with the names of the files that a commit changes."""
    program, *words = shlex.split(HOOK["entry"])
    assert program == "werkzaam"
    return subprocess.run(
        [*PROGRAM, *words, *names],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )


def test_the_hook_lets_good_files_pass_and_stops_mistakes(tmp_path: Path, built_in: FactorSet) -> None:
    (tmp_path / "oost").mkdir()
    names = [default_name(2026, None), f"oost/{default_name(2026, 'samen')}"]
    (tmp_path / names[0]).write_text(text(built_in, ["ja", "nee"]), encoding="utf-8")
    (tmp_path / names[1]).write_text(text(built_in, ["ja"] * 19), encoding="utf-8")
    passed = run(tmp_path, *names)
    assert (passed.returncode, passed.stdout) == (0, "")
    (tmp_path / names[1]).write_text(text(built_in, ["jaa"]), encoding="utf-8")
    stopped = run(tmp_path, *names)
    assert stopped.returncode == 1
    assert stopped.stdout == (
        "oost/werkzaam-2026-samen.yaml:10:15: “jaa” is geen antwoord bij deze factor; de antwoorden zijn: "
        "ja, deels, nee, weet-niet, nvt. Bedoelde je “ja”?\n"
    )
