"""Saves on disks and systems that fail, while somebody kills them, and many at once."""
