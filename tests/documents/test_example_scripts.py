"""The scripts in the examples do what they say, also with odd names and with files that cannot be used."""

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.documents.refreshing import EXAMPLES
from tests.sessions.terminal import environment

pytestmark = pytest.mark.long
ODD_FOLDER = "-a map\nof 'ours' \"*\" $(exit)"
ODD_NAMES = ["-x.yaml", "two words.yml", 'it\'s "new"\nand $HOME.yaml', "*.yaml", "é, ï/é.yaml"]
SHELL = ("sh", str(EXAMPLES / "yearly.sh"))
PYTHON = (sys.executable, str(EXAMPLES / "yearly.py"))
PATIENCE = 300


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


def test_the_shell_script_makes_what_the_program_makes_and_leaves_later_years_out(place: Path) -> None:
    done = run(place, *SHELL, "map", "2025")
    assert (done.code, done.stdout) == (0, "evaluations of 2025: 1\n")
    years = [f"map/werkzaam-{year}-samen.yaml" for year in (2024, 2025)]
    name = "werkzaam-2025-samen.yaml.html"
    assert made(place / "yearly-2025") == {
        "overview.html": said(place, "overview", "map", "--by", "date", "--format", "html"),
        "overview.csv": said(place, "overview", "map", "--by", "date", "--format", "csv"),
        "answers.csv": said(place, "export", "map"),
        "reports/werkzaam-2025-samen.html": said(place, "report", years[-1], "--format", "html"),
        f"years/{name}": said(place, "compare", *years, "--format", "html"),
    }


def test_no_name_is_too_odd(place: Path) -> None:
    (place / "map").rename(place / ODD_FOLDER)
    for name in ODD_NAMES:
        target = place / ODD_FOLDER / name
        target.parent.mkdir(exist_ok=True)
        shutil.copy(EXAMPLES / "werkzaam-2026-onderwijs.yaml", target)
    done = run(place, *SHELL, ODD_FOLDER, "2026")
    assert (done.code, done.stdout) == (0, "evaluations of 2026: 7\n")
    pages = made(place / "yearly-2026")
    page = said(place, "report", str(EXAMPLES / "werkzaam-2026-onderwijs.yaml"), "--format", "html")
    flat = [name.rpartition(".")[0].replace("/", "--") for name in ODD_NAMES]
    assert [pages[f"reports/{name}.html"] == page for name in flat] == [True] * len(ODD_NAMES)
    assert {f"years/{name}.html" for name in ODD_NAMES} <= pages.keys()
    assert run(place, *PYTHON, ODD_FOLDER, "2026").code == 0


def test_a_file_with_a_fault_is_told_and_the_rest_is_made(place: Path) -> None:
    for name in ("bad.yaml", "werkzaam-2025-samen.yaml"):
        text = (EXAMPLES / "werkzaam-2025-samen.yaml").read_text()
        (place / "map" / name).write_text(text.replace("answer: ja", "answer: jaa", 1))
    done = run(place, *SHELL, "map", "2026")
    *problems, count = done.stdout.splitlines()
    assert (done.code, count) == (1, "evaluations of 2026: 2")
    assert [problem.partition(" ")[0] for problem in problems] == [
        "map/bad.yaml:20:15:",
        "map/werkzaam-2025-samen.yaml:20:15:",
    ]
    pages = made(place / "yearly-2026")
    assert sorted(name for name in pages if "/" in name) == [
        "reports/werkzaam-2026-gemeente.html",
        "reports/werkzaam-2026-samen.html",
        "years/werkzaam-2026-samen.yaml.html",
    ]
    years = [f"map/werkzaam-{year}-samen.yaml" for year in (2024, 2026)]
    assert pages["years/werkzaam-2026-samen.yaml.html"] == said(place, "compare", *years, "--format", "html")
    assert run(place, *PYTHON, "map", "2026").code == 1


def test_another_factor_set_is_named_as_ever(place: Path) -> None:
    factors = str(EXAMPLES / "other-instrument" / "factors.yaml")
    folder = str(EXAMPLES / "other-instrument")
    done = run(place, *SHELL, folder, "2026", WERKZAAM_FACTORS=factors)
    assert (done.code, done.stdout) == (0, "evaluations of 2026: 1\n")
    assert "years/werkzaam-2026-samen.yaml.html" in made(place / "yearly-2026")
    assert run(place, *PYTHON, folder, "2026", WERKZAAM_FACTORS=factors) == Ended(
        0,
        f"""\
2025: mean score 0.20, 1 of 1 evaluations have one
2026: mean score 0.57, 1 of 1 evaluations have one

Buurtbibliotheek Waterkant en basisschool De Boog, samen: missing in 2025 and 2026
- A look back at the reading plan
- A team that knows the reading plan
- Books in the languages spoken at home
- Hours for the point of contact
- Visits by every class

{folder}/werkzaam-2026-samen.yaml: open and overdue
- 2026-10-01 De bibliotheek komt in september passen uitdelen op school.
""",
        "These files are of different versions of the factor set: 1 (Files: 1), 2 (Files: 1).\n",
    )


def test_an_agreement_that_no_later_file_takes_up_is_still_overdue(place: Path) -> None:
    later = place / "map" / "werkzaam-2026-samen.yaml"
    later.write_text(later.read_text().partition("actions:")[0])
    told = run(place, *PYTHON, "map", "2026").stdout.rpartition("\n\n")[2]
    assert (
        told
        == """\
map/werkzaam-2025-samen.yaml: open and overdue
- 2026-03-01 Twee jongerenwerkers werken vast op school.
- 2026-10-01 De school zoekt een vaste plek voor het jongerenwerk.
"""
    )


def test_what_was_made_before_stays_and_a_year_without_evaluations_is_no_success(place: Path) -> None:
    (place / "yearly-2026").mkdir()
    assert run(place, *SHELL, "map", "2026").code == 2
    assert made(place / "yearly-2026") == {}
    done = run(place, *SHELL, "map", "2031")
    assert (done.code, done.stdout) == (1, "evaluations of 2031: 0\n")


@pytest.mark.parametrize("script", [SHELL, PYTHON], ids=["sh", "python"])
def test_a_wrong_call_is_told(place: Path, script: tuple[str, ...]) -> None:
    for words in ([], ["map"], ["map", "26x"], ["nowhere", "2026"], ["map", "2026", "x"]):
        done = run(place, *script, *words)
        assert (done.code, done.stdout) == (2, "")
        assert done.stderr
