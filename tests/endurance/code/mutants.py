"""Changes to the code bit by bit, each of which some test has to notice: what the tests are worth."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.endurance.code.equal_mutants import EQUAL, Equal
from tests.endurance.figures import Effort, Figures

_ROOT = Path(__file__).parents[3]
_NOT_COPIED = shutil.ignore_patterns(".*", "__pycache__", "mutants", "build", "dist")
_SHORT = {
    "only_mutate": "src/werkzaam/domain/score.py",
    "pytest_add_cli_args_test_selection": "tests/domain/test_score.py",
}
"""What the settings are in the short form: nothing may be wrong in a score, and that takes seconds."""
_NOTICED = {"killed", "timeout", "segfault", "caught by type check"}


def mutants(effort: Effort) -> Figures:
    """Let mutmut change the code in a copy; a change that no test notices is a failure unless it was judged."""
    if reason := _not_here():
        return Figures("mutants", 0, 0, (reason,), (reason,) if effort is Effort.LONG else ())
    with TemporaryDirectory() as folder:
        copy = Path(folder, "copy")
        _copied(copy, effort)
        ran = _mutmut(copy, "run")
        if ran.returncode:
            return Figures("mutants", 0, 0, failures=(f"mutmut gave up: {ran.stdout[-2000:]}{ran.stderr[-2000:]}",))
        found = dict(_results(copy))
        lived = {name: _change(copy, name) for name, status in found.items() if status not in _NOTICED}
    return _judged(found, lived, effort)


def function_of(mutant: str) -> str:
    """Return the dotted name of the function that a mutant is of."""
    module, _, name = mutant.rpartition("__mutmut_")[0].rpartition(".x")
    return f"{module}.{name.replace('ǁ', '.').lstrip('.') if name.startswith('ǁ') else name.removeprefix('_')}"


def _not_here() -> str | None:
    if not hasattr(os, "fork"):
        return "passed over: mutmut needs fork"
    return None if find_spec("mutmut") else "passed over: mutmut is not installed (the extra `mutants`)"


def _copied(copy: Path, effort: Effort) -> None:
    shutil.copytree(_ROOT, copy, ignore=_NOT_COPIED)
    if effort is Effort.SHORT:
        settings = copy / "pyproject.toml"
        text = settings.read_text()
        for key, path in _SHORT.items():
            text = re.sub(rf"^{key} = \[.*?^\]", f'{key} = ["{path}"]', text, flags=re.MULTILINE | re.DOTALL)
        settings.write_text(text)


def _mutmut(copy: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mutmut", *words]
    return subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)


def _results(copy: Path) -> Iterator[tuple[str, str]]:
    """Return each mutant and what became of it."""
    for line in _mutmut(copy, "results", "--all", "true").stdout.splitlines():
        name, _, status = line.strip().partition(": ")
        yield name, status


def _change(copy: Path, mutant: str) -> str:
    """Return the lines that a mutant has in place of others, each behind a line end."""
    lines = _mutmut(copy, "show", mutant).stdout.splitlines()
    return "".join(f"\n{line[1:]}" for line in lines if line.startswith("+") and not line.startswith("+++"))


def _judged(found: dict[str, str], lived: dict[str, str], effort: Effort) -> Figures:
    judgements = {name: _judgement(name, change) for name, change in lived.items()}
    failures = [f"{name} ({found[name]}):{lived[name]}" for name, judgement in judgements.items() if judgement is None]
    remarks = [f"{len(found) - len(lived)} noticed", f"{len(lived) - len(failures)} judged to be equal by nature"]
    if slow := list(found.values()).count("timeout"):
        remarks.append(f"{slow} noticed by taking too long")
    if effort is Effort.LONG:
        gone = [entry for entry in EQUAL if entry not in judgements.values()]
        remarks += [f"judged and no longer there: {entry.function} ({entry.change})" for entry in gone]
    if not found:
        failures.append("nothing was changed: what the settings name is not there")
    return Figures("mutants", len(found), len(lived), tuple(remarks), tuple(failures))


def _judgement(mutant: str, change: str) -> Equal | None:
    function = function_of(mutant)
    return next((entry for entry in EQUAL if entry.function == function and entry.change in change), None)
