"""What the program writes on Windows is what it writes here, byte by byte: UTF-8 and LF in every pipe."""

import shutil

import pytest

from tests.documents.pages import ROOT
from tests.windows.machine import PATIENCE, Machine, here
from werkzaam.cli.commands import report
from werkzaam.language import _

EXAMPLES = ROOT / "docs" / "examples"
FILE, YEARS = "werkzaam-2026-samen.yaml", ("werkzaam-2025-samen.yaml", "werkzaam-2026-samen.yaml")
PARTNERS = ("werkzaam-2026-jongerenwerk.yaml", "werkzaam-2026-onderwijs.yaml")
CALLS = [
    *(("report", FILE, "--format", form) for form in report.FORMATS),
    ("diff", *YEARS),
    ("compare", *PARTNERS, "--format", "markdown"),
    ("overview", ".", "--by", "perspective"),
    ("overview", ".", "--format", "csv"),
    ("export", "."),
    ("export", ".", "--format", "jsonl"),
    ("validate", ".", "fout.yaml"),
    ("factors",),
    ("form", "--collaboration", "Lyceum Café", "--perspective", "gemeente"),
    ("overview", "--help"),
    ("report", "weg.yaml", "--lang", "en"),
    ("raport",),
]


@pytest.fixture(autouse=True)
def _examples(windows: Machine) -> None:
    for path in EXAMPLES.glob("*.yaml"):
        shutil.copy(path, windows.folder)
    (windows.folder / "fout.yaml").write_text("werkzaam: één\n", encoding="utf-8")


@pytest.mark.parametrize("words", CALLS, ids=" ".join)
def test_a_result_is_the_same_as_here(words: tuple[str, ...], windows: Machine) -> None:
    assert windows.call(*words) == here(windows.folder, *words)


def test_a_file_comes_in_by_a_pipe_and_goes_out_to_another(windows: Machine) -> None:
    content = (windows.folder / FILE).read_bytes()
    done = windows.call("report", "-", "--format", "html", "--output", "uit.html", stdin=content)
    assert done.code == 0
    assert (windows.folder / "uit.html").read_bytes() == here(windows.folder, "report", FILE, "--format", "html").out
    assert windows.call("report", "-", stdin=b"\xef\xbb\xbf" + content).out == here(windows.folder, "report", FILE).out


def test_several_files_make_a_page_each_in_a_folder(windows: Machine) -> None:
    (windows.folder / "map").mkdir()
    shutil.copy(windows.folder / FILE, windows.folder / "map" / "b.yaml")
    assert windows.call("report", "*-samen.yaml", "map\\b.yaml", "--format", "html", "--output", "uit\\").code == 0
    names = sorted(path.name for path in (windows.folder / "uit").iterdir())
    assert names == ["map--b.html", *(f"werkzaam-{year}-samen.html" for year in (2024, 2025, 2026))]
    page = here(windows.folder, "report", FILE, "--format", "html").out
    assert (windows.folder / "uit" / "map--b.html").read_bytes() == page


def test_nothing_is_written_to_where_nothing_is_kept(windows: Machine) -> None:
    assert windows.call("report", FILE, "--output", "NUL").code == 0
    assert windows.cmd(f"werkzaam report {FILE} >NUL").code == 0
    assert windows.call("diff", "NUL", FILE).out == here(windows.folder, "diff", "/dev/null", FILE).out


def test_cmd_keeps_what_is_written_to_a_file(windows: Machine) -> None:
    assert windows.cmd(f"werkzaam report {FILE} > uit.txt").code == 0
    assert (windows.folder / "uit.txt").read_bytes() == here(windows.folder, "report", FILE).out


def test_a_reader_that_leaves_is_no_reason_to_complain(windows: Machine) -> None:
    for number in range(200):
        shutil.copy(windows.folder / FILE, windows.folder / f"{number}.yaml")
    with windows.start("export", ".") as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.read(10)
        running.stdout.close()
        assert (running.stderr.read(), running.wait(PATIENCE)) == (b"", 0)


def test_an_output_that_nobody_opened_is_no_reason_to_complain(windows: Machine) -> None:
    for name in ("stdout", "stderr"):
        started_without = f"import sys; sys.{name} = sys.__{name}__ = None; from werkzaam.__main__ import main; main()"
        done = windows.python(started_without, "report", FILE)
        assert (done.code, done.err) == (0, b"")
        assert (done.out == b"") is (name == "stdout")


def test_an_overview_of_many_files_is_the_same(windows: Machine) -> None:
    many = windows.folder / "veel"
    many.mkdir()
    for number in range(200):
        text = (windows.folder / (FILE if number % 3 else PARTNERS[0])).read_bytes()
        (many / f"{number}.yaml").write_bytes(text.replace(b"\n", b"\r\n") if number % 2 else text)
    there, words = windows.folder, ("overview", "veel", "--format", "json")
    done, expected = windows.call(*words), here(there, *words)
    assert (done.code, done.out, done.err.replace(b"\\", b"/")) == (expected.code, expected.out, expected.err)


def test_names_are_expanded_where_files_are_meant(windows: Machine) -> None:
    for name in ("a[1].yaml", "b.YAML"):
        shutil.copy(windows.folder / FILE, windows.folder / name)
    done = windows.cmd("werkzaam export *].yaml b.y*")
    assert done.out == here(windows.folder, "export", "a[1].yaml", "b.YAML").out
    assert windows.call("report", "a[1].yaml").code == 0
    assert windows.cmd("werkzaam diff werkzaam-202*5-samen.yaml werkzaam-2026-s*.yaml").out == (
        here(windows.folder, "diff", *YEARS).out
    )


def test_one_that_fits_nothing_is_told(windows: Machine) -> None:
    done = windows.call("overview", "x*.yaml")
    assert done.code == 2
    assert _("{file}: there is no such file.").format(file="x*.yaml") in done.said


def test_two_spellings_of_a_file_are_one(windows: Machine) -> None:
    assert windows.call("export", FILE, FILE.upper(), f".\\{FILE}").out == here(windows.folder, "export", FILE).out
