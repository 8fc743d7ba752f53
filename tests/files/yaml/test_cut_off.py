"""What YAML drops from a text is warned about: what stands behind a “#” that begins no comment, and an apostrophe."""

import pytest

from tests import examples
from werkzaam.files.problems import Severity
from werkzaam.files.reading import Source
from werkzaam.files.validation import problems_in

HEAD = "werkzaam: 1\nfactors: klein\nversion: 2\ncollaboration: X\ndate: 2026-11-23\n"
TEAM = f"{HEAD}answers:\n  mensen:\n    team:\n      answer: ja\n"
CUT_OFF = (
    Severity.WARNING,
    (
        "What stands behind “#” is dropped: if it belongs there, take “#” away or put straight quotes around the whole "
        "text."
    ),
)
BELOW = (
    Severity.WARNING,
    "This is a comment, and no part of the text above: if it belongs there, indent it.",
)
APOSTROPHE = (
    Severity.WARNING,
    "An apostrophe where a text begins is not part of it: put double quotes around the whole text.",
)


def warned(text: str) -> list[str]:
    found = problems_in(Source("a.yaml", text), examples.small())
    assert {(problem.severity, problem.message) for problem in found} <= {CUT_OFF, BELOW, APOSTROPHE}
    return [f"{problem.line}:{problem.column}" for problem in found]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"{TEAM}      note: #dringend\n", "10:13"),
        (f"{TEAM}      note: # dringend\n", "10:13"),
        (f"{TEAM}      note:   #dringend\n", "10:15"),
        (f"{TEAM}      note:\t#dringend\n", "10:13"),
        (f"{TEAM}      note: iets #urgent\n", "10:18"),
        (f"{TEAM}      note: iets   #urgent en meer\n    contact:\n", "10:20"),
        (f"{TEAM}      note: een\n        twee #drie\n", "11:14"),
        (f"{TEAM}      note: |\n        een\n        twee\n#12 van vier\n    contact:\n", "13:1"),
        (f"{HEAD}note: 😀 is #1\nanswers:\n", "6:12"),
        (examples.SMALL_SET.replace("source: Mensen 1", "source: Mensen #1"), "25:24"),
        (examples.OTHER_SCALE.replace("language: en\ntitle: Another", "language: de\ntitle:\n  de: Platz #1"), "6:13"),
        (f"{HEAD}answers:\nactions:\n  - what: Bel #jan\n", "8:15"),
        (f"{HEAD}answers:\nactions:\n  - what: x\n    owner: team #2\n", "9:17"),
        (f"{HEAD}answers:\n  mensen:\n    team:\n      answer: #ja\n", "9:15"),
        (f"{HEAD}answers:\n  mensen:\n    team:\n      answer: #ja  \r\n      note: x\r\n", "9:15"),
        (f"{TEAM.replace('ja', 'deels')}      missing:   #is-vast\n", "10:18"),
        (f"{HEAD}perspective: #samen\nanswers:\n", "6:14"),
        (f"{HEAD}answers:\nactions:\n  - what: x\n    due: #2027", "9:10"),
        (f"{HEAD}answers:\nactions:\n  - what: x\n    factor: #team\n", "9:13"),
        (f"{TEAM}      note: 's Avonds nooit'\n", "10:13"),
        (f"{TEAM}      note: 't gaat om de jongens'\n", "10:13"),
        (HEAD.replace("X", "'t Hof'") + "answers:\n", "4:16"),
        (HEAD.replace(": X", ": Team #1") + "answers:\n", "4:21"),
        (examples.SMALL_SET.replace("{nl: Er is genoeg tijd., en: There is enough time.}", "Tijd is #1."), "48:23"),
    ],
)
def test_a_text_that_is_cut_off_is_warned_about(text: str, place: str) -> None:
    assert warned(text) == [place]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (HEAD.replace("X", "#x") + "answers:\n", ["4:1", "4:16?"]),
        (f"{HEAD}answers:\nactions:\n  - what: #x\n", ["8:5", "8:11?"]),
        (f"{TEAM.replace('ja', 'deels')}      missing:\n        - #is-vast\n", ["11:10", "11:11?"]),
        (examples.SMALL_SET.replace("{nl: Er is genoeg tijd., en: There is enough time.}", "#1"), ["48:9", "48:15?"]),
    ],
)
def test_where_nothing_else_stands_the_mistake_and_its_cause_are_told(text: str, places: list[str]) -> None:
    found = problems_in(Source("a.yaml", text), examples.small())
    assert [f"{item.line}:{item.column}{'?' * (item.severity is Severity.WARNING)}" for item in found] == places
    assert (found[-1].severity, found[-1].message) == CUT_OFF


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}answers:\n  mensen:\n    team:\n      answer: # ja\n",
        f"{HEAD}answers:\n  mensen:\n    team: #overslaan\n      answer: ja #blad\n",
        f"{HEAD}answers:\n  mensen:\n    team:\n      answer: ja   # blad 2\n",
        f"{HEAD}answers:\n  mensen:\n    team:\n      answer: ja #blad 2\n      note: x # blad 2\n",
        f"{HEAD}answers:\n  mensen:\n    team: #blad 2\n      answer: #nog niet\n      note:   # nog niet\n",
        f"{TEAM}      note: C# en nr#2\n",
        f"{TEAM}      note: 'iets #urgent'\n",
        f'{TEAM}      note: "#dringend"   # zie blad 2\n',
        f"{TEAM}      note: |\n        note: #dringend\n        iets #urgent\n",
        f"{TEAM}      note: 'een\n        note: iets #urgent'\n",
        f"{TEAM}      note: |\n        iets\n# blad 2\n    contact:\n",
        f"{TEAM}      note: |\n        iets\n\n#answer: nee\n    contact:\n",
        f"{TEAM}      note:\n      #answer: nee\n    contact: #note: x\n",
        f"{TEAM}      # note: iets #urgent\n",
        f"{TEAM}      note: iets ##\n",
        TEAM + '      note: "\'s Avonds nooit"\n',
        f"{TEAM}      note: 'Niet: ''s avonds'\n",
        f"{TEAM}      note: foto's en 's avonds\n",
    ],
)
def test_a_comment_that_is_clearly_one_is_no_warning(text: str) -> None:
    assert warned(text) == []
