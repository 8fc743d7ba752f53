"""Answers files in git, with the real git: small diffs, diffs as reports, and merges without conflicts."""

import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.documents.pages import ROOT
from tests.sessions.steps import options, read
from tests.sessions.terminal import PATIENCE, PROGRAM, environment
from werkzaam.domain.factor_set import FactorSet

GIT = shutil.which("git")
pytestmark = pytest.mark.skipif(GIT is None, reason="no git here to keep files in")

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
    found = Repository(tmp_path_factory.mktemp("git"))
    found.folder.mkdir()
    found.git("init", "--quiet", "-b", "main")
    for year in ("2024", "2025", "2026"):
        found.answer(
            *("--collaboration", PARTNER, "--perspective", "samen", "--date", f"{year}-11-23"),
            *("--answer", "vast-team=nee", "--note", "vast-team=Er is nog niemand."),
            file=f"werkzaam-{year}.yaml",
        )
    found.commit("Drie jaar")
    return found.folder


@pytest.fixture
def repository(three_years: Path, tmp_path: Path) -> Repository:
    """Return a repository of one's own."""
    found = Repository(tmp_path)
    shutil.copytree(three_years, found.folder)
    return found


def test_the_recipe_is_that_of_the_page() -> None:
    page = (ROOT / "docs" / "answers-files.md").read_text(encoding="utf-8")
    assert f"```\n{ATTRIBUTES}```\n" in page
    assert f"```sh\n{TEXTCONV}\n{DIFFTOOL}\n```\n" in page


def test_new_files_are_the_same_bytes_for_the_same_answers(repository: Repository) -> None:
    texts = [repository.path(f"werkzaam-{year}.yaml").read_text() for year in ("2024", "2025", "2026")]
    assert texts[0].replace("2024-11-23", "2026-11-23") == texts[1].replace("2025-11-23", "2026-11-23") == texts[2]


def test_an_answer_that_changes_is_one_line_of_one_hunk(repository: Repository) -> None:
    repository.answer("--answer", "vast-team=ja")
    assert repository.changed_lines() == ["-      answer: nee", "+      answer: ja"]


def test_an_answer_to_an_open_factor_touches_no_other_line(repository: Repository, built_in: FactorSet) -> None:
    for factor in (*built_in.factors[1::6], built_in.factors[-1]):
        repository.answer("--answer", f"{factor.id}=ja")
        assert repository.changed_lines() == ["-      answer:", "+      answer: ja"], factor.id
        repository.commit(factor.id)


def test_missing_conditions_are_lines_of_their_own(repository: Repository, built_in: FactorSet) -> None:
    first, second, *_more = (condition.id for condition in built_in.factors[0].conditions)
    repository.answer("--answer", "vast-team=deels", "--missing", f"vast-team={first}")
    assert repository.changed_lines() == [
        "-      answer: nee",
        "+      answer: deels",
        "+      missing:",
        f"+        - {first}",
    ]
    repository.commit("Deels")
    repository.answer("--missing", f"vast-team={first},{second}")
    assert repository.changed_lines() == [f"+        - {second}"]


def test_a_note_of_several_lines_touches_no_other_line(repository: Repository) -> None:
    repository.answer("--note", "vast-team=Eerst dit.\n\nDan dat: 😀")
    assert repository.changed_lines() == [
        "-      note: Er is nog niemand.",
        "+      note: |-",
        "+        Eerst dit.",
        "+",
        "+        Dan dat: 😀",
    ]
    repository.commit("Notitie")
    repository.answer("--note", "vast-team=Eerst dit.\n\nDan dit: 😀")
    assert repository.changed_lines() == ["-        Dan dat: 😀", "+        Dan dit: 😀"]


def test_the_same_answers_again_change_nothing(repository: Repository) -> None:
    repository.answer("--answer", "vast-team=nee", "--note", "vast-team=Er is nog niemand.")
    assert repository.git("status", "--porcelain") == ""


def test_git_shows_what_changed_in_the_report(repository: Repository) -> None:
    repository.use_the_recipe()
    repository.answer("--answer", "vast-team=ja")
    lines = repository.git("diff").splitlines()
    assert "-Nee: 1, open: 18, voorwaarden onbekend: 67" in lines
    assert "+Ja: 1, open: 18, voorwaarden onbekend: 67" in lines
    assert "-    Notitie: Er is nog niemand." in lines
    assert not any("answer:" in line for line in lines)
    repository.commit("Ja")
    assert "-    Notitie: Er is nog niemand." in repository.git("log", "-p", "-1").splitlines()


def test_files_of_other_names_stay_as_they_are_in_a_diff(repository: Repository) -> None:
    repository.use_the_recipe()
    shutil.copy(repository.path(), repository.path("anders.yaml"))
    repository.commit("Onder een andere naam")
    repository.answer("--answer", "vast-team=ja", file="anders.yaml")
    assert "+      answer: ja" in repository.git("diff").splitlines()


def test_a_version_that_cannot_be_read_is_shown_as_it_stands(repository: Repository) -> None:
    repository.use_the_recipe()
    whole = repository.path().read_text()
    repository.path().write_text(whole.replace("answer: nee", "answer: [nee"))
    lines = repository.git("diff").splitlines()
    assert "+      answer: [nee" in lines
    assert f"-{PARTNER}" in lines
    repository.commit("Stuk")
    repository.path().write_text(whole)
    lines = repository.git("diff").splitlines()
    assert "-      answer: [nee" in lines
    assert f"+{PARTNER}" in lines


def test_a_version_of_a_newer_set_is_shown_as_it_stands(repository: Repository) -> None:
    repository.use_the_recipe()
    repository.path().write_text(repository.path().read_text().replace("version: 1", "version: 99"))
    lines = repository.git("diff").splitlines()
    assert "+version: 99" in lines
    assert f"-{PARTNER}" in lines


@pytest.mark.parametrize("tool", [["-x", "werkzaam diff"], ["-t", "werkzaam"]])
def test_git_shows_the_differences_that_werkzaam_finds(
    repository: Repository, built_in: FactorSet, tool: list[str]
) -> None:
    repository.use_the_recipe()
    repository.answer("--answer", "vast-team=ja", "--note", "vast-team=Sinds maart.")
    shown = repository.git("difftool", "-y", *tool).splitlines()
    assert shown[:2] == [PARTNER, "Van 23-11-2026, Samen naar 23-11-2026, Samen"]
    assert built_in.factors[0].text in " ".join(" ".join(shown).split())
    assert "    Nee, nu Ja" in shown
    assert shown[-2:] == ["    Notitie was: Er is nog niemand.", "    Notitie is nu: Sinds maart."]


@pytest.mark.parametrize("tool", [["-x", "werkzaam diff"], ["-t", "werkzaam"]])
def test_git_shows_a_file_that_came_and_one_that_went(repository: Repository, tool: list[str]) -> None:
    repository.use_the_recipe()
    repository.path("werkzaam-2024.yaml").unlink()
    shutil.copy(repository.path("werkzaam-2026.yaml"), repository.path("werkzaam-2027.yaml"))
    repository.git("add", "--all")
    shown = repository.git("difftool", "--no-renames", "-y", *tool, "HEAD")
    assert "Van 23-11-2024, Samen naar niets\n" in shown
    assert "    Nee, nu open\n" in shown
    assert "Van niets naar 23-11-2026, Samen\n" in shown
    assert "    open, nu Nee\n" in shown


def test_two_years_are_compared_from_the_history(repository: Repository) -> None:
    repository.use_the_recipe()
    repository.answer("--answer", "vast-team=ja")
    repository.commit("Ja")
    shown = repository.git("difftool", "-y", "-x", "werkzaam diff", "HEAD^", "HEAD", "--", FILE)
    assert "    Nee, nu Ja\n" in shown


def branch(repository: Repository, name: str, *words: str) -> None:
    repository.git("checkout", "--quiet", "-b", name, "main")
    repository.answer(*words)
    repository.commit(name)


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
    found = read(repository.path(), built_in)
    for name, factor in (("een", one), ("twee", other)):
        answer = found.answer(factor.id)
        assert (answer.option, answer.missing) == ("deels", (factor.conditions[-1].id,))
        assert answer.note == f"Notitie van {name}.\nTweede regel."


def test_branches_that_answered_the_same_factor_otherwise_are_told(repository: Repository) -> None:
    branch(repository, "een", "--answer", "vast-team=ja")
    branch(repository, "twee", "--answer", "vast-team=deels")
    assert "CONFLICT" in repository.git("merge", "--no-edit", "een", code=1)
    text = repository.path().read_text()
    assert "<<<<<<< HEAD\n      answer: deels\n=======\n      answer: ja\n>>>>>>> een\n" in text
