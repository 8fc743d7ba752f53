"""Files that are no files of ours, or made to harm: every command ends soon, in little memory, with a word on why."""

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

from tests import examples
from tests.endurance.texts.hostile_samples import TRACE
from tests.endurance.trying import Effort, Try

WORK = 20
"""Seconds that a command may work; how long it takes says more of what else the machine does."""
PATIENCE = 300
"""Seconds after which a command does nothing any more."""
MEMORY = 1024 * 1024 * 1024
"""Bytes of address space that a command may have; a bomb needs many times as much."""
HEAD = "werkzaam: 1\nfactors: klein\nversion: 2\ncollaboration: X\ndate: 2026-11-23\n"
_MEBIBYTE = 1024 * 1024

TEXTS: dict[str, str | bytes] = {
    "a tag that runs": f"!!python/object/apply:os.system ['touch {TRACE}']",
    "a tag on a value": HEAD.replace("X", f"!!python/object/apply:os.system ['touch {TRACE}']"),
    "a merge": HEAD + "<<: {id: x}\n",
    "a second document": HEAD + "---\n" + HEAD,
    "a directive": "%YAML 9.9\n---\n" + HEAD,
    "no text": bytes(range(256)),
    "nothing": "",
    "surrogates as UTF-8": HEAD.encode().replace(b"X", b"\xed\xa0\x80"),
    "alias bomb": HEAD
    + "a: &a [x, x, x, x, x, x, x, x, x]\n"
    + "".join(f"{one}: &{one} [{', '.join([f'*{before}'] * 9)}]\n" for before, one in pairwise("abcdefghi")),
    "an alias of itself": HEAD + "answers: &a {mensen: *a}\n",
    "brackets": "werkzaam: " + "[" * 200_000,
    "braces with names": "werkzaam: " + "{a: " * 100_000,
    "dashes": "werkzaam:\n" + "- " * 100_000,
    "indentation": "\n".join(" " * level + "a:" for level in range(1_400)),
    "UTF-16": HEAD.encode("utf-16"),
    "Latin-1": HEAD.replace("X", "Één").encode("latin-1"),
    "a byte order mark in the midst": HEAD + "\ufeffanswers:\n",
    "NUL": HEAD + "answers:\0\n",
    "NUL alone": b"\0" * _MEBIBYTE,
    "half a pair of surrogates": HEAD + 'note: "\\ud800"\nanswers:\n',
    "CR alone": (HEAD + "answers:\n").replace("\n", "\r"),
    "rare line ends": HEAD + "note: a\u2028b\x85c\u2029d\nanswers:\n",
    "one line": HEAD + "note: " + "x" * (_MEBIBYTE - 100),
    "many keys": HEAD + "".join(f"k{number}: 1\n" for number in range(90_000)),
    "many problems": HEAD + "answers:\n  mensen:\n" + "".join(f"    f{number}: 1\n" for number in range(50_000)),
    "too large": HEAD + "#" * _MEBIBYTE,
    "a number without end": HEAD + f"note: 0x{'f' * 900_000}\nanswers:\n",
    "infinity": HEAD.replace("version: 2", "version: 1e999999") + "answers:\n",
    "the first day": HEAD.replace("2026-11-23", "0001-01-01") + "answers:\n",
    "the last day": HEAD.replace("2026-11-23", "9999-12-31") + "answers:\n",
    "personal data": HEAD
    + "note: |\n"
    + "  06-12345678 jan@school.nl 111222333 1234 AB 5 NL91ABNA0417164300\n" * 15_000,
}


def _gigabyte(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(1024 * _MEBIBYTE)


PLACES: dict[str, Callable[[Path], object]] = {
    "a gigabyte": _gigabyte,
    "a folder": Path.mkdir,
    "a link to nothing": lambda path: path.symlink_to("nergens.yaml"),
    "a link to itself": lambda path: path.symlink_to(path.name),
    "zeros without end": lambda path: path.symlink_to("/dev/zero"),
    "chance without end": lambda path: path.symlink_to("/dev/urandom"),
}

CALLS = (
    ("report", "x.yaml"),
    ("validate", "x.yaml"),
    ("check", "x.yaml", "--no-input", "--answer", "team=ja"),
    ("check", "y.yaml", "--no-input", "--collaboration", "X", "--previous", "x.yaml"),
    ("diff", "a.yaml", "x.yaml"),
    ("compare", "a.yaml", "x.yaml", "--by", "date"),
    ("overview", "x.yaml"),
    ("export", "."),
    ("validate", "."),
    ("report", "a.yaml", "--factors", "x.yaml"),
    ("schema", "answers", "--factors", "x.yaml"),
    ("factors", "--factors", "x.yaml"),
    ("form", "--factors", "x.yaml"),
    ("form", "--previous", "x.yaml"),
    ("new", "x.yaml", "--collaboration", "X"),
    ("report", "a.yaml", "--output", "x.yaml"),
)


def hostile_files(effort: Effort) -> Iterator[Try]:
    """Call commands with every one of them; in short each with one command, in turn."""
    for turn, name in enumerate([*TEXTS, *PLACES]):
        for number, words in enumerate(CALLS):
            if (number - turn) % effort.pick(len(CALLS), 1) == 0:
                with tempfile.TemporaryDirectory() as folder:
                    _make(name, Path(folder))
                    yield f"{name}: werkzaam {' '.join(words)}", _problems(words, Path(folder))


def _make(name: str, folder: Path) -> None:
    (folder / "klein.yaml").write_text(examples.SMALL_SET, encoding="utf-8")
    (folder / "a.yaml").write_text(examples.SMALL_ANSWERS, encoding="utf-8")
    os.mkfifo(folder / "pipe.yaml")  # nobody will ever write to it: a search has to pass it by
    if name in PLACES:
        PLACES[name](folder / "x.yaml")
        return
    text = TEXTS[name]
    (folder / "x.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())


def _problems(words: tuple[str, ...], folder: Path) -> list[str]:
    factors = [] if "--factors" in words else ["--factors", "klein.yaml"]
    start = time.monotonic()
    try:
        done = subprocess.run(
            [sys.executable, "-m", "werkzaam", *words, *factors],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=PATIENCE,
            check=False,
            preexec_fn=_in_bounds,
        )
    except subprocess.TimeoutExpired:
        return [f"not done after {time.monotonic() - start:.0f} s"]
    problems = [] if done.returncode in {0, 1, 2} else [f"exit code {done.returncode}"]
    if b"Traceback" in done.stderr or b"MemoryError" in done.stderr:
        problems.append(done.stderr.decode(errors="replace")[-500:])
    if done.returncode and not done.stderr:
        problems.append("it ended without a word")
    if (folder / TRACE).exists():
        problems.append("it was run")
    return problems


def _in_bounds() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (WORK, WORK))
