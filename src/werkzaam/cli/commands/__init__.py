"""A module for each command: its options, and the modules that do its work, which it imports when it is called."""
