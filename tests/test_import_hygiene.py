"""The modules that a command loads, seen in a new process: in this one all are loaded already."""

import ast
import json
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
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
for words in {calls!r}:
    with contextlib.redirect_stdout(io.StringIO()):
        assert run(words) == 0
"""
ROOT = Path(__file__).parents[1]
PROMPTS = {"questionary", "prompt_toolkit"}


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


def test_what_asks_nothing_loads_no_prompts_no_check_digits_and_no_other_processes(answered: Path) -> None:
    factors = ["--factors", "klein.yaml"]
    many = [[command, ".", *factors, "--output", f"{command}.txt"] for command in ("overview", "export")]
    names = loaded(RUN.format(calls=[[], ["report", *factors], *many]), answered)
    unneeded = {*PROMPTS, "stdnum", "jinja2", "babel", "multiprocessing", "concurrent", "xlsxwriter", "docx", "lxml"}
    assert names & unneeded == set()
    assert names >= {"typer", "rich", "yaml", "pydantic"}


def test_a_workbook_loads_what_writes_it_and_no_prompts(answered: Path) -> None:
    words = ["export", ".", "--factors", "klein.yaml", "--format", "xlsx", "--output", "a.xlsx"]
    names = loaded(RUN.format(calls=[words]), answered)
    assert names & {*PROMPTS, "stdnum", "jinja2", "xlsxwriter"} == {"xlsxwriter"}


def test_a_word_document_loads_what_writes_it_and_no_prompts(answered: Path) -> None:
    words = ["report", "--factors", "klein.yaml", "--format", "docx", "--output", "a.docx"]
    assert loaded(RUN.format(calls=[words]), answered) & {*PROMPTS, "jinja2", "xlsxwriter", "docx"} == {"docx"}


def test_the_lower_layers_load_nothing_that_knows_a_terminal(tmp_path: Path) -> None:
    code = (
        "import pkgutil, werkzaam.domain, werkzaam.files\n"
        "for package in (werkzaam.domain, werkzaam.files):\n"
        "    names = [found.name for found in pkgutil.walk_packages(package.__path__, package.__name__ + '.')]\n"
        "    assert names\n"
        "    for name in names: importlib.import_module(name)"
    )
    assert loaded(code, tmp_path) & {"rich", "typer", *PROMPTS, "asyncio"} == set()


def test_the_plain_questionnaire_loads_no_prompts(answered: Path) -> None:
    code = "sys.stdin = io.StringIO('q\\n')\nsys.stderr = io.StringIO()\n" + RUN.format(
        calls=[["check", "werkzaam-2026.yaml", "--factors", "klein.yaml"]]
    )
    assert loaded(code, answered) & PROMPTS == set()


def test_every_package_that_is_imported_is_declared() -> None:
    requirements = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    declared = {re.split("[^a-z0-9-]", requirement, maxsplit=1)[0] for requirement in requirements}
    files = (ROOT / "src").rglob("*.py")
    nodes = [node for file in files for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))]
    modules = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    modules |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    imported = {module.partition(".")[0] for module in modules} - set(sys.stdlib_module_names) - {"werkzaam"}
    homes = packages_distributions()
    assert {re.sub("[_.]", "-", homes[name][0].lower()) for name in imported} == declared
