"""Default names of answers files, and the files in a folder that have one, told apart by the evaluation in them."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.names import same_collaboration
from werkzaam.errors import UserError
from werkzaam.files import answers
from werkzaam.files.answers import AnswersFile
from werkzaam.files.reading import read_file
from werkzaam.files.recognition import factor_set_of

_DEFAULT_NAME = r"(?i:werkzaam-[0-9]{4}(-[a-z0-9]+)*\.ya?ml)"
"""In any case of letters: Windows and macOS make no difference, and files come from there."""
_NOT_IN_SLUG = "[^a-z0-9]+"
_LONGEST_SLUG = 40


def default_name(year: int, perspective: str | None) -> str:
    """Return the short default name of an answers file."""
    return f"werkzaam-{year:04}-{perspective}.yaml" if perspective else f"werkzaam-{year:04}.yaml"


def long_default_name(year: int, perspective: str | None, collaboration: str, number: int = 1) -> str:
    """Return the long default name of an answers file, with its collaboration, and `number` if that is above 1."""
    start = default_name(year, perspective).removesuffix(".yaml")
    return f"{start}-{_slug(collaboration)}{f'-{number}' * (number > 1)}.yaml"


def default_files(folder: Path) -> Iterator[Path]:
    """Return the files in a folder with a short or long default name, sorted. Raises OSError if it cannot be read."""
    return (path for path in sorted(folder.iterdir()) if re.fullmatch(_DEFAULT_NAME, path.name) and path.is_file())


def _slug(text: str) -> str:
    """Return a text as a part of a file's name: a-z, 0-9 and hyphens, never empty."""
    letters = (char for char in unicodedata.normalize("NFKD", text) if not unicodedata.category(char).startswith("M"))
    slug = re.sub(_NOT_IN_SLUG, "-", "".join(letters).lower()).strip("-")
    return slug[:_LONGEST_SLUG].rstrip("-") or "samenwerking"


class DefaultFiles:
    """The files in a folder with a default name that were filled in with `factor_set`, or cannot be used."""

    def __init__(self, folder: Path, factor_set: FactorSet) -> None:
        self._folder = folder
        self._files: dict[Path, AnswersFile] = {}
        self._broken: dict[Path, UserError] = {}
        for path in self._present():
            try:
                source = read_file(path)
                if factor_set_of(source) in (factor_set.id, None):
                    self._files[path] = answers.read(source, factor_set)
            except UserError as error:
                self._broken[path] = error

    def of_year(self, year: int, perspective: str | None, collaboration: str | None) -> dict[Path, AnswersFile]:
        """Return the files with an evaluation of a year, by path; a perspective or collaboration of None means any."""
        return {
            path: file
            for path, file in self._files.items()
            if file.evaluation.date.year == year
            and perspective in (None, file.evaluation.perspective)
            and (collaboration is None or same_collaboration(collaboration, file.evaluation.collaboration))
        }

    def broken(self, year: int) -> dict[Path, UserError]:
        """Return the files that cannot be used and have this year in their name, each with its error."""
        start = Path(default_name(year, None)).stem
        return {path: error for path, error in self._broken.items() if path.stem.lower().startswith(start)}

    def short(self, year: int, perspective: str | None) -> Path | None:
        """Return the existing path with the short default name, whatever its ending; None if there is none."""
        return self._named(default_name(year, perspective))

    def path(self, year: int, perspective: str | None, collaboration: str) -> Path:
        """Return the path of the file with a year's evaluation, else a default name that no other evaluation has."""
        wanted = self._folder / default_name(year, perspective)
        files = self.of_year(year, None, collaboration).items()
        there = [path for path, file in files if file.evaluation.perspective == perspective]
        # A file that names no perspective may be from the perspective in its name.
        unsaid = [path for path, file in files if file.evaluation.perspective is None and _is_called_like(path, wanted)]
        if there or unsaid:
            return min(unsaid or there, key=lambda path: len(path.stem))  # a copy of a sync program has a longer name
        short = self.short(year, perspective)
        if short not in self._files:  # free, or unusable, which opening it reports
            return short or wanted
        names = (long_default_name(year, perspective, collaboration, number) for number in count(1))
        return self._folder / next(name for name in names if self._named(name) is None)

    def _named(self, name: str) -> Path | None:
        path = self._folder / name
        if path.exists():
            return path
        return next((other for other in self._present() if _is_called_like(other, path)), None)

    def _present(self) -> list[Path]:
        try:
            return list(default_files(self._folder))
        except OSError:  # a folder that is gone or cannot be read is reported on writing there
            return []


def _is_called_like(path: Path, other: Path) -> bool:
    """Return whether two names are the same but for the ending and the case of letters."""
    return path.stem.lower() == other.stem.lower()
