"""What among many evaluations may be a mistake, in words."""

from collections.abc import Iterator

from werkzaam.domain.likeness import Likeness, Some
from werkzaam.language import _


def repeated_evaluations(likeness: Likeness) -> Iterator[str]:
    """Return which evaluations stand in more than one file."""
    if likeness.repeated.count:
        message = _("Twice the same collaboration, date and perspective; each file counts: {files}. Are these copies?")
        yield message.format(files=_named(likeness.repeated))


def remarks(likeness: Likeness) -> Iterator[str]:
    """Return what is to be known about many evaluations before their figures are read."""
    yield from repeated_evaluations(likeness)
    if likeness.alike.count:
        message = _("Told apart from another collaboration by punctuation alone: {names}. Is it the same one?")
        yield message.format(names=_named(likeness.alike))
    if len(likeness.versions) > 1:
        versions = (
            f"{version} ({_('Files: {count}').format(count=count)})"
            for version, count in sorted(likeness.versions.items())
        )
        message = _("These files are of different versions of the factor set: {versions}.")
        yield message.format(versions=", ".join(versions))


def _named(some: Some) -> str:
    """Return the first few names, and how many more there are."""
    names, more = ", ".join(some.first), some.count - len(some.first)
    return _("{names} and {count} more").format(names=names, count=more) if more else names
