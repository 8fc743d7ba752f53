"""Where results go: the same bytes to stdout and to `--output`, and never over what somebody needs."""

import errno
import fcntl
import os
from pathlib import Path
from typing import IO

import pytest

from tests import examples
from tests.cli.calling import Call, Done
from werkzaam.files import saving

SMALL = ("--factors", "klein.yaml")
REPORT = ("report", "a.yaml", *SMALL)
FORMATS = ("table", "json", "csv", "markdown", "html")
RESULTS = [
    *(pytest.param((*REPORT, "--format", form), id=f"report {form}") for form in FORMATS),
    *(
        pytest.param(("factors", *SMALL, "--format", form), id=f"factors {form}")
        for form in FORMATS
        if form != "csv"
    ),
]  # fmt: skip


def names() -> list[str]:
    return sorted(path.name for path in Path.cwd().iterdir())


@pytest.mark.parametrize("words", RESULTS)
def test_a_file_gets_exactly_what_stdout_would(call: Call, words: tuple[str, ...]) -> None:
    before = names()
    shown = call(*words)
    assert (shown.code, shown.err) == (0, "")
    assert len(shown.out) > 100
    assert call(*words, "--output", "uit.txt") == Done(0, "", "")
    assert Path("uit.txt").read_bytes() == shown.out.encode()
    assert names() == sorted([*before, "uit.txt"])


@pytest.mark.parametrize("words", RESULTS)
@pytest.mark.parametrize("path", ["-", "/dev/stdout"])
def test_stdout_can_be_named(call: Call, words: tuple[str, ...], path: str) -> None:
    before = names()
    assert call(*words, "--output", path) == call(*words)
    assert names() == before


@pytest.mark.parametrize("words", RESULTS)
def test_an_existing_result_is_replaced_with_its_mode_kept_and_its_link_followed(
    call: Call, words: tuple[str, ...]
) -> None:
    shown = call(*words)
    folder = Path("map")
    folder.mkdir()
    old = folder / "oud.txt"
    old.write_text("oud\n" * 10_000)
    old.chmod(0o604)
    number = old.stat().st_ino
    Path("uit.txt").symlink_to(old)
    assert call(*words, "--output", "uit.txt") == Done(0, "", "")
    assert (old.read_bytes(), old.stat().st_mode & 0o777) == (shown.out.encode(), 0o604)
    assert old.stat().st_ino != number, "a file that is replaced at once is a new one"
    assert (Path("uit.txt").is_symlink(), [path.name for path in folder.iterdir()]) == (True, ["oud.txt"])


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.html", "html"), ("a.HTM", "html"), ("a.json", "json"), ("a.csv", "csv"), ("a.md", "markdown")],
)
def test_a_table_in_a_file_whose_name_promises_something_else_is_told(call: Call, name: str, form: str) -> None:
    told = f"In {name} staat gewone tekst, niet wat de naam zegt: zet er --format {form} bij.\n"
    assert call(*REPORT, "--output", name) == Done(0, "", told)
    assert call(*REPORT, "--output", name, "--format", form) == Done(0, "", "")


def test_a_link_to_nothing_makes_what_it_names(call: Call) -> None:
    Path("uit.txt").symlink_to("nieuw.txt")
    assert call(*REPORT, "--output", "uit.txt").code == 0
    assert Path("nieuw.txt").read_text() == call(*REPORT).out


def test_a_new_result_follows_the_umask(call: Call) -> None:
    before = os.umask(0o027)
    try:
        assert call(*REPORT, "--output", "uit.txt").code == 0
    finally:
        os.umask(before)
    assert Path("uit.txt").stat().st_mode & 0o777 == 0o640


def test_a_result_is_written_while_other_savers_wait(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    locked = []
    write = saving.copy_atomically

    def try_to_lock(path: Path, content: IO[bytes]) -> None:
        other = os.open(".", os.O_RDONLY)
        try:
            fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            locked.append(path)
        finally:
            os.close(other)
        write(path, content)

    monkeypatch.setattr(saving, "copy_atomically", try_to_lock)
    assert call(*REPORT, "--output", "uit.txt").code == 0
    assert locked == [Path("uit.txt")]


REPLACES = "het resultaat zou vervangen waaruit het is gemaakt."
OURS = "dit is een bestand van werkzaam; noem een ander bestand voor het resultaat."


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("a.yaml", f"a.yaml: {REPLACES}\n"),
        ("./map/../a.yaml", f"map/../a.yaml: {REPLACES}\n"),
        ("{folder}/a.yaml", f"{{folder}}/a.yaml: {REPLACES}\n"),
        ("link", f"link: {REPLACES}\n"),
        ("hard", f"hard: {REPLACES}\n"),
        ("klein.yaml", f"klein.yaml: {REPLACES}\n"),
        ("set-link", f"set-link: {REPLACES}\n"),
        ("schaal.yaml", f"schaal.yaml: {OURS}\n"),
        ("b.yml", f"b.yml: {OURS}\n"),
        ("b-link", f"b-link: {OURS}\n"),
        ("map", "map: dit is geen bestand; noem een ander.\n"),
        ("", ".: dit is geen bestand; noem een ander.\n"),
        ("weg/uit.txt", "weg/uit.txt: de map bestaat niet; maak die eerst.\n"),
        ("a.yaml/uit.txt", "a.yaml/uit.txt: de map bestaat niet; maak die eerst.\n"),
        ("vast.txt", "vast.txt: je mag hier niet schrijven; kies een andere plek.\n"),
        ("rond", "rond: kan niet worden bewaard (de koppelingen draaien in een kring).\n"),
    ],
)
def test_what_somebody_needs_is_not_replaced(call: Call, form: str, path: str, message: str) -> None:
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
    folder = str(Path.cwd())
    ended = call(*REPORT, "--format", form, "--output", path.format(folder=folder))
    assert ended == Done(2, "", message.format(folder=folder))
    assert {item: item.read_bytes() for item in before} == before
    assert names() == listed


def test_a_factor_set_is_not_replaced_by_what_is_made_from_it(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    assert call("factors", *SMALL, "--output", "klein.yaml") == Done(2, "", f"klein.yaml: {REPLACES}\n")
    monkeypatch.setenv("WERKZAAM_FACTORS", "./klein.yaml")
    assert call("factors", "--output", "klein.yaml") == Done(2, "", f"klein.yaml: {REPLACES}\n")
    assert Path("klein.yaml").read_text() == examples.SMALL_SET


def test_a_file_that_came_through_a_pipe_is_not_replaced_either(call: Call) -> None:
    ended = call("report", "-", *SMALL, "--output", "a.yaml", stdin=examples.SMALL_ANSWERS)
    assert ended == Done(2, "", f"a.yaml: {OURS}\n")
    assert Path("a.yaml").read_text() == examples.SMALL_ANSWERS


def test_the_only_default_file_is_not_replaced(call: Call) -> None:
    Path("a.yaml").rename("werkzaam-2026.yaml")
    ended = call("report", *SMALL, "--output", "werkzaam-2026.yaml")
    assert ended == Done(2, "", f"werkzaam-2026.yaml: {REPLACES}\n")
    assert Path("werkzaam-2026.yaml").read_text() == examples.SMALL_ANSWERS


def test_nothing_is_made_of_a_file_that_cannot_be_used(call: Call) -> None:
    Path("uit.txt").write_text("oud")
    Path("a.yaml").write_text("werkzaam: [")
    assert call(*REPORT, "--output", "uit.txt").code == 2
    assert Path("uit.txt").read_text() == "oud"


@pytest.mark.parametrize("words", RESULTS)
def test_a_disk_that_is_full_leaves_the_old_result(
    call: Call, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    Path("uit.txt").write_text("oud")
    before = names()
    monkeypatch.setattr("os.fsync", full)
    ended = call(*words, "--output", "uit.txt")
    assert ended == Done(2, "", "uit.txt: kan niet worden bewaard (de schijf is vol).\n")
    assert (Path("uit.txt").read_text(), names()) == ("oud", before)


@pytest.mark.parametrize("words", RESULTS)
def test_devices_are_written_to_and_not_replaced(call: Call, words: tuple[str, ...]) -> None:
    before = os.stat("/dev/null"), os.stat("/dev/full")  # noqa: PTH116 (what is there, not what a path says)
    assert call(*words, "--output", "/dev/null") == Done(0, "", "")
    assert call(*words, "--output", "/dev/full") == Done(
        2, "", "/dev/full: kan niet worden bewaard (de schijf is vol).\n"
    )
    after = os.stat("/dev/null"), os.stat("/dev/full")  # noqa: PTH116
    assert [(item.st_ino, item.st_mode, item.st_rdev) for item in after] == [
        (item.st_ino, item.st_mode, item.st_rdev) for item in before
    ]


@pytest.mark.parametrize("words", RESULTS)
def test_an_open_file_is_written_on(call: Call, words: tuple[str, ...]) -> None:
    log = Path("log.txt")
    log.write_text("kop\n")
    with log.open("a") as stream:
        assert call(*words, "--output", f"/dev/fd/{stream.fileno()}") == Done(0, "", "")
    assert log.read_text() == f"kop\n{call(*words).out}"


@pytest.mark.parametrize("words", RESULTS)
def test_a_pipe_that_nobody_reads_any_more_is_quiet(call: Call, words: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        assert call(*words, "--output", f"/dev/fd/{writing}") == Done(0, "", "")
    finally:
        os.close(writing)


@pytest.mark.parametrize(
    ("command", "known"),
    [(REPORT, "table, json, csv, markdown, html"), (("factors", *SMALL), "table, json, markdown, html")],
)
@pytest.mark.parametrize(
    ("form", "near"),
    [("jsno", " Bedoelde je “json”?"), ("Markdown", " Bedoelde je “markdown”?"), ("pdf", ""), ("", "")],
)
def test_a_format_that_is_not_there_is_refused(
    call: Call, command: tuple[str, ...], known: str, form: str, near: str
) -> None:
    before = names()
    ended = call(*command, "--format", form, "--output", "uit.txt")
    assert ended == Done(2, "", f"De vorm “{form}” is er niet; kies een van {known}.{near}\n")
    assert names() == before


def test_a_factor_set_is_no_table_of_rows(call: Call) -> None:
    assert call("factors", *SMALL, "--format", "csv") == Done(
        2, "", "De vorm “csv” is er niet; kies een van table, json, markdown, html.\n"
    )


def test_a_file_has_no_colours_even_where_they_are_forced(
    call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in call("report", "a.yaml", "--factors", "klein.yaml").out
    assert call("report", "a.yaml", "--factors", "klein.yaml", "--output", "uit.txt").code == 0
    assert "\x1b" not in (folder / "uit.txt").read_text()
