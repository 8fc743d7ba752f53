"""Tests mirror the modules of the package; `sessions` runs the installed program as a user does."""
