"""What a reader's program makes of our text: Markdown as a git host renders it, HTML as a browser parses it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from cmarkgfm import github_flavored_markdown_to_html
from cmarkgfm.cmark import Options

_AS_A_HOST = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES
"""With whatever HTML and footnotes there are: a host filters them later, but text must never become any."""
_WORD_JOINER = "\u2060"
_WITHOUT_END = frozenset({"meta", "br", "hr", "img", "input", "link"})


@dataclass
class Element:
    """A tag, what it says of itself, and all text within it."""

    tag: str
    attributes: dict[str, str | None]
    text: str = ""


@dataclass
class Markup:
    """A parsed page, or a part of one."""

    elements: list[Element] = field(default_factory=list)
    """In the order in which they start."""
    text: str = ""
    loose: str = ""
    """The text outside of any element."""
    declarations: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)

    @property
    def tags(self) -> list[str]:
        """The names of the elements."""
        return [element.tag for element in self.elements]

    def texts(self, tag: str, class_name: str | None = None) -> list[str]:
        """Return what every such element says, its white space evened out."""
        return [
            plain(element.text)
            for element in self.elements
            if element.tag == tag and (class_name is None or class_name in (element.attributes.get("class") or ""))
        ]


def parsed(html: str) -> Markup:
    """Return a parsed text in HTML."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    assert parser.inside == [], "every element has its end"
    return parser.markup


def rendered(markdown: str) -> Markup:
    """Return what a git host makes of Markdown."""
    return parsed(github_flavored_markdown_to_html(markdown, _AS_A_HOST))


def plain(text: str) -> str:
    """Return a text as it is read: white space evened out, without the joiners that nobody sees."""
    return " ".join(text.replace(_WORD_JOINER, "").split())


def table_rows(markup: Markup) -> Iterator[list[str]]:
    """Return the cells of every row of the tables."""
    row: list[str] = []
    for element in markup.elements:
        if element.tag == "tr":
            if row:
                yield row
            row = []
        elif element.tag in {"th", "td"}:
            row.append(plain(element.text))
    if row:
        yield row


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.markup = Markup()
        self.inside: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs))
        self.markup.elements.append(element)
        if tag == "br":
            self.handle_data("\n")
        if tag not in _WITHOUT_END:
            self.inside.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _WITHOUT_END:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.inside.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.markup.text += data
        for element in self.inside:
            element.text += data
        if not self.inside:
            self.markup.loose += data

    def handle_decl(self, decl: str) -> None:
        self.markup.declarations.append(decl)

    def handle_comment(self, data: str) -> None:
        self.markup.comments.append(data)
