"""`werkzaam report` of several files: a page for each in a folder, and what becomes of those that cannot be used."""

from pathlib import Path

import pytest

from tests import examples
from tests.cli.calling import SMALL, Call, Done, refused, told
from werkzaam.language import ngettext

PAGES = (*SMALL, "--format", "html", "--output")


def pages(folder: str = "uit") -> list[str]:
    return sorted(path.name for path in Path(folder).iterdir())


def written(count: int, folder: str = "uit") -> str:
    message = ngettext("Written: {count} file in {folder}", "Written: {count} files in {folder}", count)
    return f"{message.format(count=count, folder=folder)}\n"


@pytest.fixture
def years(folder: Path) -> None:
    for path in (folder / "oost/2025.yaml", folder / "oost/2026.yaml", folder / "west/2026.yaml"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(examples.SMALL_ANSWERS)


@pytest.mark.usefixtures("years")
def test_each_page_is_what_the_file_alone_gives_and_is_named_after_its_path(call: Call) -> None:
    alone = call("report", "a.yaml", *SMALL, "--format", "html").out
    ended = call("report", "oost/2025.yaml", "oost/2026.yaml", "./west/2026.yaml", *PAGES, "uit")
    assert (ended.code, ended.out, ended.err) == (0, "", written(3))
    assert pages() == ["oost--2025.html", "oost--2026.html", "west--2026.html"]
    assert {path.read_text() for path in Path("uit").iterdir()} == {alone}
    assert call("report", "oost/2025.yaml", "oost/2026.yaml", *PAGES, "diep/er/").code == 0
    assert pages("diep/er") == ["2025.html", "2026.html"]


@pytest.mark.usefixtures("years")
def test_a_folder_stands_for_the_files_in_it(call: Call) -> None:
    assert call("report", "oost", *PAGES, "uit/") == Done(0, "", written(2))
    assert pages() == ["2025.html", "2026.html"]
    assert call("report", "oost", "west", *PAGES, "samen") == Done(0, "", written(3, "samen"))
    assert pages("samen") == ["oost--2025.html", "oost--2026.html", "west--2026.html"]


@pytest.mark.usefixtures("years")
def test_a_file_that_is_meant_twice_has_one_page_and_two_with_one_name_have_two(call: Call) -> None:
    Path("oost/2025.yml").write_text(examples.SMALL_ANSWERS)
    ended = call("report", "oost/2025.yaml", "oost/../oost/2025.yaml", "oost/2025.yml", *PAGES, "uit")
    assert (ended.code, ended.err) == (0, written(2))
    assert pages() == ["2025-2.html", "2025.html"]


def test_one_file_goes_to_a_folder_that_is_there_or_that_a_slash_says_is_one(call: Call) -> None:
    Path("map").mkdir()
    for folder in ("map", "nieuw/"):
        assert call("report", "a.yaml", *PAGES, folder) == Done(0, "", written(1, folder.rstrip("/")))
        assert pages(folder) == ["a.html"]
    assert call("report", "-", *PAGES, "map", stdin=examples.SMALL_ANSWERS).code == 0
    assert call("report", "a.yaml", *SMALL, "--format", "docx", "--output", "map").code == 0
    assert pages("map") == ["a.docx", "a.html", "stdin.html"]


def test_a_path_that_is_too_long_for_one_name_is_cut_and_the_others_have_their_pages(call: Call) -> None:
    long = Path("a" * 200) / f"{'b' * 100}.yaml"
    long.parent.mkdir()
    for path in (long, long.with_name(f"{'b' * 101}.yaml"), Path("z.yaml")):
        path.write_text(examples.SMALL_ANSWERS)
    assert call("report", str(long), str(long.with_name(f"{'b' * 101}.yaml")), "z.yaml", *PAGES, "uit").code == 0
    whole = f"{'a' * 200}--{'b' * 48}"
    assert pages() == [f"{whole[:-2]}-2.html", f"{whole}.html", "z.html"]


@pytest.mark.usefixtures("years")
def test_a_file_that_cannot_be_used_is_a_line_and_the_others_have_their_pages(call: Call) -> None:
    Path("oost/2025.yaml").write_text(examples.SMALL_ANSWERS.replace("answer: ja", "answer: Ja").replace("date", "d"))
    ended = call("report", "oost/2025.yaml", "oost/2026.yaml", *PAGES, "uit")
    first, *rest = ended.err.splitlines()
    assert (ended.code, first.partition(": ")[0], len(rest)) == (1, "oost/2025.yaml:1:1", 2)
    assert pages() == ["2026.html"]
    ended = call("report", "oost/2026.yaml", "nergens.yaml", *PAGES, "uit")
    assert (ended.code, ended.err.partition(":")[0]) == (2, "nergens.yaml")


@pytest.mark.usefixtures("years")
def test_every_file_below_a_threshold_is_named(call: Call) -> None:
    words = (*PAGES, "uit", "--fail-under", "90")
    ended = call("report", "oost/2025.yaml", "west/2026.yaml", *words)
    below = told("The score is {score} %: {percent} % is not reached.", score=75, percent=90)
    assert ended == Done(1, "", f"oost/2025.yaml: {below}west/2026.yaml: {below}{written(2)}")


@pytest.mark.usefixtures("years")
@pytest.mark.parametrize(
    "words",
    [
        ("--format", "html"),
        ("--output", "uit"),
        ("--format", "json", "--output", "uit/"),
        ("--format", "html", "--output", "-"),
        ("--format", "html", "--output", ""),
    ],
    ids=" ".join,
)
def test_several_files_need_pages_and_a_folder(call: Call, words: tuple[str, ...]) -> None:
    ended = call("report", "oost/2025.yaml", "oost/2026.yaml", *SMALL, *words)
    assert ended == refused("Reports on several files need --format html or docx, and --output with a folder.")
    assert not Path("uit").exists()


@pytest.mark.usefixtures("years")
def test_a_folder_takes_the_place_of_nothing(call: Call) -> None:
    Path("uit").write_text("iets anders")
    ended = call("report", "oost/2025.yaml", "oost/2026.yaml", *PAGES, "uit")
    assert ended == refused("{file} is not a folder: name one for the results.", file="uit")
    assert call("report", "oost", *PAGES, "uit") == ended
    Path("map").mkdir()
    Path("map/2025.html").write_text(examples.SMALL_ANSWERS)
    ended = call("report", "oost/2025.yaml", "oost/2026.yaml", *PAGES, "map")
    message = "{file}: this is a file of werkzaam; name another one for the result."
    assert ended == refused(message, file="map/2025.html")
    assert Path("map/2025.html").read_text() == examples.SMALL_ANSWERS
