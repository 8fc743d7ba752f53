"""A checklist for the collaboration between schools and youth work."""

__version__ = "1.0.0"
