"""The answers files of a folder that nobody named: known by their default name, told apart by what they hold."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

from werkzaam.domain.comparison import same_collaboration
from werkzaam.domain.evaluation import Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.errors import UserError
from werkzaam.files import answers
from werkzaam.files.answers import AnswersFile
from werkzaam.files.locations import default_files, default_name, long_default_name, year_in
from werkzaam.files.reading import read_file
from werkzaam.files.recognition import factor_set_of


class DefaultFiles:
    """The files in a folder with a default name that were filled in with a factor set, or cannot be read."""

    def __init__(self, folder: Path, factor_set: FactorSet) -> None:
        self._folder = folder
        self._files: dict[Path, AnswersFile] = {}
        self._problems: dict[Path, str] = {}
        for path in self._present():
            try:
                source = read_file(path)
                if factor_set_of(source) in (factor_set.id, None):
                    self._files[path] = answers.read(source, factor_set)
            except UserError as error:
                self._problems[path] = str(error.args[0])

    def of_year(self, year: int, perspective: str | None, collaboration: str | None) -> dict[Path, AnswersFile]:
        """Return the files of evaluations in a year; None: from every side, of every collaboration."""
        return {
            path: file
            for path, file in self._files.items()
            if file.evaluation.date.year == year
            and perspective in (None, file.evaluation.perspective)
            and (collaboration is None or same_collaboration(collaboration, file.evaluation.collaboration))
        }

    def problems(self, year: int) -> list[str]:
        """Return the first problem of each file that cannot be used and has a year in its name, with its place."""
        return [problem for path, problem in self._problems.items() if year_in(path) == year]

    def short(self, year: int, perspective: str | None) -> Path | None:
        """Return what has the short default name, whatever its ending; None where nothing has."""
        return self._named(default_name(year, perspective))

    def path(self, year: int, perspective: str | None, collaboration: str) -> Path:
        """Return where the evaluation of a year is kept, or would be: under a name that is no other evaluation's."""
        for path, file in self._files.items():
            evaluation = file.evaluation
            if (
                evaluation.date.year == year
                and self._perspective(path, evaluation, perspective) == perspective
                and same_collaboration(evaluation.collaboration, collaboration)
            ):
                return path
        short = self.short(year, perspective)
        if short not in self._files:  # free; or of no use, which is told where it is opened
            return short or self._folder / default_name(year, perspective)
        return next(self._free(year, perspective, collaboration))

    def _perspective(self, path: Path, evaluation: Evaluation, wanted: str | None) -> str | None:
        """Return from whose side a file is filled in; one that does not say so is from that in its name."""
        named = path.stem == Path(default_name(evaluation.date.year, wanted)).stem
        return evaluation.perspective or (wanted if named else None)

    def _free(self, year: int, perspective: str | None, collaboration: str) -> Iterator[Path]:
        for number in count(1):
            name = long_default_name(year, perspective, collaboration, number)
            if self._named(name) is None:
                yield self._folder / name

    def _named(self, name: str) -> Path | None:
        path = self._folder / name
        if path.exists():
            return path
        return next((other for other in self._present() if other.stem == path.stem), None)

    def _present(self) -> list[Path]:
        try:
            return list(default_files(self._folder))
        except OSError:  # a folder that is gone, or may not be looked into, is for whoever writes there to tell
            return []
