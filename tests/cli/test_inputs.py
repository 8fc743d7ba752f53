"""Where answers are read from."""

import io
import os
from pathlib import Path

import pytest

from tests import examples
from tests.cli.calling import SMALL, Call, places, refused
from werkzaam.cli.inputs import is_among, read_answers
from werkzaam.files.problems import UnusableFileError
from werkzaam.files.reading import MAXIMUM_SIZE
from werkzaam.language import _


@pytest.mark.usefixtures("folder")
def test_a_path_is_kept_as_it_was_given() -> None:
    source = read_answers("./../" + Path.cwd().name + "/a.yaml", examples.small()).source
    assert (source.name, source.text) == (f"../{Path.cwd().name}/a.yaml", examples.SMALL_ANSWERS)


def test_stdin_is_read_as_bytes_whatever_the_locale_says(call: Call) -> None:
    text = "\ufeff" + examples.SMALL_ANSWERS.replace("\n", "\r\n").replace("Lyceum", "Lycéum 😀")
    ended = call("report", "-", "--format", "json", *SMALL, stdin=text)
    assert (ended.code, ended.err) == (0, "")
    assert '"collaboration": "Lycéum 😀 Oost en Stichting Straatwerk"' in ended.out


class EndlessStream(io.BytesIO):
    """Gives as much as is asked for, and counts."""

    given = 0

    def read(self, size: int | None = -1, /) -> bytes:
        assert size is not None
        assert size >= 0, "somebody wants all of an endless stream"
        self.given += size
        return b"x" * size


def test_an_endless_stdin_is_left_after_one_byte_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = EndlessStream()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(stream))
    with pytest.raises(UnusableFileError):
        read_answers("-", examples.small())
    assert stream.given == MAXIMUM_SIZE + 1


def test_files_that_are_called_like_stdin_or_an_option_can_be_named_otherwise(call: Call) -> None:
    Path("-").write_text(examples.SMALL_ANSWERS)
    Path("--format.yaml").write_text(examples.SMALL_ANSWERS)
    expected = call("report", "a.yaml", *SMALL)
    assert call("report", "./-", *SMALL) == expected
    assert call("report", *SMALL, "--", "--format.yaml") == expected
    assert call("report", "-", *SMALL).code == 2


def test_without_a_file_the_only_one_with_a_default_name_in_this_folder_is_taken(call: Call) -> None:
    expected = call("report", "a.yaml", *SMALL)
    Path("map").mkdir()
    Path("werkzaam-2025.yaml").mkdir()
    others = ("werkzaam-26.yaml", "werkzaam-2026.yaml.bak", "werkzaam.yaml", "werkzaam-2026-samen (1).yaml")
    for name in (*others, "werkzaam-2026.yaml.rescue", "map/werkzaam-2026.yaml"):
        Path(name).write_text(examples.SMALL_ANSWERS)
    assert call("report", *SMALL) == refused(
        "No file here has a name such as werkzaam-2026.yaml: name the one you mean, or start with {command}.",
        command="werkzaam check",
    )
    for name in ("werkzaam-2026.yml", "werkzaam-2026-samen-lyceum-oost.YAML", "werkzaam-2026.yaml"):
        Path(name).write_text(examples.SMALL_ANSWERS)
        assert call("report", *SMALL) == expected
        Path(name).unlink()
    Path("werkzaam-2026.yaml").write_text(examples.SMALL_ANSWERS)
    Path("a.yaml").rename("werkzaam-2024-samen.yaml")
    names = "werkzaam-2024-samen.yaml, werkzaam-2026.yaml"
    assert call("report", *SMALL) == refused("Which answers file do you mean? Name one: {names}.", names=names)


def test_the_only_default_file_is_read_where_it_is_of_another_set_which_is_told(call: Call) -> None:
    Path("werkzaam-2026.yaml").write_text(examples.SMALL_ANSWERS.replace("factors: klein", "factors: schaal"))
    ended = call("report", *SMALL)
    assert (ended.code, ended.out, places(ended.err)) == (2, "", ["werkzaam-2026.yaml:2:10"])


def test_what_cannot_be_read_is_told(call: Call) -> None:
    Path("map").mkdir()
    Path("los.yaml").symlink_to("weg")
    Path("rond.yaml").symlink_to("rond.yaml")
    assert call("report", "map", *SMALL) == refused("{file}: this is a folder; name a file in it.", file="map")
    assert call("report", "los.yaml", *SMALL) == refused("{file}: there is no such file.", file="los.yaml")
    ended, reason = call("report", "rond.yaml", *SMALL), _("the links lead round in a circle")
    assert ended == refused("{file}: cannot be read ({reason}).", file="rond.yaml", reason=reason)


def test_a_stdin_that_is_not_open_for_reading_is_told(call: Call) -> None:
    with open(os.open("log.txt", os.O_WRONLY | os.O_CREAT), encoding="utf-8") as stream:  # noqa: PTH123 (as a shell does)
        ended = call("report", "-", *SMALL, stdin=stream)
    assert ended == refused("{file}: cannot be read ({reason}).", file="<stdin>", reason="Bad file descriptor")


def test_a_file_is_known_by_whatever_name(folder: Path) -> None:
    Path("link.yaml").symlink_to("a.yaml")
    for name in ("a.yaml", "./a.yaml", str(folder / "a.yaml"), "link.yaml"):
        assert is_among(Path("a.yaml"), ["klein.yaml", name])
    assert not is_among(Path("a.yaml"), ["-", "klein.yaml"])
    assert not is_among(Path("a.yaml"), [])
