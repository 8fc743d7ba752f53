"""Calls of the Windows API: mutexes, files that are open elsewhere, consoles. Imported on Windows only."""

import ctypes
import errno
import msvcrt
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import wintypes
from pathlib import Path

assert sys.platform == "win32"  # noqa: S101 (for type checkers)

READ = 0x80000000
"""Access right: to read a file (GENERIC_READ)."""
REPLACE = 0x00010000
"""Access right: to replace a file by another (DELETE)."""

_SHARED_WITH_ALL = 7
_EXISTING = 3
_FOLDERS_TOO = 0x02000000
_NO_HANDLE = wintypes.HANDLE(-1).value
_OPEN_ELSEWHERE = (32, 33)
"""ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION."""
_TIMEOUT = 258
_ESCAPE_CODES = 0x0004

_kernel32 = ctypes.WinDLL("kernel32", use_last_error=True)
_kernel32.CreateMutexW.argtypes = (wintypes.LPVOID, wintypes.BOOL, wintypes.LPCWSTR)
_kernel32.CreateMutexW.restype = wintypes.HANDLE
_kernel32.WaitForSingleObject.argtypes = (wintypes.HANDLE, wintypes.DWORD)
_kernel32.WaitForSingleObject.restype = wintypes.DWORD
_kernel32.ReleaseMutex.argtypes = (wintypes.HANDLE,)
_kernel32.CloseHandle.argtypes = (wintypes.HANDLE,)
_kernel32.CreateFileW.argtypes = (
    wintypes.LPCWSTR,
    wintypes.DWORD,
    wintypes.DWORD,
    wintypes.LPVOID,
    wintypes.DWORD,
    wintypes.DWORD,
    wintypes.HANDLE,
)
_kernel32.CreateFileW.restype = wintypes.HANDLE
_kernel32.GetConsoleMode.argtypes = (wintypes.HANDLE, wintypes.LPDWORD)
_kernel32.SetConsoleMode.argtypes = (wintypes.HANDLE, wintypes.DWORD)


@contextmanager
def turn(folder: Path, patience: float) -> Iterator[bool]:
    """Hold the mutex of a folder until the block ends; yield False if it cannot be had, being another user's.

    A mutex leaves nothing behind, however the process ends. All programs of one user on one machine share it.
    Raises OSError if there is no such folder, or (EBUSY) if the mutex is not free within `patience` seconds.
    """
    status = folder.stat()
    if not stat.S_ISDIR(status.st_mode):
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
    mutex = _kernel32.CreateMutexW(None, 0, f"Global\\werkzaam-{status.st_dev:x}-{status.st_ino:x}")
    if not mutex:  # it belongs to another user
        yield False
        return
    try:
        if _kernel32.WaitForSingleObject(mutex, int(patience * 1000)) == _TIMEOUT:
            raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))
        try:
            yield True
        finally:
            _kernel32.ReleaseMutex(mutex)
    finally:
        _kernel32.CloseHandle(mutex)


def is_open_elsewhere(path: str, wanted: int) -> bool:
    """Return whether another program has a file open in a way that forbids the wanted access: READ or REPLACE."""
    handle = _kernel32.CreateFileW(path, wanted, _SHARED_WITH_ALL, None, _EXISTING, _FOLDERS_TOO, None)
    if handle == _NO_HANDLE:
        return ctypes.get_last_error() in _OPEN_ELSEWHERE
    _kernel32.CloseHandle(handle)
    return False


def is_console(descriptor: int) -> bool:
    """Return whether a file descriptor is a console; `isatty` is true of every device, also of NUL."""
    return bool(_kernel32.GetConsoleMode(msvcrt.get_osfhandle(descriptor), ctypes.byref(wintypes.DWORD())))


def draws_escape_codes(descriptor: int) -> bool:
    """Switch on the escape codes of a console, and return whether that worked."""
    console, mode = msvcrt.get_osfhandle(descriptor), wintypes.DWORD()
    is_there = _kernel32.GetConsoleMode(console, ctypes.byref(mode))
    return bool(is_there and _kernel32.SetConsoleMode(console, mode.value | _ESCAPE_CODES))
