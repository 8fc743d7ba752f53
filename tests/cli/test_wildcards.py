"""Names with * and ?, as Windows hands them to a program; what cmd itself does is tried in `tests/windows`."""

from pathlib import Path

import pytest

from werkzaam.cli.app import command
from werkzaam.cli.shell import expanded


@pytest.fixture(autouse=True)
def _files(folder: Path) -> None:
    for name in ("b2.yaml", "b1.yaml", "c[1].yaml"):
        (folder / name).touch()


@pytest.mark.parametrize(
    ("name", "words", "meant"),
    [
        ("export", "b*.yaml", "b1.yaml b2.yaml"),
        ("export", "b?.yaml c*", "b1.yaml b2.yaml c[1].yaml"),
        ("export", "*[1].yaml c[1].yaml", "c[1].yaml c[1].yaml"),
        ("diff", "b*.yaml", "b1.yaml b2.yaml"),
        ("export", "x*.yaml b", "x*.yaml b"),
        ("export", "--format b* b1* --output=b*", "--format b* b1.yaml --output=b*"),
        ("check", "b1.* --note b* --plain b2.*", "b1.yaml --note b* --plain b2.yaml"),
        ("export", "-- --format b2*", "-- --format b2.yaml"),
        ("export", "", ""),
    ],
)
def test_arguments_mean_the_files_that_fit_and_options_take_what_they_are_given(
    name: str, words: str, meant: str
) -> None:
    assert expanded(words.split(), command().commands[name].params) == meant.split()
