"""Results as they are drawn, beyond the golden files: any text, any width, other signs, and what is left out."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from tests import examples
from tests.domain.building import evaluation, partly
from tests.results import print_comparison, print_difference, print_factors, print_overview, print_report
from tests.terminal.drawing import drawn, trimmed
from tests.terminal.saying import HOSTILE, SHOWN, saying, steers_nothing
from werkzaam.domain.comparison import Axis, Entry, comparison
from werkzaam.domain.difference import difference
from werkzaam.domain.evaluation import OPEN, Action, ActionStatus, Answer, Evaluation
from werkzaam.domain.factor_set import Category, FactorSet
from werkzaam.domain.overview import overview
from werkzaam.domain.report import report
from werkzaam.domain.summation import Summation
from werkzaam.files import factor_sets, reading
from werkzaam.language import _
from werkzaam.terminal.console import ASCII, UNICODE, Signs
from werkzaam.terminal.document import sparkline
from werkzaam.wording.comparisons import labels
from werkzaam.wording.figures import local_date, percentage
from werkzaam.wording.overviews import evaluations_text

TODAY = date(2026, 11, 23)
INPUTS = Path(__file__).parents[1] / "golden" / "inputs"
SET = factor_sets.read(reading.read_file(INPUTS / "set.yaml"))
OLD, NEW, SCHOOL = (
    examples.saved(INPUTS / f"{name}.yaml", SET) for name in ("2025-samen", "2026-samen", "2026-school")
)

Draw = Callable[[Console, Signs], None]


def of_report(factor_set: FactorSet, item: Evaluation) -> Draw:
    return lambda on, signs: print_report(on, signs, report(factor_set, item), TODAY)


def of_difference(factor_set: FactorSet, old: Evaluation | None, new: Evaluation | None, retired: str = "") -> Draw:
    if retired and old:
        factor_set, old = with_tempo_later(factor_set), old._replace(version=1, answers={**old.answers, "tempo": OPEN})
    gone = [retired] if retired else []
    return lambda on, signs: print_difference(on, signs, difference(factor_set, old, new, retired=gone))


def with_tempo_later(factor_set: FactorSet) -> FactorSet:
    """Return the set as it would be if one of its factors had come with its last version."""

    def dated(category: Category) -> Category:
        factors = (item._replace(since=2 if item.id == "tempo" else 1) for item in category.factors)
        return category._replace(factors=tuple(factors))

    return replace(factor_set, categories=tuple(map(dated, factor_set.categories)))


def of_comparison(factor_set: FactorSet, axis: Axis, *items: Evaluation, retired: str = "") -> Draw:
    entries = [
        Entry(f"{number}.yaml", item, retired=(retired,) if retired else ()) for number, item in enumerate(items)
    ]
    compared = comparison(factor_set, axis, entries, labels(axis, entries, factor_set))
    return lambda on, signs: print_comparison(on, signs, compared)


def of_overview(factor_set: FactorSet, by: Axis | None, *items: Evaluation) -> Draw:
    sums = Summation(factor_set, by)
    for item in items:
        sums.add(item)
    return lambda on, signs: print_overview(on, signs, overview(factor_set, by, sums.groups))


def of_factors(factor_set: FactorSet) -> Draw:
    return lambda on, signs: print_factors(on, signs, factor_set)


def tables(text: str = "") -> dict[str, Draw]:
    """Return every table, with what the golden files show in it; with a text that is all that the files say."""
    factor_set, old, new, school = saying((SET, OLD, NEW, SCHOOL), text) if text else (SET, OLD, NEW, SCHOOL)
    retired = text or "oud-lokaal"
    return {
        "report": of_report(factor_set, new),
        "difference": of_difference(factor_set, old, new, retired),
        "years": of_comparison(factor_set, Axis.DATE, old, new, new, retired=retired),
        "partners": of_comparison(factor_set, Axis.PERSPECTIVE, school, new),
        "overview": of_overview(factor_set, Axis.COLLABORATION, old, new, school),
        "factors": of_factors(factor_set),
    }


TABLES = tables()


def printed(draw: Draw, width: int = 80, *, signs: Signs = UNICODE, colours: bool = False) -> str:
    return drawn(lambda on: draw(on, signs), width, colours=colours)


# --- all of them --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", TABLES)
def test_signs_that_every_terminal_has_change_nothing_else(name: str) -> None:
    ascii_only = str.maketrans("█░•✗·─–▃▄▅", "#.-x|--.::")
    assert printed(TABLES[name], signs=ASCII) == printed(TABLES[name]).translate(ascii_only)


@pytest.mark.parametrize("name", TABLES)
def test_nothing_that_is_read_has_a_colour_or_is_faint(name: str) -> None:
    coloured = printed(TABLES[name], colours=True)
    for codes, painted in re.findall(r"\x1b\[([\d;]*)m([^\x1b]*)", coloured):
        assert set(codes.split(";")) <= {"0", "1", "3"} or set(painted) == {"█"}
    assert "\x1b[1m" in coloured
    assert trimmed(re.sub(r"\x1b\[[\d;]*m", "", coloured)) == printed(TABLES[name])


@pytest.mark.parametrize("name", TABLES)
def test_text_from_a_file_is_shown_as_text(name: str) -> None:
    shown = printed(tables(HOSTILE)[name], 1000)
    assert steers_nothing(shown)
    assert shown.count(SHOWN) >= len(SET.categories)


def test_a_long_name_moves_no_figures_but_its_own() -> None:
    groups = [NEW._replace(collaboration=name) for name in ("Atlas", "Basisschool aan het water " * 2, "ROC")]
    lines = printed(of_overview(SET, Axis.COLLABORATION, *groups), 60).splitlines()
    first = next(place for place, line in enumerate(lines) if line.startswith("  Atlas"))
    assert lines[first].split() == ["Atlas", *lines[first + 3].split()[1:]]
    assert lines[first + 3].startswith("  ROC  ")


TEXTS = st.text(alphabet="ab é東😀-.", min_size=1, max_size=120).filter(str.strip)


@pytest.mark.parametrize("name", TABLES)
@settings(max_examples=12)
@given(text=TEXTS, width=st.integers(20, 120), signs=st.sampled_from([UNICODE, ASCII]))
def test_no_line_is_wider_than_the_console(name: str, text: str, width: int, signs: Signs) -> None:
    shown = printed(tables(text)[name], width, signs=signs)
    assert [line for line in shown.splitlines() if cell_len(line) > width] == []


@pytest.mark.parametrize("width", [40, 80])
def test_every_word_of_the_built_in_set_stays_whole(built_in: FactorSet, width: int) -> None:
    old, new = (evaluation(dict.fromkeys(built_in.factor_by_id, answer)) for answer in ("nee", "ja"))
    said = [text for item in built_in.factors for text in (item.text, *(part.text for part in item.conditions))]
    for draw in (of_report(built_in, old), of_difference(built_in, old, new)):
        shown = printed(draw, width).replace(",", "").split()
        assert set(" ".join(said).replace(",", "").split()) - set(shown) == set()


def test_what_is_not_compared_stands_at_the_end() -> None:
    difference, years = (printed(TABLES[name], 200).rstrip().split("\n\n") for name in ("difference", "years"))
    assert "oud-lokaal." in difference[-2]
    assert "“Het geld komt op tijd”" in difference[-1]
    assert "oud-lokaal." in years[-1]


# --- reports ------------------------------------------------------------------------------------------------------

ON_ANOTHER_SCALE = evaluation({"first": "3", "second": "1", "third": "done"})


def test_where_nothing_is_missing_a_report_says_so(small: FactorSet) -> None:
    shown = printed(of_report(small, evaluation(dict.fromkeys(small.factor_by_id, "ja"))))
    assert shown.startswith(f"Lyceum Oost\n{local_date(TODAY)} · Kleine lijst\n\n")
    assert f"─\n{_('Nothing is known to be missing.')}\n\n" in shown


def test_a_report_ends_with_three_lines_that_say_how_it_stands(small: FactorSet) -> None:
    agreed = (Action("Gisteren", due=date(2026, 11, 22)), Action("Gedaan", status=ActionStatus.DONE), Action("Ooit"))
    answers: dict[str, Answer | str] = {"team": partly("is-vast"), "contact": "ja", "ruimte": "ja", "tijd": "weet-niet"}
    shown = printed(of_report(small, evaluation(answers)._replace(actions=agreed)))
    shares = [_("{count} of {total}").format(count=count, total=total) for count, total in ((2, 3), (5, 6))]
    standing = {
        _("In place: {count}"): 2,
        _("Missing: {count}"): 1,
        _("Not known: {count}"): 1,
        _("Open: {count}"): 0,
    }
    taken_up = {_("Agreed: {count}"): 3, _("Still to do: {count}"): 2, _("Overdue: {count}"): 1}
    assert [line.split(" · ") for line in shown.splitlines()[-3:]] == [
        [
            _("Score: {score}").format(score=f"{percentage(Fraction(3, 4))} ({shares[0]})"),
            _("Conditions in place: {count}").format(count=shares[1]),
        ],
        *([said.format(count=count) for said, count in figures.items()] for figures in (standing, taken_up)),
    ]


def test_a_set_without_conditions_has_nothing_about_them(small: FactorSet) -> None:
    other = examples.other_scale()
    narrow, wide = (printed(of_report(other, ON_ANOTHER_SCALE), width) for width in (40, 80))
    words = _("Conditions in place: {count}").partition("{")[0]
    assert words not in narrow
    assert words in printed(of_report(small, ON_ANOTHER_SCALE), 40)
    figures = re.findall(r"^All of it +(█+░+  67 %  \(.*\))$", wide, re.MULTILINE)
    assert len(figures) == 1
    assert narrow.count(f"\n{figures[0]}\n1: 1, 3: 1, Done: 1\n") == 2


def test_an_action_is_overdue_from_the_day_after_the_one_it_is_due(small: FactorSet) -> None:
    agreed = (Action("Gisteren", due=date(2026, 11, 22)), Action("Vandaag", due=TODAY))
    shown = printed(of_report(small, evaluation({})._replace(actions=agreed)))
    first, second = (line for line in shown.splitlines() if line.startswith(("• Gi", "• Va")))
    assert first.startswith("• Gisteren (")
    assert (_("overdue") in first, _("overdue") in second) == (True, False)


@pytest.mark.parametrize(
    ("options", "colour", "full", "percents"),
    [
        (("ja", "ja", "ja"), 28, 10, 100),
        (("ja", "deels", "ja"), 28, 8, 83),
        (("ja", "deels"), 136, 8, 75),
        (("ja", "deels", "nee"), 136, 5, 50),
        (("ja", "nee", "nee"), 196, 3, 33),
        (("nee", "nee", "nee"), None, 0, 0),
        ((), None, 0, None),
    ],
)
def test_a_bar_has_the_length_of_its_score_and_the_colour_of_its_band(
    small: FactorSet, options: Iterable[str], colour: int | None, full: int, percents: int | None
) -> None:
    answered = evaluation(dict(zip(("team", "contact", "tijd"), options, strict=False)))
    shown = printed(of_report(small, answered), 200, colours=True)
    part = f"\x1b[38;5;{colour}m{'█' * full}\x1b[0m" if colour else ""
    figure = "–" if percents is None else _("{number} %").format(number=percents)
    assert f"{_('All factors together')}\x1b[0m  {part}{'░' * (10 - full)} \x1b[1m{figure:>5}\x1b[0m  (" in shown


def test_a_set_without_bands_has_no_colours() -> None:
    coloured = printed(of_report(examples.other_scale(), ON_ANOTHER_SCALE), colours=True)
    assert set(re.findall(r"\x1b\[([\d;]*)m", coloured)) == {"0", "1"}  # bold and its end


# --- comparisons and differences ----------------------------------------------------------------------------------


def test_scores_are_a_row_of_small_columns() -> None:
    eighths = [Fraction(number, 8) for number in range(9)]
    scores = [*eighths, None, Fraction(999, 1000)]
    assert [sparkline(scores, signs) for signs in (UNICODE, ASCII)] == ["▁▂▃▄▅▆▇██–█", "__..:==##-#"]
    assert sparkline([], UNICODE) == ""


def test_what_is_the_same_in_other_words_is_not_said_to_be_the_same_answer(small: FactorSet) -> None:
    first = evaluation(dict.fromkeys(small.factor_by_id, "ja"))
    other = first._replace(answers={**first.answers, "team": partly("woont-dichtbij")}, date=date(2027, 11, 22))
    shown = printed(of_comparison(small, Axis.DATE, first, other))
    assert "─\nEr is een vast team.\n  2026: Ja; 2027: Deels\n\n" in shown
    assert "─\nJa\n  • Er is één aanspreekpunt.\n" in shown


def test_where_there_is_no_evaluation_at_all_nothing_is_different(small: FactorSet) -> None:
    shown = printed(of_difference(small, None, None))
    assert shown.startswith(f"{small.title}\n")
    assert shown.endswith(f"─\n{_('Nothing.')}\n")


def test_two_collaborations_stand_below_each_other(small: FactorSet) -> None:
    shown = printed(of_difference(small, Evaluation("Oost", TODAY), Evaluation("West", date(2028, 1, 2))))
    assert shown.startswith("Oost\nWest\n")


def test_figures_that_do_not_fit_on_a_line_stay_under_their_category_each_with_what_it_is(built_in: FactorSet) -> None:
    old, new = (evaluation(dict.fromkeys(built_in.factor_by_id, answer)) for answer in ("nee", "ja"))
    shown = printed(of_difference(built_in, old, new), 40)
    was, became, change = _("Was"), _("Is"), _("Change")
    assert re.search(rf"\n\S.+\n  {was} +0 % \(.+\)\n  {became} +100 % \(.+\)\n  {change} +\+100\n\n", shown)


# --- overviews and factor sets ------------------------------------------------------------------------------------


def test_where_there_is_nothing_to_sum_up_no_figure_is_made_up(small: FactorSet) -> None:
    shown = printed(of_overview(small, None), 40)
    none = f"– ({_('{count} of {total}').format(count=0, total=0)})"
    assert re.findall(r"^  .*", shown, re.MULTILINE) == [f"  {_('mean {score}').format(score=none)}"] * 3
    assert _("What is missing most often") not in shown
    assert printed(of_overview(small, Axis.DATE)).startswith(f"{small.title}\n{evaluations_text(0)}\n\n")


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("names", [["Oost", "West", "Noord"], [f"{end} met een lange naam" for end in "abcdef"]])
def test_scores_side_by_side_have_the_name_of_their_group_at_any_width(
    built_in: FactorSet, names: list[str], width: int
) -> None:
    answered = [evaluation(dict.fromkeys(built_in.factor_by_id, answer)) for answer in ("nee", "ja")]
    many = [item._replace(collaboration=name) for name in names for item in answered]
    beside = printed(of_overview(built_in, Axis.COLLABORATION, *many), width).partition(f"\n\n{min(names)}")[0]
    heads = re.findall(rf"^{_('Category')} +(.*)$", beside, re.MULTILINE)
    if heads:
        assert [re.split(" {2,}", head) for head in heads] == [sorted(names)]
    else:
        lines = re.findall(r"^  (.*?) +50 % \(25 ", beside, re.MULTILINE)
        assert lines == sorted(names) * (len(built_in.categories) + 1)


def test_no_more_than_ten_conditions_are_shown(built_in: FactorSet) -> None:
    lacking_all = evaluation(dict.fromkeys(built_in.factor_by_id, "nee"))
    assert printed(of_overview(built_in, None, lacking_all)).count("•") == 10


def test_what_a_set_does_not_have_is_left_out() -> None:
    shown = printed(of_factors(examples.other_scale()))
    assert re.match(r"Another scale\nschaal, .*\n\n", shown)
    assert _("Perspectives") not in shown
    assert _("Perspectives") in printed(TABLES["factors"])
