"""Every call there is, in one process in which Python tells whatever is opened, made, started or sent.

`python -m tests.sessions.watched FOLDER` prints a line of JSON for each event; a network is out of bounds.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

_SENDING = ("connect", "bind", "sendto", "sendmsg", "getaddrinfo", "gethostbyname", "gethostbyaddr", "gethostname")
_STARTING = (
    "subprocess.Popen",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.spawn",
    "webbrowser.open",
    "urllib.Request",
)
_CHANGING = ("os.mkdir", "os.rename", "os.remove", "os.link", "os.symlink", "os.truncate", "shutil.copyfile")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND


def watch(told: int) -> None:
    """Write events that matter to a descriptor, from now on until the end of the process."""

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        what = _kind(event, arguments)
        if what is not None:
            os.write(told, (json.dumps([what, *map(str, arguments)]) + "\n").encode())
            if what == "network":
                raise PermissionError(event)

    sys.addaudithook(hook)


def _kind(event: str, arguments: tuple[Any, ...]) -> str | None:
    if event.startswith("socket."):
        sends = event.removeprefix("socket.") in _SENDING or (event == "socket.__new__" and int(arguments[1]) != 1)
        return "network" if sends else None  # a pair of sockets within the process wakes its event loop
    if event == "open" and isinstance(arguments[0], str | bytes):
        return "write" if (arguments[2] or 0) & _WRITING else "read"
    if event.startswith(_STARTING):
        return "start"
    return "change" if event in _CHANGING else None


def main(folder: Path) -> None:
    """Give every call, with the events on stdout and what the program says in a file."""
    from tests.endurance.calling import called
    from tests.endurance.texts import poisoned
    from tests.endurance.texts.every_call import LINES, every_call

    calls = list(every_call())
    poisoned.poison(folder, poisoned.HARMLESS)
    for number in range(150):  # so many that they are read in more than one go
        (folder / f"werkzaam-{number}.yaml").write_bytes((folder / "a.yaml").read_bytes())
    said = []
    watch(sys.stdout.fileno())
    for call in calls:
        if call.words[0] == "new":
            (folder / call.words[1]).unlink(missing_ok=True)
        done = called(call.words, folder, LINES, {"WERKZAAM_FACTORS": "set.yaml"})
        said.append(f"{call.name}: {done.code}\n{done.out}{done.err}")
    (folder / "said").write_text("\n".join(said), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
