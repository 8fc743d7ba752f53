"""A whole evaluation by `--answer`, `--missing` and `--note`: the program as scripts run it, and at a terminal."""

import subprocess
from collections.abc import Mapping, Sequence
from itertools import cycle
from pathlib import Path

from tests.sessions.steps import FILE, HEAD, NEW, finish_with_report, options, read, text
from tests.sessions.terminal import PATIENCE, PROGRAM, TOTAL, Terminal, environment
from werkzaam.domain.evaluation import Answer
from werkzaam.domain.factor_set import FactorSet

NOTES = {
    None: "",
    "Zie a=b: \"goed\" en 'beter'.": "      note: 'Zie a=b: \"goed\" en ''beter''.'\n",
    "Eén\n\n- twee\n  drie 😀": "      note: |-\n        Eén\n\n        - twee\n          drie 😀\n",
}
"""Notes, and the lines that they are in a file."""


def run(words: Sequence[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the program as a script does: nothing to read, no terminal anywhere."""
    return subprocess.run(
        [*PROGRAM, *words],
        cwd=folder,
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        start_new_session=True,
        check=False,
    )


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
            lines += [f"        - {condition}\n" for condition in answer.missing]
            lines.append(NOTES[answer.note])
    return "".join(lines)


def test_a_whole_evaluation_needs_no_terminal(tmp_path: Path, built_in: FactorSet) -> None:
    answers = whole(built_in)
    assert sum(bool(answer.missing) for answer in answers.values()) > 3
    done = run([*NEW, "--no-input", *as_words(answers)], tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / FILE).read_text() == as_text(built_in, answers)
    shown = run(["report", FILE], tmp_path)
    assert (done.stdout, shown.returncode, shown.stderr) == (shown.stdout, 0, "")
    assert TOTAL in shown.stdout
    assert done.stderr.splitlines() == [
        f"Bewaard in {FILE}. Bekijk dit verslag later met:",
        f"werkzaam report {FILE}",
    ]
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def test_the_same_call_a_second_time_changes_no_byte(tmp_path: Path, built_in: FactorSet) -> None:
    words = [*NEW, "--no-input", *as_words(whole(built_in))]
    first = run(words, tmp_path)
    before = (tmp_path / FILE).stat()
    again = run(words, tmp_path)
    assert (again.returncode, again.stdout, again.stderr) == (first.returncode, first.stdout, first.stderr)
    after = (tmp_path / FILE).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_bytes_that_are_no_utf_8_are_told_and_make_no_file(tmp_path: Path) -> None:
    done = subprocess.run(
        [*PROGRAM, *NEW, "--no-input", "--note", b"vast-team=caf\xe9", "--answer", "vast-taem=ja"],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == (
        "--answer vast-taem: de factorenlijst heeft geen factor “vast-taem”. Bedoelde je “vast-team”?\n"
        "--note: deze tekst is geen UTF-8.\n"
    )
    assert list(tmp_path.iterdir()) == []


def test_scripts_that_fill_in_one_file_at_once_lose_nothing(tmp_path: Path, built_in: FactorSet) -> None:
    (tmp_path / FILE).write_text(text(built_in, []))
    factors = built_in.factors[:6]
    running = [
        subprocess.Popen(
            [*PROGRAM, "check", FILE, "--no-input", "--answer", f"{factor.id}=nee"],
            cwd=tmp_path,
            env=environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for factor in factors
    ]
    assert [process.wait(PATIENCE) for process in running] == [0] * 6
    assert (tmp_path / FILE).read_text() == text(built_in, ["nee"] * 6)
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def test_at_a_terminal_no_input_asks_nothing_either(tmp_path: Path, built_in: FactorSet) -> None:
    with Terminal(*NEW, "--no-input", "--answer", "vast-team=ja", folder=tmp_path, rows=200) as terminal:
        assert terminal.finish() == 0
        terminal.assert_restored()
        assert any(TOTAL in line for line in terminal.scrollback)
        assert not any("1/19" in line for line in terminal.scrollback)
    assert (tmp_path / FILE).read_text() == text(built_in, ["ja"])


def test_at_a_terminal_the_open_factors_are_asked_after_what_was_given(tmp_path: Path, built_in: FactorSet) -> None:
    first, second, third = (factor.id for factor in built_in.factors[:3])
    given = ("--answer", f"{first}=nee", "--answer", f"{third}=nvt", "--note", f"{second}=Navragen")
    with Terminal(*NEW, *given, folder=tmp_path) as terminal:
        terminal.wait_for_question(2)
        assert options(tmp_path / FILE, built_in)[:4] == ["nee", None, "nvt", None]
        terminal.answer(2, "j")
        terminal.answer(4, "q")
        assert terminal.finish() == 0
        terminal.assert_restored()
        assert terminal.command_to_go_on() == ["check", FILE]
    found = read(tmp_path / FILE, built_in)
    assert found.answer(second) == Answer("ja", (), "Navragen")


def test_at_a_terminal_everything_given_leads_to_the_list_and_enter_to_the_report(
    tmp_path: Path, built_in: FactorSet
) -> None:
    answers = whole(built_in)
    with Terminal(*NEW, *as_words(answers), folder=tmp_path) as terminal:
        terminal.wait_for("2. ")
        terminal.press("\r")
        assert finish_with_report(terminal) == 0
        terminal.assert_restored()
    assert (tmp_path / FILE).read_text() == as_text(built_in, answers)


def test_a_mistake_is_told_before_the_terminal_is_taken(tmp_path: Path) -> None:
    with Terminal(*NEW, "--answer", "vast-team=jaa", folder=tmp_path, columns=200) as terminal:
        assert terminal.finish() == 2
        terminal.assert_restored()
        assert terminal.scrollback[0] == (
            "--answer vast-team: “jaa” is geen antwoord bij deze factor; de antwoorden zijn: ja, deels, nee, "
            "weet-niet, nvt. Bedoelde je “ja”?"
        )
        assert not any(terminal.scrollback[1:])
    assert list(tmp_path.iterdir()) == []
