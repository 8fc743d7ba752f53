"""Many answers files at once: shared out over all cores, and taken in in their order."""
