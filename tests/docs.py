"""The documents against the program: `python -m tests.docs` writes anew what the program says in them.

A block below `<!-- help: COMMAND -->` holds what `werkzaam COMMAND --help` prints. A `console` block holds commands,
each behind a `$`, with what they print to a terminal; a line with `…` alone stands for lines that are left out.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "docs" / "examples"
HELP_PAGES = {ROOT / "docs" / "commands.md": "en", ROOT / "docs" / "opdrachten.md": "nl"}
PAGES = [ROOT / "README.md", *HELP_PAGES]
LEFT_OUT = "…"

_HELP = re.compile(
    r"(?P<head><!-- help: ?(?P<command>\w*) -->\n```text\n)(?P<body>.*?)(?=^```$)", re.DOTALL | re.MULTILINE
)
_CONSOLE = re.compile(r"(?P<head>^```console\n)(?P<body>.*?)(?=^```$)", re.DOTALL | re.MULTILINE)


def help_shown(language: str) -> dict[str, str]:
    """Return the help that the page in a language shows, by command; an empty name is the program itself."""
    (page,) = (page for page, spoken in HELP_PAGES.items() if spoken == language)
    return {found["command"]: found["body"] for found in _HELP.finditer(page.read_text(encoding="utf-8"))}


def refreshed(page: Path) -> str:
    """Return the text of a page with everything in it as the program says it now."""
    language = HELP_PAGES.get(page, "nl")

    def help_of(found: re.Match[str]) -> str:
        return found["head"] + _said(f"werkzaam {found['command']} --help", EXAMPLES, WERKZAAM_LANG=language)

    with tempfile.TemporaryDirectory() as folder:
        place = Path(shutil.copytree(EXAMPLES, Path(folder) / "examples"))
        text = _HELP.sub(help_of, page.read_text(encoding="utf-8"))
        return _CONSOLE.sub(lambda found: found["head"] + _session(found["body"], place), text)


def _session(body: str, folder: Path) -> str:
    """Return a console block run anew; of long outputs as much as the block shows."""
    parts: list[str] = []
    for command, shown in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", body, re.MULTILINE):
        said = _said(command, folder).splitlines()
        lines = shown.splitlines()
        if LEFT_OUT in lines:
            cut = lines.index(LEFT_OUT)
            tail = len(lines) - cut - 1
            said = [*said[:cut], LEFT_OUT, *said[len(said) - tail :]]
        parts += [f"$ {command}", *said]
    return "\n".join(parts) + "\n"


def _said(command: str, folder: Path, **variables: str) -> str:
    """Return what a shell command prints, stdout and stderr as they come."""
    environment = {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "LANG": "C.UTF-8"}
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=folder,
        env={**environment, **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.stdout


def main() -> None:
    """Bring every page up to date."""
    for page in PAGES:
        page.write_text(refreshed(page), encoding="utf-8")


if __name__ == "__main__":
    main()
