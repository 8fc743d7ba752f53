"""Answers files in git, with the real git: small diffs, diffs as reports, and merges without conflicts."""

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.documents.pages import ROOT
from tests.examples import saved
from tests.sessions.steps import options
from tests.sessions.terminal import PATIENCE, PROGRAM, environment
from werkzaam.domain.factor_set import FactorSet

GIT = shutil.which("git")
pytestmark = pytest.mark.skipif(GIT is None, reason="no git here to keep files in")
long = pytest.mark.long

ATTRIBUTES = "werkzaam-*.yaml diff=werkzaam\n"
TEXTCONV = """git config diff.werkzaam.textconv 'f() { werkzaam report "$1" 2>/dev/null || cat "$1"; }; f'"""
DIFFTOOL = """git config difftool.werkzaam.cmd 'werkzaam diff "$LOCAL" "$REMOTE"'"""
"""The recipe of the page about answers files, word for word."""

FILE = "werkzaam-2026.yaml"
PARTNER = "Lyceum Oost en Stichting Straatwerk"


class Repository:
    """A folder under git, with the program on the path and nothing of the caller's own settings."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "repo"
        programs = folder / "bin"
        programs.mkdir()
        program = programs / "werkzaam"
        program.write_text(f'#!/bin/sh\nexec {shlex.join(PROGRAM)} "$@"\n')
        program.chmod(0o755)
        kept = environment(GIT_CONFIG_GLOBAL="/dev/null", GIT_CONFIG_NOSYSTEM="1", GIT_PAGER="cat", HOME=str(folder))
        self._environment = {name: value for name, value in kept.items() if name not in {"GIT_DIR", "GIT_WORK_TREE"}}
        self._environment["PATH"] = f"{programs}:{kept['PATH']}"

    def run(self, *words: str, code: int = 0) -> str:
        """Run a program in the repository, and return what it wrote to stdout."""
        done = subprocess.run(
            words,
            cwd=self.folder,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=PATIENCE,
            check=False,
        )
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout

    def git(self, *words: str, code: int = 0) -> str:
        """Run git as somebody."""
        return self.run("git", "-c", "user.name=Iemand", "-c", "user.email=iemand@example.org", *words, code=code)

    def commit(self, message: str) -> None:
        """Commit everything as it stands."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "-m", message)

    def answer(self, *words: str, file: str = FILE) -> None:
        """Fill in answers without being asked any."""
        self.run("werkzaam", "check", file, "--no-input", *words)

    def path(self, name: str = FILE) -> Path:
        """Return where a file is."""
        return self.folder / name

    def changed_lines(self) -> list[str]:
        """Return what `git diff` shows as taken out and put in, in its one hunk."""
        diff = self.git("diff", "--no-textconv").splitlines()
        assert sum(line.startswith("@@") for line in diff) == 1, diff
        return [line for line in diff[4:] if line[0] in "+-"]

    def use_the_recipe(self) -> None:
        """Do what the page says, in a shell."""
        self.path(".gitattributes").write_text(ATTRIBUTES)
        for line in (TEXTCONV, DIFFTOOL):
            self.run("/bin/sh", "-c", line)
        self.commit("Verslagen in plaats van YAML")


@pytest.fixture(scope="module")
def three_years(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make, once, a repository with three years of files."""
    made = Repository(tmp_path_factory.mktemp("git"))
    made.folder.mkdir()
    made.git("init", "--quiet", "-b", "main")
    first = ("--collaboration", PARTNER, "--perspective", "samen", "--date", "2024-11-23", "--answer", "vast-team=nee")
    made.answer(*first, "--note", "vast-team=Er is nog niemand.", file="werkzaam-2024.yaml")
    for year in ("2025", "2026"):
        again = made.path("werkzaam-2024.yaml").read_text().replace("date: 2024", f"date: {year}")
        made.path(f"werkzaam-{year}.yaml").write_text(again)
    made.commit("Drie jaar")
    return made.folder


@pytest.fixture
def repository(three_years: Path, tmp_path: Path) -> Repository:
    """Return a repository of one's own."""
    made = Repository(tmp_path)
    shutil.copytree(three_years, made.folder)
    return made


def test_the_recipe_is_that_of_the_page() -> None:
    page = (ROOT / "docs" / "answers-files.md").read_text(encoding="utf-8")
    assert f"```\n{ATTRIBUTES}```\n" in page
    assert f"```sh\n{TEXTCONV}\n{DIFFTOOL}\n```\n" in page


@long
def test_an_answer_touches_no_other_line(repository: Repository, built_in: FactorSet) -> None:
    repository.answer("--answer", "vast-team=ja")
    assert repository.changed_lines() == ["-      answer: nee", "+      answer: ja"]
    repository.commit("Ja")
    for factor in (*built_in.factors[1::6], built_in.factors[-1]):
        repository.answer("--answer", f"{factor.id}=ja")
        assert repository.changed_lines() == ["-      answer:", "+      answer: ja"], factor.id
        repository.commit(factor.id)


def test_git_shows_reports_instead_of_yaml(repository: Repository) -> None:
    repository.use_the_recipe()
    whole = repository.path().read_text()
    repository.path().write_text(whole.replace("answer: nee", "answer: ja"))
    lines = repository.git("diff").splitlines()
    assert not any("answer:" in line for line in lines)
    assert any(line.startswith("-Nee: 1,") for line in lines)
    assert any(line.startswith("+Ja: 1,") for line in lines)


@pytest.mark.parametrize(
    "tool", [["-x", "werkzaam diff"], pytest.param(["-t", "werkzaam"], marks=long)], ids=["x", "t"]
)
def test_git_shows_the_differences_that_werkzaam_finds_also_of_files_that_came_and_went(
    repository: Repository, built_in: FactorSet, tool: list[str]
) -> None:
    repository.use_the_recipe()
    old = repository.path().read_text()
    repository.path().write_text(old.replace("answer: nee", "answer: ja").replace("Er is nog niemand.", "Sinds maart."))
    repository.path("werkzaam-2024.yaml").unlink()
    repository.path("werkzaam-2027.yaml").write_text(
        repository.path("werkzaam-2025.yaml").read_text().replace("date: 2025", "date: 2027")
    )
    repository.git("add", "--all")
    shown = repository.git("difftool", "--no-renames", "-y", *tool, "HEAD")
    assert shown.count(PARTNER) == 3
    assert shown.count(built_in.factors[0].text.split(",")[0]) == 3
    went, changed, came = (part.splitlines() for part in shown.split(PARTNER)[1:])
    assert re.findall(r"\d\d-\d\d-\d{4}", went[1]) == ["23-11-2024"]
    assert re.findall(r"\d\d-\d\d-\d{4}", changed[1]) == ["23-11-2026"] * 2
    assert re.findall(r"\d\d-\d\d-\d{4}", came[1]) == ["23-11-2027"]
    assert any(re.fullmatch(r"\s+Nee,.* Ja", line) for line in changed)
    assert [line.rpartition(": ")[2] for line in changed[-2:]] == ["Er is nog niemand.", "Sinds maart."]


@long
def test_what_has_another_name_or_cannot_be_read_stays_as_it_is_in_a_diff(repository: Repository) -> None:
    repository.use_the_recipe()
    shutil.copy(repository.path(), repository.path("anders.yaml"))
    repository.commit("Onder een andere naam")
    repository.answer("--answer", "vast-team=ja", file="anders.yaml")
    assert "+      answer: ja" in repository.git("diff").splitlines()
    for old, new in ("version: 1", "version: 99"), ("  answer: nee", "  answer: [nee"):
        repository.path().write_text(repository.path("werkzaam-2025.yaml").read_text().replace(old, new))
        lines = repository.git("diff").splitlines()
        assert any(line.startswith("+") and line.endswith(new) for line in lines)
        assert f"-{PARTNER}" in lines


def branch(repository: Repository, name: str, *words: str) -> None:
    repository.git("checkout", "--quiet", "-b", name, "main")
    repository.answer(*words)
    repository.commit(name)


@long
@pytest.mark.parametrize("order", [("een", "twee"), ("twee", "een")])
def test_branches_that_answered_different_factors_merge(
    repository: Repository, built_in: FactorSet, order: tuple[str, str]
) -> None:
    ids = [factor.id for factor in built_in.factors]
    branch(repository, "een", *(word for name in ids[1::2] for word in ("--answer", f"{name}=ja")))
    branch(repository, "twee", *(word for name in ids[2::2] for word in ("--answer", f"{name}=nee")))
    repository.git("checkout", "--quiet", order[0])
    repository.git("merge", "--quiet", "--no-edit", order[1])
    expected = ["nee", *("ja" if number % 2 else "nee" for number in range(1, len(ids)))]
    assert options(repository.path(), built_in) == expected


@long
@pytest.mark.parametrize("order", [("een", "twee"), ("twee", "een")])
def test_branches_that_noted_something_at_neighbours_merge(
    repository: Repository, built_in: FactorSet, order: tuple[str, str]
) -> None:
    _first, one, other, *_more = built_in.factors
    for name, factor in (("een", one), ("twee", other)):
        missing = factor.conditions[-1].id
        words = ("--answer", f"{factor.id}=deels", "--missing", f"{factor.id}={missing}")
        branch(repository, name, *words, "--note", f"{factor.id}=Notitie van {name}.\nTweede regel.")
    repository.git("checkout", "--quiet", order[0])
    repository.git("merge", "--quiet", "--no-edit", order[1])
    found = saved(repository.path(), built_in)
    for name, factor in (("een", one), ("twee", other)):
        answer = found.answer(factor.id)
        assert (answer.option, answer.missing) == ("deels", (factor.conditions[-1].id,))
        assert answer.note == f"Notitie van {name}.\nTweede regel."


@long
def test_branches_that_answered_the_same_factor_otherwise_are_told(repository: Repository) -> None:
    branch(repository, "een", "--answer", "vast-team=ja")
    branch(repository, "twee", "--answer", "vast-team=deels")
    assert "CONFLICT" in repository.git("merge", "--no-edit", "een", code=1)
    text = repository.path().read_text()
    assert "<<<<<<< HEAD\n      answer: deels\n=======\n      answer: ja\n>>>>>>> een\n" in text
