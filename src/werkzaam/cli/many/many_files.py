"""The answers files that a call means: how far reading them is, which of them cannot be used, and how it ended."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, nullcontext
from typing import TypeVar

from werkzaam.cli.exit_codes import ExitCode
from werkzaam.cli.many.sharing import available_cores, shared_out
from werkzaam.cli.many.work import Work
from werkzaam.cli.streams.inputs import meant_files
from werkzaam.cli.streams.saying import say
from werkzaam.errors import UserError
from werkzaam.files.evaluations import FileCount
from werkzaam.files.searching import candidates
from werkzaam.language import _
from werkzaam.terminal.interruption import Interruptions

Made = TypeVar("Made")


class ManyFiles:
    """Answers files, and folders with such; what cannot be used is told on stderr, and the rest goes on."""

    def __init__(self, paths: Sequence[str]) -> None:
        self.count = FileCount()
        self._paths = paths

    @property
    def exit_code(self) -> ExitCode:
        """How the command ends."""
        if self.count.unreadable:
            return ExitCode.UNUSABLE
        return ExitCode.NO if self.count.invalid else ExitCode.DONE

    def read(self, work: Work[Made], take: Callable[[Made], object], *, with_bar: bool) -> None:
        """Hand over what is made of the files, some at a time and in their order.

        `with_bar` shows how far it is, where somebody sits at a terminal. Raises UserError where there is no answers
        file at all, and Interrupted where a signal ends it.
        """
        interruptions = Interruptions()
        with interruptions.held():
            with interruptions.delivered():
                total = self._number() if with_bar and _somebody_watches() else None
            files = meant_files(self._paths, self._unreadable)
            with _bar(total) as advance, closing(shared_out(work, files, available_cores())) as found:
                while True:
                    with interruptions.delivered():
                        piece = next(found, None)
                    if piece is None:
                        break
                    self.count.add(piece.count)
                    # To break off what is drawn would leave it twice; whoever reads from a pipe may let us wait.
                    with interruptions.delivered() if total is None else nullcontext():
                        say(*piece.told)
                    with interruptions.delivered():
                        take(piece.made)
                    advance(piece.looked_at)
        summary = self._summary()
        if not (self.count.valid or self.count.invalid):
            raise UserError(_("No answers file was found."), *summary)
        say(*summary)

    def _unreadable(self, line: str) -> None:
        self.count.unreadable += 1
        say(line)

    def _number(self) -> int:
        return sum(1 for _candidate in candidates(self._paths, lambda _line: None))

    def _summary(self) -> list[str]:
        """Return what became of the files, unless every one of them counts."""
        count = self.count
        others = {
            _("invalid: {count}"): count.invalid,
            _("passed over, of another factor set: {count}"): count.passed_over,
            _("warnings, which werkzaam validate shows: {count}"): count.warnings,
        }
        parts = [message.format(count=number) for message, number in others.items() if number]
        return [", ".join([_("Files: {count}").format(count=count.valid), *parts])] if parts else []


def _somebody_watches() -> bool:
    return sys.stdout.isatty() and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


@contextmanager
def _bar(total: int | None) -> Iterator[Callable[[int], None]]:
    """Show on stderr how far it is; without a total nothing is shown."""
    if total is None:
        yield lambda _more: None
        return
    from werkzaam.terminal.console import console_for
    from werkzaam.terminal.progress import progress_bar

    with progress_bar(console_for(sys.stderr), total) as advance:
        yield advance
