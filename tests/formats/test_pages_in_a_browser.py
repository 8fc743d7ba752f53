"""Pages as people see them: on a phone, on a wide screen, in the dark and on paper."""

import re
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from tests import examples
from tests.documents.refreshing import EXAMPLES
from tests.domain.building import evaluation
from tests.domain.summing import filled_in, overview_of
from tests.formats.agendas import agenda_of, example_partners, side, two_partners
from tests.formats.browser import NEEDS_CHROMIUM, Box, Layout, laid_out, printed
from tests.formats.overviews import three_groups
from tests.formats.pages import everything
from tests.formats.reports import TODAY
from tests.formats.test_page_css import DARK, LIGHT
from tests.results import agenda_html, factors_html, overview_html, report_html
from werkzaam import language
from werkzaam.domain.comparison import Axis
from werkzaam.domain.evaluation import Answer
from werkzaam.domain.report import report

pytestmark = [NEEDS_CHROMIUM, pytest.mark.long]

PHONE, DESK = 360, 1200
CHART_WIDTH = 260
"""How wide a line has to be drawn for its text of 12 units to be 12 pixels high."""
A4 = (595.3, 841.9)
PAGE_HEIGHT = (297 - 2 * 15) * 96 / 25.4
"""What fits between the margins of a sheet, in CSS pixels."""


@pytest.fixture(scope="module")
def layouts(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, int], Layout]:
    pages = everything()
    keys = [(name, width) for name in pages for width in (PHONE, DESK)]
    found = laid_out([(pages[name], width) for name, width in keys], tmp_path_factory.mktemp("browser"))
    return dict(zip(keys, found, strict=True))


def test_pages_are_looked_at_as_wide_as_a_phone_and_as_a_desk(layouts: dict[tuple[str, int], Layout]) -> None:
    assert {
        key: layout.client_width for key, layout in layouts.items() if not 0 <= key[1] - layout.client_width < 20
    } == {}


def test_nothing_sticks_out_of_a_page(layouts: dict[tuple[str, int], Layout]) -> None:
    assert {key: layout.scroll_width for key, layout in layouts.items()
            if layout.scroll_width > layout.client_width} == {}  # fmt: skip
    assert [(key, box) for key, layout in layouts.items() for box in layout.boxes
            if box.left < 0 or box.right > layout.client_width] == []  # fmt: skip


def test_no_two_scores_overlap(layouts: dict[tuple[str, int], Layout]) -> None:
    counts = {key: len(layout.of("score")) for key, layout in layouts.items() if key[0].endswith("report")}
    assert counts == {("report", PHONE): 7, ("report", DESK): 7, ("small report", PHONE): 3, ("small report", DESK): 3,
                      ("other report", PHONE): 2, ("other report", DESK): 2}  # fmt: skip
    for layout in layouts.values():
        assert [pair for pair in combinations(layout.of("score"), 2) if pair[0].overlaps(pair[1])] == []


def test_nothing_sticks_out_of_a_score(layouts: dict[tuple[str, int], Layout]) -> None:
    for layout in layouts.values():
        for score in layout.of("score"):
            tags = {"h3", "h4", "p", "small", "svg", "td"}
            inside = [box for box in layout.boxes if box.overlaps(score) and box.tag in tags]
            assert len(inside) >= 3
            assert [box for box in inside if box.left < score.left or box.right > score.right] == []
            assert [box for box in inside if box.bottom > score.bottom] == []


def test_scores_stand_below_each_other_on_a_phone_and_side_by_side_on_a_desk(
    layouts: dict[tuple[str, int], Layout],
) -> None:
    for name in ("report", "overview"):
        assert len({box.left for box in layouts[name, PHONE].of("score")}) == 1
        assert len({box.left for box in layouts[name, DESK].of("score")}) > 1


def test_charts_of_an_overview_can_be_seen_and_no_column_sticks_out(layouts: dict[tuple[str, int], Layout]) -> None:
    charts = {key: layout.of("spread") for key, layout in layouts.items() if layout.of("spread")}
    assert {key: len(found) for key, found in charts.items()} == {("overview", PHONE): 21, ("overview", DESK): 21}
    for key, found in charts.items():
        assert {round(chart.bottom - chart.top) for chart in found} == {56}
        assert all(chart.right - chart.left > 200 for chart in found)
        columns = [box for box in layouts[key].boxes if box.tag == "rect"]
        for chart in found:
            inside = [column for column in columns if column.overlaps(chart)]
            assert inside
            assert min(column.left for column in inside) >= chart.left
            assert max(column.right for column in inside) <= chart.right
            assert min(column.top for column in inside) == pytest.approx(chart.top, abs=0.5)
            assert {round(column.bottom - chart.bottom) for column in inside} == {0}


def test_the_figures_of_a_line_can_be_read(layouts: dict[tuple[str, int], Layout]) -> None:
    charts = [chart for layout in layouts.values() for chart in layout.of("line")]
    assert {round(chart.right - chart.left) for chart in charts if chart.right - chart.left < CHART_WIDTH} == set()
    values = {
        key: len(layout.of("value")) for key, layout in layouts.items() if key[0] in {"years", "overview of years"}
    }
    assert values == {("years", PHONE): 7, ("years", DESK): 7, ("overview of years", PHONE): 6,
                      ("overview of years", DESK): 6}  # fmt: skip


def test_points_of_a_talk_do_not_overlap_and_hold_what_is_said(layouts: dict[tuple[str, int], Layout]) -> None:
    agendas = {key: layout for key, layout in layouts.items() if key[0].startswith("agenda")}
    assert {key: len(layout.of("point")) for key, layout in agendas.items() if key[1] == PHONE} == {
        ("agenda", PHONE): 14, ("agenda of two", PHONE): 4, ("agenda of many", PHONE): 12,
        ("agenda on another scale", PHONE): 3, ("agenda of long words", PHONE): 3, ("agenda of tags", PHONE): 3,
    }  # fmt: skip
    for layout in agendas.values():
        points = layout.of("point")
        assert {point.kept_whole for point in points} == {"avoid"}
        assert [pair for pair in combinations(points, 2) if pair[0].overlaps(pair[1])] == []
        for point in points:
            inside = [box for box in layout.boxes if box.overlaps(point) and box.tag in {"h3", "p", "li", "b", "span"}]
            assert [box for box in inside if box.left < point.left or box.right > point.right] == []
            assert [box for box in inside if box.bottom > point.bottom] == []


@pytest.mark.parametrize(("name", "partners"), [("agenda", 3), ("agenda of two", 2)])
def test_partners_stand_side_by_side_on_a_desk_and_below_each_other_on_a_phone(
    layouts: dict[tuple[str, int], Layout], name: str, partners: int
) -> None:
    for width, columns in ((PHONE, 1), (DESK, partners)):
        layout = layouts[name, width]
        for point in layout.of("point"):
            said = [box for box in layout.boxes if box.tag == "li" and box.overlaps(point)]
            assert (len(said), len({box.left for box in said})) == (partners, columns)


def test_scores_of_partners_say_whose_they_are_at_any_width(layouts: dict[tuple[str, int], Layout]) -> None:
    shown = {width: [box.right - box.left > 0 for box in layouts["agenda", width].of("who")] for width in (PHONE, DESK)}
    assert shown == {PHONE: [True] * 7 * 3, DESK: [False] * 7 * 3}
    heads = {width: [box.right - box.left > 0 for box in layouts["agenda", width].boxes if box.tag == "thead"]
             for width in (PHONE, DESK)}  # fmt: skip
    assert heads == {PHONE: [False], DESK: [True]}


def test_the_words_above_what_is_written_stay_whole_on_a_phone(layouts: dict[tuple[str, int], Layout]) -> None:
    assert {box.lines for box in layouts["agenda", PHONE].of("write")} == {1}


def test_days_stay_whole_on_a_phone(layouts: dict[tuple[str, int], Layout]) -> None:
    day, perspective, _title, *agreed = layouts["report", PHONE].of("whole")  # of which the title is longer than a line
    assert {box.lines for box in (day, perspective, *agreed)} == {1}


@pytest.mark.parametrize(("groups", "tag"), [(2, "th"), (7, "td")])
def test_long_names_of_groups_leave_categories_and_figures_whole(tmp_path: Path, groups: int, tag: str) -> None:
    built_in = examples.built_in()
    answers = {factor.id: "ja" for factor in built_in.factors}
    names = [f"{'Samenwerkingsverband' * 9} {number}" for number in range(groups)]
    found = [filled_in(name, 2026, "samen", answers) for name in names]
    page = overview_html(overview_of(built_in, Axis.COLLABORATION, found))
    for layout in laid_out([(page, 680), (page, DESK)], tmp_path):
        beside = layout.boxes[: next(place for place, box in enumerate(layout.boxes) if box.kind == "group")]
        cells = [box for box in beside if box.tag == tag]
        if groups == 2:  # in a table, whose first column names the categories
            first = cells[groups + 1 :]
            cells = [box for box, category in zip(first, built_in.categories, strict=False) if " " not in category.name]
        assert {box.lines for box in cells} == {1}


def test_one_long_name_leaves_the_figures_and_short_names_beside_it_whole(tmp_path: Path) -> None:
    built_in = examples.built_in()
    answers = {factor.id: "ja" for factor in built_in.factors}
    names = [
        "Christelijke Scholengemeenschap Walcheren en jongerenwerk Middelburg",
        "Dal",
        "Eik",
        "Fort",
        "Park",
        "ROC",
    ]
    found = [filled_in(name, 2026, "samen", answers) for name in names]
    page = overview_html(overview_of(built_in, Axis.COLLABORATION, found))
    for layout in laid_out([(page, 640), (page, DESK)], tmp_path):
        assert layout.scroll_width == layout.client_width
        heads = [box for box in layout.boxes if box.tag == "th"][: 1 + len(names)]
        short = [box for place, box in enumerate(heads) if place != 1]
        assert {box.lines for box in [*short, *(box for box in layout.boxes if box.tag == "td")]} <= {0, 1}


def test_a_long_name_leaves_room_for_the_figures_below_it_on_a_phone(tmp_path: Path) -> None:
    built_in = examples.built_in()
    names = ["Christelijke Scholengemeenschap Walcheren en jongerenwerk Middelburg", *"ABCDEF"]
    found = [filled_in(name, 2026, "samen", {factor.id: option for factor in built_in.factors})
             for name in names for option in ("ja", "nee", "nee")]  # fmt: skip
    page = overview_html(overview_of(built_in, Axis.COLLABORATION, found))
    [layout] = laid_out([(page, PHONE)], tmp_path)
    assert layout.scroll_width == layout.client_width
    assert max(box.lines for box in layout.boxes if box.tag == "td") <= 2


def test_boxes_to_tick_are_large_enough_to_see(layouts: dict[tuple[str, int], Layout]) -> None:
    boxes = layouts["questionnaire", DESK].of("box")
    assert len(boxes) == 19 * 5 + 71 + 4
    assert [box for box in boxes if not 12 <= box.right - box.left <= 24 or not 12 <= box.bottom - box.top <= 24] == []


def test_a_factor_stays_on_one_sheet(layouts: dict[tuple[str, int], Layout]) -> None:
    factors = layouts["questionnaire", DESK].of("factor")
    assert len(factors) == 19
    assert {factor.kept_whole for factor in factors} == {"avoid"}
    assert [factor for factor in factors if factor.bottom - factor.top > PAGE_HEIGHT] == []
    assert [pair for pair in combinations(factors, 2) if pair[0].overlaps(pair[1])] == []


def score_sheet(layout: Layout, tag: str) -> list[Box]:
    """Return the cells of the table at the end of a questionnaire."""
    start = next(number for number, box in enumerate(layout.boxes) if box.kind == "sheet")
    return [box for box in layout.boxes[start:] if box.tag == tag]


def test_the_names_of_categories_stay_whole_on_a_phone(layouts: dict[tuple[str, int], Layout]) -> None:
    cells = score_sheet(layouts["questionnaire", PHONE], "th")[4:]
    names = [category.name for category in examples.built_in().categories]
    heights = {
        round(cell.bottom - cell.top) for name, cell in zip([*names, "in all"], cells, strict=True) if " " not in name
    }
    assert len(heights) == 1
    assert heights.pop() < 32  # one line


def test_every_column_of_the_score_sheet_has_room_to_write_in(layouts: dict[tuple[str, int], Layout]) -> None:
    for name in ("questionnaire", "questionnaire of long words", "questionnaire of tags"):
        widths = [box.right - box.left for box in score_sheet(layouts[name, PHONE], "td")]
        assert min(widths) > 50
        assert max(widths) - min(widths) < 2  # else the words above the narrowest would be broken


def test_no_request_leaves_a_page(layouts: dict[tuple[str, int], Layout]) -> None:
    assert {key: layout.requests for key, layout in layouts.items() if layout.requests} == {}


def test_the_colours_are_those_that_the_reader_prefers(layouts: dict[tuple[str, int], Layout], tmp_path: Path) -> None:
    page = factors_html(examples.small())
    agenda, overview = agenda_html(two_partners(examples.small())), overview_html(overview_of(examples.small()))
    for dark in laid_out([(page, DESK), (agenda, DESK), (overview, DESK)], tmp_path, dark=True):
        assert (dark.ground, dark.ink) == (rgb(DARK["paper"]), rgb(DARK["ink"]))
    for name in ("questionnaire", "agenda", "overview"):
        light = layouts[name, DESK]
        assert (light.ground, light.ink) == (rgb(LIGHT["paper"]), rgb(LIGHT["ink"]))


def rgb(colour: str) -> str:
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgb({red}, {green}, {blue})"


def test_a_questionnaire_is_printed_on_a_few_sheets_of_a4(tmp_path: Path) -> None:
    sheets = printed(factors_html(examples.built_in()), tmp_path)
    assert [sheet for sheet in sheets if sheet != pytest.approx(A4, abs=1)] == []
    assert 5 <= len(sheets) <= 7


def test_a_report_is_printed_on_a_few_sheets_of_a4(tmp_path: Path) -> None:
    built_in = examples.built_in()
    nothing = report(built_in, evaluation({factor.id: "nee" for factor in built_in.factors}))
    sheets = printed(report_html(nothing, TODAY), tmp_path)
    assert [sheet for sheet in sheets if sheet != pytest.approx(A4, abs=1)] == []
    assert 2 <= len(sheets) <= 6


@pytest.mark.parametrize("code", ["nl", "en"])
@pytest.mark.parametrize("name", ["samen", "gemeente"])
def test_what_goes_on_the_table_is_one_sheet(tmp_path: Path, code: str, name: str) -> None:
    built_in = examples.built_in(code)
    language.activate(code)
    answered = examples.saved(EXAMPLES / f"werkzaam-2026-{name}.yaml", built_in)
    page = report_html(report(built_in, answered), TODAY)
    first, supplement, _rest = re.split(r'(?s)(<section class="supplement">.*)(?=</main>)', page)
    assert supplement
    assert len(printed(first + _rest, tmp_path)) == 1
    assert len(printed(page, tmp_path)) <= 3


def test_an_agenda_is_printed_on_two_sheets_of_a4(tmp_path: Path) -> None:
    sheets = printed(agenda_html(example_partners(examples.built_in())), tmp_path)
    assert [sheet for sheet in sheets if sheet != pytest.approx(A4, abs=1)] == []
    assert len(sheets) == 2


def on_paper(page: str, folder: Path) -> Layout:
    """Return a page as it is laid out on a sheet of A4."""
    (layout,) = laid_out([(page.replace("@media print", "@media all"), 680)], folder)
    return layout


def test_on_a_printed_agenda_columns_keep_a_width_and_answers_stand_beside_names(tmp_path: Path) -> None:
    boxes = on_paper(agenda_html(example_partners(examples.built_in())), tmp_path).boxes
    (first,) = (box for box in boxes if box.kind == "first")
    columns = [box for box in boxes if box.tag == "li" and box.overlaps(first)]
    assert len(columns) == 9
    assert min(box.right - box.left for box in columns) >= 119
    names = [pair for pair in pairwise(boxes) if pair[0].tag == "b" and pair[1].kind == "answer"]
    further = [(name, answer) for name, answer in names if not name.overlaps(first)]
    assert len(further) == 33
    assert [pair for pair in further if pair[0].bottom <= pair[1].top] == []


def test_where_notes_have_several_lines_each_partner_begins_a_line_on_paper(tmp_path: Path) -> None:
    built_in = examples.built_in()
    no = {factor.id: Answer("nee", None, "Een.\nTwee.") for factor in built_in.factors}
    yes: dict[str, Answer | str] = dict.fromkeys(no, "ja")
    partners = agenda_of(built_in, side("jongerenwerk", {**no}), side("onderwijs", yes))
    boxes = on_paper(agenda_html(partners), tmp_path).boxes
    names = [box for box in boxes if box.tag == "b"][6:]
    assert len(names) == 2 * (len(no) - 3)
    assert len({box.left for box in names}) == 1


def test_each_group_of_an_overview_is_printed_on_a_sheet_of_its_own(tmp_path: Path) -> None:
    sheets = printed(overview_html(three_groups(examples.built_in())), tmp_path)
    assert [sheet for sheet in sheets if sheet != pytest.approx(A4, abs=1)] == []
    assert 4 <= len(sheets) <= 5  # side by side before the first; how to read it stands behind the last
