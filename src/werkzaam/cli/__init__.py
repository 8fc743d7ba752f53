"""The commands: what was asked for, in which language, with which exit code."""
