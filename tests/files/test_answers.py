"""From the text of an answers file to an evaluation, or to every problem in it at its place."""

import time
from datetime import date

import pytest

from tests import examples
from tests.examples import read
from werkzaam.domain.evaluation import Action, ActionStatus, Answer, Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.files.problems import GUESSED, UnusableFileError

HEAD = "werkzaam: 1\nfactors: klein\nversion: 2\ncollaboration: X\ndate: 2026-11-23\n"
OPTIONS = "ja, deels, nee, weet-niet, nvt"
CONDITIONS = "is-vast, is-deskundig, woont-dichtbij"
TEAM = "answers:\n  mensen:\n    team:\n"
LOOKS_LIKE = "kl\u0435in"


def refused(text: str, factor_set: FactorSet | None = None) -> list[str]:
    with pytest.raises(UnusableFileError) as raised:
        read(text, factor_set)
    return [str(problem).removeprefix("a.yaml:") for problem in raised.value.problems]


def places(text: str, factor_set: FactorSet | None = None) -> list[str]:
    return [problem.partition(": ")[0] for problem in refused(text, factor_set)]


def test_a_file_as_people_keep_it_is_read(built_in: FactorSet) -> None:
    text = (
        "werkzaam: 1\n"
        "factors: onderwijs-jongerenwerk\n"
        "version: 1\n"
        "collaboration: Lyceum Oost en Stichting Straatwerk\n"
        "date: '2026-11-23'\n"
        "perspective: jongerenwerk\n"
        "note: Besproken met het hele team.       # over alles\n"
        "answers:\n"
        "  jongerenwerk:\n"
        "    vast-team:\n"
        "      answer: deels\n"
        "      missing:\n"
        "        - werkt-in-woonwijk\n"
        "        - team-is-vast\n"
        "      note: Sinds maart werken er twee mensen vast op school.\n"
        "    aanwezig-op-school:\n"
        "      answer:\n"
        "      note: Navragen.\n"
        "actions:\n"
        "  - factor: aanwezig-op-school\n"
        "    what: Een jongerenwerker is ook op donderdag op school.\n"
        "    owner: jongerenwerk\n"
        "    due: 2027-03-01\n"
        "    status: dropped\n"
        "  - what: Bellen\n"
    )
    expected = Evaluation(
        collaboration="Lyceum Oost en Stichting Straatwerk",
        date=date(2026, 11, 23),
        perspective="jongerenwerk",
        version=1,
        note="Besproken met het hele team.",
        answers={
            "vast-team": Answer(
                "deels",
                ("team-is-vast", "werkt-in-woonwijk"),
                "Sinds maart werken er twee mensen vast op school.",
            ),
            "aanwezig-op-school": Answer(note="Navragen."),
        },
        actions=(
            Action(
                "Een jongerenwerker is ook op donderdag op school.",
                "aanwezig-op-school",
                "jongerenwerk",
                date(2027, 3, 1),
                ActionStatus.DROPPED,
            ),
            Action("Bellen"),
        ),
    )
    windows = "\ufeff" + text.replace("\n", "\r\n")
    assert read(text, built_in).evaluation == read(windows, built_in).evaluation == expected


@pytest.mark.parametrize(
    "part",
    [
        "answers:\n",
        "answers: {}\n",
        "answers:\n  mensen:\n  plek: {}\n",
        "answers:\n  mensen:\n    team:\n    contact: {}\n    \n",
        "answers:\n  mensen:\n    team:\n      answer:\n      missing:\n      note:\n",
        "answers:\nperspective:\nnote:\nactions:\n",
    ],
)
def test_what_is_empty_is_open(part: str) -> None:
    found = read(HEAD + part)
    assert {found.evaluation.answer(factor) for factor in ("team", "contact", "tijd")} == {Answer()}
    assert (found.evaluation.perspective, found.evaluation.note, found.evaluation.actions) == (None, None, ())
    assert found.warnings == ()


def test_every_mistake_is_told_at_its_place_in_one_go() -> None:
    text = """\
werkzaam: 1
factors: klein
version: 2
collaboration: 2024
date: 2026-13-45
perspektive: samen
perspective: samn
answers:
  mensen:
    team:
      answer: Deels
      missing: [is-vast, is-vats, is-vast, 3]
      anwser: ja
    team:
      answer: ja
    tijd:
      answer: ja
    teem:
      answer: ja
  no: {}
  plek: 3
  plekken:
actions:
  - factor: tijdd
    status: opn
"""
    wanted = "4:16 5:7 6:1 7:14 11:15 12:26 12:35 12:44 13:7 14:5 16:5 18:5 20:3 21:9 22:3 24:5 24:13 25:13"
    assert " ".join(places(text)) == wanted


@pytest.mark.parametrize(
    ("part", "problem"),
    [
        (
            f"{TEAM}      answer: JA\n",
            (
                "9:15: “JA” is not an answer to this factor; the answers are: ja, deels, nee, weet-niet, nvt. "
                "Did you mean “ja”?"
            ),
        ),
        (
            f"{TEAM}      answer: deels\n      missing: [een-punt]\n",
            f"10:17: This factor has no condition “een-punt”; its conditions are: {CONDITIONS}.",
        ),
        (
            "answers:\n  plek:\n    tijd:\n      answer: deels\n      missing: [x]\n",
            "10:17: This factor has no condition “x”.",
        ),
        (
            f"{TEAM}      answer: deels\n      missing: [is-vats]\n",
            (
                f"10:17: This factor has no condition “is-vats”; its conditions are: {CONDITIONS}. "
                "Did you mean “is-vast”?"
            ),
        ),
        (f"{TEAM}      answer: deels\n      missing: [is-vast, is-vast]\n", "10:26: “is-vast” is named twice."),
        (
            f"{TEAM}      answer: niet van Toepassing\n",
            (
                f"9:15: “niet van Toepassing” is not an answer to this factor; the answers are: {OPTIONS}. "
                "Did you mean “nvt”?"
            ),
        ),
        (f"{TEAM}      answer: yes\n", f"9:15: “yes” is not an answer to this factor; the answers are: {OPTIONS}."),
        (f"{TEAM}      answer: 1\n", f"9:15: “1” is not an answer to this factor; the answers are: {OPTIONS}."),
        (
            f"{TEAM}      answer: 2026-11-23\n",
            f"9:15: “2026-11-23” is not an answer to this factor; the answers are: {OPTIONS}.",
        ),
        (
            f"{TEAM}      answer: deels\n      missing:\n        - is-vast\n         - is-deskundig\n",
            "11:11: Here two items of the list read as one: line up the “- ” in front of each.",
        ),
        (
            f"{TEAM}      answer: deels\n      missing: [is-vast, is-vats]\n",  # it stands there already
            f"10:26: This factor has no condition “is-vats”; its conditions are: {CONDITIONS}.",
        ),
        ("answers:\n  plek:\n  plekken:\n", "8:3: The factor set has no category “plekken”."),
        ("answers:\n  mensen:\n    team:\n    teem:\n", "9:5: The factor set has no factor “teem”."),
        ("answers:\n  plek:\n    teem:\n", "8:5: The factor set has no factor “teem”."),  # nothing like it belongs here
        (
            "answers:\n  mensen:\n    team:\n    answer:\n",
            "9:5: “answer” belongs to a factor: indent it further than the factor's name.",
        ),
        ("nota: x\nanswers:\n", "6:1: “nota” is not known here. Did you mean “note”?"),
        ("note: x\nnota: x\nanswers:\n", "7:1: “nota” is not known here."),
        ("missin: x\nanswers:\n", "6:1: “missin” is not known here."),
        ("answers:\nactions:\n  - what: x\n    duee: x\n", "9:5: “duee” is not known here. Did you mean “due”?"),
        ("answers:\nactions:\n  - what: x\n    perspectiv: x\n", "9:5: “perspectiv” is not known here."),
        ("answers:\n  plekken:\n", "7:3: The factor set has no category “plekken”. Did you mean “plek”?"),
        ("answers:\n  mensen:\n    teem:\n", "8:5: The factor set has no factor “teem”. Did you mean “team”?"),
        ("answers:\n  plek:\n    team:\n", "8:5: The factor “team” belongs under “mensen”."),
        (
            "answers:\nperspective: zzz\n",
            "7:14: There is no perspective “zzz”; there are: school, samen.",
        ),
        (
            "answers:\nactions: [{what: x, factor: tijdd}]\n",
            "7:29: The factor set has no factor “tijdd”. Did you mean “tijd”?",
        ),
    ],
)
def test_an_id_that_the_set_does_not_have_is_told_with_what_was_probably_meant(part: str, problem: str) -> None:
    assert refused(HEAD + part) == [problem]


@pytest.mark.parametrize(
    ("part", "problem"),
    [
        ("answers:\nactions:\n  - what: x\n  - owner: team\n", "9:5: “what” is missing here."),
        (
            "answers:\nactions:\n  - what: x\n    what: y\n",
            "9:5: “what” stands here twice; the first time is on line 8.",
        ),
        ("answers:\n  mensen:\n    team: ja\n", "8:11: Write this on a line of its own below: “answer: ja”."),
        (
            "answers:\n  mensen: ja\n",  # the answer of a category would be none either
            "7:11: Names with values are needed here, each on a line of its own as “name: value”.",
        ),
        ("answers:\nactions:\n  - Vaker komen\n", "8:5: Put “what: ” in front of this text."),
        (
            f"{TEAM}      answer: deels\n      missing:\n        - is-vast: Het team is vast.\n",  # as above the factor
            "11:11: Only an id belongs here: take the colon away, and what stands behind it.",
        ),
        *[
            (f"answers:\n  mensen:\n    team: {three}\n", "8:11: Write this on a line of its own below: “answer: '3'”.")
            for three in ("'3'", "3")
        ],
    ],
)
def test_advice_that_is_followed_mends_the_file(part: str, problem: str) -> None:
    assert refused(HEAD + part) == [problem]


@pytest.mark.parametrize(
    ("part", "place"),
    [
        ("answers: [team]\n", "6:10"),
        ("answers:\n  mensen: [team]\n", "7:11"),
        ("answers:\n  mensen:\n    team: ja\n", "8:11"),
        (f"{TEAM}      answer: no\n", "9:15"),
        (f"{TEAM}      answer: [ja]\n", "9:15"),
        (f"{TEAM}      answer: ''\n", "9:15"),
        (f"{TEAM}      answer: open\n", "9:15"),
        (f"{TEAM}      note: 5\n", "9:13"),
        (f"{TEAM}      note: {'x' * 4001}\n", "9:13"),
        (f"{TEAM}      answer: deels\n      missing: is-vast\n", "10:16"),
        (f"{TEAM}      answer: deels\n      missing: ['']\n", "10:17"),
        ("answers:\nperspective: ''\n", "7:14"),
        ("answers:\nactions: {}\n", "7:10"),
        ("answers:\nactions: [{what: Bellen, factor: ''}]\n", "7:34"),
        ("answers:\nactions: [Bellen]\n", "7:11"),
        ("answers:\nactions:\n  - what: ' '\n", "8:11"),
        ("answers:\nactions:\n  - what: Bellen\n    due: 2026-02-30\n", "9:10"),
        ("answers:\nactions:\n  - what: Bellen\n    due: morgen\n", "9:10"),
        ("answers:\nactions:\n  - what: Bellen\n    status: gone\n", "9:13"),
        ("answers:\nactions:\n  - what: Bellen\n    who: school\n", "9:5"),
        ("answers:\nscale: []\n", "7:1"),  # a key of a factor set, in a file of answers
    ],
)
def test_a_mistake_is_told_once_at_its_place(part: str, place: str) -> None:
    assert places(HEAD + part) == [place]


@pytest.mark.parametrize("key", ["werkzaam", "factors", "version", "collaboration", "date", "answers"])
def test_a_required_key_is_missed(key: str) -> None:
    lines = f"{HEAD}answers:\n".splitlines(keepends=True)
    (problem,) = refused("".join(line for line in lines if not line.startswith(f"{key}:")))
    assert (problem.partition(":")[0], f"“{key}”" in problem) == ("1", True)
    if key != "answers":
        emptied = "".join(f"{key}:\n" if line.startswith(f"{key}:") else line for line in lines)
        assert places(emptied) == [f"{[line.partition(':')[0] for line in lines].index(key) + 1}:1"]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "klein",
            "groot",
            "2:10: This file belongs to the factor set “groot”, not to “klein”: name its set with --factors.",
        ),
        (
            "klein",
            "gro\u043et",  # a Cyrillic o makes no slip of it: no set of that name is at hand
            "2:10: This file belongs to the factor set “gro\u043et”, not to “klein”: name its set with --factors.",
        ),
        (
            "klein",
            "Klien",
            (
                "2:10: This file belongs to the factor set “Klien”, not to “klein”: name its set with --factors. "
                "Did you mean “klein”?"
            ),
        ),
        (
            "version: 2",
            "version: 3",
            (
                "3:10: This file was filled in with version 3 of the factor set; this one is version 2: "
                "name the newer set with --factors, or get a newer werkzaam."
            ),
        ),
        (
            "werkzaam: 1",
            "werkzaam: 2",
            "1:11: This file has format 2; this version of werkzaam reads up to 1: get a newer one.",
        ),
    ],
)
def test_a_file_that_would_mean_something_else_is_refused_at_once(old: str, new: str, problem: str) -> None:
    assert refused(HEAD.replace(old, new) + "answers: 3\n") == [problem]


@pytest.mark.parametrize(
    ("text", "place"), [(examples.SMALL_SET, "10:1"), (HEAD + "scale: []\n", "6:1"), (HEAD + "categories: []\n", "6:1")]
)
def test_a_factor_set_is_not_taken_for_answers(text: str, place: str) -> None:
    assert refused(text) == [f"{place}: This is a factor set, and holds no answers: name it with --factors."]


def test_answers_with_a_key_of_a_factor_set_stay_answers() -> None:
    (problem,) = refused(f"{HEAD}answers:\ncategories: []\n")
    assert "categories" in problem
    assert "This is a factor set" not in problem


@pytest.mark.parametrize("option", ["ja", "nee", "weet-niet", "nvt", ""])
def test_what_is_missing_counts_only_after_a_partial_answer(option: str) -> None:
    found = read(f"{HEAD}{TEAM}      answer: {option}\n      missing: [is-vast]\n")
    assert [str(warning) for warning in found.warnings] == [
        "a.yaml:10:7: warning: What is missing has no effect here: it counts only after a partial answer."
    ]
    assert found.evaluation.answer("team") == Answer(option or None)


@pytest.mark.parametrize("nothing", ["", "      missing:\n", "      missing: ~  # nog niet\n"])
def test_after_a_partial_answer_an_empty_list_says_that_nothing_is_named(nothing: str) -> None:
    assert read(f"{HEAD}{TEAM}      answer: deels\n{nothing}").evaluation.answer("team") == Answer("deels")
    found = read(f"{HEAD}{TEAM}      answer: deels\n      missing: []\n")
    assert (found.evaluation.answer("team"), found.warnings) == (Answer("deels", ()), ())


@pytest.mark.parametrize("option", ["ja", "nee", "weet-niet", "nvt", ""])
def test_after_any_other_answer_an_empty_list_says_nothing_and_is_no_reason_to_warn(option: str) -> None:
    found = read(f"{HEAD}{TEAM}      answer: {option}\n      missing: []\n")
    assert (found.evaluation.answer("team"), found.warnings) == (Answer(option or None), ())


def test_warnings_stand_between_mistakes_in_the_order_of_the_file() -> None:
    text = f"{HEAD}{TEAM}      answer: ja\n      missing: [is-vast]\n    weg:\n"
    assert places(text) == ["10:7", "11:5"]


def test_every_condition_may_be_missing_in_any_order() -> None:
    text = f"{HEAD}{TEAM}      answer: deels\n      missing: [woont-dichtbij, is-deskundig, is-vast]\n"
    assert read(text).evaluation.answer("team") == Answer("deels", ("is-vast", "is-deskundig", "woont-dichtbij"))


def test_a_note_may_have_four_thousand_characters() -> None:
    assert read(f"{HEAD}{TEAM}      note: {'x' * 4000}\n").evaluation.answer("team").note == "x" * 4000


def test_another_set_has_ids_that_need_quotes_and_no_perspectives() -> None:
    text = HEAD.replace("klein", "schaal").replace("version: 2", "version: 1")
    other = examples.other_scale()
    answered = f"{text}answers:\n  all:\n    first:\n      answer: "
    assert read(f"{answered}'0'\n", other).evaluation.answer("first") == Answer("0")
    assert refused(f"{answered}0\n", other) == ["9:15: YAML does not read this as text: put quotes around it."]
    none = "6:14: This factor set has no perspectives: leave this line out."
    assert refused(f"{text}perspective: school\nanswers:\n", other) == [none]


def test_what_was_meant_is_guessed_for_the_first_faults_only() -> None:
    start = time.process_time()
    factors, keys = (
        refused(f"{HEAD}answers:\n" + indented + "".join(f"{line.format(number)}\n" for number in range(5_000)))
        for indented, line in (("  mensen:\n", "    tea{}: {{}}"), ("", "notee{}: x"))
    )
    assert time.process_time() - start < 5
    for told, meant in ((factors, "team"), (keys, "note")):
        assert len(told) == 5_000
        assert [f"“{meant}”" in line for line in told] == [number < GUESSED for number in range(5_000)]
        assert told[-1].endswith(".")  # with nothing behind it


def test_a_key_of_a_factor_that_stands_where_factors_do_is_told_where_it_begins() -> None:
    text = f"{HEAD}answers:\n  mensen:\n    team:\n    answer: ja\n"
    assert places(text) == ["9:5"]
    told = refused(text.replace("version: 2", "version: 1"))  # in an older file a retired factor may have that id
    assert told[-1] == "9:5: “answer” belongs to a factor: indent it further than the factor's name."


def test_a_factor_that_stands_where_categories_do_is_told_where_it_belongs() -> None:
    told = refused(f"{HEAD}answers:\n  mensen:\n  team:\n    answer: ja\n")
    assert told == [
        "8:3: The factor “team” belongs under “mensen”.",
        "9:5: “answer” belongs to a factor: indent it further than the factor's name.",
    ]


@pytest.mark.parametrize("value", ["{a: b}", "[ja]", "''"])
def test_what_is_no_word_is_one_problem(value: str) -> None:
    (problem,) = refused(f"{HEAD}{TEAM}      answer: {value}\n")
    assert problem.endswith((" is needed here.", " take them away, or put quotes around the whole text.", " in here."))


def test_an_id_of_a_set_that_only_looks_like_it_is_named() -> None:
    assert refused(f"{HEAD.replace('klein', LOOKS_LIKE)}answers:\n") == [
        "2:10: Here stands U+0435, which looks like another sign: type “klein” anew."
    ]
