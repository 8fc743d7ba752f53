"""Running the blocks of a page one after another, as a reader would."""

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import duckdb

from tests.documents.pages import Block

LEFT_OUT = "…"
NOT_RUN = ("ci", "not run")
"""What is said above a block that is left alone: the CI runs it, or a reason."""
ENDED_EARLY = 1
"""How a call ends whose questions find no answer left: nobody sits at these documents."""


class BlockError(AssertionError):
    """A block does not work."""


class Desk:
    """Where a page is worked through."""

    def __init__(self, folder: Path, database: duckdb.DuckDBPyConnection, language: str) -> None:
        self._folder = folder
        self._database = database
        self._language = language
        self._result = ""

    def anew(self, block: Block) -> str:
        """Do what a block says, and return it as it should be."""
        if block.kind == "help":
            return self._said(f"werkzaam {block.value} --help", WERKZAAM_LANG=self._language)[1]
        if block.kind == "result":
            return self._result
        if block.kind == "file":
            (self._folder / block.value).write_text(block.body, encoding="utf-8")
        elif block.language == "console":
            return self._session(block.body)
        elif block.language == "sql":
            self._ask(block.body)
        elif block.language in {"sh", "python"} and block.kind not in NOT_RUN:
            self._run(block)
        return block.body

    def _session(self, body: str) -> str:
        """Return a console block run anew; of long outputs as much as the block shows."""
        parts: list[str] = []
        for command, shown in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", body, re.MULTILINE):
            said = self._said(command)[1].splitlines()
            parts += [f"$ {command}", *shortened(said, shown.splitlines())]
        return "\n".join(parts) + "\n"

    def _run(self, block: Block) -> None:
        command = f"set -e\n{block.body}" if block.language == "sh" else f"python3 - <<'END'\n{block.body}END\n"
        code, said = self._said(command)
        if code not in {0, ENDED_EARLY if block.language == "sh" else 0}:
            raise BlockError(f"exit {code} of:\n{block.body}\n{said}")

    def _ask(self, query: str) -> None:
        try:
            answer = self._database.execute(query)
        except duckdb.Error as error:
            raise BlockError(f"{error}, in:\n{query}") from error
        names = [name for name, *_type in answer.description or []]
        rows = [["" if cell is None else str(cell) for cell in row] for row in answer.fetchall()]
        self._result = _table([names, *rows])

    def _said(self, command: str, **variables: str) -> tuple[int, str]:
        """Return how a shell command ends and what it prints, stdout and stderr as they come."""
        environment = {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "LANG": "C.UTF-8"}
        done = subprocess.run(
            ["/bin/sh", "-c", command],
            cwd=self._folder,
            env={**environment, **variables},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout


def shortened(said: Sequence[str], shown: Sequence[str]) -> Sequence[str]:
    """Return as much of an output as is shown of it."""
    if LEFT_OUT not in shown:
        return said
    cut = shown.index(LEFT_OUT)
    rest = shown[cut + 1 :]
    begins = next((line for line in rest if line), "")
    places = [place for place in range(cut, len(said)) if begins and said[place] == begins]
    start = places[-1] - rest.index(begins) if places else len(said) - len(rest)
    return [*said[:cut], LEFT_OUT, *said[start:]]


def _table(rows: Sequence[Sequence[str]]) -> str:
    """Return rows of cells with their columns below each other."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)
    return "".join(f"{line.rstrip()}\n" for line in lines)
