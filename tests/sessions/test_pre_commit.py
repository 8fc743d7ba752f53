"""The hook for pre-commit, without pre-commit: what it says of itself, and what its entry does."""

import re
import shlex
from pathlib import Path

import pytest
import yaml

from tests.sessions.steps import run, text
from werkzaam.domain.factor_set import FactorSet
from werkzaam.files.default_files import default_name

(HOOK,) = yaml.safe_load((Path(__file__).parents[2] / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


def test_the_hook_says_what_pre_commit_needs_to_know() -> None:
    assert HOOK == {
        "id": "werkzaam",
        "name": "werkzaam",
        "description": "Find every mistake in answers files, and what looks like personal data.",
        "entry": "werkzaam validate",
        "language": "python",
        "verbose": True,  # else warnings, which do not fail, are not shown
        "files": r"(^|/)werkzaam[^/]*\.(?i:ya?ml)$",
    }


def test_the_hook_checks_answers_files_by_their_names() -> None:
    ours = (default_name(2026, None), f"oost/west/{default_name(2026, 'samen')}", "werkzaam.yml", "werkzaam-a b.YAML")
    others = (
        "mijn-werkzaam.yaml",
        "werkzaam/config.yaml",
        "werkzaam-2026.yaml.rescue",
        "werkzaam.json",
        "factors.yaml",
    )
    assert [path for path in (*ours, *others) if re.search(HOOK["files"], path)] == [*ours]


@pytest.mark.long
def test_the_hook_lets_good_files_pass_and_stops_mistakes(tmp_path: Path, built_in: FactorSet) -> None:
    program, *words = shlex.split(HOOK["entry"])
    assert program == "werkzaam"
    (tmp_path / "oost").mkdir()
    names = [default_name(2026, None), f"oost/{default_name(2026, 'samen')}"]
    (tmp_path / names[0]).write_text(text(built_in, ["ja", "nee"]), encoding="utf-8")
    (tmp_path / names[1]).write_text(text(built_in, ["ja"] * 19), encoding="utf-8")
    passed = run([*words, *names], tmp_path)  # with the names of the files that a commit changes, as pre-commit does
    assert (passed.code, passed.out) == (0, "")
    (tmp_path / names[1]).write_text(text(built_in, ["jaa"]), encoding="utf-8")
    stopped = run([*words, *names], tmp_path)
    assert stopped.code == 1
    assert [line.partition(": ")[0] for line in stopped.out.splitlines()] == ["oost/werkzaam-2026-samen.yaml:10:15"]
