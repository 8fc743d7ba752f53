"""Text in Markdown stays text, wherever it stands; the judge is the renderer of git hosts."""

import re

from hypothesis import given, settings

from tests.formats import hostile
from tests.formats.markup import plain, rendered
from werkzaam.formats.markdown import document, escaped, paragraphs, table
from werkzaam.visible import visible, visible_lines

# --- one line ---------------------------------------------------------------------------------------------------


def test_a_text_on_one_line_is_written_so_that_it_is_read_as_it_stands() -> None:
    expected = [
        ("Er is een vast team.", "Er is een vast team."),
        ("*a* _b_ `c` ~d~", r"\*a\* \_b\_ \`c\` \~d\~"),
        ("[a](b) ![c]", r"\[a\](b) !\[c\]"),
        ("<b> & $x$", r"\<b\> \& \$x\$"),
        ("a | b", r"a \| b"),
        ("\\", r"\\"),
        ("# kop", r"\# kop"),
        ("C #", r"C \#"),
        ("- a", r"\- a"),
        ("+ a", r"\+ a"),
        ("= a", r"\= a"),
        (":-", r"\:-"),
        ("a - b + c = d: e", "a - b + c = d: e"),
        ("1. a", r"1\. a"),
        ("2026) a", r"2026\) a"),
        ("2026 a", "2026 a"),
        ("https://x.nl", r"https\://x.nl"),
        ("www.x.nl", r"www\.x.nl"),
        ("_www.x.nl", r"\_www\.x.nl"),
        ("awww.", "awww."),
        ("a@b.nl", "a@\u2060b.nl"),
        ("@naam", "@\u2060naam"),
        ("werkgroep #12", "werkgroep \\#\u206012"),
        (":warning:", "\\:\u2060warning:"),
        ("om 12:30", "om 12:30"),
        ("  een\n\ttwee\x1b[2J ", r"een  twee\[2J"),
        ("", ""),
    ]
    assert [(text, escaped(text)) for text, _written in expected] == expected


def test_a_hostile_text_on_one_line_becomes_no_markup() -> None:
    for text in hostile.TEXTS:
        check_one_line(text)


@given(text=hostile.texts())
@settings(max_examples=30)
def test_no_text_on_one_line_becomes_markup(text: str) -> None:
    check_one_line(text)


def check_one_line(text: str) -> None:
    read = plain(visible(text))
    written = escaped(text)
    alone, heading, item = rendered(written), rendered(f"# {written}"), rendered(f"- {written}")
    assert (alone.tags, plain(alone.text)) == (["p"] if read else [], read)
    assert (heading.tags, heading.texts("h1")) == (["h1"], [read])
    assert (item.tags, item.texts("li")) == (["ul", "li"], [read])
    between = rendered(f"een {written} twee")
    assert (between.tags, plain(between.text)) == (["p"], plain(f"een {visible(text)} twee"))
    bracketed = rendered(f"{written} \\[{written}\\]")
    assert (bracketed.tags, plain(bracketed.text)) == (["p"], plain(f"{read} [{read}]"))
    cells = rendered("\n".join(table([written, written], [[written, written], ["een", written]])))
    assert cells.tags == ["table", "thead", "tr", "th", "th", "tbody", "tr", "td", "td", "tr", "td", "td"]
    assert (cells.texts("th"), cells.texts("td")) == ([read, read], [read, read, "een", read])


# --- several lines ----------------------------------------------------------------------------------------------


def test_line_ends_stay_and_blank_lines_part_paragraphs() -> None:
    expected = [
        ("een", "een"),
        ("een\ntwee", "een\\\ntwee"),
        ("een\n\ntwee", "een\n\ntwee"),
        ("een\r\ntwee\r\rdrie", "een\\\ntwee\n\ndrie"),
        ("een\n \n\t\n\ntwee", "een\n\ntwee"),
        ("\n\neen\n\n", "een"),
        ("een\n- twee\n# drie", "een\\\n\\- twee\\\n\\# drie"),
        ("een\\\ntwee", "een\\\\\\\ntwee"),
        ("    een", "een"),
        ("", ""),
    ]
    assert [(text, paragraphs(text)) for text, _written in expected] == expected


def test_lines_after_the_first_are_indented_but_blank_ones_stay_blank() -> None:
    assert paragraphs("een\ntwee\n\ndrie", indent=2) == "een\\\n  twee\n\n  drie"


def test_a_hostile_text_of_several_lines_becomes_no_markup() -> None:
    for text in hostile.TEXTS:
        check_paragraphs(text)


@given(text=hostile.texts())
@settings(max_examples=30)
def test_no_text_of_several_lines_becomes_markup(text: str) -> None:
    check_paragraphs(text)


def check_paragraphs(text: str) -> None:
    blocks = [
        [plain(line) for line in block.strip("\n").split("\n")]
        for block in re.split(r"\n\n+", "\n".join(line.strip() for line in visible_lines(text).split("\n")))
        if block.strip("\n")
    ]
    found = rendered(paragraphs(text))
    assert lines_of([element.text for element in found.elements if element.tag == "p"]) == blocks
    assert found.tags == [tag for block in blocks for tag in ("p", *["br"] * (len(block) - 1))]
    inside = rendered(f"- een\n\n  Note: {paragraphs(text, indent=2)}\n\n- twee\n")
    assert [tag for tag in inside.tags if tag not in {"p", "br"}] == ["ul", "li", "li"]
    assert inside.texts("li") == [plain(f"een Note: {visible_lines(text)}"), "twee"]


def lines_of(found: list[str]) -> list[list[str]]:
    """Return the lines of paragraphs; the renderer writes a line end after a `<br>` as well."""
    return [[plain(line) for line in text.split("\n\n")] for text in found]


# --- tables and documents ---------------------------------------------------------------------------------------


def test_a_table_has_its_figures_to_the_right() -> None:
    assert table(["een", "twee", "drie"], [["vier", "75 %", "1"], ["vijf", "–", ""]]) == [
        "| een | twee | drie |",
        "| --- | ---: | ---: |",
        "| vier | 75 % | 1 |",
        "| vijf | – |  |",
    ]


def test_a_document_has_one_blank_line_wherever_there_is_any() -> None:
    assert document([["# een", "", "", "twee", ""], ["", "## drie"], ["vier"]]) == "# een\n\ntwee\n\n## drie\n\nvier\n"
