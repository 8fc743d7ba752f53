"""Files with names that try to be more than names, and what the program tells to type next."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from tests.endurance.calling import Done, called
from tests.endurance.texts import poisoned
from tests.endurance.texts.every_call import LINES, Call, every_call
from tests.endurance.texts.hostile_samples import NAMES, SAMPLES
from tests.endurance.texts.outputs import ends, problems
from tests.endurance.texts.poisoned import HARMLESS, SET
from tests.endurance.trying import Effort, Try
from werkzaam.visible import visible

_PARTED = {"bash": "", "zsh": "", "fish": "\t", "powershell": ":::", "pwsh": ":::"}
"""What stands between a word and its help, by shell, where each has a line of its own."""
_TYPED = ("check --answer {}", "check --answer team={}", "check --missing team={},i", "check --perspective {}", "{}",
          "report --format {}", "report {}", "check --factors {} --note ", "--lang {} check --note ")  # fmt: skip


def names(effort: Effort) -> Iterator[Try]:
    """Give every call with files of hostile names, which are there, are not there, and are no text."""
    harmless, step = _harmless(), effort.pick(10, 1)
    for number, name in enumerate(NAMES):
        with poisoned.folder() as place:
            poisoned.poison(place, HARMLESS)
            (place / "a.yaml").rename(place / name)
            for call, expected in islice(harmless.items(), number % step, None, step):
                with poisoned.put_back(place):
                    words = [_safe(name) if word == "a.yaml" else word for word in call.words]
                    wrong = problems(called(words, place, LINES, SET), call.form, expected, HARMLESS)
                    yield f"{name!r} in {call.name}", [*wrong, *poisoned.trace(place)]
            for words in islice(_failing(name), number % step, None, step):
                yield f"{words!r}", list(ends(called(words, place, LINES, SET)))
            (place / name).write_bytes(b"\xff\xfe")
            yield f"{name!r} is no text", list(ends(called(["validate", "."], place, "", SET)))


def told_commands(_effort: Effort) -> Iterator[Try]:
    """Copy every command that is told into a shell: it means what is shown of the file, and nothing else is run."""
    for name in NAMES:
        with poisoned.folder() as place:
            poisoned.poison(place, HARMLESS)
            (place / "c.yaml").rename(place / f"c{name}")
            words = ["check", _safe(name), "--perspective", "samen", "--collaboration", "$(touch touched)"]
            words += ["--note", f"team={SAMPLES['shell']}", "--previous", f"c{name}"]
            for lines in ("q\n", LINES):
                said = called(words, place, lines, SET)
                yield f"{name!r} after {lines[:2]!r}", [*ends(said), *_meant(place, said, name)]
                (place / name).unlink(missing_ok=True)


def completions(effort: Effort) -> Iterator[Try]:
    """Press Tab behind every text, and with every text in the factor set."""
    step = effort.pick(7, 1)
    typed = cycle([(shell, line) for line in _TYPED for shell in _PARTED])
    with poisoned.folder() as place:
        for kind, text in SAMPLES.items():
            poisoned.poison(place, text)
            for shell, line in islice(typed, len(_TYPED) * len(_PARTED) // step):
                words = f"werkzaam {line.format(text.replace(chr(0), ''))}"
                said = called([], place, "", {**SET, **_asked_by(shell, words)})
                yield f"{kind} in {shell}: {line}", [*_active(said, _PARTED[shell]), *poisoned.trace(place)]


def _harmless() -> dict[Call, Done]:
    """Return what the calls say that write to stdout where every name is as usual."""
    calls = [call for call in every_call() if not call.writes]
    with poisoned.folder() as place:
        poisoned.poison(place, HARMLESS)
        said = {}
        for call in calls:
            with poisoned.put_back(place):
                said[call] = called(call.words, place, LINES, SET)
    return said


def _safe(name: str) -> str:
    """Return a name as people give it where it looks like an option."""
    return f"./{name}" if name.startswith("-") else name


def _failing(name: str) -> Iterator[list[str]]:
    """Return calls in which a name is of no use, with what is there and what is not."""
    yield from (["report", f"{name}x"], ["report", f"{name}/x"], ["check", f"{name}/x"], ["new", _safe(name)])
    yield from (["validate", f"{name}x", "b.yaml"], ["overview", f"{name}x", "."], ["factors", "--factors", name])
    yield from (["factors", "--factors", f"{name}x"], ["report", "b.yaml", "--output", name])
    yield from (["report", "b.yaml", "--output", f"{name}/x"], ["compare", _safe(name), _safe(name)])
    yield from (["check", "b.yaml", "--beside", f"{name}x"], ["check", _safe(name), "--previous", name])


def _meant(place: Path, said: Done, name: str) -> Iterator[str]:
    """Give a told command to a shell in which `werkzaam` only says with what it was called."""
    told = [line for line in said.err.splitlines() if line.startswith("werkzaam ")]
    stub = place / "stub"
    stub.mkdir(exist_ok=True)
    (stub / "werkzaam").write_text("#!/bin/sh\nprintf '%s\\0' \"$@\"\n")
    (stub / "werkzaam").chmod(0o755)
    if len(told) != 1:
        yield f"{len(told)} commands are told: {said.err}"
        return
    for shell in filter(None, map(shutil.which, ("sh", "bash"))):
        path = f"{stub}:/usr/bin:/bin"
        done = subprocess.run([shell, "-c", told[0]], cwd=place, env={"PATH": path}, capture_output=True, check=False)
        words = done.stdout.decode(errors="surrogateescape").split("\0")[1:]
        if words[0] != visible(_safe(name)) or done.stderr:
            yield f"{shell} takes {told[0]!r} for {words}: {done.stderr!r}"
        if "--note" in words and words[words.index("--note") + 1] != visible(f"team={SAMPLES['shell']}"):
            yield f"the note is another: {words}"
        yield from poisoned.trace(place)


def _asked_by(shell: str, typed: str) -> dict[str, str]:
    words = typed.split(" ")
    return {
        "_WERKZAAM_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": "\n".join(words),
        "COMP_CWORD": str(len(words) - 1),
        "_TYPER_COMPLETE_ARGS": typed,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        "_TYPER_COMPLETE_WORD_TO_COMPLETE": words[-1],
    }


def _active(said: Done, parted: str) -> Iterator[str]:
    """Return what in an offer a shell could take for more than a word with its help."""
    yield from ends(Done(said.code, said.out.replace("\t", " "), said.err) if parted == "\t" else said)
    if any(sign in said.out for sign in ("$", "`")):
        yield f"a shell would run this: {said.out[:300]!r}"
    if parted and not all(re.fullmatch(rf"\S+({parted}.*)?", line) for line in said.out.splitlines() if line):
        yield f"something else is offered: {said.out[:300]!r}"
