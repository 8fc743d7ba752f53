"""Python's own calls to the system, of which the n-th that touches a folder fails."""

import builtins
import errno
import io
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from unittest import mock

ERRORS = (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS, errno.EACCES, errno.ESTALE)
_CHANGING = {"write", "flush", "fsync", "replace", "link", "chmod", "fchmod", "chown", "fchown", "create"}
"""What a full disk refuses as long as it is full; to take a file away is possible."""
_CALLS = ("open", "close", "fsync", "stat", "lstat", "fstat", "readlink", "unlink", "replace", "link", "chmod",
          "fchmod", "fchown", "listdir", "scandir", "access")  # fmt: skip


class FailingCalls:
    """Counts what touches a folder, and fails once or, `lasting`, from then on wherever something is changed."""

    def __init__(self, folder: Path, at: int, error: int, *, lasting: bool = False) -> None:
        self._folder = str(folder)
        self._at = at
        self._error = error
        self._lasting = lasting
        self._descriptors: set[int] = set()
        self.calls: list[str] = []
        """The names of the calls so far."""

    @contextmanager
    def active(self) -> Iterator[None]:
        """Let calls fail until the block ends."""
        with ExitStack() as patches:
            for name in _CALLS:
                original = getattr(os, name)
                patches.enter_context(mock.patch.object(os, name, self._failing(name, original)))
            opening = self._opening(builtins.open)
            patches.enter_context(mock.patch.object(builtins, "open", opening))
            patches.enter_context(mock.patch.object(io, "open", opening))
            if os.name == "posix":
                import fcntl

                patches.enter_context(mock.patch.object(fcntl, "flock", self._failing("flock", fcntl.flock)))
            yield

    def pass_or_fail(self, name: str, path: object = None) -> None:
        """Count a call; OSError where it is its turn, with the path if the system would name it."""
        self.calls.append(name)
        number = len(self.calls)
        if number == self._at or (self._lasting and number > self._at > 0 and name in _CHANGING):
            raise OSError(self._error, os.strerror(self._error), *([] if path is None else [str(path)]))

    def _failing(self, name: str, original: Callable[..., Any]) -> Callable[..., Any]:
        def call(what: Any, *arguments: Any, **options: Any) -> Any:  # noqa: ANN401 (passed on)
            if not self._touches(what):
                return original(what, *arguments, **options)
            if name == "close":
                self._descriptors.discard(what)
                original(what)  # as the system does: closed it is, whatever else
            creates = name == "open" and arguments and arguments[0] & os.O_CREAT
            self.pass_or_fail("create" if creates else name, None if isinstance(what, int) else what)
            result: Any = None if name == "close" else original(what, *arguments, **options)
            if name == "open":
                self._descriptors.add(result)
            return result

        return call

    def _opening(self, original: Callable[..., Any]) -> Callable[..., Any]:
        def opened(what: Any, *arguments: Any, **options: Any) -> Any:  # noqa: ANN401 (passed on)
            if not self._touches(what):
                return original(what, *arguments, **options)
            if not isinstance(what, int):
                self.pass_or_fail("open", what)
            return _FailingStream(original(what, *arguments, **options), self)

        return opened

    def _touches(self, what: object) -> bool:
        if isinstance(what, int):
            return what in self._descriptors
        return isinstance(what, str | os.PathLike) and str(what).startswith(self._folder)


class _FailingStream:
    """A stream whose every use is a call that may fail; of a failed write a part reaches the file."""

    def __init__(self, stream: Any, calls: FailingCalls) -> None:  # noqa: ANN401 (any kind of stream)
        self._stream = stream
        self._calls = calls

    def write(self, content: bytes) -> int:
        try:
            self._calls.pass_or_fail("write")
        except OSError:
            self._stream.write(content[: len(content) // 2])
            raise
        return int(self._stream.write(content))

    def flush(self) -> None:
        self._calls.pass_or_fail("flush")
        self._stream.flush()

    def read(self, *size: int) -> Any:  # noqa: ANN401 (text or bytes)
        self._calls.pass_or_fail("read")
        return self._stream.read(*size)

    def close(self) -> None:
        self._stream.close()
        self._calls.pass_or_fail("close")

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 (passed on)
        return getattr(self._stream, name)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
