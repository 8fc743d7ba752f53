"""The scripts in the examples do what they say, also with odd names and with files that cannot be used."""

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.documents.refreshing import EXAMPLES
from tests.sessions.terminal import PATIENCE, environment

COLLABORATION = "Lyceum Oost en Stichting Straatwerk"
ODD_NAMES = ["-x.yaml", "two words.yml", 'it\'s "new"\nand $HOME.yaml', "*.yaml", "é, ï/é.yaml"]
SHELL = ("sh", str(EXAMPLES / "yearly.sh"))
PYTHON = (sys.executable, str(EXAMPLES / "yearly.py"))


@dataclass(frozen=True, slots=True)
class Ended:
    """How a script ended."""

    code: int
    stdout: str
    stderr: str


def run(folder: Path, *words: str, **variables: str) -> Ended:
    path = f"{Path(sys.executable).parent}:{environment()['PATH']}"
    done = subprocess.run(
        words,
        cwd=folder,
        env={**environment(), "PATH": path, "WERKZAAM_LANG": "en", **variables},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    return Ended(done.returncode, done.stdout, done.stderr)


def said(folder: Path, *words: str) -> bytes:
    done = run(folder, "werkzaam", *words)
    assert done.code == 0
    return done.stdout.encode()


def made(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "map").mkdir()
    for year in (2024, 2025, 2026):
        shutil.copy(EXAMPLES / f"werkzaam-{year}-samen.yaml", tmp_path / "map")
    shutil.copy(EXAMPLES / "werkzaam-2026-gemeente.yaml", tmp_path / "map")
    return tmp_path


def test_the_shell_script_makes_what_the_program_makes(place: Path) -> None:
    assert run(place, *SHELL, "map", "2026") == Ended(
        0, "evaluations of 2026: 2\n", "Files: 4, errors: 0, warnings: 0\n"
    )
    years = [f"map/werkzaam-{year}-samen.yaml" for year in (2024, 2025, 2026)]
    assert made(place / "yearly-2026") == {
        "overview.html": said(place, "overview", "map", "--by", "date", "--format", "html"),
        "overview.csv": said(place, "overview", "map", "--by", "date", "--format", "csv"),
        "answers.csv": said(place, "export", "map"),
        "reports/werkzaam-2026-gemeente.yaml.html": said(
            place, "report", "map/werkzaam-2026-gemeente.yaml", "--format", "html"
        ),
        "reports/werkzaam-2026-samen.yaml.html": said(place, "report", years[-1], "--format", "html"),
        "years/werkzaam-2026-samen.yaml.html": said(place, "compare", *years, "--format", "html"),
    }


def test_later_years_stay_out_of_the_pages_of_a_year(place: Path) -> None:
    assert run(place, *SHELL, f"{place}/map/", "2025").code == 0
    pages = made(place / "yearly-2025")
    assert sorted(name for name in pages if "/" in name) == [
        "reports/werkzaam-2025-samen.yaml.html",
        "years/werkzaam-2025-samen.yaml.html",
    ]
    years = [f"map/werkzaam-{year}-samen.yaml" for year in (2024, 2025)]
    assert pages["years/werkzaam-2025-samen.yaml.html"] == said(place, "compare", *years, "--format", "html")


@pytest.mark.parametrize("folder", ["-map", "a map\nof 'ours' \"*\" $(exit)"])
def test_no_name_is_too_odd(place: Path, folder: str) -> None:
    (place / "map").rename(place / folder)
    for name in ODD_NAMES:
        target = place / folder / name
        target.parent.mkdir(exist_ok=True)
        shutil.copy(EXAMPLES / "werkzaam-2026-onderwijs.yaml", target)
    done = run(place, *SHELL, folder, "2026")
    assert (done.code, done.stdout) == (0, "evaluations of 2026: 7\n")
    pages = made(place / "yearly-2026")
    page = said(place, "report", str(EXAMPLES / "werkzaam-2026-onderwijs.yaml"), "--format", "html")
    assert [pages[f"reports/{name}.html"] == page for name in ODD_NAMES] == [True] * len(ODD_NAMES)
    assert {f"years/{name}.html" for name in ODD_NAMES} <= pages.keys()
    assert run(place, *PYTHON, folder, "2026").code == 0


def with_a_fault(year: int) -> str:
    text = (EXAMPLES / f"werkzaam-{year}-samen.yaml").read_text()
    return text.replace("answer: ja", "answer: jaa", 1)


def test_a_file_with_a_fault_is_told_and_the_rest_is_made(place: Path) -> None:
    (place / "map" / "bad.yaml").write_text(with_a_fault(2026))
    done = run(place, *SHELL, "map", "2026")
    assert done.code == 1
    problem, *_more, count = done.stdout.splitlines()
    assert problem.startswith("map/bad.yaml:21:15: “jaa” is no answer")
    assert count == "evaluations of 2026: 2"
    assert sorted(name for name in made(place / "yearly-2026") if "/" in name) == [
        "reports/werkzaam-2026-gemeente.yaml.html",
        "reports/werkzaam-2026-samen.yaml.html",
        "years/werkzaam-2026-samen.yaml.html",
    ]
    assert run(place, *PYTHON, "map", "2026").code == 1


def test_a_fault_of_an_earlier_year_costs_that_file_alone(place: Path) -> None:
    bad = place / "map" / "werkzaam-2025-samen.yaml"
    bad.write_text(with_a_fault(2025))
    done = run(place, *SHELL, "map", "2026")
    problem, count = done.stdout.splitlines()
    assert (done.code, count) == (1, "evaluations of 2026: 2")
    passing_over = "Files: 3, invalid: 1"
    assert done.stderr.splitlines() == [
        "Files: 4, errors: 1, warnings: 0",
        *[problem, passing_over] * 3,  # of the overview, twice, and of the export
    ]
    assert problem.startswith("map/werkzaam-2025-samen.yaml:")
    years = [f"map/werkzaam-{year}-samen.yaml" for year in (2024, 2026)]
    pages = made(place / "yearly-2026")
    assert pages["years/werkzaam-2026-samen.yaml.html"] == said(place, "compare", *years, "--format", "html")


def test_two_files_of_one_day_are_told_apart_by_their_names(place: Path) -> None:
    shutil.copy(place / "map" / "werkzaam-2026-samen.yaml", place / "map" / "again.yaml")
    assert run(place, *SHELL, "map", "2026").code == 0
    files = [f"map/{name}.yaml" for name in ("again", *(f"werkzaam-{year}-samen" for year in (2024, 2025, 2026)))]
    page = said(place, "compare", *files, "--format", "html")
    assert ", again.yaml" in page.decode()
    pages = made(place / "yearly-2026")
    assert [pages[f"years/{name}.yaml.html"] == page for name in ("again", "werkzaam-2026-samen")] == [True, True]


def test_another_factor_set_is_named_as_ever(place: Path) -> None:
    factors = str(EXAMPLES / "other-instrument" / "factors.yaml")
    folder = str(EXAMPLES / "other-instrument")
    done = run(place, *SHELL, folder, "2026", WERKZAAM_FACTORS=factors)
    assert (done.code, done.stdout) == (0, "evaluations of 2026: 1\n")
    assert "years/werkzaam-2026-samen.yaml.html" in made(place / "yearly-2026")
    assert run(place, *PYTHON, folder, "2026", WERKZAAM_FACTORS=factors) == Ended(
        0,
        f"""\
2025: mean score 0.25, 1 of 1 evaluations have one
2026: mean score 0.57, 1 of 1 evaluations have one

Buurtbibliotheek Waterkant en basisschool De Boog, samen: missing in 2025 and 2026
- A look back at the reading plan
- A team that knows the reading plan
- Books in the languages spoken at home
- Hours for the contact point
- Visits by every class

{folder}/werkzaam-2026-samen.yaml: open and overdue
- 2026-10-01 De bibliotheek komt in september passen uitdelen op school.
""",
        "",
    )


def test_what_was_made_before_stays(place: Path) -> None:
    (place / "yearly-2026").mkdir()
    assert run(place, *SHELL, "map", "2026").code == 2
    assert made(place / "yearly-2026") == {}


def test_a_year_without_evaluations_is_no_success(place: Path) -> None:
    done = run(place, *SHELL, "map", "2031")
    assert (done.code, done.stdout) == (1, "evaluations of 2031: 0\n")


@pytest.mark.parametrize("words", [[], ["map"], ["map", "26x"], ["nowhere", "2026"], ["map", "2026", "x"]])
@pytest.mark.parametrize("script", [SHELL, PYTHON])
def test_a_wrong_call_is_told(place: Path, script: tuple[str, ...], words: list[str]) -> None:
    done = run(place, *script, *words)
    assert (done.code, done.stdout) == (2, "")
    assert done.stderr
