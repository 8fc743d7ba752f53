from rich.text import Text

from tests.terminal.drawing import console, drawn
from werkzaam.terminal.console import ASCII, UNICODE
from werkzaam.terminal.layout import Hanging, bulleted, paged, ruled


def test_a_heading_has_a_line_up_to_the_edge() -> None:
    assert drawn(lambda on: on.print(ruled(Text("Nog open"), UNICODE)), 20) == "Nog open ───────────\n"
    assert drawn(lambda on: on.print(ruled(Text("Nog open"), ASCII)), 20) == "Nog open -----------\n"


def test_what_is_wrapped_hangs_below_the_first_word() -> None:
    assert drawn(lambda on: on.print(Hanging("een twee drie", "•", indent=2)), 12) == "  • een twee\n    drie\n"
    assert drawn(lambda on: on.print(Hanging("een twee drie", indent=1)), 9) == " een twee\n drie\n"


def test_every_line_has_a_bullet_of_its_own() -> None:
    assert drawn(lambda on: on.print(bulleted(["een", "twee drie"], "-", indent=0)), 8) == "- een\n- twee\n  drie\n"


def pages(*parts: str, rows: int) -> list[str]:
    found = paged(map(Text, parts), console(10)[0], rows)
    return [drawn(lambda on, page=page: on.print(page), 10) for page in found]  # type: ignore[misc]


def test_parts_share_a_page_as_long_as_they_fit() -> None:
    assert pages("een", "twee", "drie", rows=2) == ["een\ntwee\n", "drie\n"]
    assert pages("een", "twee\ndrie", "vier", rows=3) == ["een\ntwee\ndrie\n", "vier\n"]


def test_a_part_that_fits_on_no_page_has_one_of_its_own() -> None:
    assert pages("een", "1\n2\n3\n4", "drie", "vier", rows=2) == ["een\n", "1\n2\n3\n4\n", "drie\nvier\n"]
    assert pages(rows=2) == []
