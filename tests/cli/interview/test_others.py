"""The other evaluations: read, and laid beside the questions under a name."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.cli.interview.test_last_year import OLD
from tests.domain.building import DAY, evaluation, partly
from werkzaam.cli.interview.others import Others, read_other, same_collaboration
from werkzaam.domain.asides import NOTHING_BESIDE, Aside, Asides
from werkzaam.domain.comparison import Entry
from werkzaam.domain.evaluation import OPEN, Action, ActionStatus, Answer, Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.errors import UserError
from werkzaam.files import answers, reading


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Lyceum Oost", "lyceum  oost ", True),
        ("Lyceum Oost", "LyceumOost", True),
        ("Straße", "STRASSE", True),
        ("Lyceum Oost", "Lyceum West", False),
        ("Lyceum Oost", "Lyceum Oost.", False),
    ],
)
def test_capitals_and_spaces_make_no_other_collaboration(one: str, other: str, *, same: bool) -> None:
    assert same_collaboration(one, other) is same
    assert same_collaboration(other, one) is same


def test_what_has_no_effect_in_another_file_is_told(folder: Path, small: FactorSet) -> None:
    (folder / "oud.yaml").write_text(OLD.replace("answer: nee\n", "answer: nee\n      missing: [is-eigen]\n"))
    told: list[str] = []
    assert read_other("oud.yaml", small, told.append).evaluation.answer("ruimte") == Answer("nee")
    assert len(told) == 1
    assert told[0].startswith("oud.yaml:19:7: let op: Wat ontbreekt telt hier niet mee")


def test_another_file_that_is_not_there_is_refused(folder: Path, small: FactorSet) -> None:
    assert folder == Path.cwd()
    with pytest.raises(UserError, match=r"^oud\.yaml: dit bestand bestaat niet\.$"):
        read_other("oud.yaml", small, print)


# --- beside the questions -----------------------------------------------------------------------------------------


def test_beside_every_factor_lies_what_was_answered_and_agreed_about_it(small: FactorSet) -> None:
    earlier = answers.read(reading.Source("a.yaml", OLD), small).evaluation
    team, _contact, _room, time = small.factors
    found = Others(earlier).asides(small)
    assert list(found) == ["team", "contact", "ruimte", "tijd"]
    zoeken = Action("Zoeken", "team", status=ActionStatus.DONE)
    bellen = Action("Bellen", "team", status=ActionStatus.DROPPED)
    said = Answer("deels", ("is-deskundig",), "Sinds maart zijn er twee mensen.")
    assert found["team"] == Asides((Aside("Op 23-11-2026", team, said, (zoeken, bellen)),))
    agreed = Action("Praten", "tijd", "school", date(2027, 3, 1))
    assert found["tijd"] == Asides((Aside("Op 23-11-2026", time, OPEN, (agreed,)),))


def test_a_factor_that_was_not_there_then_was_open(small: FactorSet) -> None:
    assert Others(evaluation({"team": "ja"})).asides(small)["tijd"].earlier[0].answer == OPEN


def test_with_no_other_evaluation_nothing_lies_beside_a_factor(small: FactorSet) -> None:
    assert set(Others().asides(small).values()) == {NOTHING_BESIDE}


def partner(file: str, perspective: str | None, answer: Answer = OPEN, day: date = DAY, name: str = "X") -> Entry:
    return Entry(file, Evaluation(name, day, perspective, answers={"team": answer}))


@pytest.mark.parametrize(
    ("partners", "labels"),
    [
        ([], []),
        ([partner("a.yaml", "school")], ["School"]),
        ([partner("a.yaml", "school"), partner("b.yaml", "samen")], ["School", "Samen"]),
        (
            [partner("a.yaml", "school"), partner("b.yaml", "school", day=date(2026, 12, 1))],
            ["School (23-11-2026)", "School (01-12-2026)"],
        ),
        (
            [partner("a.yaml", "school"), partner("x/b.yaml", "school")],
            ["School (23-11-2026, a.yaml)", "School (23-11-2026, b.yaml)"],
        ),
        ([partner("a.yaml", None)], ["Niet gezegd"]),
    ],
)
def test_partners_lie_beside_under_their_own_names(small: FactorSet, partners: list[Entry], labels: list[str]) -> None:
    found = Others(partners=partners).asides(small)["team"]
    assert ([aside.label for aside in found.partners], found.earlier) == (labels, ())


def test_last_year_and_partners_lie_beside_together(small: FactorSet) -> None:
    said = partly("is-vast"), Answer("ja", note="Zeker.")
    partners = [partner("a.yaml", "school", said[0]), partner("b.yaml", "samen", said[1])]
    team = small.factors[0]
    assert Others(evaluation({"team": "nee"}), partners).asides(small)["team"] == Asides(
        (Aside("Op 23-11-2026", team, Answer("nee")),),
        (Aside("School", team, said[0]), Aside("Samen", team, said[1])),
    )


# --- which collaboration they are about ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("names", "common"),
    [
        ([], None),
        (["Lyceum Oost"], "Lyceum Oost"),
        (["Lyceum Oost", "lyceum  oost"], "Lyceum Oost"),
        (["Lyceum Oost", "Lyceum West"], None),
    ],
)
def test_what_all_partners_call_the_collaboration(names: list[str], common: str | None) -> None:
    assert Others(partners=[partner("a.yaml", None, name=name) for name in names]).collaboration == common


def test_every_one_about_another_collaboration_is_remarked_upon() -> None:
    earlier = replace(evaluation({}), collaboration="Lyceum West")
    others = Others(earlier, [partner("a.yaml", "school"), partner("map/b.yaml", "samen", name="lyceum oost ")])
    assert list(others.remarks("Lyceum Oost")) == [
        "De eerdere evaluatie gaat over een andere samenwerking: “Lyceum West”, niet “Lyceum Oost”.",
        "a.yaml gaat over een andere samenwerking: “X”, niet “Lyceum Oost”.",
    ]
    assert list(Others().remarks("Lyceum Oost")) == []
