"""Files with names that try to be more than names, and what the program tells to type next."""

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from itertools import cycle
from pathlib import Path

from tests.endurance.calling import Done, called
from tests.endurance.figures import Effort, Figures, Tally
from tests.endurance.texts import poisoned
from tests.endurance.texts.every_call import LINES, Call, every_call
from tests.endurance.texts.hostile_samples import NAMES, SAMPLES, TRACE
from tests.endurance.texts.outputs import ends, problems

_SET = {"WERKZAAM_FACTORS": "set.yaml"}
_SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")
_PARTED = {"fish": "\t", "powershell": ":::", "pwsh": ":::"}
"""What stands between a word and its help, where each has a line of its own."""
_TYPED = ("check --answer {}", "check --answer team={}", "check --missing team={},i", "check --perspective {}",
          "report --format {}", "report {}", "check --factors {} --note ", "--lang {} check --note ", "{}")  # fmt: skip


def names(effort: Effort) -> Figures:
    """Give every call with files of hostile names, which are there, are not there, and are no text."""
    tally, harmless = Tally(), _harmless()
    for number, name in enumerate(NAMES):
        part = slice(number % 6, None, 6) if effort is Effort.SHORT else slice(None)
        with poisoned.folder() as place:
            poisoned.poison(place, poisoned.HARMLESS)
            (place / "a.yaml").rename(place / name)
            for call, expected in [*harmless.items()][part]:
                with poisoned.put_back(place):
                    said = called(_renamed(call, name), place, LINES, _SET)
                found = problems(said, call.form, expected, poisoned.HARMLESS, poisoned.HARMLESS)
                tally.judge(f"{name!r} in {call.name}", [*found, *_run(place)])
            for words in [*_failing(name)][part]:
                tally.judge(f"{words!r}", list(ends(called(words, place, LINES, _SET))))
            tally.judge(f"made as {name!r}", list(_made(place, name)))
    return tally.figures("hostile names")


def told_commands(_effort: Effort) -> Figures:
    """Copy every command that is told into a shell: it means the same file, and nothing else is run."""
    tally = Tally()
    for name in NAMES:
        with poisoned.folder() as place:
            poisoned.poison(place, poisoned.HARMLESS)
            (place / "c.yaml").rename(place / f"c{name}")
            words = ["check", _safe(name), "--perspective", "samen", "--collaboration", "$(touch touched)"]
            words += ["--note", f"team={SAMPLES['shell']}", "--previous", f"c{name}"]
            for lines in ("", "q\n", LINES):
                said = called(words, place, lines, _SET)
                tally.judge(f"{name!r} after {lines[:2]!r}", [*ends(said), *_meant(place, said, name)])
                (place / name).unlink(missing_ok=True)
    return tally.figures("told commands")


def completions(effort: Effort) -> Figures:
    """Press Tab behind every text, and with every text in the factor set."""
    tally, turn = Tally(), cycle([("zsh", "fish"), ("bash", "zsh"), ("powershell", "fish"), ("pwsh", "zsh")])
    with poisoned.folder() as place:
        for kind, text in SAMPLES.items():
            poisoned.poison(place, text)
            for shell in _SHELLS if effort is Effort.LONG else next(turn):
                for line in _TYPED if effort is Effort.LONG else [*_TYPED[:3], "check --perspective ", "{}"]:
                    typed = f"werkzaam {line.format(text.replace(chr(0), ''))}"
                    said = called([], place, "", {**_SET, **_asked_by(shell, typed)})
                    tally.judge(f"{kind} in {shell}: {line}", [*_active(said, shell), *_run(place)])
    return tally.figures("completions")


PARTS: Mapping[str, Callable[[Effort], Figures]] = {
    "hostile names": names,
    "told commands": told_commands,
    "completions": completions,
}


def _harmless() -> dict[Call, Done]:
    """Return what the calls say that write to stdout where every name is as usual."""
    found = {}
    with poisoned.folder() as place:
        poisoned.poison(place, poisoned.HARMLESS)
        for call in every_call():
            with poisoned.put_back(place):
                found[call] = called(call.words, place, LINES, _SET)
    return {call: said for call, said in found.items() if not call.writes}


def _renamed(call: Call, name: str) -> list[str]:
    return [_safe(name) if word == "a.yaml" else word for word in call.words]


def _safe(name: str) -> str:
    """Return a name as people give it where it looks like an option."""
    return f"./{name}" if name.startswith("-") else name


def _failing(name: str) -> Iterator[list[str]]:
    """Return calls in which a name is of no use, with what is there and what is not."""
    yield ["report", name + "x"]
    yield ["report", name + "/x"]
    yield ["check", f"{name}/x"]
    yield ["validate", name + "x", "b.yaml"]
    yield ["overview", name + "x", "."]
    yield ["factors", "--factors", name]
    yield ["factors", "--factors", name + "x"]
    yield ["report", "b.yaml", "--output", name]
    yield ["report", "b.yaml", "--output", name + "/x"]
    yield ["new", _safe(name)]
    yield ["compare", _safe(name), _safe(name)]
    yield ["check", "b.yaml", "--beside", name + "x"]
    yield ["check", _safe(name), "--previous", name]


def _made(place: Path, name: str) -> Iterator[str]:
    """Make files of a name in each way there is, and see them made, read and told."""
    calls = (
        ["new", _safe(name), "--collaboration", "x"],
        ["check", _safe(name), "--no-input", "--collaboration", "x"],
        ["report", "b.yaml", f"--output={name}"],
    )
    for words in calls:
        (place / name).unlink(missing_ok=True)
        before = {path.name for path in place.iterdir()}
        said = called(words, place, "", _SET)
        yield from ends(said)
        made = {path.name for path in place.iterdir()} - before
        if said.code != 0 or made != {name}:
            yield f"{words} made {made}: {said.err}"
    (place / name).write_bytes(b"\xff\xfe")
    yield from ends(called(["validate", "."], place, "", _SET))
    yield from ends(called(["export", "."], place, "", _SET))


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
        if words[0] != _safe(name) or done.stderr:
            yield f"{shell} takes {told[0]!r} for {words}: {done.stderr!r}"
        if "--note" in words and words[words.index("--note") + 1] != f"team={SAMPLES['shell']}":
            yield f"the note is another: {words}"
        yield from _run(place)


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


def _active(said: Done, shell: str) -> Iterator[str]:
    """Return what in an offer a shell could take for more than a word with its help."""
    parted = _PARTED.get(shell)
    yield from ends(Done(said.code, said.out.replace("\t", " "), said.err) if parted == "\t" else said)
    if any(sign in said.out for sign in ("$", "`")):
        yield f"a shell would run this: {said.out[:300]!r}"
    if parted and not all(re.fullmatch(rf"\S+({parted}.*)?", line) for line in said.out.splitlines() if line):
        yield f"something else is offered: {said.out[:300]!r}"


def _run(place: Path) -> list[str]:
    return ["it was run"] if (place / TRACE).exists() else []
