"""Remarks on possible mistakes among many evaluations."""

from collections.abc import Iterator

from werkzaam.domain.likeness import Likeness, Pairs
from werkzaam.language import _


def repeated_evaluations(likeness: Likeness) -> Iterator[str]:
    """Yield a remark on evaluations that are in more than one file, if there are any."""
    if likeness.repeated.count:
        message = _("The same collaboration, date and perspective twice: {files}. Each file counts; is one a copy?")
        yield message.format(files=_listed(likeness.repeated, _("{file} and {other}")))


def remarks(likeness: Likeness) -> Iterator[str]:
    """Yield remarks on repeated evaluations, on names that are alike, and on different versions of the factor set."""
    yield from repeated_evaluations(likeness)
    if likeness.alike.count:
        message = _("Names that differ in punctuation alone count apart: {names}. Is it one collaboration?")
        yield message.format(names=_listed(likeness.alike, _("“{name}” in {other}, spelled differently in {file}")))
    if len(likeness.versions) > 1:
        versions = (
            f"{version} ({_('Files: {count}').format(count=count)})"
            for version, count in sorted(likeness.versions.items())
        )
        message = _("These files are of different versions of the factor set: {versions}.")
        yield message.format(versions=", ".join(versions))


def _listed(pairs: Pairs, message: str) -> str:
    """Return the first few pairs, and how many more there are."""
    first = "; ".join(
        message.format(file=pair.earlier, other=pair.later, name=pair.collaboration) for pair in pairs.first
    )
    more = pairs.count - len(pairs.first)
    return _("{pairs}; and {count} more").format(pairs=first, count=more) if more else first
