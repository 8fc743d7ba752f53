"""The terminal interface: interactive prompts, questions as lines of text, and rendered documents."""
