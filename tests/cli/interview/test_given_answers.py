"""Answers that come with the call: what `--answer`, `--missing` and `--note` change, and what they refuse."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from tests import examples
from tests.cli.calling import SMALL, Call, Done, told
from werkzaam.cli.interview.call import GivenAnswers
from werkzaam.domain.evaluation import OPEN, Answer, Evaluation, tidy
from werkzaam.domain.factor_set import FactorSet
from werkzaam.errors import UserError
from werkzaam.files.store import AnswersStore
from werkzaam.language import _
from werkzaam.visible import visible_lines

ABOUT = ("--collaboration", "Lyceum Oost", "--perspective", "samen", "--date", "2026-11-23")
NOTE = "Sinds maart zijn er twee mensen."
"""The shared answers: team partly with `is-deskundig` missing and this note, contact yes, ruimte no, tijd open."""

Words = Sequence[str]


def parsed(words: Words, factor_set: FactorSet) -> GivenAnswers:
    """Return what a call says with options and their values."""
    pairs = list(zip(words[::2], words[1::2], strict=True))
    values = ([value for option, value in pairs if option == name] for name in ("--answer", "--missing", "--note"))
    return GivenAnswers.parse(factor_set, *values)


@pytest.fixture
def now(small: FactorSet) -> Evaluation:
    """What stands in the file."""
    return examples.read(examples.SMALL_ANSWERS, small).evaluation


@pytest.mark.parametrize(
    ("words", "factor", "answer"),
    [
        (("--answer", "tijd=ja"), "tijd", Answer("ja")),
        (("--answer", "contact="), "contact", OPEN),
        (("--answer", "team="), "team", Answer(None, note=NOTE)),
        (("--answer", "team=ja"), "team", Answer("ja", note=NOTE)),
        (("--note", "team=  \n "), "team", Answer("deels", ("is-deskundig",))),
        (("--note", "team=Nu drie."), "team", Answer("deels", ("is-deskundig",), "Nu drie.")),
        (("--missing", "team="), "team", Answer("deels", (), NOTE)),
        (("--missing", "team=is-vast"), "team", Answer("deels", ("is-vast",), NOTE)),
        (("--answer", "tijd=deels"), "tijd", Answer("deels")),
        (("--answer", "tijd=deels", "--missing", "tijd="), "tijd", Answer("deels", ())),
        (("--answer", "contact=nee", "--missing", "contact="), "contact", Answer("nee")),
        (
            ("--missing", "team= woont-dichtbij , is-vast,,is-vast"),
            "team",
            Answer("deels", ("is-vast", "woont-dichtbij"), NOTE),
        ),
        (("--answer", "contact=deels", "--missing", "contact=een-punt"), "contact", Answer("deels", ("een-punt",))),
        (("--note", "tijd=Nog te bespreken."), "tijd", Answer(None, note="Nog te bespreken.")),
        (("--note", f"contact={'é' * 4000} "), "contact", Answer("ja", note="é" * 4000)),
    ],
)
def test_only_what_is_given_changes(
    small: FactorSet, now: Evaluation, words: Words, factor: str, answer: Answer
) -> None:
    assert parsed(words, small).answers(small, now) == {factor: answer}


@pytest.mark.parametrize("missing", [None, ()])
def test_what_was_said_to_be_missing_stays_until_something_else_is_said(
    small: FactorSet, now: Evaluation, missing: tuple[()] | None
) -> None:
    now = now.with_answer("team", Answer("deels", missing))
    assert parsed(("--answer", "team=deels"), small).answers(small, now) == {}
    noted = parsed(("--note", "team=Nu drie."), small).answers(small, now)
    assert noted == {"team": Answer("deels", missing, "Nu drie.")}
    named = parsed(("--missing", "team="), small).answers(small, now)
    assert named == ({"team": Answer("deels", ())} if missing is None else {})
    assert parsed(("--answer", "team=nee"), small).answers(small, now) == {"team": Answer("nee")}


STANDS_THERE = [
    ("--answer", "team=deels"),
    ("--answer", "contact=ja", "--note", "contact="),
    ("--missing", "team=is-deskundig"),
    ("--missing", "ruimte="),
    ("--missing", "tijd="),
    ("--answer", "tijd="),
    ("--note", f"team= {NOTE}\t"),
]


@pytest.mark.parametrize("words", STANDS_THERE)
def test_what_stands_there_already_is_no_change(small: FactorSet, now: Evaluation, words: Words) -> None:
    assert parsed(words, small).answers(small, now) == {}


def test_no_change_leaves_every_byte_of_a_file(call: Call) -> None:
    path = Path("a.yaml")
    before = path.read_bytes(), path.stat().st_ino, path.stat().st_mtime_ns
    assert call("check", "a.yaml", "--no-input", *SMALL, *STANDS_THERE[1], *STANDS_THERE[2]).code == 0
    assert (path.read_bytes(), path.stat().st_ino, path.stat().st_mtime_ns) == before


def test_what_is_taken_away_leaves_the_rest_of_the_file_as_it_stands(call: Call) -> None:
    words = ("--answer", "contact=", "--missing", "team=", "--note", "team=")
    assert call("check", "a.yaml", "--no-input", *SMALL, *words).code == 0
    gone = f"      missing:\n        - is-deskundig\n      note: {NOTE}\n"
    left = examples.SMALL_ANSWERS.replace(gone, "      missing: []\n").replace("answer: ja", "answer:")
    assert Path("a.yaml").read_text() == left


def test_a_note_can_have_lines_equals_signs_and_quotes(call: Call) -> None:
    note = "a=b: \"dubbel\", 'enkel' # geen commentaar\n\n- 1 = één\t=\n  twee 😀"
    assert call("check", "a.yaml", "--no-input", *SMALL, "--note", f"contact={note}").code == 0
    written = "answer: ja\n      note: |-\n        a=b: \"dubbel\", 'enkel' # geen commentaar\n\n"
    assert Path("a.yaml").read_text() == examples.SMALL_ANSWERS.replace(
        "answer: ja\n", f"{written}        - 1 = één =\n          twee 😀\n"
    )


# --- what is refused ------------------------------------------------------------------------------------------------

UNKNOWN_FACTOR = "{option} {word}: the factor set has no factor “{id}”."
FACTOR_TWICE = "{option} {word}: this factor is named twice."
NO_EQUALS = "{option} {word}: an equals sign is missing: write it as FACTOR=VALUE."
NO_ANSWER = "--answer {factor}: “{id}” is not an answer to this factor; the answers are: {options}."
NO_CONDITION = "--missing {factor}: this factor has no condition “{id}”."
NO_EFFECT = "--missing {factor}: what is missing counts only after a partial answer; here it says “{answer}”."
NO_UTF_8 = "{option}: this text is not UTF-8."
OPTIONS = "ja, deels, nee, weet-niet, nvt"
CUT = "x" * 60 + "…"


@pytest.mark.parametrize(
    ("words", "message", "named", "near"),
    [
        (("--answer", "team=ja", "--answer", "team=nee"), FACTOR_TWICE, {"option": "--answer", "word": "team"}, ""),
        (("--note", "team=Een", "--note", "team=Een"), FACTOR_TWICE, {"option": "--note", "word": "team"}, ""),
        (("--missing", "team=", "--missing", "team="), FACTOR_TWICE, {"option": "--missing", "word": "team"}, ""),
        (("--answer", "taem=ja"), UNKNOWN_FACTOR, {"option": "--answer", "word": "taem", "id": "taem"}, "team"),
        (("--note", "xyzzy=Geheim"), UNKNOWN_FACTOR, {"option": "--note", "word": "xyzzy", "id": "xyzzy"}, ""),
        (("--note", "Te lang " * 9), NO_EQUALS, {"option": "--note", "word": "Te lang " * 7 + "Te l…"}, ""),
        (("--note", "x" * 99 + "="), UNKNOWN_FACTOR, {"option": "--note", **dict.fromkeys(("word", "id"), CUT)}, ""),
        (("--answer", "=ja"), UNKNOWN_FACTOR, {"option": "--answer", "word": "", "id": ""}, ""),
        (("--answer", "tijd:ja"), NO_EQUALS, {"option": "--answer", "word": "tijd:ja"}, ""),
        (("--answer", "tijd=Ja"), NO_ANSWER, {"factor": "tijd", "id": "Ja", "options": OPTIONS}, "ja"),
        (
            ("--answer", "tijd=niet van toepassing"),
            NO_ANSWER,
            {"factor": "tijd", "id": "niet van toepassing", "options": OPTIONS},
            "nvt",
        ),
        (("--missing", "team=is-vsat"), NO_CONDITION, {"factor": "team", "id": "is-vsat"}, "is-vast"),
        (("--missing", "tijd=is-vast"), NO_CONDITION, {"factor": "tijd", "id": "is-vast"}, ""),
        (("--note", "tijd=caf\udce9"), NO_UTF_8, {"option": "--note"}, ""),
        (("--answer", "tij\udce9=ja"), NO_UTF_8, {"option": "--answer"}, ""),
        (
            ("--note", f"tijd={'x' * 4001}"),
            "--note tijd: {text}",
            {
                "text": lambda: _("This text has {length} characters; at most {limit} fit.").format(
                    length=4001, limit=4000
                )
            },
            "",
        ),
    ],
)
def test_what_cannot_be_is_refused(
    small: FactorSet, words: Words, message: str, named: dict[str, object], near: str
) -> None:
    fields = {name: value() if callable(value) else value for name, value in named.items()}
    line = told(message, **fields).strip() + (f" {told('Did you mean “{word}”?', word=near)}".rstrip() if near else "")
    with pytest.raises(UserError) as problem:
        parsed(words, small)
    assert problem.value.args == (line,)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--answer", "team=ja", "--missing", "team=is-vast"), {"team": "Ja"}),
        (
            ("--missing", "tijd=", "--answer", "contact=weet-niet", "--missing", "contact=een-punt"),
            {"contact": "Weet niet"},
        ),
        (("--missing", "ruimte=is-eigen", "--missing", "contact=een-punt"), {"contact": "Ja", "ruimte": "Nee"}),
    ],
)
def test_what_is_missing_is_refused_where_it_would_not_count(
    small: FactorSet, now: Evaluation, words: Words, said: dict[str, str]
) -> None:
    with pytest.raises(UserError) as problem:
        parsed(words, small).answers(small, now)
    lines = tuple(told(NO_EFFECT, factor=factor, answer=answer).strip() for factor, answer in said.items())
    assert problem.value.args == lines
    with pytest.raises(UserError):
        parsed(("--missing", "team=is-vast"), small).answers(small, Evaluation("X", now.date))


SEVERAL = (
    *("--note", "tijd=\udcff", "--answer", "taem=ja", "--answer", "team=jaa", "--answer", "tijd"),
    *("--missing", "team=is-vst,is-vast", "--note", f"contact={'x' * 5000}", "--note", "ruimte=goed"),
)


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        (
            SEVERAL,
            ["--answer taem", "--answer tijd", "--note", "--answer team", "--missing team", "--note contact"],
        ),
        (("--missing", "ruimte=is-eigen", "--answer", "tijd=ja"), ["--missing ruimte"]),
    ],
    ids=["several", "without effect"],
)
@pytest.mark.parametrize("more", [("b.yaml", "--no-input"), ("b.yaml", "--plain"), ("a.yaml", "--no-input")])
def test_a_refusal_names_every_mistake_makes_no_file_and_leaves_every_byte_of_one(
    call: Call, words: Words, lines: list[str], more: Words
) -> None:
    Path("a.yaml").write_text(examples.SMALL_ANSWERS.replace("perspective: samen\n", ""))
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in Path.cwd().iterdir()}
    details = ABOUT if "b.yaml" in more else ("--perspective", "samen")
    ended = call("check", *more, *details, *SMALL, *words, stdin="ja\n" * 9)
    assert (ended.code, ended.out, [line.split(":")[0] for line in ended.err.splitlines()]) == (2, "", lines)
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in Path.cwd().iterdir()} == before


def test_refusals_are_in_the_language_of_the_call(call: Call) -> None:
    ended = call("check", "a.yaml", "--no-input", *SMALL, "--lang", "en", "--answer", "taem=ja")
    message = "--answer taem: the factor set has no factor “taem”. Did you mean “team”?\n"
    assert ended == Done(2, "", message)


def test_what_looks_like_personal_data_is_pointed_out_without_repeating_it_and_kept(call: Call) -> None:
    note = "Bel 06-12345678 of mail jan@voorbeeld.nl"
    notes = ("--note", f"contact={note}", "--note", "tijd=Van 2024-2025 tot nu.")
    ended = call("check", "a.yaml", "--no-input", *SMALL, *notes)
    said = [told("“{text}” looks like a phone number.", text="**-********")]
    said.append(told("“{text}” looks like an e-mail address.", text="***@*********.**"))
    assert ended.code == 0
    assert ended.err.startswith("".join(f"--note contact: {line}" for line in said))
    assert not any(word in ended.err for word in ("12345678", "jan@", "--note tijd"))
    assert examples.saved("a.yaml").answer("contact") == Answer("ja", note=note)


def test_ids_that_yaml_would_read_as_numbers_are_ids(call: Call) -> None:
    words = ("--factors", "schaal.yaml", "--collaboration", "X", "--date", "2026-11-23", "--no-input")
    ended = call("check", "b.yaml", *words, "--answer", "first=0", "--answer", "second=4", "--answer", "third=done")
    assert ended.code == 0
    assert Path("b.yaml").read_text() == (
        "werkzaam: 1\nfactors: schaal\nversion: 1\ncollaboration: X\ndate: 2026-11-23\nanswers:\n  all:\n"
        "    first:\n      answer: '0'\n    second:\n      answer: '4'\n    third:\n      answer: done\n"
    )
    refused = call("check", "b.yaml", *words, "--answer", "first=00", "--answer", "third=1")
    assert (refused.code, [line.split(":")[0] for line in refused.err.splitlines()]) == (
        2,
        ["--answer first", "--answer third"],
    )


TEXTS = st.text(
    st.characters(exclude_categories=("Cc", "Cs")) | st.sampled_from("\n\t\r\x1b\x85\u2028='\"#:|-, "), max_size=40
)


@st.composite
def evaluations(draw: st.DrawFn) -> dict[str, tuple[str | None, tuple[str, ...] | None, str | None]]:
    """Draw for every factor an option, missing conditions and a note as somebody would type it; or None of each."""
    drawn = {}
    for factor in examples.small().factors:
        option = draw(st.sampled_from([None, *(option.id for option in factor.scale)]))
        partial = option is not None and factor.option(option).is_partial
        ids = [condition.id for condition in factor.conditions] if partial else []
        missing = tuple(item for item in ids if draw(st.booleans())) if partial and draw(st.booleans()) else None
        drawn[factor.id] = (option, missing, draw(st.none() | TEXTS))
    return drawn


@settings(max_examples=25)
@for_all(evaluation=evaluations(), data=st.data())
def test_what_is_given_is_what_is_read_back_and_giving_it_again_changes_nothing(
    evaluation: dict[str, tuple[str | None, tuple[str, ...] | None, str | None]], data: st.DataObject
) -> None:
    pairs = []
    for factor_id, (option, missing, note) in evaluation.items():
        pairs += [("--answer", f"{factor_id}={option}")] if option else []
        if missing is not None:
            pairs += [("--missing", f"{factor_id}={','.join(data.draw(st.permutations(missing)))}")]
        pairs += [("--note", f"{factor_id}={note}")] if note is not None else []
    factor_set = examples.small()
    said = parsed([word for pair in data.draw(st.permutations(pairs)) for word in pair], factor_set)
    empty = examples.read(examples.SMALL_ANSWERS.split("answers:")[0] + "answers:\n", factor_set)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "b.yaml")
        AnswersStore.create(path, factor_set, empty.evaluation, print).save(said.answers(factor_set, empty.evaluation))
        written = examples.saved(path, factor_set)
    assert {factor_id: written.answer(factor_id) for factor_id in evaluation} == {
        factor_id: Answer(option, missing, tidy(visible_lines(note or "")) or None)
        for factor_id, (option, missing, note) in evaluation.items()
    }
    assert said.answers(factor_set, written) == {}
