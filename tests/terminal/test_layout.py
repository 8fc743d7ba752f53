import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import RenderableType
from rich.text import Text

from tests.terminal.drawing import console, drawn
from werkzaam.terminal.console import ASCII, UNICODE, signs_in_words
from werkzaam.terminal.layout import Hanging, bulleted, figures_line, fits, folded, paged, ruled, widths_of

HEADING = Text("Nog even")


def shown(block: RenderableType, width: int) -> str:
    return drawn(lambda on: on.print(block), width)


def test_a_heading_has_a_line_up_to_the_edge_where_there_is_room_and_else_stands_whole() -> None:
    assert [shown(ruled(HEADING, UNICODE), width) for width in (20, 10, 9, 8, 7)] == [
        "Nog even ───────────\n", "Nog even ─\n", "Nog even\n", "Nog even\n", "Nog\neven\n",
    ]  # fmt: skip
    assert [shown(ruled(HEADING, signs), 12) for signs in (ASCII, signs_in_words())] == ["Nog even ---\n", "Nog even\n"]


def test_what_is_wrapped_hangs_below_the_first_word() -> None:
    assert shown(Hanging("een twee drie", "•", indent=2), 12) == "  • een twee\n    drie\n"
    assert shown(Hanging("een twee drie", indent=1), 9) == " een twee\n drie\n"
    assert shown(bulleted(["een", "twee drie"], "-", indent=0), 8) == "- een\n- twee\n  drie\n"


def test_without_bullets_what_is_wrapped_is_further_in() -> None:
    assert shown(bulleted(["een", "twee drie"], "", indent=1), 8) == " een\n twee\n   drie\n"


def pages(*parts: str, rows: int) -> list[str]:
    return [shown(page, 10) for page in paged(map(Text, parts), console(10)[0], rows)]


def test_parts_share_a_page_as_long_as_they_fit_and_go_on_on_the_next() -> None:
    assert pages("een", "twee\ndrie", "vier", rows=3) == ["een\ntwee\ndrie\n", "vier\n"]
    assert pages("een", "1\n2\n3\n4", "drie", "vier", rows=2) == ["een\n", "1\n2\n", "3\n4\n", "drie\nvier\n"]
    assert pages(rows=2) == []


TABLE = (("Groep", "Was", "Is nu"), ("Team", "5 %", "100 %"), ("東京", "–", "0 %"))


def lines(*rows: tuple[str, ...]) -> list[str]:
    return [figures_line([*map(Text, row)], widths_of(rows), console(80)[0]).plain for row in rows]


def test_figures_stand_to_the_right_of_columns_as_wide_as_their_widest_cell() -> None:
    assert widths_of(TABLE) == [5, 3, 5]
    assert lines(*TABLE) == ["Groep  Was  Is nu", "Team   5 %  100 %", "東京     –    0 %"]
    assert lines(("Alleen dit",)) == ["Alleen dit"]


@pytest.mark.parametrize(("width", "answer"), [(16, False), (17, True)])
def test_columns_fit_where_no_line_is_wider_than_the_console(width: int, *, answer: bool) -> None:
    assert fits(widths_of(TABLE), console(width)[0]) is answer


LONG = (("Categorie", "Was"), ("Gedeelde visie en werkwijze", "75 %"), ("Randvoorwaarden", "–"))


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (
            33,
            [
                "Categorie                     Was",
                "Gedeelde visie en werkwijze  75 %",
                f"Randvoorwaarden{17 * ' '}–",
            ],
        ),
        (
            25,
            ["Categorie             Was", "Gedeelde visie en    75 %", "werkwijze", "Randvoorwaarden         –"],
        ),
        (21, ["Categorie         Was", "Gedeelde visie   75 %", "en werkwijze", "Randvoorwaarden     –"]),
        (20, None),
    ],
)
def test_names_are_folded_between_words_where_figures_would_have_no_room(
    width: int, expected: list[str] | None
) -> None:
    on, _stream = console(width)
    widths = folded(LONG, on)
    assert fits(widths, on) is (expected is not None)
    if expected:
        found = [line for row in LONG for line in figures_line([*map(Text, row)], widths, on).plain.split("\n")]
        assert [line.rstrip() for line in found] == expected


CELLS = st.lists(st.text(alphabet="ab é東😀%", max_size=12), min_size=3, max_size=3).map(tuple)


@settings(max_examples=30)
@given(st.lists(CELLS, min_size=1, max_size=4), st.integers(1, 60))
def test_every_line_of_a_table_is_as_wide_and_fits_or_not(rows: list[tuple[str, ...]], width: int) -> None:
    widths = {cell_len(line) for line in lines(*rows)}
    assert len(widths) == 1
    assert (max(widths) <= width) is fits(widths_of(rows), console(width)[0])
