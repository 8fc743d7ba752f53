"""Checks of the ids in an answers file against those of the factor set."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from werkzaam.domain.evaluation import Answer, tidy
from werkzaam.domain.factor_set import Category, Factor, FactorSet
from werkzaam.files.keys import OF_AN_ANSWER, indent_further
from werkzaam.files.problems import GUESSED, Problem, Severity, suggestion
from werkzaam.files.yaml.tree import KeyPath, YamlTree
from werkzaam.files.yaml.unseen import in_word
from werkzaam.language import _


def _mapping(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


class IdCheck:
    """A check of the ids in an answers file against those of the factor set, with the problems that it found.

    It works on the parsed YAML values, so that a fault in one place hides no fault in another. Values of a wrong type
    are skipped, since the shape check reports them. An id that the factor set does not have is an error; in a file of
    an older version of the set the id is retired: a warning is added, and what stands below the id is ignored.
    """

    def __init__(self, tree: YamlTree, factor_set: FactorSet) -> None:
        version = tree.data.get("version")
        self._tree = tree
        self._factor_set = factor_set
        self._answered = _mapping(tree.data.get("answers"))
        self.older = isinstance(version, int) and version < factor_set.version
        self.retired: list[str] = []
        self.problems: list[Problem] = []

    def answers(self) -> Mapping[str, Answer]:
        """Return the answers to factors that the factor set has, by factor id, and collect problems on the way."""
        categories = {category.id: category for category in self._factor_set.categories}
        answers: dict[str, Answer] = {}
        for category_id, factors in self._answered.items():
            path: KeyPath = ("answers", category_id)
            if category_id in categories:
                for factor_id, fields in _mapping(factors).items():
                    if self._belongs(categories[category_id], factor_id, path):
                        factor = self._factor_set.factor_by_id[factor_id]
                        answers[factor_id] = self._answer(factor, _mapping(fields), (*path, factor_id))
            elif category_id in self._factor_set.factor_by_id and not self.older:  # indented too little
                self._misplaced(path, category_id, self._factor_set.category_of[category_id])
            else:
                message = _("The factor set has no category “{id}”.")
                free = {known for known in categories if known not in self._answered}
                self._unknown(path, message, category_id, free, at_key=True)
                # A factor that moved to another category is not retired; its answer below this id is ignored too.
                self.retired += (name for name in _mapping(factors) if name not in self._factor_set.factor_by_id)
        return answers

    def check_perspective(self) -> None:
        """Check that the factor set has the perspective that the file names."""
        known = self._factor_set.perspective_by_id
        named = self._tree.data.get("perspective")
        if isinstance(named, str) and named.strip() and named not in known:
            message = _("This factor set has no perspectives: leave this line out.")
            if known:
                message = _("There is no perspective “{id}”; there are: {known}.")
                message = message.format(id=named, known=", ".join(known))
            self._tell(("perspective",), named, message + self._guess(named, known))

    def check_actions(self) -> None:
        """Check that the factor set has the factors that the actions are about."""
        actions = self._tree.data.get("actions")
        for index, action in enumerate(actions if isinstance(actions, list) else []):
            factor = _mapping(action).get("factor")
            if isinstance(factor, str) and tidy(factor) and factor not in self._factor_set.factor_by_id:
                path: KeyPath = ("actions", index, "factor")
                known = self._factor_set.factor_by_id
                self._unknown(path, _("The factor set has no factor “{id}”."), factor, known)

    def _belongs(self, category: Category, factor_id: str, path: KeyPath) -> bool:
        """Return whether a category has a factor; add a problem if not."""
        its_own = self._factor_set.category_of.get(factor_id)
        if its_own is category:
            return True
        if its_own is not None:
            self._misplaced((*path, factor_id), factor_id, its_own)
        elif factor_id in OF_AN_ANSWER and not self.older:
            self._tell((*path, factor_id), factor_id, indent_further(factor_id), at_key=True)
        else:
            message = _("The factor set has no factor “{id}”.")
            answered = _mapping(self._answered[category.id])
            free = {factor.id for factor in category.factors if factor.id not in answered}
            self._unknown((*path, factor_id), message, factor_id, free, at_key=True)
            self.retired.append(factor_id)
        return False

    def _misplaced(self, path: KeyPath, factor_id: str, category: Category) -> None:
        message = _("The factor “{id}” belongs under “{category}”.")
        self._tell(path, factor_id, message.format(id=factor_id, category=category.id), at_key=True)

    def _answer(self, factor: Factor, fields: Mapping[str, Any], path: KeyPath) -> Answer:
        options = {option.id: option for option in factor.scale}
        named, missing, note = fields.get("answer"), fields.get("missing"), fields.get("note")
        option = options.get(named) if isinstance(named, str) else None
        if option is None and named is not None:
            self._no_option(factor, options, (*path, "answer"))
        lacking = None if missing is None else self._missing(factor, missing, (*path, "missing"))
        if (option or named is None) and not (option and option.is_partial):
            lacking = None
            if missing:
                message = _("What is missing has no effect here: it counts only after a partial answer.")
                self._tell((*path, "missing"), "missing", message, at_key=True, severity=Severity.WARNING)
        return Answer(option.id if option else None, lacking, note if isinstance(note, str) and note else None)

    def _no_option(self, factor: Factor, options: Collection[str], path: KeyPath) -> None:
        """Add a problem that lists the options if the word at a path is none of them.

        A blank value, a mapping, a list, and an option's id that YAML does not read as text are the shape check's.
        """
        word = self._tree.word(path)
        if not word.strip() or word in options:
            return
        message = _("“{id}” is not an answer to this factor; the answers are: {options}.")
        message = message.format(id=word, options=", ".join(options))
        self._tell(path, word, message + self._guess(factor.meant(word), options))

    def _missing(self, factor: Factor, ids: object, path: KeyPath) -> tuple[str, ...]:
        known = dict.fromkeys(condition.id for condition in factor.conditions)
        listed = ids if isinstance(ids, list) else []
        texts = [(index, item) for index, item in enumerate(listed) if isinstance(item, str)]
        free = known.keys() - {condition for _index, condition in texts}
        named: set[str] = set()
        for index, condition in texts:
            if condition in named:
                self._tell((*path, index), condition, _("“{id}” is named twice.").format(id=condition))
            elif " - " in condition:
                message = _("Here two items of the list read as one: line up the “- ” in front of each.")
                self._tell((*path, index), condition, message)
            elif condition not in known and tidy(condition):
                message = _("This factor has no condition “{id}”.")
                if known:
                    message = _("This factor has no condition “{id}”; its conditions are: {conditions}.")
                self._unknown((*path, index), message, condition, free, conditions=", ".join(known))
            named.add(condition)
        return tuple(condition for condition in known if condition in named)

    def _unknown(
        self, path: KeyPath, message: str, name: str, known: Iterable[str], *, at_key: bool = False, **named: str
    ) -> None:
        if self.older:
            retired = _("“{id}” is retired: this version of the factor set no longer has it. It stays in the file.")
            self._tell(path, name, retired.format(id=name), at_key=at_key, severity=Severity.WARNING)
        else:
            self._tell(path, name, message.format(id=name, **named) + self._guess(name, known), at_key=at_key)

    def _guess(self, name: str, known: Iterable[str]) -> str:
        return suggestion(name, known) if len(self.problems) < GUESSED else ""

    def _tell(
        self, path: KeyPath, name: str, message: str, *, at_key: bool = False, severity: Severity = Severity.ERROR
    ) -> None:
        """Add a problem with a name at a path; an invisible character in the name is reported instead of `message`."""
        index = self._tree.key_index(path) if at_key else self._tree.value_index(path)
        source = self._tree.source
        problem = in_word(source, index, name) or source.problem(index, message)
        self.problems.append(problem._replace(severity=severity))
