"""An earlier evaluation, and a new one that is filled in beside it at a terminal that shows lines."""

import io
from pathlib import Path

from tests import examples
from tests.cli.calling import SMALL, told

NEW = ("check", "b.yaml", "--collaboration", "X", "--perspective", "samen", "--date", "2027-11-23", *SMALL)
ACTIONS = """\
actions:
  - factor: tijd
    what: Praten
    owner: school
    due: 2027-03-01
    status: open
  - factor: team
    what: Zoeken
    status: done
  - what: Kijken
    status: open
  - factor: team
    what: Bellen
    status: dropped
"""
CARRIED = """\
actions:
  - factor: tijd
    what: Praten
    owner: school
    due: 2027-03-01
    status: open
  - what: Kijken
    status: open
"""
OLD = examples.SMALL_ANSWERS + ACTIONS


def new_file(collaboration: str, *options: str) -> str:
    """Return a file of 2027 with one option per factor; what is left over is open."""
    team, contact, room, time, *_rest = (f" {option}" if option else "" for option in (*options, "", "", "", ""))
    return (
        f"werkzaam: 1\nfactors: klein\nversion: 2\ncollaboration: {collaboration}\ndate: 2027-11-23\n"
        "perspective: samen\nanswers:\n"
        f"  mensen:\n    team:\n      answer:{team}\n    contact:\n      answer:{contact}\n"
        f"  plek:\n    ruimte:\n      answer:{room}\n    tijd:\n      answer:{time}\n"
    )


def text(path: str = "b.yaml") -> str:
    return Path(path).read_text()


class Terminal(io.StringIO):
    """Lines that somebody types; where they end, the terminal does."""

    def isatty(self) -> bool:
        return True


def choices(file: str, about: str) -> list[str]:
    """Return what there is to choose from where a file of last year is there, and something in it is open."""
    beside = told("Start a new one, with {file} beside it", file=file).rstrip("\n")
    on = told("Go on with {file}", file=file).rstrip("\n")
    return [f"{beside} ({about})", f"{on} ({about})", told("Start a new one with nothing beside it").rstrip("\n")]
