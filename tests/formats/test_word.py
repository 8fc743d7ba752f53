"""Word documents: real headings, lists and tables in styles by name, harmless texts, and the same bytes every time."""

import io
import json
import time
from dataclasses import replace
from datetime import date, datetime
from zipfile import ZipFile

import pytest
from hypothesis import given, settings

from tests import examples
from tests.domain.building import evaluation
from tests.formats import hostile
from tests.formats.comparisons import compared
from tests.formats.reports import TODAY
from tests.formats.test_hostile_text import DOCUMENTS, MARK
from tests.results import in_word
from tests.word_documents import faults, in_lines, opened, style_of
from werkzaam.documents.blocks import Document, Point, Points, Text
from werkzaam.documents.comparison import comparison_document
from werkzaam.documents.figures import Table
from werkzaam.documents.report import report_document
from werkzaam.domain.comparison import Axis, Entry
from werkzaam.domain.evaluation import Answer
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.report import report
from werkzaam.language import _
from werkzaam.visible import visible_lines

SET = examples.small()


def of_blocks(*blocks: Text | Points | Table) -> Document:
    return Document(SET, ("Proef",), (), blocks)


def parts(content: bytes) -> dict[str, str]:
    with ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


FIRST, *OTHERS = DOCUMENTS


@pytest.mark.parametrize("name", [FIRST, *[pytest.param(name, marks=pytest.mark.long) for name in OTHERS]])
def test_word_takes_every_document_and_no_text_in_it_is_more_than_text(name: str) -> None:
    expected = in_lines(in_word(DOCUMENTS[name](MARK)))
    assert expected.count(MARK) > 3
    assert faults(in_word(DOCUMENTS[name]("a" * 40_000))) == []
    for text in (MARK, *hostile.SAMPLES, "\ufffe\uffff\ud800x"):
        content = in_word(DOCUMENTS[name](text))
        assert faults(content) == [], text
        assert in_lines(content).count("\n") == expected.count("\n"), text


FIRST, *OTHERS = DOCUMENTS


@pytest.mark.parametrize("name", [FIRST, *[pytest.param(name, marks=pytest.mark.long) for name in OTHERS]])
def test_headings_and_tables_are_such_and_no_heading_is_left_out(name: str) -> None:
    document = opened(in_word(DOCUMENTS[name](MARK)))
    styles = [style_of(paragraph) for paragraph in document.paragraphs]
    assert styles[0] == "Title"
    assert styles.count("Title") == 1
    assert "Heading 1" in styles
    for table in document.tables:
        assert table.style
        assert table.style.name in {"Table Grid", "Plain Table 2", "Table with Bars"}
    levels = [int(style[-1]) for style in styles if style.startswith("Heading")]
    assert all(deeper <= level + 1 for level, deeper in zip([0, *levels], levels, strict=False))


@settings(max_examples=30)
@given(hostile.texts())
def test_a_note_is_there_as_it_stands_line_by_line(text: str) -> None:
    content = in_word(of_blocks(Text((text,), "note")))
    assert faults(content) == []
    said = opened(content).paragraphs[1]
    assert style_of(said) == "Quote"
    assert said.text == visible_lines(text).strip("\n")


def test_tables_tell_those_who_cannot_see_them_what_is_in_them(small: FactorSet) -> None:
    content = in_word(report_document(report(small, evaluation({"team": Answer("ja")})), TODAY))
    of_table = opened(content).element.body.xpath("w:tbl/w:tblPr")[0]
    described = {name: of_table.xpath(f"w:{name}/@w:val")[0] for name in ("tblCaption", "tblDescription")}
    heads = ", ".join((_("Category"), _("Score"), _("Conditions in place")))
    assert described == {"tblCaption": _("Scores"), "tblDescription": heads}


@pytest.mark.parametrize(("rows", "kept"), [(7, 7), (40, 0)])
def test_a_small_table_stays_on_one_page_and_the_source_with_what_stands_before(rows: int, kept: int) -> None:
    blocks = of_blocks(Table(("a", "b"), (("c", "d"),) * rows), Text(("x",)))
    document = opened(in_word(blocks._replace(factor_set=examples.built_in())))
    first = [row.cells[0].paragraphs[0] for row in document.tables[0].rows]
    bound = [bool(paragraph.paragraph_format.keep_with_next) for paragraph in first]
    assert bound == [True] * kept + [False] * (rows + 1 - kept)
    text, source = document.paragraphs[-2:]
    assert (text.text, text.paragraph_format.keep_with_next, style_of(source)) == ("x", True, "Caption")


def test_two_tables_stay_two_and_lists_begin_at_one_each() -> None:
    table = Table(("a", "b"), (("c", "d"),))
    ranked = Points((Point("een"), Point("twee")), kind="ranked")
    document = opened(in_word(of_blocks(table, table, ranked, ranked)))
    assert len(document.tables) == 2
    numbers = document.element.body.xpath("w:p/w:pPr/w:numPr/w:numId/@w:val")
    assert numbers == ([numbers[0]] * 2 + [numbers[2]] * 2)
    assert numbers[0] != numbers[2]


def test_a_supplement_begins_a_page_and_what_is_missing_has_boxes(small: FactorSet) -> None:
    answers = {"team": Answer("nee"), "contact": Answer("weet-niet")}
    document = opened(in_word(report_document(report(small, evaluation(answers)), TODAY)))
    on_new_pages = [part.text for part in document.paragraphs if part.paragraph_format.page_break_before]
    assert on_new_pages == ["Supplement"]
    assert [part.text for part in document.paragraphs if style_of(part) == "List of Boxes"] == [
        "There is a permanent team. [No]"
    ]


def test_there_is_room_to_write_what_is_agreed_on_each_point() -> None:
    content = in_word(DOCUMENTS["agenda"](MARK))
    rooms = [row for row in map(json.loads, in_lines(content).splitlines()) if row[0] == "Table Grid"]
    points = [part for part in opened(content).paragraphs if style_of(part) == "Heading 2"]
    assert rooms == [["Table Grid", ["Agreed"], ["Who"], ["When"]]] * len(points)


def test_a_bar_is_as_full_as_the_score_and_none_where_there_is_none(small: FactorSet) -> None:
    answers = {"team": Answer("ja"), "contact": Answer("nee"), "ruimte": Answer("weet-niet")}
    lines = in_lines(in_word(report_document(report(small, evaluation(answers)), TODAY)))
    assert '{"A67500": 20}, {"E4E1DC": 20}' in lines
    assert '["– (0 of 1)"], [], ' in lines


@pytest.mark.parametrize(("language", "tag"), [("nl", "nl-NL"), ("en", "en-GB"), ("fy", "fy")])
def test_the_spell_checker_is_told_the_language_once_and_for_all(language: str, tag: str) -> None:
    content = parts(in_word(of_blocks(Text(("x",)))._replace(factor_set=replace(SET, language=language))))
    assert f'<w:lang w:val="{tag}"' in content["word/styles.xml"]
    assert "w:lang" not in content["word/document.xml"]


def test_a_document_says_its_title_and_day_and_nothing_else_of_itself(small: FactorSet) -> None:
    content = in_word(report_document(report(small, evaluation({})._replace(collaboration="A < B")), TODAY))
    properties = opened(content).core_properties
    day = datetime(2026, 11, 23)  # noqa: DTZ001 (a day has no zone)
    assert properties.title == "A < B, 2026-11-23"
    assert [at.replace(tzinfo=None) for at in (properties.created, properties.modified) if at] == [day, day]
    assert (properties.author, properties.last_modified_by, properties.comments, properties.revision) == ("", "", "", 1)
    assert [name for name, part in parts(content).items() if "python" in part or "thumbnail" in name] == []


@pytest.mark.parametrize("day", [None, date(1899, 12, 31)])
def test_without_a_day_that_word_knows_it_says_none(day: date | None) -> None:
    content = in_word(of_blocks(Text(("x",)))._replace(day=day))
    assert opened(content).core_properties.created is None


def test_the_title_in_the_properties_is_no_longer_than_word_takes() -> None:
    content = in_word(of_blocks(Text(("x",)))._replace(titles=("\U0001f600" * 300,)))
    assert opened(content).core_properties.title == "\U0001f600" * 255


def test_the_same_document_gives_the_same_bytes_wherever_and_whenever(monkeypatch: pytest.MonkeyPatch) -> None:
    document = DOCUMENTS["report"](MARK)
    first = in_word(document)
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    time.tzset()
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    assert in_word(document) == first
    with ZipFile(io.BytesIO(first)) as archive:
        assert {(info.date_time, info.create_system) for info in archive.infolist()} == {((1980, 1, 1, 0, 0, 0), 0)}


def test_paper_is_a4() -> None:
    section = opened(in_word(of_blocks(Text(("x",))))).sections[0]
    assert section.page_width
    assert section.page_height
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


def test_partners_by_collaboration_have_no_changes(small: FactorSet) -> None:
    entries = [Entry("a.yaml", evaluation({})._replace(collaboration=name)) for name in ("Noord", "Zuid")]
    content = in_word(comparison_document(compared(small, Axis.COLLABORATION, entries)))
    assert faults(content) == []
    assert [row.cells[1].text for row in opened(content).tables[0].rows][1:3] == ["Noord", "Zuid"]
