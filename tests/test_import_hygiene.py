"""What a command loads: seen in a fresh process, since here everything is loaded already."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests import examples

SEEN = """
import contextlib, importlib, io, json, sys
{code}
print(json.dumps(sorted({{name.split(".")[0] for name in sys.modules}})))
"""
RUN = """
from werkzaam.cli.main import run
with contextlib.redirect_stdout(io.StringIO()):
    assert run({arguments!r}) == 0
"""


def loaded(code: str, folder: Path) -> set[str]:
    """Return the top-level names of the modules that some code loads."""
    done = subprocess.run(
        [sys.executable, "-c", SEEN.format(code=code)], capture_output=True, text=True, check=True, cwd=folder
    )
    return set(json.loads(done.stdout))


@pytest.fixture
def answered(tmp_path: Path) -> Path:
    (tmp_path / "klein.yaml").write_text(examples.SMALL_SET, encoding="utf-8")
    (tmp_path / "werkzaam-2026.yaml").write_text(examples.SMALL_ANSWERS, encoding="utf-8")
    return tmp_path


def test_a_report_loads_no_prompts_and_no_check_digits(answered: Path) -> None:
    names = loaded(RUN.format(arguments=["report", "--factors", "klein.yaml"]), answered)
    assert names & {"questionary", "prompt_toolkit", "stdnum", "jinja2", "babel", "multiprocessing"} == set()
    assert names >= {"typer", "rich", "yaml", "pydantic"}


@pytest.mark.parametrize("command", ["overview", "export"])
def test_few_files_load_no_processes_and_no_prompts(answered: Path, command: str) -> None:
    names = loaded(RUN.format(arguments=[command, ".", "--factors", "klein.yaml", "--output", "uit.txt"]), answered)
    assert names & {"questionary", "prompt_toolkit", "stdnum", "jinja2", "multiprocessing", "concurrent"} == set()


def test_the_first_steps_load_no_prompts(tmp_path: Path) -> None:
    names = loaded(RUN.format(arguments=[]), tmp_path)
    assert names & {"questionary", "prompt_toolkit", "stdnum"} == set()


@pytest.mark.parametrize("package", ["werkzaam.domain", "werkzaam.files"])
def test_the_lower_floors_load_nothing_that_knows_a_terminal(package: str, tmp_path: Path) -> None:
    code = (
        f"import pkgutil, {package} as package\n"
        "names = [found.name for found in pkgutil.iter_modules(package.__path__)]\n"
        "assert names\n"
        f"for name in names: importlib.import_module({package!r} + '.' + name)"
    )
    assert loaded(code, tmp_path) & {"rich", "typer", "questionary", "prompt_toolkit", "asyncio"} == set()


def test_the_plain_questionnaire_loads_no_prompts(answered: Path) -> None:
    code = "sys.stdin = io.StringIO('q\\n')\nsys.stderr = io.StringIO()\n" + RUN.format(
        arguments=["check", "werkzaam-2026.yaml", "--factors", "klein.yaml"]
    )
    assert loaded(code, answered) & {"questionary", "prompt_toolkit"} == set()
