"""The text of any YAML file: its values with their places, its comments, and what is wrong with it."""
