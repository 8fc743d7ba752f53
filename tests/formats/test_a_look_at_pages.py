"""One look at a page of each kind as on a phone; `test_pages_in_a_browser` takes longer to look at all of them."""

from pathlib import Path

from tests.formats.browser import NEEDS_CHROMIUM, laid_out
from tests.formats.pages import every_page

PHONE = 360
LOOKED_AT = ("report of long words", "questionnaire", "agenda of two", "years", "overview of years", "difference")


@NEEDS_CHROMIUM
def test_nothing_sticks_out_of_a_page_on_a_phone_and_nothing_is_asked_for(tmp_path: Path) -> None:
    pages = every_page("en")
    layouts = laid_out([(pages[name], PHONE) for name in LOOKED_AT], tmp_path)
    for name, layout in zip(LOOKED_AT, layouts, strict=True):
        assert layout.scroll_width <= layout.client_width, name
        assert [box for box in layout.boxes if box.left < 0 or box.right > layout.client_width] == [], name
        assert layout.requests == (), name
        assert len({box.left for box in layout.of("score")}) <= 1, name
    assert all(box.right - box.left > 100 for layout in layouts[3:5] for box in layout.of("line"))
