"""Warnings on what is valid in a factor set, but probably a mistake."""

from collections.abc import Iterator

from werkzaam.files.factor_set_checks import scales_in, translations
from werkzaam.files.factor_set_numbers import without_best
from werkzaam.files.problems import Problem, Severity
from werkzaam.files.yaml_tree import YamlTree
from werkzaam.language import LANGUAGES, _


def warnings(tree: YamlTree) -> Iterator[Problem]:
    """Return a warning for each scale without an option of value 1, and for each language that is never shown."""
    for path, scale in scales_in(tree.data):
        yield from without_best(tree, scale, path)
    yield from _never_shown(tree)


def _never_shown(tree: YamlTree) -> Iterator[Problem]:
    """Find the first text in each language that is neither the program's nor the set's own."""
    known = {*LANGUAGES, tree.data["language"]}
    for path, text in translations(tree.data):
        for language in text:
            if language not in known:
                known.add(language)
                yield tree.source.problem(tree.key_index((*path, language)), _not_spoken(language), Severity.WARNING)


def _not_spoken(language: str) -> str:
    message = _("Texts in “{language}” are never shown: besides the set's own language there is {languages}.")
    return message.format(language=language, languages=", ".join(LANGUAGES))
