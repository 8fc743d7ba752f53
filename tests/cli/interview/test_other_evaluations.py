"""The other evaluations: read, and laid beside the questions under a name."""

from datetime import date
from pathlib import Path

import pytest

from tests import examples
from tests.cli.calling import places, told
from tests.cli.interview.earlier import OLD
from tests.domain.building import DAY, evaluation, partly
from werkzaam.cli.inputs import read_answers
from werkzaam.cli.interview.other_evaluations import OtherEvaluations, read_partners
from werkzaam.domain.comparison import Entry
from werkzaam.domain.evaluation import OPEN, Action, ActionStatus, Answer, Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.questions import NOTHING_BESIDE, Aside, Asides
from werkzaam.errors import UserError
from werkzaam.language import _


@pytest.mark.usefixtures("folder")
def test_another_file_is_read_and_what_has_no_effect_in_it_is_told(small: FactorSet) -> None:
    Path("oud.yaml").write_text(OLD.replace("answer: nee\n", "answer: nee\n      missing: [is-eigen]\n"))
    lines: list[str] = []
    assert read_answers("oud.yaml", small, lines.append).evaluation.answer("ruimte") == Answer("nee")
    assert places("\n".join(lines)) == ["oud.yaml:19:7"]
    with pytest.raises(UserError, match=r"^weg\.yaml: "):
        read_answers("weg.yaml", small, print)


# --- beside the questions -----------------------------------------------------------------------------------------


def when(day: str = "23-11-2026") -> str:
    return _("On {date}").format(date=day)


def test_beside_every_factor_lies_what_was_answered_and_agreed_about_it(small: FactorSet) -> None:
    earlier = examples.read(OLD, small).evaluation
    team, _contact, _room, time = small.factors
    others = OtherEvaluations(earlier)
    zoeken = Action("Zoeken", "team", status=ActionStatus.DONE)
    bellen = Action("Bellen", "team", status=ActionStatus.DROPPED)
    said = Answer("deels", ("is-deskundig",), "Sinds maart zijn er twee mensen.")
    assert others.asides(small, team) == Asides((Aside(when(), team, said, (zoeken, bellen)),))
    agreed = Action("Praten", "tijd", "school", date(2027, 3, 1))
    assert others.asides(small, time) == Asides((Aside(when(), time, OPEN, (agreed,)),))


def test_a_factor_that_was_not_there_then_was_open_and_without_others_nothing_lies_beside(small: FactorSet) -> None:
    time = small.factors[-1]
    assert OtherEvaluations(evaluation({"team": "ja"})).asides(small, time).previous[0].answer == OPEN
    assert OtherEvaluations().asides(small, time) == NOTHING_BESIDE


def partner(file: str, perspective: str | None, answer: Answer = OPEN, day: date = DAY, name: str = "X") -> Entry:
    return Entry(file, Evaluation(name, day, perspective, answers={"team": answer}))


def test_last_year_and_partners_lie_beside_together(small: FactorSet) -> None:
    said = partly("is-vast"), Answer("ja", note="Zeker.")
    partners = [partner("a.yaml", "school", said[0]), partner("b.yaml", "samen", said[1])]
    team = small.factors[0]
    assert OtherEvaluations(evaluation({"team": "nee"}), partners).asides(small, team) == Asides(
        (Aside(when(), team, Answer("nee")),),
        (Aside("School", team, said[0]), Aside("Samen", team, said[1])),
    )


@pytest.mark.usefixtures("folder")
def test_partners_come_in_the_order_of_the_set(small: FactorSet) -> None:
    for side in ("samen", "school"):
        Path(f"{side}.yaml").write_text(OLD.replace("perspective: samen", f"perspective: {side}"))
    Path("geen.yaml").write_text(OLD.replace("perspective: samen\n", ""))
    entries = read_partners(["samen.yaml", "school.yaml", "geen.yaml"], small)
    assert [entry.file for entry in entries] == ["geen.yaml", "school.yaml", "samen.yaml"]
    assert read_partners([], small) == []


# --- which collaboration they are about ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("names", "common"),
    [
        ([], None),
        (["Lyceum Oost", "lyceum  oost"], "Lyceum Oost"),
        (["Lyceum Oost", "Lyceum West"], None),
    ],
)
def test_what_all_partners_call_the_collaboration(names: list[str], common: str | None) -> None:
    assert OtherEvaluations(partners=[partner("a.yaml", None, name=name) for name in names]).collaboration == common


def test_every_one_about_another_collaboration_is_remarked_upon() -> None:
    earlier = evaluation({})._replace(collaboration="Lyceum West")
    others = OtherEvaluations(
        earlier, [partner("a.yaml", "school"), partner("map/b.yaml", "samen", name="lyceum oost ")]
    )
    then = "The earlier evaluation is about another collaboration: “{theirs}”, not “{ours}”."
    theirs = "{file} is about another collaboration: “{theirs}”, not “{ours}”."
    assert [f"{line}\n" for line in others.remarks("Lyceum Oost")] == [
        told(then, theirs="Lyceum West", ours="Lyceum Oost"),
        told(theirs, file="a.yaml", theirs="X", ours="Lyceum Oost"),
    ]
    assert list(OtherEvaluations().remarks("Lyceum Oost")) == []


def test_a_partner_who_is_there_twice_is_remarked_upon_since_a_copy_always_agrees() -> None:
    sides = ("school", "school", "samen", None, None)
    others = OtherEvaluations(partners=[partner(f"{number}.yaml", side) for number, side in enumerate(sides)])
    twice = "The same collaboration, date and perspective twice: {files}. Each file counts; is one a copy?"
    pair = told("{file} and {other}", file="0.yaml", other="1.yaml").strip()
    assert [f"{line}\n" for line in others.remarks("X")] == [told(twice, files=pair)]
