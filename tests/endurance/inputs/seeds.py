"""What fuzzing starts from: files and words that are good, and the pieces that YAML and these files are made of."""

import re
from pathlib import Path

from tests import examples
from werkzaam.files.disk import locations

_ROOT = Path(__file__).parents[3]

HAND_WRITTEN = (
    """\
werkzaam: 1
factors: klein
version: 1
collaboration: "Lyceum \\u00d8st"
date: '2026-11-23'
note: >-
  Gevouwen
  tekst.
answers:
  mensen: {team: {answer: deels, missing: [is-vast, weg]}, vroeger: {answer: ja}}
  ? plek
  : ruimte: {answer: deels, missing: [], note: "twee\\nregels"}
actions:
  - factor: team
    what: Overleg op dinsdag.
    due: 2027-03-01
    status: done
  - {what: Bellen, owner: school}
""",
    '{"werkzaam": 1, "factors": "klein", "version": 2, "collaboration": "X", "date": "2026-11-23", "answers": {}}',
    """\
werkzaam: 1
factors: klein
version: 2
collaboration: jan@school.nl, 06-12345678
date: 2026-11-23
answers: {mensen: {contact: {note: "\\u0067eboren 1 mei 2010; NL91 ABNA 0417 1643 00; 111222333"}}}
# Dorpsstraat 5, 1234 AB
""",
)


def answers_files() -> list[bytes]:
    """Return answers files in every style, for the small set and for the one that ships with the program."""
    shipped = min((_ROOT / "docs" / "examples").glob("*.yaml")).read_bytes()
    others = ("\ufeff" + HAND_WRITTEN[0], examples.SMALL_ANSWERS.replace("\n", "\r\n"))
    return [*(text.encode() for text in (examples.SMALL_ANSWERS, *HAND_WRITTEN, *others)), shipped]


def factor_sets() -> list[bytes]:
    """Return factor sets; of the one that ships its first category, which has everything."""
    head, categories = locations.built_in_factors().read_text(encoding="utf-8").split("\ncategories:\n")
    first = re.split(r"(?m)^(?=  - id: )", categories)[1]
    own_scale = (_ROOT / "tests" / "golden" / "inputs" / "own" / "set.yaml").read_text(encoding="utf-8")
    shipped = f"{head}\ncategories:\n{first}"
    return [text.encode() for text in (examples.SMALL_SET, examples.OTHER_SCALE, own_scale, shipped)]


def calls() -> list[bytes]:
    """Return whole calls, a word a line; behind an empty line stands what is piped in."""
    small = "--factors\nklein.yaml"
    return [
        f"{line}\n{small}".encode()
        for line in (
            "report\na.yaml\n--format\njson\n--fail-under\n50",
            "report\n-\n--format=markdown",
            "check\nb.yaml\n--collaboration\nProef\n--no-input\n--answer\nteam=deels\n--missing\nteam=is-vast",
            "check\na.yaml\n--plain\n--review\n--note=team=Twee\n--date=1-3-2027",
            "check\nc.yaml\n--previous=a.yaml\n--beside=a.yaml\n--perspective=school\n--plain",
            "diff\na.yaml\na.yaml\n--exit-code\n--format\njson",
            "compare\na.yaml\nd.yaml\n--by=perspective\n--format=html",
            "overview\n.\n--by\ndate\n--format\ncsv\n--output=uit.csv",
            "export\na.yaml\n-\n--format\njsonl",
            "validate\n.\n--strict\n--lang=en",
            "factors\n--format\nhtml\n--lang\nnl",
            "new\ne.yaml\n--collaboration=X\n--date\n2026-11-23\n--perspective\nsamen",
            "schema\nanswers",
            "schema\nfactors\n--output\n-",
        )
    ] + [f"report\n-\n{small}\n\n{examples.SMALL_ANSWERS}".encode(), b"--version", b"--help", b"report\n--help"]


def pieces() -> list[str]:
    """Return what is put in somewhere: YAML's own signs, what these files say, and characters that are odd."""
    words = {word for text in (examples.SMALL_SET, *HAND_WRITTEN) for word in re.findall(r"[\w.-]+", text)}
    return [*SIGNS, *NUMBERS, *CHARACTERS, *PERSONAL, *OPTIONS, *sorted(words)]


SIGNS = (
    *(": ", "- ", "? ", "# ", " #", ":", "|", ">", "|+\n", ">-\n", "|2\n", "'", '"', "''", "\\", "\\n", "\\ud800"),
    *("\\x00", "\\u2028", "[", "]", "{", "}", ", ", "{}", "[]", "&a ", "*a", "!!str ", "!x ", "%YAML 1.2\n", "<<: "),
    *("---\n", "...\n", "\n", "\r", "\r\n", "\n\n", "\t", "  ", "        ", "null", "~", "true", "no", "=", "@", "`"),
)
NUMBERS = (
    *("0", "1", "2", "-1", "0.5", "1e999999", ".inf", ".nan", "0x" + "f" * 90, "0x" + "f" * 200, "9" * 100, "1:30:30"),
    *("1_000", "0o7", "5e-324", "0.30000000000000004", "0001-01-01", "9999-12-31", "10000-01-01", "2026-02-30"),
    *("0000-01-01", "2026-11-23T10:00:00Z", "0001-01-01 00:00:00 +23:59", "2026-W01-1", "20261123", "1-3-2027"),
)
CHARACTERS = (
    *("\0", "\x1b[31m", "\x7f", "\x85", "\xa0", "\u2028", "\u2029", "\ufeff", "\ufffe", "\uffff", "\u202e", "\u200b"),
    *("é", "e\u0301", "😀", "\U000e0041", "\U0010ffff", "ﬁ", "İ", "٣", "\udcff", "\udcc3", "[/]", "[link=x]", "<b>"),
)
PERSONAL = ("111222333", "jan@school.nl", "06-12345678", "NL91 ABNA 0417 1643 00", "1234 AB 5", "geboren 1-1-2010")
OPTIONS = (
    *("--format", "json", "csv", "html", "table", "markdown", "--output", "--by", "--lang", "en", "xx", "--factors"),
    *("--answer", "--missing", "--note", "--no-input", "--plain", "--review", "--previous", "--beside", "--strict"),
    *("schaal.yaml", "klein.yaml", "a.yaml", "d.yaml", "/dev/null", "-", "--", ".", "leeg", "weg.yaml", "50 %"),
)
