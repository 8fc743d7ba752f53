"""Many files on one core and on several: the same pieces in the same order, and no process left behind."""

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from tests import examples
from werkzaam import language
from werkzaam.cli.many import helpers, sharing
from werkzaam.cli.many.helpers import Helper
from werkzaam.cli.many.sharing import shared_out
from werkzaam.cli.many.work import Piece
from werkzaam.domain.factor_set import FactorSet
from werkzaam.errors import UserError
from werkzaam.files.answers import AnswersFile
from werkzaam.files.evaluations import FileCount
from werkzaam.files.reading import MAXIMUM_SIZE
from werkzaam.files.searching import Candidate

GOOD = examples.SMALL_ANSWERS
BATCH = 4
"""Files at once in these tests, so that few make many batches."""
SOON = 10.0
"""Seconds after which something counts as hanging."""
START_METHODS = ["fork", "spawn"]


@dataclass(frozen=True, slots=True)
class Naming:
    """Makes of files their names, and which process read them."""

    factor_set: FactorSet

    def __call__(self, files: Iterable[AnswersFile]) -> tuple[list[str], int]:
        return [file.source.name for file in files], os.getpid()


@dataclass(frozen=True, slots=True)
class Failing(Naming):
    """Fails at a file that is called bad."""

    def __call__(self, files: Iterable[AnswersFile]) -> tuple[list[str], int]:
        names = [file.source.name for file in files]
        if "0013.yaml" in names:
            raise LookupError(names[0])
        return names, os.getpid()


@pytest.fixture(autouse=True)
def _few_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sharing, "_FILES_AT_ONCE", BATCH)
    yield
    assert multiprocessing.active_children() == []


def made(number: int) -> list[Candidate]:
    """Make some good files."""
    found = [Candidate(f"{place:04}.yaml", named=False) for place in range(number)]
    for candidate in found:
        Path(candidate.path).write_text(GOOD)
    return found


def names(found: Iterable[Piece[tuple[list[str], int]]]) -> list[list[str]]:
    return [piece.made[0] for piece in found]


def readers(found: Iterable[Piece[tuple[list[str], int]]]) -> set[int]:
    return {piece.made[1] for piece in found}


@pytest.mark.parametrize("cores", [1, 2, 3])
def test_pieces_come_in_the_order_of_the_files_whoever_read_them(small: FactorSet, cores: int) -> None:
    found = made(10 * BATCH + 1)
    expected = [[candidate.path for candidate in found[start : start + BATCH]] for start in range(0, len(found), BATCH)]
    done = list(shared_out(Naming(small), found, cores))
    assert names(done) == expected
    assert [piece.looked_at for piece in done] == [BATCH] * 10 + [1]
    assert [piece.count for piece in done] == [FileCount(valid=BATCH)] * 10 + [FileCount(valid=1)]
    assert (os.getpid() in readers(done)) == (cores == 1)
    assert len(readers(done)) <= cores


@pytest.mark.parametrize(("files", "batches"), [(0, 0), (1, 1), (BATCH, 1)])
def test_one_batch_is_read_without_help(
    small: FactorSet, monkeypatch: pytest.MonkeyPatch, files: int, batches: int
) -> None:
    monkeypatch.setattr(helpers, "started", pytest.fail)
    done = list(shared_out(Naming(small), made(files), 8))
    assert (len(done), readers(done)) == (batches, {os.getpid()} if batches else set())


@pytest.mark.parametrize(("cores", "expected"), [(1, []), (2, [2]), (3, [3]), (64, [3])])
def test_there_are_no_more_helpers_than_cores_or_batches(
    small: FactorSet, monkeypatch: pytest.MonkeyPatch, cores: int, expected: list[int]
) -> None:
    asked: list[int] = []

    def started(_work: object, number: int) -> None:
        asked.append(number)

    monkeypatch.setattr(helpers, "started", started)
    done = list(shared_out(Naming(small), made(3 * BATCH), cores))
    assert (asked, readers(done)) == (expected, {os.getpid()})


def test_files_are_looked_for_no_further_than_they_are_read(small: FactorSet) -> None:
    """What waits does not grow with the number of files, nor with a reader who takes long."""
    asked = 0

    def endless() -> Iterator[Candidate]:
        nonlocal asked
        (candidate,) = made(1)
        while True:
            asked += 1
            yield candidate

    with closing(shared_out(Naming(small), endless(), 2)) as found:
        for number in range(1, 30):
            next(found)
            assert asked <= (number + 2 * 3) * BATCH


# --- files that are of no use -------------------------------------------------------------------------------------


def mixed() -> list[Candidate]:
    """Make files of every kind between good ones."""
    bad = {
        "alias.yaml": b"werkzaam: 1\na: &a [x]\nb: [*a, *a]\n",
        "ander.yaml": GOOD.replace("factors: klein", "factors: groot").encode(),
        "diep.yaml": b"werkzaam: 1\na: " + b"[" * 100_000,
        "groot.yaml": GOOD.encode() + b"#" * MAXIMUM_SIZE,
        "latin.yaml": GOOD.replace("Oost", "Één").encode("latin-1"),
        "set.yaml": examples.SMALL_SET.encode(),
        "stuk.yaml": b"werkzaam: [\n",
        "vreemd.yaml": b"services: [\n",
        "weg.yaml": None,
    }
    found = made(5 * BATCH)
    for place, (name, content) in enumerate(bad.items()):
        if content is not None:
            Path(name).write_bytes(content)
        found.insert(3 * place, Candidate(name, named=False))
    return found


TOLD = {
    "nl": [
        "alias.yaml:2:4: Een anker (&…) mag hier niet: laat het weg, of zet aanhalingstekens om de waarde.",
        "diep.yaml:2:23: Dit is meer dan 20 lagen diep genest: dit is geen bestand van werkzaam.",
        "groot.yaml:1:1: Het bestand is groter dan 1 MiB: dit is geen bestand van werkzaam.",
        "latin.yaml:4:23: Dit teken is geen UTF-8. Bewaar het bestand met de codering UTF-8.",
        "stuk.yaml:2:1: Vóór deze plek gaat een haakje open dat niet dichtgaat.",
        "weg.yaml: dit bestand bestaat niet.",
    ],
    "en": [
        "alias.yaml:2:4: An anchor (&…) is not allowed here: leave it out, or put quotes around the value.",
        "diep.yaml:2:23: This is nested more than 20 levels deep: this is no file of werkzaam.",
        "groot.yaml:1:1: The file is larger than 1 MiB: this is no file of werkzaam.",
        "latin.yaml:4:23: This character is not UTF-8. Save the file in the encoding UTF-8.",
        "stuk.yaml:2:1: A bracket is opened before this place and not closed.",
        "weg.yaml: there is no such file.",
    ],
}


@pytest.mark.parametrize("cores", [1, 2, 3])
@pytest.mark.parametrize("method", START_METHODS)
@pytest.mark.parametrize("spoken", TOLD)
def test_each_file_of_no_use_is_told_once_in_its_place_and_in_the_language_that_is_spoken(
    small: FactorSet, monkeypatch: pytest.MonkeyPatch, spoken: str, method: str, cores: int
) -> None:
    language.activate(spoken)
    monkeypatch.setattr(helpers, "_CONTEXT", multiprocessing.get_context(method))
    count, told, read = FileCount(), list[str](), list[str]()
    for piece in shared_out(Naming(small), mixed(), cores):
        count.add(piece.count)
        told += piece.told
        read += piece.made[0]
    assert told == TOLD[spoken]
    assert read == [candidate.path for candidate in made(5 * BATCH)]
    assert count == FileCount(valid=5 * BATCH, invalid=5, unreadable=1, passed_over=1)


# --- how it ends --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("method", START_METHODS)
def test_whoever_saw_enough_leaves_no_process_behind(
    small: FactorSet, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    monkeypatch.setattr(helpers, "_CONTEXT", multiprocessing.get_context(method))
    os.mkfifo("pijp.yaml")
    held = Candidate("pijp.yaml", named=True)  # a helper waits in it for whoever writes, which nobody does
    with closing(shared_out(Naming(small), [*made(BATCH), *[held] * 20 * BATCH], 2)) as found:
        assert names([next(found)]) == [["0000.yaml", "0001.yaml", "0002.yaml", "0003.yaml"]]
        assert multiprocessing.active_children()
        start = time.monotonic()
    assert multiprocessing.active_children() == []
    assert time.monotonic() - start < SOON


@pytest.mark.parametrize("method", START_METHODS)
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGALRM])
def test_a_helper_that_is_ended_from_outside_ends_it_in_words(
    small: FactorSet, monkeypatch: pytest.MonkeyPatch, number: signal.Signals, method: str
) -> None:
    monkeypatch.setattr(helpers, "_CONTEXT", multiprocessing.get_context(method))
    os.mkfifo("pijp.yaml")
    held = Candidate("pijp.yaml", named=True)  # the other helper waits too, and would never end by itself
    found = shared_out(Naming(small), [*made(BATCH), *[held] * 20 * BATCH], 2)
    next(found)
    os.kill(int(multiprocessing.active_children()[0].pid or 0), number)
    start = time.monotonic()
    with pytest.raises(
        UserError, match=r"^Een proces dat meelas is van buitenaf beëindigd: probeer het opnieuw\.$"
    ) as raised:
        list(found)
    assert raised.value.__cause__ is not None
    assert time.monotonic() - start < SOON


@dataclass(frozen=True, slots=True)
class Much(Naming):
    """Makes more than a pipe holds."""

    def __call__(self, files: Iterable[AnswersFile]) -> tuple[list[str], int]:
        return [file.source.name for file in files] * 1_000_000, os.getpid()


@pytest.mark.parametrize("number", [signal.SIGKILL, None])
def test_a_helper_may_end_in_the_midst_of_handing_over(small: FactorSet, number: signal.Signals | None) -> None:
    found = shared_out(Much(small), made(20 * BATCH), 2)
    with closing(found):
        next(found)
        time.sleep(0.1)  # both helpers are at it again, and cannot go on until somebody takes what they made
        start = time.monotonic()
        if number:
            for helper in multiprocessing.active_children():
                os.kill(int(helper.pid or 0), number)
            with pytest.raises(UserError, match="van buitenaf"):
                list(found)
    assert multiprocessing.active_children() == []
    assert time.monotonic() - start < SOON


def test_interrupted_as_helpers_start_it_leaves_none_behind(small: FactorSet, monkeypatch: pytest.MonkeyPatch) -> None:
    fork = os.fork

    def interrupted() -> int:
        found = fork()
        if found:  # to this thread, which holds it back; whatever runs the tests may have others
            signal.pthread_kill(threading.get_ident(), signal.SIGINT)
        return found

    monkeypatch.setattr(helpers, "_CONTEXT", multiprocessing.get_context("fork"))
    monkeypatch.setattr(os, "fork", interrupted)
    with pytest.raises(KeyboardInterrupt):
        list(shared_out(Naming(small), made(10 * BATCH), 2))
    assert multiprocessing.active_children() == []


def test_an_error_in_the_work_itself_comes_through(small: FactorSet) -> None:
    with pytest.raises(LookupError, match=r"0012\.yaml"):
        list(shared_out(Failing(small), made(40 * BATCH), 2))


def test_an_error_in_what_finds_the_files_comes_through(small: FactorSet) -> None:
    def breaking_off() -> Iterator[Candidate]:
        yield from made(10 * BATCH)
        raise UserError("<stdin>: weg")

    with pytest.raises(UserError, match="<stdin>: weg"):
        list(shared_out(Naming(small), breaking_off(), 2))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("method", START_METHODS)
def test_helpers_are_deaf_to_what_is_meant_for_the_process_that_they_help(
    small: FactorSet,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    method: str,
    number: signal.Signals,
) -> None:
    start = BaseProcess.start

    def starting(helper: BaseProcess) -> None:
        start(helper)
        os.kill(int(helper.pid or 0), number)  # as soon as it is there, before it can do anything

    monkeypatch.setattr(BaseProcess, "start", starting)
    monkeypatch.setattr(helpers, "_CONTEXT", multiprocessing.get_context(method))
    done = list(shared_out(Naming(small), made(10 * BATCH), 2))
    assert (len(done), os.getpid() in readers(done)) == (10, False)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("what", ["os.fork", "socket.socketpair"])
def test_where_no_process_can_be_started_this_one_reads_all(
    small: FactorSet, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    def refuse() -> None:
        raise BlockingIOError("Resource temporarily unavailable")

    monkeypatch.setattr(helpers, "_CONTEXT", multiprocessing.get_context("fork"))
    monkeypatch.setattr(what, refuse)
    done = list(shared_out(Naming(small), made(10 * BATCH), 2))
    assert (len(done), readers(done)) == (10, {os.getpid()})


def test_where_few_processes_can_be_started_those_read_all(small: FactorSet, monkeypatch: pytest.MonkeyPatch) -> None:
    fork, forks = os.fork, 0

    def refuse_the_third() -> int:
        nonlocal forks
        forks += 1
        if forks > 2:
            raise BlockingIOError("Resource temporarily unavailable")
        return fork()

    monkeypatch.setattr(helpers, "_CONTEXT", multiprocessing.get_context("fork"))
    monkeypatch.setattr(os, "fork", refuse_the_third)
    done = list(shared_out(Naming(small), made(20 * BATCH), 8))
    assert (len(done), len(readers(done)), os.getpid() in readers(done)) == (20, 2, False)


def test_no_more_helpers_are_started_than_windows_can_wait_for(
    small: FactorSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    helper = Helper(multiprocessing.current_process(), Connection(os.open(os.devnull, os.O_RDONLY)))
    monkeypatch.setattr(helpers, "_started", lambda _work: helper)
    assert len(helpers.started(Naming(small), 128)) == 61


def test_as_many_cores_count_as_this_process_may_use(monkeypatch: pytest.MonkeyPatch) -> None:
    allowed = os.sched_getaffinity(0)
    assert sharing.available_cores() == len(allowed)
    os.sched_setaffinity(0, [next(iter(allowed))])
    try:
        assert sharing.available_cores() == 1
    finally:
        os.sched_setaffinity(0, allowed)
    monkeypatch.delattr(os, "sched_getaffinity")
    assert sharing.available_cores() == os.cpu_count()
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert sharing.available_cores() == 1
