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
from tests.endurance.trying import Effort, Try, UnavailableError

_ROOT = Path(__file__).parents[3]
_NOT_COPIED = shutil.ignore_patterns(".*", "__pycache__", "mutants", "build", "dist")
_SHORT = {
    "only_mutate": "src/werkzaam/domain/score.py",
    "pytest_add_cli_args_test_selection": "tests/domain/test_score.py",
}
"""What the settings are in the short form: nothing may be wrong in a score, and that takes seconds."""
_NOTICED = {"killed", "timeout", "segfault", "caught by type check"}


def mutants(effort: Effort) -> Iterator[Try]:
    """Let mutmut change the code in a copy; a change that no test notices is a failure unless it was judged."""
    if not hasattr(os, "fork") or find_spec("mutmut") is None:
        raise UnavailableError("mutmut is not installed (the extra `mutants`), or there is no fork")
    judged = set[Equal]()
    with TemporaryDirectory() as folder:
        copy = Path(folder, "copy")
        _copied(copy, effort)
        ran = _mutmut(copy, "run")
        if ran.returncode:
            yield "mutmut", [f"it gave up: {ran.stdout[-2000:]}{ran.stderr[-2000:]}"]
            return
        for line in _mutmut(copy, "results", "--all", "true").stdout.splitlines():
            name, _, status = line.strip().partition(": ")
            lived = status not in _NOTICED
            change = _change(copy, name) if lived else ""
            equal = [entry for entry in EQUAL if entry.function == function_of(name) and entry.change in change]
            judged.update(equal)
            yield name, [f"{status}:{change}"] if lived and not equal else []
    if effort is Effort.LONG:
        yield "judged and no longer there", [f"{entry.function} ({entry.change})" for entry in {*EQUAL} - judged]


def function_of(mutant: str) -> str:
    """Return the dotted name of the function that a mutant is of."""
    module, _, name = mutant.rpartition("__mutmut_")[0].rpartition(".x")
    return f"{module}.{name.replace('ǁ', '.').lstrip('.') if name.startswith('ǁ') else name.removeprefix('_')}"


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


def _change(copy: Path, mutant: str) -> str:
    """Return the lines that a mutant has in place of others, each behind a line end."""
    lines = _mutmut(copy, "show", mutant).stdout.splitlines()
    return "".join(f"\n{line[1:]}" for line in lines if line.startswith("+") and not line.startswith("+++"))
