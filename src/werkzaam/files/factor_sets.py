"""Reading a factor set: from its file to a `FactorSet` in one language."""

from collections.abc import Iterable, Mapping

from pydantic import ValidationError

from werkzaam.domain.factor_set import (
    Band,
    Category,
    Condition,
    Display,
    Factor,
    FactorSet,
    Option,
    Perspective,
    Source,
)
from werkzaam.files import reading
from werkzaam.files.factor_set_checks import contradictions
from werkzaam.files.factor_set_numbers import misplaced_numbers
from werkzaam.files.factor_set_shape import (
    ONE_LANGUAGE,
    ConditionShape,
    FactorSetShape,
    FactorShape,
    OptionShape,
)
from werkzaam.files.problems import UnusableFileError
from werkzaam.files.shapes import refuse_newer_format, shape_problems
from werkzaam.files.yaml.cut_off import cut_off
from werkzaam.files.yaml.tree import YamlTree, parse
from werkzaam.language import _

SPARE_KEYS = "1234567890"
"""The keys given, in this order, to options without a key whose id is longer than one character."""


def read(source: reading.Source, language: str | None = None) -> FactorSet:
    """Read a factor set with its texts in `language`, or in the set's own if None or if a text lacks it.

    Raises UnusableFileError: with one problem if the file is no plain YAML, has a newer format, or holds answers; else
    with every problem in the file.
    """
    return read_tree(parse(source), language)


def read_tree(tree: YamlTree, language: str | None = None) -> FactorSet:
    """Read a factor set that was parsed already. Raises UnusableFileError as `read` does."""
    refuse_newer_format(tree)
    if "answers" in tree.data and "categories" not in tree.data:
        message = _("This file holds answers, and is not a factor set.")
        raise UnusableFileError([tree.source.problem(tree.key_index(("answers",)), message)])
    numbers = list(misplaced_numbers(tree))
    problems = [*tree.problems, *contradictions(tree), *numbers]
    try:
        shape = FactorSetShape.model_validate(tree.data)
    except ValidationError as error:
        misfits = shape_problems(tree, error, FactorSetShape, told=numbers)
        raise UnusableFileError([*problems, *misfits, *cut_off(tree)]) from error
    if problems:
        raise UnusableFileError([*problems, *cut_off(tree)])
    return _Resolver(shape.language, language or shape.language).factor_set(shape)


_Scale = tuple[Option, ...]


class _Resolver:
    """A converter of the shape of a file to a factor set in one language."""

    def __init__(self, own: str, asked: str) -> None:
        self._own = own
        self._asked = asked

    def factor_set(self, shape: FactorSetShape) -> FactorSet:
        usual = self._scale(shape.scale) if shape.scale else ()
        named: dict[str | None, _Scale] = {name: self._scale(scale) for name, scale in (shape.scales or {}).items()}
        named[None] = usual
        categories = tuple(
            Category(
                category.id,
                self._text(category.name),
                tuple(self._factor(factor, named) for factor in category.factors),
                self._optional(category.help),
            )
            for category in shape.categories
        )
        scales = (factor.scale for item in categories for factor in item.factors)
        return FactorSet(
            id=shape.id,
            version=shape.version,
            language=self._asked if self._asked in shape.title else self._own,
            title=self._text(shape.title),
            introduction=self._optional(shape.introduction),
            source=Source(shape.source.title, shape.source.publisher, shape.source.url) if shape.source else None,
            perspectives=tuple(
                Perspective(item.id, self._optional(item.name) or item.id, item.joint)
                for item in shape.perspectives or []
            ),
            options=_each_once(sorted(scales, key=lambda scale: scale != usual)),
            bands=tuple(
                Band(band.start, band.colour)
                for band in sorted(shape.bands or [], key=lambda band: band.start, reverse=True)
            ),
            minimum_coverage=shape.minimum_coverage,
            categories=categories,
            question=self._optional(shape.question),
            missing_below=shape.missing_below,
            display=Display(shape.display.low, shape.display.high) if shape.display else None,
        )

    def _factor(self, shape: FactorShape, named: Mapping[str | None, _Scale]) -> Factor:
        """Return a factor; `named` are the scales that it may name, and for None the one that it has without a name."""
        return Factor(
            id=shape.id,
            text=self._text(shape.text),
            source=shape.source,
            preferred=shape.preferred,
            scale=self._scale(shape.scale) if isinstance(shape.scale, list) else named[shape.scale],
            conditions=tuple(self._condition(item) for item in shape.conditions or []),
            help=self._optional(shape.help),
            since=shape.since,
        )

    def _condition(self, shape: ConditionShape) -> Condition:
        text = self._text(shape.text)
        return Condition(shape.id, text, self._optional(shape.help) or text, shape.preferred, shape.since)

    def _scale(self, shapes: list[OptionShape]) -> _Scale:
        keys = _all_keys({shape.id: self._optional(shape.key) for shape in shapes})
        return tuple(
            Option(
                shape.id,
                shape.value,
                self._optional(shape.name) or shape.id,
                keys[shape.id],
                self._optional(shape.help),
            )
            for shape in shapes
        )

    def _text(self, texts: Mapping[str, str]) -> str:
        for language in (self._asked, self._own):
            if language in texts:
                return texts[language]
        return texts[ONE_LANGUAGE]

    def _optional(self, texts: Mapping[str, str] | None) -> str | None:
        return self._text(texts) if texts else None


def _all_keys(named: Mapping[str, str | None]) -> dict[str, str | None]:
    """Return a key by option id: the named key; else the id if it is one character; else a free digit, or None.

    The caller made sure that no named key is the id of another option.
    """
    free = iter([key for key in SPARE_KEYS if key not in named and key not in named.values()])
    return {name: key or (name if len(name) == 1 else next(free, None)) for name, key in named.items()}


def _each_once(scales: Iterable[tuple[Option, ...]]) -> tuple[Option, ...]:
    options: dict[str, Option] = {}
    for scale in scales:
        for option in scale:
            options.setdefault(option.id, option)
    return tuple(options.values())
