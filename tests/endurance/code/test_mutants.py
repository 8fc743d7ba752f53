import inspect
from pkgutil import resolve_name

import pytest

from tests.endurance.code import mutants
from tests.endurance.code.equal_mutants import EQUAL, Equal
from tests.endurance.figures import Effort, Figures


@pytest.mark.parametrize("entry", EQUAL, ids=lambda entry: f"{entry.function}: {entry.change}")
def test_what_was_judged_is_there(entry: Equal) -> None:
    assert inspect.isfunction(resolve_name(entry.function))
    assert entry.reason


@pytest.mark.parametrize(
    ("mutant", "function"),
    [
        ("werkzaam.domain.score.x_score__mutmut_3", "werkzaam.domain.score.score"),
        ("werkzaam.files.store.x__essence__mutmut_12", "werkzaam.files.store._essence"),
        ("werkzaam.files.yaml_tree.xǁ_Readerǁ_tag__mutmut_1", "werkzaam.files.yaml_tree._Reader._tag"),
        ("werkzaam.files.store.xǁAnswersStoreǁ__init____mutmut_5", "werkzaam.files.store.AnswersStore.__init__"),
    ],
)
def test_a_mutant_is_of_a_function(mutant: str, function: str) -> None:
    assert mutants.function_of(mutant) == function


def test_where_mutmut_is_not_installed_only_the_long_form_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mutants, "find_spec", lambda _name: None)
    reason = "passed over: mutmut is not installed (the extra `mutants`)"
    assert mutants.mutants(Effort.SHORT) == Figures("mutants", 0, 0, (reason,))
    assert mutants.mutants(Effort.LONG) == Figures("mutants", 0, 0, (reason,), (reason,))
