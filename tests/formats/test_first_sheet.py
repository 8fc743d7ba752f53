"""What of a report goes on the table is one sheet of A4, whatever was answered; all of it stands in the supplement."""

import re
from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from itertools import product
from pathlib import Path

import pytest
from markupsafe import escape

from tests import examples
from tests.documents.refreshing import EXAMPLES
from tests.domain import building
from tests.formats.browser import NEEDS_CHROMIUM, printed
from tests.formats.markup import parsed, rendered
from tests.formats.office import OFFICE, sheets
from tests.formats.reports import TODAY
from tests.results import in_word
from tests.word_documents import opened
from werkzaam import language
from werkzaam.documents.blocks import Document
from werkzaam.documents.report import report_document
from werkzaam.domain.evaluation import Action, Evaluation
from werkzaam.domain.factor_set import Category, Display, Factor, FactorSet
from werkzaam.domain.report import report
from werkzaam.formats.markdown import markdown
from werkzaam.formats.pages import page

NOTE = "We talked about this with the whole team, on two afternoons. " * 20
AGREED = tuple(
    Action(
        f"A youth worker is in school on Thursdays too, in the breaks, and talks to the pupils there ({number}).",
        None,
        "school",
        TODAY,
    )
    for number in range(6)
)
LONG = pytest.mark.long
WORD = pytest.mark.skipif(OFFICE is None, reason="no LibreOffice here to print Word documents with")


def of(answered: Evaluation, factor_set: FactorSet) -> Document:
    return report_document(report(factor_set, answered), TODAY)


def answered(factor_set: FactorSet, *, missing: int, agreed: int = 0, note: str = "", first: bool = True) -> Evaluation:
    """Return an evaluation of which the first or the last factors are missing, and all others in place."""
    ids = [factor.id for factor in factor_set.factors]
    named = ids[:missing] if first else ids[len(ids) - missing :]
    given = building.evaluation({id_: "deels" if id_ in named else "ja" for id_ in ids}, AGREED[:agreed])
    return given._replace(collaboration="Lyceum Oost en Stichting Straatwerk", note=note or None)


def built_in_grid(code: str) -> dict[str, Document]:
    """Return reports on the built-in set, of much and of little, and those on the examples."""
    factor_set = examples.built_in(code)
    made = {
        f"{missing} missing, {agreed} agreed, {'first' if first else 'last, and a note'}": answered(
            factor_set, missing=missing, agreed=agreed, note="" if first else NOTE, first=first
        )
        for missing, agreed, first in product((0, 3, 6, 9, 12, 15, 18, 19), (0, 3, 6), (True, False))
    }
    for name, what in (("long", AGREED[0].what * 3), ("links", f"See https://{'example' * 24}.nl for what we agreed.")):
        actions = (Action(what, None, "the youth organisation, the school and the municipality", TODAY),) * 6
        given = answered(factor_set, missing=9, note=NOTE[:380])._replace(actions=actions)
        made[f"{name} agreements"] = given._replace(collaboration=f"{given.collaboration}, and two other schools " * 2)
    for name in ("samen", "gemeente"):
        made[name] = examples.saved(EXAMPLES / f"werkzaam-2026-{name}.yaml", factor_set)
    return {name: of(given, factor_set) for name, given in made.items()}


def own_instrument(categories: int, items: int) -> Document:
    """Return a report on statements with long answers, shown on a scale from 1 to 5."""
    names = ("Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree", "I do not know")
    scale = tuple(option._replace(name=name) for option, name in zip(building.SCALE, names, strict=True))
    said = "Statement {}: we know of each other who does what, and we wrote it down in what we agreed."
    own = replace(
        building.factor_set(
            tuple(
                Category(
                    f"c{first}",
                    f"Theme {first}, with a name of some length",
                    tuple(
                        Factor(
                            f"f{first}-{second}",
                            said.format(f"{first}.{second}"),
                            None,
                            preferred=False,
                            scale=scale,
                            conditions=(),
                        )
                        for second in range(items)
                    ),
                )
                for first in range(categories)
            )
        ),
        options=scale,
        display=Display(Fraction(1), Fraction(5)),
    )
    steps = [option.id for option in scale[:4]]
    given = {factor.id: steps[number % len(steps)] for number, factor in enumerate(own.factors)}
    return of(building.evaluation(given), own)


def parts(document: Document) -> tuple[Document, Document]:
    """Return what of a document lies on the table, and its supplement."""
    *table, supplement, _summary = document.body
    without_source = document._replace(factor_set=replace(document.factor_set, source=None))
    return without_source._replace(body=tuple(table)), without_source._replace(head=(), body=(supplement,))


def on_the_table(document: Document) -> Document:
    return parts(document)[0]


def pages_in_one(documents: Iterable[Document]) -> str:
    """Return documents as one page of which each begins a sheet."""
    pages = [page(on_the_table(document)) for document in documents]
    head, end = pages[0].partition("<body")[0], "</body></html>"
    bodies = [
        re.sub(r"(?s).*<body([^>]*)>(.*)</body>.*", r"<div\1 style='break-before: page'>\2</div>", each)
        for each in pages
    ]
    return "".join([head, "<body>", *bodies, end])


@pytest.fixture
def built_in() -> FactorSet:
    return examples.built_in("en")


# --- what stays -------------------------------------------------------------------------------------------------


def test_where_everything_fits_nothing_is_said_twice(built_in: FactorSet) -> None:
    found = page(of(answered(built_in, missing=3, agreed=1, note="Short."), built_in))
    assert "supplement." not in found
    for text in ("Short.", AGREED[0].what, built_in.factors[-1].text):
        assert found.count(text) == 1


@pytest.mark.parametrize(("missing", "agreed"), [(3, 6), (9, 6), (14, 6), (18, 3), (19, 6)])
def test_those_stay_that_come_first_and_all_of_it_is_in_the_supplement(
    built_in: FactorSet, missing: int, agreed: int
) -> None:
    found = report(built_in, answered(built_in, missing=missing, agreed=agreed, note=NOTE))
    table, supplement = map(page, parts(report_document(found, TODAY)))
    lists = (
        [item.factor.text for item in found.missing],
        [action.what for action in found.evaluation.actions],
        [item.factor.text for item in found.in_place],
    )
    left_out = []
    for texts in lists:
        there = [escape(text) in table for text in texts]
        assert there == sorted(there, reverse=True)
        assert sum(there) >= min(3, len(texts))
        left_out += [len(texts) - sum(there)] * (not all(there))
        assert all(there) or [text for text in texts if escape(text) not in supplement] == []
    assert sorted(map(int, re.findall(r"And (\d+) more: see the supplement", table))) == sorted(left_out)
    assert left_out
    assert escape(NOTE.strip()) in supplement
    assert escape(NOTE.strip()) not in table
    assert NOTE[:60] in table


def test_what_gives_way_first_is_what_is_in_place_and_last_where_to_begin(built_in: FactorSet) -> None:
    def left_out(missing: int) -> int:
        return page(of(answered(built_in, missing=missing, agreed=6), built_in)).count("see the supplement")

    assert [left_out(missing) for missing in (1, 11, 14)] == [1, 2, 3]


def test_where_there_are_no_sheets_everything_stands_in_its_place_once(built_in: FactorSet) -> None:
    text = markdown(of(answered(built_in, missing=12, agreed=6, note=NOTE), built_in))
    assert "supplement." not in text
    assert text.count(NOTE.strip()) == 1
    assert text.count("☐") == 11
    assert rendered(text).texts("h3")[0] == "What is missing"


def test_texts_without_end_are_cut_and_stand_whole_in_the_supplement(small: FactorSet) -> None:
    what = "Talk. " * 500
    actions = (Action("x" * 3000), Action(what), Action("Short."))
    table, supplement = map(page, parts(of(building.evaluation({"team": "nee"}, actions), small)))
    assert "In full: see the supplement." in table
    assert f"{'Talk. ' * 33}…" in table
    assert f"{'x' * 200} …" in table
    assert what.strip() in supplement
    assert max(map(len, parsed(table).texts("li"))) < 300


def test_what_is_asked_of_boxes_stays_with_the_first_of_them(built_in: FactorSet) -> None:
    paragraphs = opened(in_word(of(answered(built_in, missing=3), built_in))).paragraphs
    (request,) = (each for each in paragraphs if each.text == "Tick at most three.")
    assert request.paragraph_format.keep_with_next


# --- on paper ---------------------------------------------------------------------------------------------------


@LONG
@NEEDS_CHROMIUM
@pytest.mark.parametrize("code", ["nl", "en"])
def test_what_goes_on_the_table_is_one_printed_sheet_whatever_was_answered(tmp_path: Path, code: str) -> None:
    language.activate(code)
    documents = built_in_grid(code)
    together = len(printed(pages_in_one(documents.values()), tmp_path))
    assert (
        together == len(documents)
        or [name for name, each in documents.items() if len(printed(page(on_the_table(each)), tmp_path)) > 1] == []
    )


@LONG
@WORD
@pytest.mark.parametrize("code", ["nl", "en"])
def test_it_is_one_sheet_in_word_too(tmp_path: Path, code: str) -> None:
    language.activate(code)
    found = sheets({name: in_word(on_the_table(each)) for name, each in built_in_grid(code).items()}, tmp_path)
    assert {name: count for name, count in found.items() if count > 1} == {}
    assert len(found) > 40


@LONG
@NEEDS_CHROMIUM
@WORD
@pytest.mark.parametrize(("categories", "items"), [(1, 60), (4, 11), (6, 12), (9, 4)])
def test_other_instruments_have_one_sheet(tmp_path: Path, categories: int, items: int) -> None:
    document = own_instrument(categories, items)
    assert len(printed(page(on_the_table(document)), tmp_path)) == 1
    assert sheets({"own": in_word(on_the_table(document))}, tmp_path) == {"own": 1}


@LONG
@NEEDS_CHROMIUM
@WORD
@pytest.mark.parametrize("categories", [15, 25])
def test_where_scores_leave_too_little_room_lists_take_one_more_sheet(tmp_path: Path, categories: int) -> None:
    document = own_instrument(categories, 3)
    scores = document._replace(body=document.body[:1])
    alone = len(printed(page(scores), tmp_path))
    assert len(printed(page(on_the_table(document)), tmp_path)) == alone + 1
    in_sheets = sheets({"scores": in_word(scores), "table": in_word(on_the_table(document))}, tmp_path)
    assert in_sheets["table"] <= in_sheets["scores"] + 1
