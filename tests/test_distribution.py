"""The built distributions: a wheel with catalogues and factor set, and a source archive that can be built."""

import re
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path, PurePosixPath

import pytest

from werkzaam import __version__

ROOT = Path(__file__).parents[1]
ABOUT = {f"werkzaam-{__version__}.dist-info/{name}" for name in ("METADATA", "WHEEL", "entry_points.txt", "RECORD")}
PATIENCE = 100

pytestmark = pytest.mark.long


def said(*words: str) -> str:
    return subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE, check=True).stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    said(sys.executable, "-m", "hatchling", "build", "--directory", str(folder))
    return folder


@pytest.fixture(scope="module")
def kept() -> set[str]:
    """Return the paths of the files that git tracks."""
    return set(said("git", "-c", "safe.directory=*", "ls-files", "-z").split("\0")) - {""}


def test_the_wheel_holds_the_package_and_nothing_else(built: Path, kept: set[str]) -> None:
    (wheel,) = built.glob("*.whl")
    package = {path.removeprefix("src/") for path in kept if path.startswith("src/")}
    catalogues = {str(PurePosixPath(path).with_suffix(".mo")) for path in package if path.endswith(".po")}
    license_file = f"werkzaam-{__version__}.dist-info/licenses/LICENSE"
    expected = package | catalogues | {"werkzaam/factors.yaml", license_file} | ABOUT
    assert set(zipfile.ZipFile(wheel).namelist()) == expected


def test_the_source_archive_holds_what_is_kept_and_who_made_it(built: Path, kept: set[str]) -> None:
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as files:
        names = {name.partition("/")[2] for name in files.getnames()}
    assert names == kept | {"PKG-INFO"}


def test_a_commit_is_held_to_the_linter_that_the_project_is_held_to() -> None:
    pinned = set(re.findall(r"ruff==[0-9.]+", (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")))
    assert pinned == set(re.findall(r"ruff==[0-9.]+", (ROOT / "pyproject.toml").read_text(encoding="utf-8")))
