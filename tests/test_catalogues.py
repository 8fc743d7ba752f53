"""The catalogues hold a translation of every message in the program, and of nothing else."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

import werkzaam
from werkzaam import language

PACKAGE = Path(werkzaam.__file__).parent
CATALOGUES = sorted(language.LOCALE_FOLDER.rglob("*.po"))
KEYWORDS = {**DEFAULT_KEYWORDS, "N_": None}
METHODS = [("**.py", "python"), ("**.j2", "jinja2")]
PLACEHOLDER = re.compile(r"\{\w+(?:![rsa])?(?::[^{}]*)?\}|%[YmdHM]")

Forms = tuple[str, ...]
"""A message, or its singular and its plural."""


def forms(message: str | tuple[str, ...] | list[str] | None) -> Forms:
    return (message,) if isinstance(message, str) else tuple(message or ())


@cache
def written(folder: Path = PACKAGE) -> dict[Forms, str]:
    """Return every message in a folder, that of the program, with the file and line of one place where it is used."""
    return {
        forms(message): f"{file}:{line}"
        for file, line, message, _comments, _context in extract_from_dir(str(folder), METHODS, keywords=KEYWORDS)
    }


@cache
def catalogue(path: Path) -> Catalog:
    with path.open("rb") as stream:
        return read_po(stream)


def messages(path: Path) -> Iterator[Message]:
    yield from (message for message in catalogue(path) if message.id)


def catalogues() -> pytest.MarkDecorator:
    return pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])


def test_every_language_but_that_of_the_source_has_a_catalogue() -> None:
    assert {path.parts[-3] for path in CATALOGUES} == {*language.LANGUAGES} - {language.FALLBACK}


def test_the_program_has_messages_of_both_kinds() -> None:
    found = written()
    assert ("Still open",) in found
    assert ("the disk is full",) in found  # marked with N_
    assert ("Filled in by",) in found  # in a template
    assert {len(message) for message in found} == {1, 2}


@catalogues()
def test_every_message_is_in_the_catalogue_and_none_is_out_of_use(path: Path) -> None:
    there = {forms(message.id) for message in messages(path)}
    source = written()
    assert {message: place for message, place in source.items() if message not in there} == {}, "not translated"
    assert there - source.keys() == set(), "out of use"
    assert list(catalogue(path).obsolete) == [], "out of use"


def test_every_message_that_a_test_names_is_one_of_the_program() -> None:
    of_tests = written(Path(__file__).parent)
    source = {form for message in written() for form in message}
    assert [named for named in of_tests if not source.issuperset(named)] == [("Nobody ever wrote this.",)]


@catalogues()
def test_every_message_is_translated_and_none_is_a_guess(path: Path) -> None:
    assert [message.id for message in messages(path) if not all(forms(message.string))] == [], "not translated"
    assert [message.id for message in messages(path) if message.fuzzy] == [], "fuzzy"


@catalogues()
def test_a_translation_fills_in_the_same_places(path: Path) -> None:
    different = []
    for message in messages(path):
        wanted = set(PLACEHOLDER.findall(forms(message.id)[-1]))
        different += [text for text in forms(message.string) if set(PLACEHOLDER.findall(text)) != wanted]
    assert different == []


@catalogues()
def test_a_translation_ends_and_begins_like_its_message(path: Path) -> None:
    edges = re.compile(r"^(\s*).*?([.:?]?\s*)$", re.DOTALL)
    different = []
    for message in messages(path):
        for text in forms(message.string):
            ours, theirs = edges.match(forms(message.id)[-1]), edges.match(text)
            assert ours is not None
            assert theirs is not None
            if len(text) > 1 and ours.groups() != theirs.groups():
                different.append(text)
    assert different == []


@catalogues()
def test_a_translation_has_as_many_forms_as_its_language(path: Path) -> None:
    found = catalogue(path)
    assert [m.id for m in messages(path) if m.pluralizable and len(forms(m.string)) != found.num_plurals] == []


@catalogues()
def test_the_compiled_catalogue_is_that_of_the_text(path: Path) -> None:
    with path.with_suffix(".mo").open("rb") as stream:
        compiled = {forms(message.id): forms(message.string) for message in read_mo(stream) if message.id}
    wanted = {forms(message.id): forms(message.string) for message in messages(path)}
    assert compiled == wanted, "run: python hatch_build.py"
