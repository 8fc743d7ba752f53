"""Places that are no good for saving, or turn bad in the midst of it; what is not to be had here is said."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from tests.endurance.figures import Tally
from tests.endurance.saving.saves import SAVES, Save, fill, left_over, world

NOBODY = 65534
_SIZE = 128 * 1024
_PAGE = 4096
STORED = tuple(save for save in SAVES if save.mark)
"""Those with something that could not be made again."""


def full_disks(tally: Tally) -> None:
    """Save on a real disk with no room left, then with a little, and on one that turns read-only."""
    if reason := _no_disks():
        tally.remarks.append(reason)
        return
    for save in SAVES:
        assert save.before != save.after or save.meanwhile  # worked out elsewhere
        for pages in range(4):
            _on_a_full_disk(tally, save, pages)
        _on_a_disk_that_turns_read_only(tally, save)


def _on_a_full_disk(tally: Tally, save: Save, pages: int) -> None:
    with _disk() as disk, world(disk) as folder:
        with save.in_hand(folder) as given:
            _fill_up(disk, pages)
            done = save.run(folder)
        problems = save.problems(folder, done, accepted=bool(given)) + left_over(folder)
        (disk / "filler").unlink()
        tally.judge(f"{save.name} on a disk with {pages} free pages", problems + save.afterwards(folder))


def _on_a_disk_that_turns_read_only(tally: Tally, save: Save) -> None:
    with _disk() as disk, world(disk) as folder:
        spoil = _remounting(disk, "ro")
        with save.in_hand(folder, spoil) as given:
            if not save.mark:
                spoil()
            problems = save.problems(folder, save.run(folder), accepted=bool(given)) + left_over(folder)
        _remounting(disk, "rw")()
        tally.judge(f"{save.name} on a disk that turned read-only", problems + save.afterwards(folder))


def lost_permissions(tally: Tally) -> None:
    """Take away, in the midst, what may be done in the folder; root may always, so that somebody else tries."""
    if os.name != "posix" or sys.platform == "darwin" or os.geteuid():
        tally.remarks.append("permissions are taken away only where root runs this, on Linux")
        return
    for save in STORED:
        for mode in (0o555, 0o333, 0o000, 0o111):
            assert save.before != save.after or save.meanwhile
            with world() as folder:
                for path in (folder, *folder.iterdir()):
                    os.chown(path, NOBODY, NOBODY)
                with _as_nobody(), save.in_hand(folder, partial(folder.chmod, mode)) as given:
                    done = save.run(folder)
                folder.chmod(0o755)
                problems = save.problems(folder, done, accepted=bool(given)) + left_over(folder)
                if mode == 0o333 and not save.meanwhile and done.code:
                    problems.append(f"a folder that may be written is enough: {done.err}")
                tally.judge(f"{save.name} in a folder that became {mode:o}", problems + save.afterwards(folder))


def spoilt(tally: Tally) -> None:
    """Let the file or its folder become something else in the midst of it."""
    for save in STORED:
        for name, spoil in SPOILS.items():
            with world() as outer:
                folder = outer / "map"
                folder.mkdir()
                fill(folder)
                with save.in_hand(folder, partial(spoil, folder, folder / "a.yaml")) as given:
                    done = save.run(folder)
                problems = save.problems(folder, done, accepted=bool(given), gone=True)
                if folder.is_dir():
                    problems += left_over(folder)
                tally.judge(f"{save.name}, {name}", problems)


def long_names(tally: Tally) -> None:
    """Save under names as long as a disk takes them, where nothing can be put before or behind them."""
    for save in SAVES:
        for name in ("x" * 247 + ".yaml", "x" * 250 + ".yaml", "é" * 125 + ".yaml"):
            suffix = Path(save.target).suffix
            long = name.removesuffix(".yaml") + suffix
            words = tuple(word.replace(f"/{save.target}", f"/{long}") for word in save.words)
            with world() as folder:
                if (folder / save.target).exists():
                    (folder / save.target).rename(folder / long)
                elif "a.yaml" not in "".join(words):
                    (folder / "a.yaml").unlink()
                moved = replace(save, words=words, target=long)
                with moved.in_hand(folder) as given:
                    done = moved.run(folder)
                problems = [] if done.code == (2 if save.meanwhile else 0) else [f"exit {done.code}: {done.err[:200]}"]
                if save.mark and given and save.mark not in _everything(folder):
                    problems.append("what was given is in no file")
                tally.judge(f"{save.name} under {name[:3]}… of {len(os.fsencode(long))} bytes", problems)


def _everything(folder: Path) -> str:
    return "".join(path.read_text() for path in folder.iterdir() if path.name not in {"klein.yaml", "vorig.yaml"})


def _move_away(folder: Path, _file: Path) -> None:
    folder.rename(folder.with_name("weg"))


def _file_for_folder(folder: Path, _file: Path) -> None:
    shutil.rmtree(folder)
    folder.write_text("geen map")


def _folder_for_file(_folder: Path, file: Path) -> None:
    file.unlink()
    file.mkdir()


def _linked_to(name: str) -> Callable[[Path, Path], object]:
    def spoil(_folder: Path, file: Path) -> None:
        file.unlink()
        file.symlink_to(name)

    return spoil


SPOILS: dict[str, Callable[[Path, Path], object]] = {
    "the folder is removed": lambda folder, _file: shutil.rmtree(folder),
    "the folder is moved away": _move_away,
    "the folder becomes a file": _file_for_folder,
    "the file is removed": lambda _folder, file: file.unlink(),
    "the file becomes a folder": _folder_for_file,
    "the file becomes a link to nothing": _linked_to("niets.yaml"),
    "the file becomes a link to itself": _linked_to("a.yaml"),
    "the file becomes a link to a missing folder": _linked_to("weg/a.yaml"),
    "the file becomes a device": _linked_to("/dev/full"),
    "a folder stands in the way": lambda folder, _file: (folder / ".a.yaml.new" / "in").mkdir(parents=True),
    "a link stands in the way": lambda folder, _file: (folder / ".a.yaml.new").symlink_to("vorig.yaml"),
    "a rescue file is a link": lambda folder, _file: (folder / "a.yaml.rescue").symlink_to("niets"),
}
"""What happens to a folder or a file."""


def _no_disks() -> str | None:
    try:
        with _disk():
            return None
    except (OSError, subprocess.CalledProcessError):
        return "no disk of a few pages can be mounted here"


@contextmanager
def _disk() -> Iterator[Path]:
    disk = Path(tempfile.mkdtemp(prefix="werkzaam-disk-"))
    try:
        subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={_SIZE}", "tmpfs", str(disk)],  # noqa: S607 (wherever it is)
            check=True,
            capture_output=True,
        )
        try:
            yield disk
        finally:
            subprocess.run(["umount", str(disk)], check=True, capture_output=True)  # noqa: S607
    finally:
        disk.rmdir()


def _remounting(disk: Path, how: str) -> Callable[[], object]:
    return lambda: subprocess.run(["mount", "-o", f"remount,{how}", str(disk)], check=True)  # noqa: S607


def _fill_up(disk: Path, pages: int) -> None:
    """Leave room for some pages."""
    with (disk / "filler").open("wb", buffering=0) as filler:
        with suppress(OSError):
            for _page in range(_SIZE // _PAGE):
                filler.write(bytes(_PAGE))
        filler.truncate(filler.tell() - pages * _PAGE)


@contextmanager
def _as_nobody() -> Iterator[None]:
    """Be somebody who may do nothing, and then root again."""
    if sys.platform == "darwin" or sys.platform == "win32":
        raise NotImplementedError
    os.setresgid(NOBODY, NOBODY, 0)
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)
        os.setresgid(0, 0, 0)
