"""The pages of the project, and what stands on them: blocks, code in the text, links and headings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
CHANGELOG = ROOT / "CHANGELOG.md"
"""The only page that also tells of what the program no longer does."""
PAGES = sorted({*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")} - {CHANGELOG})

BLOCK = re.compile(
    r"(?P<head>(?:^<!-- (?P<kind>[a-z]+(?: [a-z]+)*)(?:: ?(?P<value>[^\n]*?))? ?-->\n)?^```(?P<language>\w*)\n)"
    r"(?P<body>.*?)(?P<foot>^```$)",
    re.DOTALL | re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of a page."""

    kind: str
    """What the comment above it says it is; empty where there is none."""
    value: str
    """What the comment says behind the colon."""
    language: str
    body: str

    @staticmethod
    def of(found: re.Match[str]) -> "Block":
        """Return the block that was found."""
        return Block(found["kind"] or "", found["value"] or "", found["language"], found["body"])

    @property
    def commands(self) -> list[str]:
        """The lines of a shell that it holds, whether they are run or not."""
        if self.language == "console":
            return re.findall(r"^\$ (.*)$", self.body, re.MULTILINE)
        return self.body.splitlines() if self.language == "sh" else []


def blocks(page: Path) -> list[Block]:
    """Return the fenced blocks of a page."""
    return [Block.of(found) for found in BLOCK.finditer(page.read_text(encoding="utf-8"))]


def running_text(page: Path) -> str:
    """Return a page without its fenced blocks."""
    return BLOCK.sub("", page.read_text(encoding="utf-8"))


def code_in_text(page: Path) -> list[str]:
    """Return what stands between backquotes in the running text, each on one line."""
    return [" ".join(code.split()) for code in re.findall(r"`([^`]+)`", running_text(page))]


def links(page: Path) -> Iterator[tuple[Path, str]]:
    """Return where the links of a page to our own files lead, and to which heading there; empty: to the file itself."""
    for target in re.findall(r"\]\((?!\w+:)([^)\s]+)\)", running_text(page)):
        name, _hash, anchor = target.partition("#")
        yield (page.parent / name if name else page), anchor


def pictures(page: Path) -> Iterator[tuple[Path, str]]:
    """Return the pictures on a page, and what is said for whoever does not see them."""
    for tag in re.findall(r"<img [^>]*>", page.read_text(encoding="utf-8")):
        said = dict(re.findall(r'(\w+)="([^"]*)"', tag))
        yield page.parent / said["src"], said.get("alt", "")


def quoted(page: Path, heading: str) -> list[str]:
    """Return what stands between quotation marks in the first column of all tables in which it has a heading."""
    tables = re.findall(rf"^\| {heading} \|.*\n((?:\|.*\n)*)", running_text(page), re.MULTILINE)
    return [cell for table in tables for cell in re.findall(r"^\| “(.+)” \|", table, re.MULTILINE)]


def anchors(page: Path) -> list[str]:
    """Return the names under which git hosts make the headings of a page known."""
    headings = re.findall(r"^#+ (.*)$", running_text(page), re.MULTILINE)
    return [re.sub(r"[^\w\- ]", "", heading).lower().replace(" ", "-") for heading in headings]


def first_cells(page: Path, heading: str) -> list[str]:
    """Return the code in the first column of all tables in which it has a heading."""
    tables = re.findall(rf"^\| {heading} \|.*\n((?:\|.*\n)*)", running_text(page), re.MULTILINE)
    return [cell for table in tables for cell in re.findall(r"^\| `([^`]+)` \|", table, re.MULTILINE)]
