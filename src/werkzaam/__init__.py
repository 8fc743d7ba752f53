"""A checklist for the collaboration between schools and youth work."""

__version__ = "0.1.0"
