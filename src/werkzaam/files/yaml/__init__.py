"""The YAML of our files, whatever it means: its values with their places, its comments, and what is wrong with it."""
