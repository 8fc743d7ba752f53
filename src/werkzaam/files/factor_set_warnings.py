"""What is right in a factor set, and still hardly meant."""

from collections.abc import Iterator

from werkzaam.files.factor_set_checks import scales_in, translations
from werkzaam.files.factor_set_numbers import without_best
from werkzaam.files.problems import Problem, Severity
from werkzaam.files.yaml_tree import YamlTree
from werkzaam.language import LANGUAGES, _


def warnings(tree: YamlTree) -> Iterator[Problem]:
    """Return a warning for everything in a set that no score or no reader can come to."""
    for path, scale in scales_in(tree.data):
        yield from without_best(tree, scale, path)
    yield from _never_shown(tree)


def _never_shown(tree: YamlTree) -> Iterator[Problem]:
    """Find the first text in each language that cannot be asked for."""
    known = {*LANGUAGES, tree.data["language"]}
    for path, text in translations(tree.data):
        for language in text:
            if language not in known:
                known.add(language)
                yield tree.source.problem(tree.key_index((*path, language)), _not_spoken(language), Severity.WARNING)


def _not_spoken(language: str) -> str:
    message = _("Texts in “{language}” are never shown: besides the set's own language there is {languages}.")
    return message.format(language=language, languages=", ".join(LANGUAGES))
