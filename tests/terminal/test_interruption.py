"""Signals: held back while something is kept, let through while an answer is waited for."""

import os
import signal
from collections.abc import Callable
from contextlib import suppress

import pytest

from werkzaam.errors import Interrupted
from werkzaam.terminal.interruption import Interruptions

SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]

Work = Callable[[Interruptions, list[str]], None]


def send(number: signal.Signals) -> None:
    """Send this process a signal, which Python handles before the next line."""
    os.kill(os.getpid(), number)


def interrupted(work: Work) -> list[str]:
    """Return what some work comes to before it is interrupted, as it must be."""
    interruptions = Interruptions()
    done: list[str] = []

    def hold() -> None:
        with interruptions.held():
            work(interruptions, done)

    with pytest.raises(Interrupted) as raised:
        hold()
    assert raised.value.draft is None
    return done


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_ends_the_waiting_at_once(number: signal.Signals) -> None:
    def work(interruptions: Interruptions, done: list[str]) -> None:
        with interruptions.delivered():
            done.append("waiting")
            send(number)
            done.append("for nothing")

    assert interrupted(work) == ["waiting"]


def test_a_signal_during_work_is_delivered_before_the_next_wait() -> None:
    def work(interruptions: Interruptions, done: list[str]) -> None:
        send(signal.SIGTERM)
        done.append("the save")
        with interruptions.delivered():
            done.append("a wait")

    assert interrupted(work) == ["the save"]


@pytest.mark.parametrize("fault", [None, ValueError])
def test_a_signal_during_work_in_a_wait_is_delivered_when_the_work_ends_in_whatever_way(
    fault: type[Exception] | None,
) -> None:
    def work(interruptions: Interruptions, done: list[str]) -> None:
        with interruptions.delivered():
            with suppress(ValueError), interruptions.paused():
                send(signal.SIGTERM)
                done.append("the work")
                if fault:
                    raise fault
            done.append("never")

    assert interrupted(work) == ["the work"]


def test_after_work_in_a_wait_signals_end_the_wait_again() -> None:
    def work(interruptions: Interruptions, done: list[str]) -> None:
        with interruptions.delivered():
            with suppress(ValueError), interruptions.paused():
                raise ValueError
            send(signal.SIGTERM)
            done.append("never")

    assert interrupted(work) == []


def test_a_second_signal_does_not_break_off_the_clearing_up_after_the_first() -> None:
    def work(interruptions: Interruptions, done: list[str]) -> None:
        with interruptions.delivered():
            try:
                send(signal.SIGTERM)
            finally:
                send(signal.SIGHUP)
                done.append("cleared up")

    assert interrupted(work) == ["cleared up"]


def test_a_signal_that_was_lost_on_the_way_is_delivered_before_the_next_wait() -> None:
    def work(interruptions: Interruptions, done: list[str]) -> None:
        with interruptions.delivered(), suppress(Interrupted):  # as in a finalizer, where no error gets through
            send(signal.SIGTERM)
        done.append("lost")
        with interruptions.delivered():
            done.append("never")

    assert interrupted(work) == ["lost"]


def test_after_a_wait_signals_are_held_again() -> None:
    def work(interruptions: Interruptions, done: list[str]) -> None:
        with interruptions.delivered():
            done.append("a wait")
        send(signal.SIGTERM)
        done.append("the save")

    assert interrupted(work) == ["a wait", "the save"]


def test_somebody_who_waits_can_say_how_a_signal_is_delivered() -> None:
    def work(interruptions: Interruptions, done: list[str]) -> None:
        with interruptions.delivered(lambda: done.append("delivered")):
            send(signal.SIGTERM)
            done.append("the wait ends by itself")
        with interruptions.delivered():
            done.append("never")

    assert interrupted(work) == ["delivered", "the wait ends by itself"]


def test_every_signal_waits_until_work_is_done_and_several_interrupt_once() -> None:
    def work(_interruptions: Interruptions, done: list[str]) -> None:
        for number in SIGNALS:
            send(number)
            done.append(number.name)

    assert interrupted(work) == ["SIGINT", "SIGTERM", "SIGHUP"]


def test_an_end_that_has_begun_is_not_interrupted_again() -> None:
    interrupted(lambda _interruptions, _done: send(signal.SIGTERM))
    for number in SIGNALS:
        send(number)


def test_without_a_signal_nothing_is_raised_and_the_handlers_are_put_back() -> None:
    before = [signal.getsignal(number) for number in SIGNALS]
    interruptions = Interruptions()
    with interruptions.held(), interruptions.delivered():
        assert [signal.getsignal(number) for number in SIGNALS] != before
    assert [signal.getsignal(number) for number in SIGNALS] == before
    with interruptions.held():
        pass


def test_an_error_of_the_work_itself_comes_through() -> None:
    def work() -> None:
        with Interruptions().held():
            raise KeyError("theirs")

    with pytest.raises(KeyError, match="theirs"):
        work()


def test_what_the_caller_ignores_stays_ignored() -> None:
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    interruptions = Interruptions()
    with interruptions.held(), interruptions.delivered():
        send(signal.SIGHUP)
    assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
