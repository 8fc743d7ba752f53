import shutil
import subprocess

import pytest

from werkzaam.cli.shell import command_line
from werkzaam.visible import visible

WORDS = [
    "a.yaml", "", "a b", "l'école", '"', "*", "~", "#", "=", "-n", "--", "$HOME", "$(touch x)", "`touch x`",
    "; touch x #", "a\\b", "één 😀", "👩\u200d🏫", "100%", "!!",
    "a\nb.yaml", "\x1b[31mrood.yaml", "\u202eb", "x\x9by", "a\udcffb", "-\x07", "--\x07 %s \\n", "'$(touch x)`\n%d\\n!",
    "tab\t\u2028\x85.",
]  # fmt: skip


@pytest.mark.parametrize("shell", ["sh", "bash"])
def test_a_shell_takes_every_word_for_what_it_is(shell: str) -> None:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"no {shell} on this machine")
    line = command_line(["printf", "%s\\0", *WORDS])
    done = subprocess.run([program, "-c", line], capture_output=True, check=True)
    assert done.stdout.decode(errors="surrogateescape").split("\0")[:-1] == WORDS
    assert done.stderr == b""


def test_what_is_told_can_be_seen_and_stays_on_one_line() -> None:
    line = command_line(WORDS)
    assert visible(line) == line
    assert line.encode()


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["werkzaam", "report", "a.yaml"], "werkzaam report a.yaml"),
        (["werkzaam", "report", "l'an 2026.yaml"], """werkzaam report 'l'"'"'an 2026.yaml'"""),
        (["werkzaam", "report", "a\n%.yaml"], """werkzaam report "$(printf -- 'a\\012%%.yaml')\""""),
    ],
)
def test_words_that_need_no_quotes_have_none(words: list[str], line: str) -> None:
    assert command_line(words) == line
