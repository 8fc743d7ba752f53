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
    "What stands behind “#” is no part of the text: put straight quotes around the whole text if it is.",
)
APOSTROPHE = (
    Severity.WARNING,
    "An apostrophe where a text begins is no part of it: put double quotes around the whole text.",
)


def warned(text: str) -> list[str]:
    found = problems_in(Source("a.yaml", text), examples.small())
    assert {(problem.severity, problem.message) for problem in found} <= {CUT_OFF, APOSTROPHE}
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
        (f"{HEAD}note: 😀 is #1\nanswers:\n", "6:12"),
        (f"{HEAD}answers:\nactions:\n  - what: Bel #jan\n", "8:15"),
        (f"{HEAD}answers:\nactions:\n  - what: x\n    owner: team #2\n", "9:17"),
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
    "text",
    [
        f"{HEAD}answers:\n  mensen:\n    team:\n      answer: ja   # blad 2\n",
        f"{HEAD}answers:\n  mensen:\n    team:\n      answer: ja #blad 2\n      note: x # blad 2\n",
        f"{HEAD}answers:\n  mensen:\n    team: #blad 2\n      answer: #nog niet\n      note:   # nog niet\n",
        f"{TEAM}      note: C# en nr#2\n",
        f"{TEAM}      note: 'iets #urgent'\n",
        f'{TEAM}      note: "#dringend"   # zie blad 2\n',
        f"{TEAM}      note: |\n        note: #dringend\n        iets #urgent\n",
        f"{TEAM}      note: 'een\n        note: iets #urgent'\n",
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
