"""The short form of `python -m tests.endurance`, part by part, and what keeps its parts true."""

import inspect
import os
import sys
import threading
from pathlib import Path
from pkgutil import resolve_name

import pytest

from tests import examples
from tests.endurance.calling import called
from tests.endurance.code.equal_mutants import EQUAL
from tests.endurance.inputs.fuzzing import TARGETS, changed_at_random
from tests.endurance.inputs.hostile_files import CALLS
from tests.endurance.parts import PARTS
from tests.endurance.texts.hostile_samples import SAMPLES
from tests.endurance.texts.hostile_text import in_every_format
from tests.endurance.trying import Effort, UnavailableError
from werkzaam.cli.app import command

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no fork, no limits on memory, no pipes with a name")


@pytest.mark.long
@pytest.mark.parametrize("name", PARTS)
def test_whatever_happens_is_survived(name: str) -> None:
    try:
        tries = list(PARTS[name](Effort.SHORT))
    except UnavailableError as reason:
        pytest.skip(str(reason))
    failures = [f"{what}: {'; '.join(problems)}" for what, problems in tries if problems]
    assert not failures, "\n".join(failures[:40])
    assert tries


@pytest.mark.long
@pytest.mark.parametrize("name", TARGETS)
def test_what_fuzzing_starts_from_is_good_and_its_chance_can_be_repeated(name: str) -> None:
    target = TARGETS[name]
    for content in target.good():
        target.takes(content)
    assert list(changed_at_random(target.good(), 20)) == list(changed_at_random(target.good(), 20))


@pytest.mark.long
def test_a_text_stays_text_in_every_format_of_every_command() -> None:
    kinds = ("formula", "terminal", "direction", "rich", "html", "markdown", "template", "format", "shell", "yaml")
    assert in_every_format(" ".join(SAMPLES[kind] for kind in kinds)) == []


def test_every_command_meets_hostile_files() -> None:
    assert {words[0] for words in CALLS} == set(command().commands)


def test_every_mutant_that_was_judged_is_of_a_function_that_is_there() -> None:
    for entry in EQUAL:
        assert inspect.isfunction(resolve_name(entry.function)), entry


def test_a_pipe_that_is_named_is_read_as_other_programs_read_it(tmp_path: Path) -> None:
    (tmp_path / "klein.yaml").write_text(examples.SMALL_SET)
    os.mkfifo(tmp_path / "pipe.yaml")
    writer = threading.Thread(target=(tmp_path / "pipe.yaml").write_text, args=(examples.SMALL_ANSWERS,))
    writer.start()
    done = called(["report", "pipe.yaml", "--factors", "klein.yaml"], tmp_path)
    writer.join(10)
    assert (done.code, done.err) == (0, "")
    assert "Lyceum Oost" in done.out
