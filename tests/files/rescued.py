"""Where answers are that could not go into their file."""

from pathlib import Path

from werkzaam.files.store import AnswersStore


def rescue_of(store: AnswersStore) -> Path | None:
    """Return the rescue file that was made last; None while everything is in the file, or where none could be made."""
    rescues = sorted(store.path.parent.glob("*.rescue*"))
    return rescues[-1] if rescues and not store.holds_all else None
