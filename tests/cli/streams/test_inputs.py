"""Where answers are read from."""

import os
import sys
from pathlib import Path

import pytest

from tests import examples
from tests.cli.calling import Call, Done
from werkzaam.cli.main import run
from werkzaam.cli.streams.inputs import answers_source, is_among

SMALL = ("--factors", "klein.yaml")


@pytest.mark.usefixtures("folder")
def test_a_path_is_kept_as_it_was_given() -> None:
    source = answers_source("./../" + Path.cwd().name + "/a.yaml")
    assert (source.name, source.text) == (f"../{Path.cwd().name}/a.yaml", examples.SMALL_ANSWERS)


def test_stdin_is_read_as_bytes_whatever_the_locale_says(call: Call) -> None:
    text = "\ufeff" + examples.SMALL_ANSWERS.replace("\n", "\r\n").replace("Lyceum", "Lycéum 😀")
    ended = call("report", "-", "--format", "json", *SMALL, stdin=text)
    assert (ended.code, ended.err) == (0, "")
    assert '"collaboration": "Lycéum 😀 Oost en Stichting Straatwerk"' in ended.out


def test_a_file_that_is_called_like_stdin_can_be_named_otherwise(call: Call) -> None:
    Path("-").write_text(examples.SMALL_ANSWERS)
    assert call("report", "./-", *SMALL) == call("report", "a.yaml", *SMALL)
    assert call("report", "-", *SMALL).code == 2


def test_a_file_whose_name_looks_like_an_option_can_be_named(call: Call) -> None:
    Path("--format.yaml").write_text(examples.SMALL_ANSWERS)
    assert call("report", *SMALL, "--", "--format.yaml") == call("report", "a.yaml", *SMALL)


@pytest.mark.parametrize(
    "name",
    ["werkzaam-26.yaml", "werkzaam-2026.yml", "werkzaam.yaml", "werkzaam-2026-Samen.yaml", "werkzaam-2026.yaml.rescue"],
)
def test_other_names_are_no_default_names(call: Call, name: str) -> None:
    Path("a.yaml").rename(name)
    assert call("report", *SMALL) == Done(
        2, "", "Hier staat geen antwoordenbestand: noem er een, of begin met werkzaam check.\n"
    )


def test_a_folder_with_a_default_name_is_no_answers_file(call: Call) -> None:
    Path("werkzaam-2025.yaml").mkdir()
    Path("a.yaml").rename("werkzaam-2026.yaml")
    assert call("report", *SMALL).code == 0


def test_only_the_current_folder_is_looked_in(call: Call) -> None:
    Path("map").mkdir()
    Path("a.yaml").rename("map/werkzaam-2026.yaml")
    assert call("report", *SMALL).code == 2


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda path: path.mkdir(), "dit is een map; noem een bestand erin."),
        (lambda path: path.symlink_to("weg"), "dit bestand bestaat niet."),
        (lambda path: path.symlink_to(path.name), "kan niet worden gelezen (de koppelingen draaien in een kring)."),
    ],
)
def test_what_cannot_be_read_is_told(call: Call, make: object, message: str) -> None:
    assert callable(make)
    make(Path("b.yaml"))
    assert call("report", "b.yaml", *SMALL) == Done(2, "", f"b.yaml: {message}\n")


def test_a_stdin_that_is_not_open_for_reading_is_told(call: Call) -> None:
    with open(os.open("log.txt", os.O_WRONLY | os.O_CREAT), encoding="utf-8") as stream:  # noqa: PTH123 (as a shell does)
        assert call("report", "-", *SMALL, stdin=stream) == Done(
            2, "", "<stdin>: kan niet worden gelezen (Bad file descriptor).\n"
        )


def test_a_closed_stdin_is_told(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    assert call("report", "a.yaml", *SMALL, stdin="").code == 0
    monkeypatch.setattr(sys, "stdin", None)
    assert run(["report", "-", *SMALL]) == 2


def test_a_file_is_known_by_whatever_name(folder: Path) -> None:
    Path("link.yaml").symlink_to("a.yaml")
    for name in ("a.yaml", "./a.yaml", str(folder / "a.yaml"), "link.yaml"):
        assert is_among(Path("a.yaml"), ["klein.yaml", name])
    assert not is_among(Path("a.yaml"), ["-", "klein.yaml"])
    assert not is_among(Path("a.yaml"), [])
