"""The files that people keep: read strictly, located to the character, saved without loss."""
