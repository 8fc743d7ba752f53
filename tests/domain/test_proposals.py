"""The questionnaire where partners answered apart: what it proposes, and when it does so no longer."""

from collections.abc import Callable, Iterable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import examples
from tests.domain.asking import ALL, BACK, NOTE, SKIP, STOP, Answers, Reply, Script, Typed, runs_to_its_end, shown
from tests.domain.building import LAW, partly
from werkzaam.domain.evaluation import OPEN, Answer
from werkzaam.domain.factor_set import Factor, FactorSet, Option
from werkzaam.domain.questionnaire import Questionnaire
from werkzaam.domain.questions import Aside, Asides, Command, FactorQuestion


class Proposed(Script):
    """Keeps what was proposed with each question."""

    def __init__(self, replies: Iterable[Reply]) -> None:
        super().__init__(replies)
        self.proposed: list[tuple[str, str | None]] = []

    def ask_factor(self, question: FactorQuestion) -> Option | Command:
        self._keep("", question)
        return super().ask_factor(question)

    def ask_conditions(self, question: FactorQuestion) -> tuple[str, ...] | Command:
        self._keep("conditions of ", question)
        return super().ask_conditions(question)

    def _keep(self, what: str, question: FactorQuestion) -> None:
        proposal = shown(question.proposal) if question.proposal else None
        self.proposed.append((what + question.factor.id, proposal))
        assert question.preselected == (question.proposal or question.answer)


def partners(**said: tuple[Answer, ...]) -> Callable[[Factor], Asides]:
    return lambda factor: Asides(partners=tuple(Aside("P", factor, item) for item in said.get(factor.id, ())))


BOTH = partners(
    team=(partly("is-vast", "is-deskundig"), partly("is-deskundig")),
    contact=(Answer("ja"), Answer("nee")),
    ruimte=(Answer("weet-niet"), Answer("weet-niet", note="Navragen.")),
    tijd=(Answer("ja"), OPEN),
)
NAMED = "deels -is-deskundig"


def proposed(
    *replies: Reply, answers: Mapping[str, Answer] | None = None, review: bool = False, asks_again: bool = False
) -> tuple[list[tuple[str, str | None]], list[tuple[str, str]]]:
    """Return what is proposed while a script answers, and what is kept."""
    script, kept = Proposed(replies), Answers(answers or {})
    runs_to_its_end(
        Questionnaire(
            examples.small(),
            dict(kept.now),
            script,
            kept.record,
            others=dict,
            asides=BOTH,
            review=review,
            asks_again=asks_again,
        )
    )
    return script.proposed, kept.saves


def test_what_all_answered_is_proposed_and_never_kept_by_itself() -> None:
    assert proposed(SKIP, SKIP, SKIP, SKIP) == (
        [("team", NAMED), ("contact", None), ("ruimte", "weet-niet"), ("tijd", None)],
        [],
    )


def test_after_a_partial_answer_the_conditions_that_all_named_are_proposed(small: FactorSet) -> None:
    found, saves = proposed(NOTE, Typed("Samen bekeken."), "deels", ("is-deskundig",), STOP)
    assert found == [
        ("team", NAMED),
        ("team", NAMED),  # a note leaves the proposal standing
        ("conditions of team", NAMED),
        ("contact", None),
    ]
    note = " (Samen bekeken.)"
    assert saves == [("team", f"open{note}"), ("team", f"deels{note}"), ("team", NAMED + note)]
    question = FactorQuestion(1, 4, small.categories[0], small.factors[0], Answer("ja"))
    assert question.preselected == Answer("ja")


def test_another_partial_answer_than_theirs_proposes_no_conditions() -> None:
    other = partners(team=(Answer("ja"), Answer("ja")))
    script, kept = Proposed(["deels", (), STOP]), Answers({})
    runs_to_its_end(Questionnaire(examples.small(), {}, script, kept.record, others=dict, asides=other))
    assert script.proposed[:2] == [("team", "ja"), ("conditions of team", None)]


def test_conditions_stay_proposed_until_it_is_said_which_are_missing() -> None:
    found, _saves = proposed("deels", BACK, "deels", BACK, "nee", BACK, "deels", (), BACK, "deels", (), STOP)
    conditions = ("conditions of team", NAMED)
    assert found == [
        ("team", NAMED),
        conditions,
        ("team", None),
        conditions,
        ("team", None),
        ("contact", None),
        ("team", None),
        conditions,
        ("contact", None),
        ("team", None),
        ("conditions of team", None),
        ("contact", None),
    ]


@pytest.mark.parametrize("answer", [Answer("ja"), partly(), partly("is-vast")])
def test_what_the_joint_file_says_goes_before_what_partners_say(answer: Answer) -> None:
    again = ("deels", ()) if answer.option == "deels" else ("ja",)
    found, _saves = proposed(*again, STOP, answers={**ALL, "team": answer}, review=True)
    assert {proposal for _asked, proposal in found} == {None}


def test_what_all_named_is_proposed_too_where_it_is_asked_again() -> None:
    found, saves = proposed(BACK, "deels", ("is-vast",), STOP, answers={"team": Answer("deels")}, asks_again=True)
    conditions = ("conditions of team", NAMED)
    assert found == [conditions, ("team", None), conditions, ("contact", None)]
    assert saves == [("team", "deels -is-vast")]


def test_conditions_that_somebody_else_named_meanwhile_go_before_what_partners_named(small: FactorSet) -> None:
    script = Proposed(["deels", (), STOP])

    def record(_factor: object, _answer: Answer) -> Mapping[str, Answer]:
        return {"team": partly("is-vast")}

    runs_to_its_end(Questionnaire(small, {}, script, record, others=dict, asides=BOTH))
    assert script.proposed[1] == ("conditions of team", None)


@LAW
@given(data=st.data(), option=st.sampled_from([None, "ja", "deels"]))
def test_a_proposal_is_made_exactly_where_all_said_the_same_and_the_joint_file_says_nothing(
    data: st.DataObject, option: str | None
) -> None:
    small = examples.small()
    said = data.draw(st.lists(st.sampled_from([OPEN, Answer("ja"), partly(), Answer("weet-niet")]), max_size=4))
    script, now = Proposed([STOP]), {"team": Answer(option)}
    asides = partners(team=tuple(said))
    runs_to_its_end(Questionnaire(small, now, script, Answers(now).record, others=dict, asides=asides, review=True))
    ((_asked, proposal),) = script.proposed
    alike = len(said) > 1 and len({answer.option for answer in said}) == 1 and said[0].option is not None
    assert (proposal is not None) == (alike and option is None)
