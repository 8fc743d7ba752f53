"""The program as `.ci/windows` installed it under wine, and how it is called there."""

import os
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 200
"""Seconds for one call: a start takes some two, and many times that where the machine is busy."""
READ_ONLY, NOBODY = "1", "0"
"""What a program that has a file open lets others do with it, as Windows numbers it."""
_HOLDING = """
import ctypes, sys
kernel32 = ctypes.WinDLL("kernel32")
handle = kernel32.CreateFileW(sys.argv[1], 0x80000000, int(sys.argv[2]), None, 3, 0, None)
print(handle > 0, flush=True)
sys.stdin.read()
"""


@dataclass(frozen=True, slots=True)
class Done:
    """How a call ended, and the bytes that it wrote."""

    code: int
    out: bytes
    err: bytes

    @property
    def said(self) -> str:
        """What it said, a line each, as text."""
        return self.err.decode()


NOT_BEGUN = Done(1, b"", b"")
"""How a program ends to which wine, now and then, hands no standard streams: Python cannot start, nor say so."""


@dataclass(frozen=True, slots=True)
class Machine:
    """A Windows machine in a folder of this one."""

    root: Path
    folder: Path
    """Where calls start."""

    def call(self, *words: str, stdin: bytes = b"") -> Done:
        """Call the program."""
        return called(lambda: self.start(*words), stdin)

    def start(self, *words: str) -> "subprocess.Popen[bytes]":
        """Call the program, and wait for nothing."""
        return self._start([str(self.root / "python" / "Scripts" / "werkzaam.exe"), *words])

    def cmd(self, line: str) -> Done:
        """Give cmd a line, as somebody types it: from a file, since wine hands quotes over in its own way."""
        (self.folder / "typed.cmd").write_text(f"@{line}\n")
        return called(lambda: self._start(["cmd", "/c", "typed.cmd"]))

    def python(self, script: str, *words: str) -> Done:
        """Run a script with the Python of the program."""
        return called(lambda: self.start_python(script, *words))

    def start_python(self, script: str, *words: str) -> "subprocess.Popen[bytes]":
        """Run a script, and wait for nothing."""
        return self._start([str(self.root / "python" / "python.exe"), "-c", script, *words])

    @contextmanager
    def holding(self, name: str, shared: str) -> Iterator[None]:
        """Let another program have a file open until the block ends."""
        holder = self.start_python(_HOLDING, name, shared)
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == b"True"
        try:
            yield
        finally:
            finish(holder)

    def _start(self, command: Sequence[str]) -> "subprocess.Popen[bytes]":
        variables = {
            "WINEPREFIX": str(self.root / "wine"),
            "WINEDEBUG": "-all",
            "WINEPATH": str(self.root / "python" / "Scripts"),
            "LC_ALL": "C.UTF-8",
            "TERM": "xterm",
        }
        pipe = subprocess.PIPE
        return subprocess.Popen(
            ["wine", *command],  # noqa: S607 (wherever the system has it)
            cwd=self.folder,
            env={**os.environ, **variables},
            stdin=pipe,
            stdout=pipe,
            stderr=pipe,
        )


def called(start: "Callable[[], subprocess.Popen[bytes]]", stdin: bytes = b"") -> Done:
    """Start a program, and once more if it did not begin; wait for it."""
    done = finish(start(), stdin)
    return finish(start(), stdin) if done == NOT_BEGUN else done


def finish(running: "subprocess.Popen[bytes]", stdin: bytes = b"") -> Done:
    """Wait for a call; one that does not end is ended, and fails the test."""
    try:
        out, err = running.communicate(stdin, PATIENCE)
    except subprocess.TimeoutExpired:
        running.kill()
        raise
    return Done(running.returncode, out, err)


def here(folder: Path, *words: str, stdin: bytes = b"") -> Done:
    """Call the program on this system, as if it had been started by its name there too."""
    command = [sys.executable, "-m", "werkzaam", *words]
    done = subprocess.run(command, cwd=folder, input=stdin, capture_output=True, timeout=PATIENCE, check=False)
    started_with = shlex.join(command[:3]).encode()
    return Done(done.returncode, done.stdout, done.stderr.replace(started_with, b"werkzaam"))
