"""A whole evaluation by `--answer`, `--missing` and `--note`: the program as scripts run it, and at a terminal."""

from collections.abc import Mapping
from contextlib import ExitStack
from itertools import cycle
from pathlib import Path

from tests.endurance.calling import called
from tests.sessions.steps import FILE, HEAD, NEW, run, started, text
from tests.sessions.terminal import PATIENCE, STARTED_WITH, Terminal
from werkzaam.domain.evaluation import Answer
from werkzaam.domain.factor_set import FactorSet
from werkzaam.language import _

NOTES = {
    None: "",
    "Zie a=b: \"goed\" en 'beter'.": "      note: 'Zie a=b: \"goed\" en ''beter''.'\n",
    "Eén\n\n- twee\n  drie 😀": "      note: |-\n        Eén\n\n        - twee\n          drie 😀\n",
}
"""Notes, and the lines that they are in a file."""


def whole(factor_set: FactorSet) -> dict[str, Answer]:
    """Return an answer to every factor: of every kind, with conditions and notes here and there."""
    chosen, notes = cycle(["ja", "deels", "nee", "deels", "weet-niet", "nvt"]), cycle(NOTES)
    answers = {}
    for number, factor in enumerate(factor_set.factors):
        option = next(chosen)
        ids = [condition.id for condition in factor.conditions]
        answers[factor.id] = Answer(option, tuple(ids[number % 3 :: 2]) if option == "deels" else (), next(notes))
    return answers


def as_words(answers: Mapping[str, Answer]) -> list[str]:
    """Return the options that give these answers, in another order than they have in the file."""
    words = []
    for factor_id, answer in reversed(list(answers.items())):
        words += ["--note", f"{factor_id}={answer.note}"] if answer.note else []
        words += ["--missing", f"{factor_id}={','.join(reversed(answer.missing))}"] if answer.missing else []
        words += ["--answer", f"{factor_id}={answer.option}"]
    return words


def as_text(factor_set: FactorSet, answers: Mapping[str, Answer]) -> str:
    """Return the file that holds these answers."""
    lines = [HEAD]
    for category in factor_set.categories:
        lines.append(f"  {category.id}:\n")
        for factor in category.factors:
            answer = answers[factor.id]
            lines.append(f"    {factor.id}:\n      answer: {answer.option}\n")
            lines += ["      missing:\n"] if answer.missing else []
            lines += [f"        - {condition}\n" for condition in answer.named]
            lines.append(NOTES[answer.note])
    return "".join(lines)


def test_a_whole_evaluation_needs_no_terminal_and_the_same_call_again_changes_no_byte(
    tmp_path: Path, built_in: FactorSet
) -> None:
    answers = whole(built_in)
    words = [*NEW, "--no-input", *as_words(answers)]
    done = run(words, tmp_path)
    assert done.code == 0, done.err
    assert (tmp_path / FILE).read_text() == as_text(built_in, answers)
    assert called(["report", FILE], tmp_path, variables={"COLUMNS": "80"}).out == done.out
    assert done.err.splitlines()[1:] == [f"{STARTED_WITH}report {FILE}"]
    before = (tmp_path / FILE).stat()
    assert run(words, tmp_path) == done
    after = (tmp_path / FILE).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def test_bytes_that_are_no_utf_8_are_told_and_make_no_file(tmp_path: Path) -> None:
    done = run([*NEW, "--no-input", "--note", b"vast-team=caf\xe9", "--answer", "vast-taem=ja"], tmp_path)
    assert (done.code, done.out) == (2, "")
    assert [line.partition(":")[0] for line in done.err.splitlines()] == ["--answer vast-taem", "--note"]
    assert list(tmp_path.iterdir()) == []


def test_scripts_that_fill_in_one_file_at_once_lose_nothing(tmp_path: Path, built_in: FactorSet) -> None:
    (tmp_path / FILE).write_text(text(built_in, []))
    factors = built_in.factors[:3]
    with ExitStack() as stack:
        running = [
            stack.enter_context(started(("check", FILE, "--no-input", "--answer", f"{factor.id}=nee"), tmp_path))
            for factor in factors
        ]
        for process in running:
            process.communicate(timeout=PATIENCE)
            assert process.returncode == 0
    assert (tmp_path / FILE).read_text() == text(built_in, ["nee"] * 3)
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def test_at_a_terminal_no_input_asks_nothing_either(tmp_path: Path, built_in: FactorSet) -> None:
    with Terminal(*NEW, "--no-input", "--answer", "vast-team=ja", folder=tmp_path, rows=200) as terminal:
        assert terminal.finish() == 0
        terminal.assert_restored()
        assert any(_("All factors together") in line for line in terminal.scrollback)
        assert not any("1/19" in line for line in terminal.scrollback)
    assert (tmp_path / FILE).read_text() == text(built_in, ["ja"])
