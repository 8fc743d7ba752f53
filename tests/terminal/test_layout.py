from rich.text import Text

from tests.terminal.drawing import drawn
from werkzaam.terminal.console import ASCII, UNICODE
from werkzaam.terminal.layout import Hanging, bulleted, ruled


def test_a_heading_has_a_line_up_to_the_edge() -> None:
    assert drawn(lambda on: on.print(ruled(Text("Nog open"), UNICODE)), 20) == "Nog open ───────────\n"
    assert drawn(lambda on: on.print(ruled(Text("Nog open"), ASCII)), 20) == "Nog open -----------\n"


def test_what_is_wrapped_hangs_below_the_first_word() -> None:
    assert drawn(lambda on: on.print(Hanging("een twee drie", "•", indent=2)), 12) == "  • een twee\n    drie\n"
    assert drawn(lambda on: on.print(Hanging("een twee drie", indent=1)), 9) == " een twee\n drie\n"


def test_every_line_has_a_bullet_of_its_own() -> None:
    assert drawn(lambda on: on.print(bulleted(["een", "twee drie"], "-", indent=0)), 8) == "- een\n- twee\n  drie\n"
