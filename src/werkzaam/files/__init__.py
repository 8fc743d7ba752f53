"""Reading, checking, searching and saving the YAML files of werkzaam: answers files and factor sets."""
