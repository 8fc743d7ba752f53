import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from tests.terminal.drawing import console, drawn
from werkzaam.terminal.console import ASCII, UNICODE, signs_in_words
from werkzaam.terminal.layout import Hanging, bulleted, figures_line, fits, paged, ruled, widths_of


def test_a_heading_has_a_line_up_to_the_edge() -> None:
    assert drawn(lambda on: on.print(ruled(Text("Nog open"), UNICODE)), 20) == "Nog open ───────────\n"
    assert drawn(lambda on: on.print(ruled(Text("Nog open"), ASCII)), 20) == "Nog open -----------\n"


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (10, "Nog open ─\n"),
        (9, "Nog open\n"),
        (8, "Nog open\n"),
        (7, "Nog\nopen\n"),
    ],
)
def test_a_heading_that_leaves_no_room_for_a_line_stands_whole(width: int, expected: str) -> None:
    assert drawn(lambda on: on.print(ruled(Text("Nog open"), UNICODE)), width) == expected


def test_what_is_wrapped_hangs_below_the_first_word() -> None:
    assert drawn(lambda on: on.print(Hanging("een twee drie", "•", indent=2)), 12) == "  • een twee\n    drie\n"
    assert drawn(lambda on: on.print(Hanging("een twee drie", indent=1)), 9) == " een twee\n drie\n"


def test_every_line_has_a_bullet_of_its_own() -> None:
    assert drawn(lambda on: on.print(bulleted(["een", "twee drie"], "-", indent=0)), 8) == "- een\n- twee\n  drie\n"


def test_without_bullets_what_is_wrapped_is_further_in() -> None:
    assert drawn(lambda on: on.print(bulleted(["een", "twee drie"], "", indent=1)), 8) == " een\n twee\n   drie\n"


def test_without_a_sign_for_lines_a_heading_stands_alone() -> None:
    assert drawn(lambda on: on.print(ruled(Text("Nog open"), signs_in_words())), 20) == "Nog open\n"


def pages(*parts: str, rows: int) -> list[str]:
    found = paged(map(Text, parts), console(10)[0], rows)
    return [drawn(lambda on, page=page: on.print(page), 10) for page in found]  # type: ignore[misc]


def test_parts_share_a_page_as_long_as_they_fit() -> None:
    assert pages("een", "twee", "drie", rows=2) == ["een\ntwee\n", "drie\n"]
    assert pages("een", "twee\ndrie", "vier", rows=3) == ["een\ntwee\ndrie\n", "vier\n"]


def test_a_part_that_fits_on_no_page_has_one_of_its_own() -> None:
    assert pages("een", "1\n2\n3\n4", "drie", "vier", rows=2) == ["een\n", "1\n2\n3\n4\n", "drie\nvier\n"]
    assert pages(rows=2) == []


TABLE = (("Categorie", "Was", "Is nu"), ("Team", "5 %", "100 %"), ("東京", "–", "0 %"))


def lines(*rows: tuple[str, ...]) -> list[str]:
    return [figures_line([*map(Text, row)], widths_of(rows)).plain for row in rows]


def test_figures_stand_to_the_right_of_their_columns() -> None:
    assert lines(*TABLE) == [
        "Categorie  Was  Is nu",
        "Team       5 %  100 %",
        "東京         –    0 %",
    ]
    assert lines(("Alleen dit",)) == ["Alleen dit"]


def test_a_column_is_as_wide_as_the_widest_cell_in_it() -> None:
    assert widths_of(TABLE) == [9, 3, 5]
    assert widths_of([("", "東")]) == [0, 2]


@pytest.mark.parametrize(("width", "answer"), [(20, False), (21, True), (22, True)])
def test_columns_fit_where_no_line_is_wider_than_the_console(width: int, answer: bool) -> None:  # noqa: FBT001
    assert fits(widths_of(TABLE), console(width)[0]) is answer


CELLS = st.lists(st.text(alphabet="ab é東😀%", max_size=12), min_size=3, max_size=3).map(tuple)


@given(st.lists(CELLS, min_size=1, max_size=4), st.integers(1, 60))
def test_every_line_of_a_table_is_as_wide_and_fits_or_not(rows: list[tuple[str, ...]], width: int) -> None:
    widths = {cell_len(line) for line in lines(*rows)}
    assert len(widths) == 1
    assert (max(widths) <= width) is fits(widths_of(rows), console(width)[0])
