"""A save in a process of its own, with every system call written down, and one of them failing or fatal."""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from tests.endurance.calling import Done
from tests.endurance.saving.saves import SAVES, THEIRS, Save, world
from tests.endurance.trying import UnavailableError

_LIMIT = 120
"""The seconds after which a save that does not end is ended."""
_CALL = re.compile(r"(?:\d+ +)?(?P<name>\w+)\(")


@dataclass(frozen=True, slots=True)
class SystemCall:
    """One line of what strace wrote down."""

    name: str
    number: int
    """How manieth of its name, from 1."""
    line: str

    def injected(self, what: str, *, lasting: bool = False) -> str:
        """Return how strace is asked to do something at this call, or from then on at every one of its name."""
        return f"inject={self.name}:{what}:when={self.number}{'+' * lasting}"


@dataclass(frozen=True, slots=True)
class Traced:
    """A save that ended, or was ended."""

    done: Done | None
    """None: it was killed."""
    accepted: bool
    """Whether something to be saved had been given to the program."""
    calls: tuple[SystemCall, ...]
    """Those that have to do with the folder."""


def check_here() -> None:
    """Raise UnavailableError where system calls cannot be watched."""
    if sys.platform != "linux" or shutil.which("strace") is None:
        raise UnavailableError("strace is not here")
    with world() as folder:
        try:
            traced(SAVES[0], folder)
        except OSError as error:
            raise UnavailableError(f"strace may not watch a process here ({error})") from error


def traced(save: Save, folder: Path, *wishes: str) -> Traced:
    """Do a save in a copy of this process under strace, which gets some wishes; OSError where it cannot watch."""
    ours, theirs = socket.socketpair()
    with tempfile.TemporaryDirectory() as apart, ours, theirs:
        log = Path(apart, "log")
        process = _forked(save, folder, theirs)
        theirs.close()
        ours.recv(1)  # it is ready: nothing that it does before that may fail
        options = [word for wish in wishes for word in ("-e", wish)]
        command = ["strace", "-f", "-y", "-s", "0", *options, "-o", str(log), "-p", str(process)]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as strace:
            assert strace.stderr is not None
            said = strace.stderr.readline()
            os.kill(process, signal.SIGUSR1 if "attached" in said else signal.SIGKILL)
            _process, status = os.waitpid(process, 0)
        if "attached" not in said:
            raise OSError(said.strip())
        assert os.WIFEXITED(status) or os.WTERMSIG(status) in (signal.SIGKILL, signal.SIGALRM)
        told = ours.makefile(encoding="utf-8").read()
        ended = json.loads(told) if told else None
        return Traced(Done(*ended["done"]) if ended else None, bool(ended and ended["accepted"]), _calls(log, folder))


def _forked(save: Save, folder: Path, told: socket.socket) -> int:
    """Return the number of a copy of this process that waits for a signal to save."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1])  # it may come before it is waited for
    try:
        process = os.fork()
        if not process:
            _be_watched(save, folder, told)
        return process
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _be_watched(save: Save, folder: Path, told: socket.socket) -> None:
    """Wait for the watcher, save, tell how it went without a call that may fail, and end."""
    code = 1
    try:
        with save.in_hand(folder) as given:
            told.sendall(b" ")
            signal.sigwait([signal.SIGUSR1])
            signal.alarm(_LIMIT)
            done = save.run(folder)
        told.sendall(json.dumps({"done": [done.code, done.out, done.err], "accepted": bool(given)}).encode())
        code = 0
    finally:
        os._exit(code)


def _calls(log: Path, folder: Path) -> tuple[SystemCall, ...]:
    seen: Counter[str] = Counter()
    calls = []
    for line in log.read_text(errors="replace").splitlines():
        if match := _CALL.match(line):
            seen[match["name"]] += 1
            if str(folder) in line and THEIRS not in line:
                calls.append(SystemCall(match["name"], seen[match["name"]], line))
    return tuple(calls)
