"""Wording is tested in English, the language of the source; the golden files hold the Dutch."""

import pytest

from tests import examples
from werkzaam import language
from werkzaam.domain.factor_set import FactorSet


@pytest.fixture(autouse=True)
def _in_english() -> None:
    language.activate("en")


@pytest.fixture
def small() -> FactorSet:
    return examples.small("en")
