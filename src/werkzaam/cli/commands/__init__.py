"""A module for each command: its options, and which pieces do its work. Those are loaded when it is called."""
