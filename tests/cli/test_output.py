"""Where results go: the same bytes to stdout and to `--output`, and never over what somebody needs."""

import fcntl
import os
import re
from dataclasses import replace
from pathlib import Path
from typing import IO

import pytest

from tests import examples
from tests.cli.calling import SMALL, Call, Done, refused, told, written
from tests.failing import full
from werkzaam.cli.output import Output
from werkzaam.errors import UserError
from werkzaam.files.disk import saving
from werkzaam.files.disk.replacing import Losses
from werkzaam.files.disk.saving import State
from werkzaam.language import _

REPORT = ("report", "a.yaml", *SMALL)
FORMATS = ("table", "json", "csv", "markdown", "html")
ROWS = ("export", "a.yaml", *SMALL)
DRAWN_AND_WRITTEN = pytest.mark.parametrize("words", [REPORT, ROWS], ids=["drawn", "written"])
"""The two ways to a place: what is drawn for people comes whole, what is for programs piece by piece."""


def names() -> list[str]:
    return sorted(path.name for path in Path.cwd().iterdir())


@pytest.mark.parametrize(
    "words",
    [
        *((*REPORT, "--format", form) for form in FORMATS),
        *(("factors", *SMALL, "--format", form) for form in FORMATS if form != "csv"),
        *(("diff", "a.yaml", "b.yaml", *SMALL, "--format", form) for form in ("table", "json", "markdown", "html")),
        *(("compare", "a.yaml", "b.yaml", *SMALL, "--format", form) for form in FORMATS if form != "csv"),
        *(("overview", "a.yaml", *SMALL, "--format", form) for form in FORMATS),
        *(("export", "a.yaml", *SMALL, "--format", form) for form in ("csv", "jsonl")),
    ],
    ids=lambda words: f"{words[0]} {words[-1]}",
)
def test_a_file_gets_exactly_what_stdout_would(call: Call, words: tuple[str, ...]) -> None:
    Path("b.yaml").write_text(examples.SMALL_ANSWERS.replace("answer: ja", "answer: nee"))
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in Path.cwd().iterdir()}
    shown = call(*words)
    assert (shown.code, shown.err, bool(shown.out)) == (0, "", True)
    assert call(*words, "--output", "uit.txt") == written("uit.txt")
    assert Path("uit.txt").read_bytes() == shown.out.encode()
    Path("uit.txt").unlink()
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in Path.cwd().iterdir()} == before


@DRAWN_AND_WRITTEN
def test_stdout_can_be_named(call: Call, words: tuple[str, ...]) -> None:
    before, shown = names(), call(*words)
    for path in ("-", "/dev/stdout"):
        assert call(*words, "--output", path) == shown
    assert names() == before


@DRAWN_AND_WRITTEN
def test_an_existing_result_is_replaced_with_its_mode_kept_and_its_link_followed(
    call: Call, words: tuple[str, ...]
) -> None:
    folder = Path("map")
    folder.mkdir()
    old = folder / "oud.txt"
    old.write_text("oud\n" * 10_000)
    old.chmod(0o604)
    number = old.stat().st_ino
    Path("uit.txt").symlink_to(old)
    assert call(*words, "--output", "uit.txt") == written("uit.txt")
    assert (old.read_bytes(), old.stat().st_mode & 0o777) == (call(*words).out.encode(), 0o604)
    assert old.stat().st_ino != number, "a file that is replaced at once is a new one"
    assert (Path("uit.txt").is_symlink(), [path.name for path in folder.iterdir()]) == (True, ["oud.txt"])


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.html", "html"), ("a.HTM", "html"), ("a.json", "json"), ("a.csv", "csv"), ("a.md", "markdown")],
)
def test_a_table_in_a_file_whose_name_promises_something_else_is_told(call: Call, name: str, form: str) -> None:
    message = "{file} holds plain text, not what its name says: add --format {format}."
    assert call(*REPORT, "--output", name) == replace(
        written(name), err=written(name).err + told(message, file=name, format=form)
    )
    assert call(*REPORT, "--output", name, "--format", form) == written(name)


def test_a_result_is_written_while_other_savers_wait(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    locked = []
    write = saving.copy_atomically

    def try_to_lock(path: Path, content: IO[bytes], *over: State) -> Losses:
        other = os.open(".", os.O_RDONLY)
        try:
            fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            locked.append(path)
        finally:
            os.close(other)
        return write(path, content, *over)

    monkeypatch.setattr(saving, "copy_atomically", try_to_lock)
    assert call(*REPORT, "--output", "uit.txt").code == 0
    assert locked == [Path("uit.txt")]


def test_answers_that_somebody_put_there_meanwhile_stay(folder: Path) -> None:
    def write_slowly(destination: Output) -> None:
        with destination.writer() as write:
            write("{}")
            (folder / "uit.json").write_text(examples.SMALL_ANSWERS)

    with pytest.raises(UserError) as refusal:
        write_slowly(Output("uit.json"))
    assert refusal.value.args == (_(OURS).format(file="uit.json"),)
    assert (folder / "uit.json").read_text() == examples.SMALL_ANSWERS


# --- what somebody needs --------------------------------------------------------------------------------------------

REPLACES = "{file}: the result would overwrite what it is made from; choose another name."
OURS = "{file}: this is a file of werkzaam; name another one for the result."
FOLDER = "{file}: this is a folder; name a file in it."
NO_FOLDER = "{file}: the folder does not exist; make it first."


@pytest.mark.usefixtures("folder")
def test_what_cannot_be_looked_into_may_be_somebodys_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    def unreadable(path: Path) -> bytes:
        raise PermissionError(path)

    Path("uit.html").write_text("oud")
    monkeypatch.setattr("werkzaam.files.reading.read_content", unreadable)
    with pytest.raises(
        UserError, match=re.escape(_("{file}: you are not allowed to read this file.").format(file="uit.html"))
    ):
        Output("uit.html")
    assert Path("uit.html").read_text() == "oud"


@pytest.mark.parametrize(
    "text",
    [
        '"werkzaam": 1\n',
        "{werkzaam: 1, factors: klein}\n",
        "? werkzaam\n: 1\n",
        examples.SMALL_ANSWERS.replace("werkzaam", "'werkzaam'", 1),
    ],
)
@pytest.mark.parametrize("name", ["b.yaml", "b.json", "b"])
def test_answers_are_not_replaced_however_they_are_written(call: Call, name: str, text: str) -> None:
    Path(name).write_text(text)
    assert call(*REPORT, "--format", "json", "--output", name) == refused(OURS, file=name)
    assert Path(name).read_text() == text


@pytest.mark.parametrize(
    "words", [*((*REPORT, "--format", form) for form in FORMATS), ("factors", *SMALL, "--format", "json")]
)
def test_a_result_can_be_written_again_whatever_stands_in_it(call: Call, words: tuple[str, ...]) -> None:
    Path("a.yaml").write_text(examples.SMALL_ANSWERS + "note: |\n  Een notitie:\n  werkzaam: 1\n")
    for _time in range(2):
        assert call(*words, "--output", "uit.txt") == written("uit.txt")


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("./map/../a.yaml", REPLACES),
        ("{folder}/a.yaml", REPLACES),
        ("link", REPLACES),
        ("hard", REPLACES),
        ("klein.yaml", REPLACES),
        ("set-link", REPLACES),
        ("schaal.yaml", OURS),
        ("b.yml", OURS),
        ("b-link", OURS),
        ("map", FOLDER),
        ("", FOLDER),
        ("weg/uit.txt", NO_FOLDER),
        ("a.yaml/uit.txt", NO_FOLDER),
        ("vast.txt", "{file}: you are not allowed to write here; choose another place."),
        ("rond", "{file}: cannot be saved ({reason})."),
    ],
)
def test_what_somebody_needs_is_not_replaced(call: Call, path: str, message: str) -> None:
    Path("map").mkdir()
    Path("b.yml").write_text("\ufeff# van mij\nwerkzaam: 1\nstuk: [\n")
    Path("link").symlink_to("a.yaml")
    Path("hard").hardlink_to("a.yaml")
    Path("set-link").symlink_to("klein.yaml")
    Path("b-link").symlink_to("b.yml")
    Path("rond").symlink_to("rond")
    Path("vast.txt").write_text("vast\n")
    Path("vast.txt").chmod(0o444)
    before = {item: item.read_bytes() for item in Path.cwd().iterdir() if item.is_file()}
    listed = names()
    asked = path.format(folder=Path.cwd())
    ended = call(*REPORT, "--output", asked)
    assert ended == refused(message, file=Path(asked), reason=_("the links lead round in a circle"))
    assert {item: item.read_bytes() for item in before} == before
    assert names() == listed


@pytest.mark.parametrize(
    ("words", "path"),
    [
        (("factors",), "klein.yaml"),
        (("report",), "werkzaam-2026.yaml"),  # the only default file, which nobody named
        (("diff", "a.yaml", "b.yaml"), "b.yaml"),
        (("diff", "b.yaml", "/dev/null"), "b.yaml"),
        (("compare", "a.yaml", "b.yaml"), "a.yaml"),
        (("compare", "a.yaml", "b.yaml"), "link"),
        (("diff", "a.yaml", "b.yaml"), "klein.yaml"),
        (("compare", "a.yaml", "b.yaml"), "klein.yaml"),
        (("overview", "a.yaml"), "klein.yaml"),
        (("overview", "a.yaml", "b.yaml"), "b.yaml"),
        (("export", "b.yaml"), "b.yaml"),
        (("export", "b.yaml"), "klein.yaml"),
    ],
)
def test_no_result_replaces_what_it_is_made_from(
    call: Call, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], path: str
) -> None:
    monkeypatch.setenv("WERKZAAM_FACTORS", "./klein.yaml")
    for name in ("b.yaml", "werkzaam-2026.yaml"):
        Path(name).write_text(examples.SMALL_ANSWERS)
    Path("link").symlink_to("b.yaml")
    before = {item: item.read_bytes() for item in Path.cwd().iterdir()}
    assert call(*words, "--output", path) == refused(REPLACES, file=path)
    assert {item: item.read_bytes() for item in Path.cwd().iterdir()} == before


def test_a_file_that_came_through_a_pipe_is_not_replaced_either(call: Call) -> None:
    ended = call("report", "-", *SMALL, "--output", "a.yaml", stdin=examples.SMALL_ANSWERS)
    assert ended == refused(OURS, file="a.yaml")
    assert Path("a.yaml").read_text() == examples.SMALL_ANSWERS


def test_nothing_is_made_of_a_file_that_cannot_be_used(call: Call) -> None:
    Path("uit.txt").write_text("oud")
    Path("a.yaml").write_text("werkzaam: [")
    assert call(*REPORT, "--output", "uit.txt").code == 2
    assert Path("uit.txt").read_text() == "oud"


@DRAWN_AND_WRITTEN
def test_a_disk_that_is_full_leaves_the_old_result(
    call: Call, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    Path("uit.txt").write_text("oud")
    before = names()
    monkeypatch.setattr("os.fsync", full)
    ended = call(*words, "--output", "uit.txt")
    assert ended == refused("{file}: cannot be saved ({reason}).", file="uit.txt", reason=_("the disk is full"))
    assert (Path("uit.txt").read_text(), names()) == ("oud", before)


# --- what is no file ------------------------------------------------------------------------------------------------


@DRAWN_AND_WRITTEN
def test_devices_are_written_to_and_not_replaced(call: Call, words: tuple[str, ...]) -> None:
    before = os.stat("/dev/null"), os.stat("/dev/full")  # noqa: PTH116 (what is there, not what a path says)
    assert call(*words, "--output", "/dev/null") == Done(0, "", "")
    ended = call(*words, "--output", "/dev/full")
    assert ended == refused("{file}: cannot be saved ({reason}).", file="/dev/full", reason=_("the disk is full"))
    after = os.stat("/dev/null"), os.stat("/dev/full")  # noqa: PTH116
    assert [(item.st_ino, item.st_mode, item.st_rdev) for item in after] == [
        (item.st_ino, item.st_mode, item.st_rdev) for item in before
    ]


def test_nothing_may_be_input_and_output_both(call: Call) -> None:
    assert call("diff", "/dev/null", "a.yaml", *SMALL, "--output", "/dev/null") == Done(0, "", "")


@DRAWN_AND_WRITTEN
def test_an_open_file_is_written_on(call: Call, words: tuple[str, ...]) -> None:
    log = Path("log.txt")
    log.write_text("kop\n")
    with log.open("a") as stream:
        assert call(*words, "--output", f"/dev/fd/{stream.fileno()}") == Done(0, "", "")
    assert log.read_text() == f"kop\n{call(*words).out}"


@DRAWN_AND_WRITTEN
def test_a_pipe_that_nobody_reads_any_more_is_quiet(call: Call, words: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        assert call(*words, "--output", f"/dev/fd/{writing}") == Done(0, "", "")
    finally:
        os.close(writing)


# --- what it looks like ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("command", "known"),
    [
        (REPORT, "table, json, csv, markdown, html, docx"),
        (("factors", *SMALL), "table, json, markdown, html, docx"),
        (("diff", "a.yaml", "a.yaml", *SMALL), "table, json, markdown, html, docx"),
        (("compare", "a.yaml", "a.yaml", *SMALL), "table, json, markdown, html, docx"),
        (("overview", "a.yaml", *SMALL), "table, json, csv, markdown, html, docx"),
        (ROWS, "csv, jsonl, xlsx"),
    ],
)
def test_a_format_that_is_not_there_is_refused_with_those_that_are(
    call: Call, command: tuple[str, ...], known: str
) -> None:
    before = names()
    message, said = "{option} cannot be “{value}”; choose one of {known}.", {"option": "--format", "known": known}
    for form in ("pdf", ""):
        assert call(*command, "--format", form, "--output", "uit.txt") == refused(message, value=form, **said)
    near = told(message, value="JSNOL", **said).strip()
    word = "jsonl" if "jsonl" in known else "json"
    assert call(*command, "--format", "JSNOL").err == f"{near} {told('Did you mean “{word}”?', word=word)}"
    assert names() == before


def test_a_file_has_no_colours_even_where_they_are_forced(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in call(*REPORT).out
    assert call(*REPORT, "--output", "uit.txt").code == 0
    assert "\x1b" not in Path("uit.txt").read_text()
