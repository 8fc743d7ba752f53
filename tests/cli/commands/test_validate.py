"""`werkzaam validate`: which files it judges, where the problems are, and how it ends."""

import io
import os
import sys
from pathlib import Path

import pytest

from tests import examples
from tests.cli.calling import SMALL, Call, Done, places, told
from tests.failing import shut
from werkzaam.files.reading import MAXIMUM_SIZE
from werkzaam.language import _

HEAD = "werkzaam: 1\nfactors: klein\nversion: 2\ncollaboration: X\ndate: 2026-11-23\n"
OTHERS = examples.SMALL_ANSWERS.replace("factors: klein", "factors: groot")


def summary(files: int, errors: int = 0, warnings: int = 0, passed_over: int = 0) -> str:
    """Return what stderr says in the end."""
    counts = {
        "Files: {count}": files,
        "errors: {count}": errors,
        "warnings: {count}": warnings,
        "skipped (of another factor set): {count}": passed_over or None,
    }
    return ", ".join(_(text).format(count=count) for text, count in counts.items() if count is not None) + "\n"


def judged(call: Call, *words: str, stdin: str | io.TextIOWrapper = "") -> tuple[int, list[str], str]:
    """Return how it ended, where the problems are, and what was said beside them."""
    ended = call("validate", *words, *SMALL, stdin=stdin)
    return ended.code, places(ended.out), ended.err


def test_good_files_of_either_kind_print_nothing_to_stdout(call: Call) -> None:
    assert call("validate", "a.yaml", *SMALL) == Done(0, "", summary(1))
    assert call("validate", "klein.yaml", "schaal.yaml") == Done(0, "", summary(2))
    assert call("validate", "--strict", ".", *SMALL) == Done(0, "", summary(3))


def test_the_same_evaluation_twice_is_no_problem_and_told(call: Call) -> None:
    Path("a (1).yaml").write_text(examples.SMALL_ANSWERS)
    files = _("{file} and {other}").format(file="a (1).yaml", other="a.yaml")
    message = "The same collaboration, date and perspective twice: {files}. Each file counts; is one a copy?"
    assert call("validate", "--strict", ".", *SMALL) == Done(0, "", told(message, files=files) + summary(4))


def test_a_hundred_mistakes_are_a_hundred_lines_with_their_places(call: Call) -> None:
    unknown = "".join(f"    fout-{number}:\n      answer: jja\n" for number in range(50))
    wrong = "".join(f"  - what: {number}\n" for number in range(50))
    Path("a.yaml").write_text(f"{HEAD}answers:\n  mensen:\n{unknown}actions:\n{wrong}")
    expected = [f"a.yaml:{8 + 2 * number}:5" for number in range(50)]
    expected += [f"a.yaml:{109 + number}:11" for number in range(50)]
    assert judged(call, "a.yaml") == (1, expected, summary(1, errors=100))


def test_a_note_that_goes_on_at_the_margin_makes_no_factor_set(call: Call) -> None:
    Path("a.yaml").write_text(f'{HEAD}note: "Geteld op een\nscale: 1"\nanswers:\n')
    assert judged(call, "a.yaml") == (0, [], summary(1))


def test_problems_are_sorted_by_file_then_by_place(call: Call) -> None:
    Path("b.yaml").write_text(f"{HEAD}note: 3\nanswers:\n  plk:\n")
    Path("c.yaml").write_text(examples.SMALL_SET.replace("id: klein", "id: Klein").replace("value: 0,", "value: 2,"))
    Path("a.yaml").write_text(f"{HEAD}answers: 3\n")
    expected = ["a.yaml:6:10", "b.yaml:6:7", "b.yaml:8:3", "c.yaml:2:5", "c.yaml:13:30"]
    assert judged(call, "c.yaml", "b.yaml", "a.yaml") == (1, expected, summary(3, errors=5))


def test_messages_come_in_the_language_that_is_asked_for(call: Call) -> None:
    Path("a.yaml").write_text(f"{HEAD}# a@b.nl\n")
    assert call("validate", "a.yaml", *SMALL, "--lang", "en") == Done(
        1,
        "a.yaml:1:1: “answers” is missing here.\na.yaml:6:3: warning: “*@*.**” looks like an e-mail address.\n",
        "Files: 1, errors: 1, warnings: 1\n",
    )


# --- which files ----------------------------------------------------------------------------------------------------


def test_a_folder_is_searched_for_what_is_ours(call: Call) -> None:
    for name, text in {
        "b.yml": HEAD,
        "oost/a.yaml": HEAD,
        "werkzaam-kapot.yaml": "x: [\n",
        "compose.yaml": "services: [\n",
        "lijst.yaml": examples.SMALL_SET,
        "groot.yaml": OTHERS,
        ".git/c.yaml": HEAD,
    }.items():
        (Path("map") / name).parent.mkdir(parents=True, exist_ok=True)
        (Path("map") / name).write_text(text)
    Path("map/link.yaml").symlink_to("b.yml")
    Path("map/weg.yaml").symlink_to("nergens.yaml")
    Path("map/rond").symlink_to("..")
    os.mkfifo("map/werkzaam-pijp.yaml")
    expected = ["map/b.yml:1:1", "map/oost/a.yaml:1:1", "map/werkzaam-kapot.yaml:1:4"]
    assert judged(call, "map") == (1, expected, summary(4, errors=3, passed_over=1))


def test_a_file_of_another_set_is_wrong_where_it_is_named_and_passed_over_in_a_folder(call: Call) -> None:
    Path("groot.yaml").write_text(OTHERS)
    assert judged(call, "groot.yaml") == (1, ["groot.yaml:2:10"], summary(1, errors=1))
    assert judged(call, ".") == (0, [], summary(3, passed_over=1))
    for paths in ((".", "groot.yaml"), ("groot.yaml", ".")):
        assert judged(call, *paths) == (1, ["groot.yaml:2:10"], summary(4, errors=1))


def test_a_mistake_in_what_names_the_set_is_not_passed_over(call: Call) -> None:
    Path("a.yaml").write_text(OTHERS.replace("groot", "[klein]"))
    assert judged(call, ".") == (1, ["a.yaml:2:10"], summary(3, errors=1))


def test_files_of_another_set_alone_are_no_failure_and_none_of_ours_are(call: Call) -> None:
    Path("map").mkdir()
    Path("map/compose.yaml").write_text("services:\n")
    assert call("validate", "map", *SMALL) == Done(2, "", told("No file of werkzaam was found."))
    Path("map/groot.yaml").write_text(OTHERS)
    assert judged(call, "map") == (0, [], summary(0, passed_over=1))


def test_a_file_is_judged_once_however_often_it_is_named(call: Call, folder: Path) -> None:
    Path("a.yaml").write_text(HEAD)
    Path("link.yaml").symlink_to("a.yaml")
    words = ("a.yaml", "./a.yaml", str(folder / "a.yaml"), ".", "link.yaml")
    assert judged(call, *words) == (1, ["a.yaml:1:1"], summary(3, errors=1))


def test_a_file_can_come_through_a_pipe(call: Call) -> None:
    assert judged(call, "-", stdin=examples.SMALL_ANSWERS) == (0, [], summary(1))
    Path("a.yaml").write_text(HEAD)
    no_text = io.TextIOWrapper(io.BytesIO(HEAD.encode() + b"# \xe9"), encoding="utf-8")
    expected = ["<stdin>:6:3", "a.yaml:1:1"]
    assert judged(call, "a.yaml", "-", "-", stdin=no_text) == (1, expected, summary(2, errors=2))


def test_what_cannot_be_read_is_told_and_the_rest_is_judged(call: Call) -> None:
    Path("a.yaml").write_text(HEAD)
    Path("lus.yaml").symlink_to("lus.yaml")
    ended = judged(call, "weg.yaml", "a.yaml/x.yaml", "lus.yaml", "x" * 300, "a.yaml")
    reasons = {
        "a.yaml/x.yaml": "a part of the path is not a folder",
        "lus.yaml": "the links lead round in a circle",
        "x" * 300: "the name is too long",
    }
    message = "{file}: cannot be read ({reason})."
    told_of = [told(message, file=file, reason=_(reason)) for file, reason in reasons.items()]
    said = told("{file}: there is no such file.", file="weg.yaml") + "".join(told_of)
    assert ended == (2, ["a.yaml:1:1"], said + summary(1, errors=1))


def test_what_may_not_be_read_in_a_folder_is_told_and_the_rest_is_judged(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("dicht").mkdir()
    for name in ("a.yaml", "b.yaml", "c.yaml", "dicht/d.yaml", "e.yaml"):
        Path(name).write_text(HEAD)
    shut(monkeypatch, "b.yaml", "dicht")
    ended = judged(call, ".")
    said = [
        told("{file}: you are not allowed to read this file.", file="b.yaml"),
        told("{file}: you are not allowed to look into this folder.", file="dicht"),
    ]
    expected = ["a.yaml:1:1", "c.yaml:1:1", "e.yaml:1:1"]
    assert ended == (2, expected, "".join(said) + summary(5, errors=3))


# --- what is wrong with them ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (HEAD.replace("X", "Één").encode("latin-1"), "4:16"),
        (HEAD.encode() + b"#" * MAXIMUM_SIZE, "1:1"),
        (HEAD.encode() + b"answers: [\n", "6:10"),
        (HEAD.encode() + b"note: &x a\n", "6:7"),
        (HEAD.encode() + b"answers: *x\n", "6:10"),
        (HEAD.encode() + b"answers: " + b"[" * 2000, "6:29"),
        (b"", "1:1"),
    ],
    ids=["Latin-1", "too large", "broken", "an anchor", "an alias", "deep", "empty"],
)
def test_what_is_no_answers_file_is_told_with_its_place(call: Call, content: bytes, place: str) -> None:
    Path("map").mkdir()
    Path("map/werkzaam-x.yaml").write_bytes(content)
    for path in ("map/werkzaam-x.yaml", "map"):
        assert judged(call, path) == (1, [f"map/werkzaam-x.yaml:{place}"], summary(1, errors=1))


WARNED = (
    HEAD.replace("version: 2", "version: 1")
    + "note: Bel 06-12345678.\nanswers:\n  mensen:\n    team:\n      answer: ja\n      missing: [is-vast]\n  vroeger:\n"
)


@pytest.mark.parametrize(("words", "code"), [((), 0), (("--strict",), 1)])
def test_warnings_fail_only_where_that_is_asked_for(call: Call, words: tuple[str, ...], code: int) -> None:
    Path("a.yaml").write_text(WARNED)
    expected = ["a.yaml:6:11", "a.yaml:11:7", "a.yaml:12:3"]
    assert judged(call, "a.yaml", *words) == (code, expected, summary(1, warnings=3))


def test_personal_data_is_repeated_nowhere(call: Call) -> None:
    Path("a.yaml").write_text(
        f"{HEAD}jan@lyceum.nl: 1\nnote: 06-12345678\nanswers:\n  mensen:\n    '111222333':\n    '111222333':\n"
        "    team:\n      answer: NL91ABNA0417164300\n"
    )
    ended = call("validate", "a.yaml", *SMALL)
    assert (ended.code, ended.err) == (1, summary(1, errors=4, warnings=5))
    lines = ended.out.splitlines()
    masked = ["***@******.**"] * 2 + ["**-********"] + ["*" * 9] * 4 + ["*" * 18] * 2
    assert [line.split("“")[1].split("”")[0] for line in lines] == masked
    assert not any(secret in ended.out for secret in ("lyceum", "12345678", "111222333", "NL91"))
    wanted = ["6:1", "6:1", "7:7", "10:5", "10:6", "11:5", "11:6", "13:15", "13:15"]
    assert places(ended.out) == [f"a.yaml:{place}" for place in wanted]


def test_what_could_steer_a_terminal_is_left_out(call: Call) -> None:
    Path("b\x1b[2J.yaml").write_text(f'{HEAD}answers:\n"\\e[31mx\\n\\u202ey": 1\n')
    ended = call("validate", "b\x1b[2J.yaml", *SMALL)
    said = told("b[2J.yaml:7:1: " + _("“{key}” is not known here."), key="[31mx y").removesuffix("\n")
    named = told(" " + _("Here stands U+{code:04X}, which cannot be seen: take it away."), code=0x1B)
    assert ended == Done(1, said + named, summary(1, errors=1))


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS has no file names that are not UTF-8")
def test_a_name_that_is_not_utf_8_is_shown_as_far_as_it_goes(call: Call) -> None:
    name = os.fsdecode(b"werkzaam-\xe9.yaml")
    Path(name).write_text(HEAD)
    assert judged(call, name) == (1, ["werkzaam-?.yaml:1:1"], summary(1, errors=1))
