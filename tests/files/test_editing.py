import re
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import examples
from tests.files.by_hand import BY_HAND, HEAD, LINE_ENDS, TEAM, edited, read
from werkzaam.domain.evaluation import Action, Answer
from werkzaam.files import editing

FACTORS = ("team", "contact", "ruimte", "tijd")

NOTES = st.none() | st.sampled_from(["Kort.", "Twee\nregels", "met: een dubbele punt", "# geen uitleg", "ends\n\n"])
PARTLY = {"team": ("is-vast", "is-deskundig", "woont-dichtbij"), "ruimte": ("is-eigen", "is-centraal")}


@st.composite
def changes(draw: st.DrawFn) -> tuple[str, Answer]:
    factor = draw(st.sampled_from(FACTORS))
    option = draw(st.sampled_from([None, "ja", "deels", "nee", "weet-niet", "nvt"]))
    conditions = PARTLY.get(factor, ())
    chosen = (
        draw(st.none() | st.sets(st.sampled_from(conditions or ["none of its own"]))) if option == "deels" else None
    )
    missing = None if chosen is None else tuple(condition for condition in conditions if condition in chosen)
    return factor, Answer(option, missing, draw(NOTES))


def block(text: str, factor_id: str) -> tuple[int, int]:
    """Return the lines of a factor in BY_HAND: from its key to the last line that is indented deeper or blank."""
    lines = text.splitlines(keepends=True)
    start = next(number for number, line in enumerate(lines) if re.match(rf' {{8}}"?{factor_id}"?:', line))
    stop = start + 1
    while stop < len(lines) and (not lines[stop].strip() or lines[stop].startswith(" " * 9)):
        stop += 1
    return start, stop


@settings(max_examples=40)
@given(line_end=st.sampled_from(LINE_ENDS), change=changes())
def test_an_edit_changes_one_answer_and_no_line_of_another(line_end: str, change: tuple[str, Answer]) -> None:
    factor, answer = change
    text = BY_HAND.replace("\n", line_end)
    new = edited(text, factor, answer)
    assert read(new).evaluation == read(text).evaluation.with_answer(factor, answer)
    start, stop = block(BY_HAND, factor)
    old_lines, new_lines = (re.split(f"(?<={line_end})", body) for body in (text, new))
    behind = len(BY_HAND.splitlines()) - stop
    assert new_lines[:start] == old_lines[:start]
    assert new_lines[len(new_lines) - behind - 1 :] == old_lines[len(old_lines) - behind - 1 :]


@settings(max_examples=25)
@given(steps=st.lists(changes(), min_size=1, max_size=5))
def test_any_row_of_edits_gives_all_their_answers(steps: list[tuple[str, Answer]]) -> None:
    text, expected = BY_HAND, read(BY_HAND).evaluation
    for factor, answer in steps:
        text = edited(text, factor, answer)
        expected = expected.with_answer(factor, answer)
    assert read(text).evaluation == expected


@settings(max_examples=30)
@given(changes())
def test_setting_an_answer_back_gives_a_canonical_file_back(change: tuple[str, Answer]) -> None:
    factor, answer = change
    before = read(examples.SMALL_ANSWERS).evaluation.answer(factor)
    assert edited(edited(examples.SMALL_ANSWERS, factor, answer), factor, before) == examples.SMALL_ANSWERS


def test_an_answer_that_stands_there_already_changes_nothing() -> None:
    for factor in FACTORS:
        assert edited(BY_HAND, factor, read(BY_HAND).evaluation.answer(factor)) == BY_HAND


@pytest.mark.parametrize(
    ("answers_part", "expected"),
    [
        pytest.param("answers:", "answers:\n  mensen:\n    team:\n      answer: ja", id="nothing answered yet"),
        pytest.param(
            "answers: {}  # leeg\n", "answers:  # leeg\n  mensen:\n    team:\n      answer: ja\n", id="flow, empty"
        ),
        pytest.param(
            "answers:\n  mensen: {team: {answer: nee}, contact: {}}\n",
            "answers:\n  mensen:\n    team:\n      answer: ja\n    contact: {}\n",
            id="category in flow style",
        ),
        pytest.param(
            "answers:\n  mensen:\n    team: {answer: nee}  # uitleg\n",
            "answers:\n  mensen:\n    team:  # uitleg\n      answer: ja\n",
            id="factor in flow style",
        ),
        pytest.param(
            "answers:\n  mensen:\n    team:  # uitleg\n    contact:\n",
            "answers:\n  mensen:\n    team:  # uitleg\n      answer: ja\n    contact:\n",
            id="factor without anything",
        ),
        pytest.param(
            "answers:\n  ? mensen\n  : team: {answer: nee}\n",
            "answers:\n  mensen:\n    team:\n      answer: ja\n",
            id="explicit key",
        ),
        pytest.param(
            "answers:\n  ? plek\n  :  # dit\n    tijd:\n",
            "answers:\n  mensen:\n    team:\n      answer: ja\n  ? plek\n  :  # dit\n    tijd:\n",
            id="category absent, before an explicit key",
        ),
        pytest.param(
            "answers:\n  mensen:\n    team: {}\n    ? contact\n    : answer: nee\n",
            "answers:\n  mensen:\n    team:\n      answer: ja\n    ? contact\n    : answer: nee\n",
            id="an explicit key beside it",
        ),
        pytest.param(
            "answers:\n  mensen:\n    # over contact\n    contact:\n      answer: nee\n",
            "answers:\n  mensen:\n    # over contact\n    team:\n      answer: ja\n    contact:\n      answer: nee\n",
            id="factor absent, before the others",
        ),
        pytest.param(
            "answers:\n  plek:\n    tijd:\n      answer: nee",
            "answers:\n  mensen:\n    team:\n      answer: ja\n  plek:\n    tijd:\n      answer: nee",
            id="category absent, no newline at the end",
        ),
        pytest.param(
            "answers:\n  mensen:\n    team:\n      note: |\n        Kijk.\n\n      # en dan\n",
            "answers:\n  mensen:\n    team:\n      answer: ja\n      note: |\n        Kijk.\n\n      # en dan\n",
            id="only a note",
        ),
        pytest.param(
            "answers:\n  mensen:\n    team:\n      answer:   # wie weet het?\n",
            "answers:\n  mensen:\n    team:\n      answer: ja   # wie weet het?\n",
            id="comment behind an empty answer",
        ),
        pytest.param(
            "answers:\n  mensen:\n    team:\n      answer:\n        nee\n",
            "answers:\n  mensen:\n    team:\n      answer: ja\n",
            id="answer on the next line",
        ),
    ],
)
def test_an_answer_goes_where_it_belongs(answers_part: str, expected: str) -> None:
    old = read(HEAD + answers_part).evaluation.answer("team")
    assert edited(HEAD + answers_part, "team", Answer("ja", None, old.note)) == HEAD + expected


TO_TEAM = [
    Answer("ja"),
    Answer(None, None, "Kort."),
    Answer("nee", None, "Twee\nregels"),
    Answer("deels", ("is-vast", "is-deskundig"), " in\n  gesprongen"),
    Answer("deels", (), "x: y # z"),
    Answer("deels"),
    Answer("nvt", None, "a\u2028b"),
]
"""What is answered in a file by another hand."""
IN_MENSEN = f"# boven\n{HEAD}answers:  # alles\n  mensen:\n\n    # over het team\n"
CONTACT = '\n    # over contact\n    contact:\n      answer: "ja"   # zeker\n  plek: {tijd: {answer: nee}}\n# onder\n'

# What stands before the factor `team`, the factor itself, and what stands behind it.
BY_OTHER_HANDS = {
    "as the program writes it": (IN_MENSEN, "    team:\n      answer: nee\n      note: Oud.\n", CONTACT),
    "comments everywhere": (
        IN_MENSEN,
        "    team: # a\n\n      # b\n      answer: nee   # c\n\n      # d\n      note: x # e\n",
        CONTACT,
    ),
    "keys in another order": (
        IN_MENSEN,
        "    team:\n      note: x\n      missing:\n      # a\n      - is-vast  # b\n      answer: deels\n",
        CONTACT,
    ),
    "quoted keys": (IN_MENSEN, "    'team' :\n      \"answer\"   :   'nee'   # c\n      note  : x\n", CONTACT),
    "tabs": (IN_MENSEN, "    team:\n      answer:\tnee\t# c\n", CONTACT),
    "blanks at line ends": (
        IN_MENSEN,
        "    team:  \n      answer: deels  \n      missing: \n        - is-vast  \n",
        CONTACT,
    ),
    "nothing under its key": (IN_MENSEN, "    team:  # nog niets\n", CONTACT),
    "an empty answer": (IN_MENSEN, "    team:\n      answer:  # wie weet het?\n", CONTACT),
    "null in words": (IN_MENSEN, "    team:\n      answer: null\n      missing: []\n      note: ~  # c\n", CONTACT),
    "a literal note first": (
        IN_MENSEN,
        "    team:\n      note: |\n        a\n\n        b\n      answer: nee\n",
        CONTACT,
    ),
    "a folded note": (IN_MENSEN, "    team:\n      answer: nee\n      note: >\n        a\n        b\n", CONTACT),
    "a kept note first": (IN_MENSEN, "    team:\n      note: |+\n        a\n\n\n      answer: nee\n", CONTACT),
    "an indented note": (IN_MENSEN, "    team:\n      note: |2\n          a\n        b\n      answer: nee\n", CONTACT),
    "an empty literal note": (IN_MENSEN, "    team:\n      answer: nee\n      note: |\n", CONTACT),
    "a quoted note of several lines": (
        IN_MENSEN,
        '    team:\n      answer: nee\n      note: "een\n        # twee\n\n        drie" # d\n',
        CONTACT,
    ),
    "a plain note of several lines": (
        IN_MENSEN,
        "    team:\n      note: een\n        twee\n      answer: nee\n",
        CONTACT,
    ),
    "an answer on the next line": (IN_MENSEN, "    team:\n      answer:\n        # c\n        nee # d\n", CONTACT),
    "a literal answer": (IN_MENSEN, "    team:\n      answer: |-\n        nee\n      note: x\n", CONTACT),
    "missing in flow style": (
        IN_MENSEN,
        "    team:\n      answer: deels\n      missing: [is-vast, # a\n        is-deskundig] # b\n      note: x\n",
        CONTACT,
    ),
    "explicit fields": (IN_MENSEN, "    team:\n      ? answer\n      : nee\n      note: x\n", CONTACT),
    "flow style": (IN_MENSEN, "    team: {answer: deels, missing: [is-vast],\n      note: 'x'}\n", CONTACT),
    "flow style with comments": (IN_MENSEN, "    team: {\n      # c\n      answer: nee\n      # d\n    }\n", CONTACT),
    "absent": (IN_MENSEN, "", CONTACT[1:]),
    "the last of the file": (IN_MENSEN, "    team:\n      answer: nee\n", ""),
    "the last of the file, without a line end": (IN_MENSEN, "    team:\n      answer: nee", ""),
    "its key the last of the file": (IN_MENSEN, "    team:", ""),
    "odd indentation": (
        HEAD + "answers:\n     mensen:\n",
        "            team:\n              answer: deels\n              missing:\n                       - is-vast\n",
        "            contact:\n     plek:\n",
    ),
    "little indentation": (
        HEAD + "answers:\n mensen:\n",
        "  team:\n   answer: nee\n   note: |\n    x\n",
        "  contact:\n",
    ),
    "one document with its marks": (
        "%YAML 1.1\n---\n" + HEAD + "answers:\n  mensen:\n",
        "    team:\n      answer: nee\n",
        "...\n# na\n",
    ),
}


def _with_line_ends(parts: tuple[str, str, str], line_end: str) -> tuple[str, str, str]:
    before, block, behind = (part.replace("\n", line_end) for part in parts)
    return before, block, behind


@pytest.mark.parametrize("hand", BY_OTHER_HANDS)
def test_any_hand_is_respected_around_the_factor(hand: str) -> None:
    for line_end, answer in product(LINE_ENDS, TO_TEAM):
        before, block, behind = _with_line_ends(BY_OTHER_HANDS[hand], line_end)
        text = before + block + behind
        new = edited(text, "team", answer)
        assert read(new).evaluation == read(text).evaluation.with_answer("team", answer)
        # Where the factor is absent it is put before the first that is there, behind the comments above that.
        around = before if block else before.removesuffix("    # over het team" + line_end)
        assert new.startswith(around)
        assert new.endswith(behind if block else behind[behind.index("    contact:") :])
        assert "\n" not in new.replace(line_end, "")


REWRITTEN_OTHERWISE = (
    *("keys in another order", "quoted keys", "blanks at line ends", "nothing under its key", "an empty answer"),
    *("null in words", "a folded note", "an empty literal note", "an answer on the next line", "a literal answer"),
    *("missing in flow style", "explicit fields", "flow style", "flow style with comments", "absent"),
    *("its key the last of the file", "odd indentation"),
)


@pytest.mark.parametrize("hand", [hand for hand in BY_OTHER_HANDS if hand not in REWRITTEN_OTHERWISE])
def test_an_option_that_is_set_back_gives_the_old_text_back(hand: str) -> None:
    for line_end, option in product(LINE_ENDS, ["ja", None]):
        text = "".join(_with_line_ends(BY_OTHER_HANDS[hand], line_end))
        old = read(text).evaluation.answer("team")
        changed = edited(text, "team", old._replace(option=option))
        assert changed != text
        back = edited(changed, "team", old).replace(" \t", "\t")
        assert back == text.replace("\tnee", " nee").replace(" \t", "\t")


def test_a_note_keeps_the_empty_lines_at_its_end_and_no_more() -> None:
    for note, behind in product(["a\n", "a\n\n\n", "\n"], ["", "\n", "\n\n\n", "\n\n      # over\n\n    contact:\n"]):
        new = edited(f"{TEAM}      answer: nee{behind}", "team", Answer("nee", None, note))
        assert read(new).evaluation.answer("team") == Answer("nee", None, note)
        assert new.endswith(behind)


@pytest.mark.parametrize(
    ("before", "factor", "answer", "after"),
    [
        pytest.param(
            f"{HEAD}answers:\n  mensen:\n    team:\n      missing:\n        - is-vast\n    contact:\n",
            "team",
            Answer("ja"),
            f"{TEAM}      answer: ja\n    contact:\n",
            id="only what is missing",
        ),
        pytest.param(
            f"{HEAD}answers:\n  mensen:\n    team: {{note: Oud., missing: [is-vast], answer: nee}}\n",
            "team",
            Answer("nee", None, "Nieuw."),
            f"{TEAM}      answer: nee\n      missing:\n        - is-vast\n      note: Nieuw.\n",
            id="flow style becomes a block in the order of a new file",
        ),
        pytest.param(
            f"{TEAM}      answer: null # nog niet\n      missing: ~\n      note: ~  # later\n",
            "team",
            Answer("deels"),
            f"{TEAM}      answer: deels # nog niet\n      missing: ~\n      note: ~  # later\n",
            id="what says nothing in words stays",
        ),
        pytest.param(
            f"{TEAM}      note: Oud.\n",
            "team",
            Answer("ja", None, "Twee\nregels"),
            f"{TEAM}      answer: ja\n      note: |-\n        Twee\n        regels\n",
            id="only a note, and another one",
        ),
        pytest.param(
            f"{TEAM}      answer:\n        nee # zei de school\n",
            "team",
            Answer("ja"),
            f"{TEAM}      answer: ja # zei de school\n",
            id="a comment behind an answer on the next line",
        ),
        pytest.param(
            TEAM,
            "team",
            Answer("ja", None, "een\n\ntwee"),
            f"{TEAM}      answer: ja\n      note: |-\n        een\n\n        twee\n",
            id="empty lines inside a note hold no blanks",
        ),
        pytest.param(
            f"{TEAM}      answer: ja\n",
            "team",
            Answer("ja", None, "een\n\ntwee"),
            f"{TEAM}      answer: ja\n      note: |-\n        een\n\n        twee\n",
            id="nor inside a note behind an answer that stays",
        ),
        pytest.param(
            f"{TEAM}      answer: nee\n      note: ''\n",
            "team",
            Answer("ja"),
            f"{TEAM}      answer: ja\n      note: ''\n",
            id="an empty note stays as it is written",
        ),
        pytest.param(
            f"{HEAD}answers:\n  ?\n    mensen\n  : team: {{answer: nee}}\n# onder\n",
            "team",
            Answer("ja"),
            f"{TEAM}      answer: ja\n# onder\n",
            id="a key below its question mark",
        ),
        pytest.param(
            f"{TEAM}      answer: ja\n    # einde\n  plek:\n",
            "contact",
            Answer("nee"),
            f"{TEAM}      answer: ja\n    contact:\n      answer: nee\n    # einde\n  plek:\n",
            id="behind its siblings",
        ),
        pytest.param(
            f"{TEAM}      answer: nee\n# onder\n",
            "tijd",
            Answer("ja"),
            f"{TEAM}      answer: nee\n  plek:\n    tijd:\n      answer: ja\n# onder\n",
            id="behind the category before it",
        ),
        pytest.param(
            f"{HEAD}answers:\n  plek:\n    ruimte:\n      answer: nee\n  mensen:\n",
            "tijd",
            Answer("ja"),
            f"{HEAD}answers:\n  plek:\n    ruimte:\n      answer: nee\n    tijd:\n      answer: ja\n  mensen:\n",
            id="in its category, wherever that stands",
        ),
        pytest.param(
            '{"werkzaam": 1, "factors": klein, "version": 2, "collaboration": X, "date": 2026-11-23, "answers": {}}',
            "tijd",
            Answer("ja"),
            f"{HEAD}answers:\n  plek:\n    tijd:\n      answer: ja\n",
            id="a file in JSON style becomes canonical",
        ),
        *(
            pytest.param(
                f"\n{TEAM}      answer: 'nee' # echt\n".replace("\n", line_end),
                "team",
                Answer("ja"),
                f"\n{TEAM}      answer: ja # echt\n".replace("\n", line_end),
                id=f"an empty line first, {line_end!r}",
            )
            for line_end in LINE_ENDS
        ),
    ],
)
def test_an_edit_of_a_text_by_hand(before: str, factor: str, answer: Answer, after: str) -> None:
    assert edited(before, factor, answer) == after


@pytest.mark.parametrize("value", ["{}", "~", "{answer: nee}"])
def test_a_comment_behind_a_factor_does_not_become_part_of_a_note(value: str) -> None:
    text = f"{HEAD}answers:\n  mensen:\n    team: {value}  # vraag het de school\n    contact:\n"
    new = edited(text, "team", Answer("ja", None, "Twee\nregels"))
    assert read(new).evaluation.answer("team") == Answer("ja", None, "Twee\nregels")
    assert "  # vraag het de school" in new
    assert new.endswith("    contact:\n")


@pytest.mark.parametrize(
    "answers_part",
    [
        "answers: {mensen: {team: {answer: nee}, contact: {answer: ja}}, plek: {}}\nnote: x\n",
        "answers:\n  mensen: {team: {note: 'een\n    twee'}, contact: {answer: ja}}\n  plek: # x\nnote: x\n",
        "answers:\n  ? mensen\n  : team: {answer: nee}\n    contact: {answer: ja}\nnote: x\n",
        "? answers\n: mensen:\n    contact: {answer: ja}\nnote: x\n",
    ],
)
def test_what_is_rewritten_as_a_block_keeps_its_neighbours(answers_part: str) -> None:
    text = HEAD + answers_part
    for answer in TO_TEAM:
        new = edited(text, "team", answer)
        assert read(new).evaluation == read(text).evaluation.with_answer("team", answer)
        assert new.startswith(HEAD)
        assert new.endswith("note: x\n")
        assert new.count("# x") == text.count("# x")


BETWEEN_BRACES = "{werkzaam: 1, factors: klein, version: 2, collaboration: X, date: 2026-11-23, "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HEAD + "perspective:  # wie?\nanswers:\n", HEAD + "perspective: samen  # wie?\nanswers:\n"),
        (HEAD + "perspective: ~\nanswers:\n", HEAD + "perspective: samen\nanswers:\n"),
        ("answers:\n" + HEAD, "answers:\n" + HEAD + "perspective: samen\n"),
        *(
            (head + "answers: {}\n", head + "perspective: samen\nanswers: {}\n")
            for head in (
                HEAD.replace("collaboration: X", "? collaboration  # a\n:   X"),
                HEAD.replace("werkzaam: 1", "? werkzaam\n: 1"),
                HEAD.replace("date: ", "? date\n: "),
            )
        ),
        ("answers:\n" + HEAD[:-1], "answers:\n" + HEAD + "perspective: samen"),
        (
            HEAD.replace("23\n", "23 # vandaag\n\n# toen\n") + "answers:\n",
            HEAD.replace("23\n", "23 # vandaag\nperspective: samen\n\n# toen\n") + "answers:\n",
        ),
        *(
            ((HEAD + "answers:\n").replace("\n", end), (HEAD + "perspective: samen\nanswers:\n").replace("\n", end))
            for end in LINE_ENDS
        ),
        (
            f"{BETWEEN_BRACES}answers: {{}}}}",
            f"{HEAD}answers: {{}}\nperspective: samen\n",
        ),
    ],
)
def test_a_perspective_is_filled_in_behind_the_date_by_any_hand(text: str, expected: str) -> None:
    assert editing.with_name(read(text).tree, "perspective", "samen") == expected


PARTIAL = f"{TEAM}      answer: deels  # a\n"
BEHIND = "      note: x  # c\n\n    # d\n    contact:\n"
ON_A_LINE, AS_A_LIST = "      missing: []{}\n", "      missing:{}\n        - is-vast\n"


@pytest.mark.parametrize(
    ("before", "missing", "after"),
    [
        ("", (), ON_A_LINE.format("")),
        ("", ("is-vast",), AS_A_LIST.format("")),
        ("      missing:  # b\n", (), ON_A_LINE.format("  # b")),
        ("      missing: ~  # b\n", (), ON_A_LINE.format("  # b")),
        ("      missing:  # b\n", ("is-vast",), AS_A_LIST.format("  # b")),
        (ON_A_LINE.format("  # b"), ("is-vast",), AS_A_LIST.format("  # b")),
        ("      missing: [ ]\n", ("is-vast",), AS_A_LIST.format("")),
        ("      missing:\n        []\n", ("is-vast",), AS_A_LIST.format("")),
        (AS_A_LIST.format(""), (), ON_A_LINE.format("")),
        ("      missing: [is-vast, weg]  # b\n", (), ON_A_LINE.format("  # b")),
        ("      missing:\n      - is-vast\n      - is-deskundig\n", (), ON_A_LINE.format("")),
        (ON_A_LINE.format(""), None, ""),
        (AS_A_LIST.format(""), None, ""),
        *((said, None, said) for said in ("", "      missing:  # b\n", "      missing: null\n")),
        *(
            (said, (), said)
            for said in (ON_A_LINE.format("  # b"), "      missing: [ ]\n", "      missing:\n        []\n")
        ),
    ],
)
@pytest.mark.parametrize("line_end", LINE_ENDS)
def test_what_is_missing_is_said_changed_and_taken_away_in_its_own_lines(
    before: str, missing: tuple[str, ...] | None, after: str, line_end: str
) -> None:
    before = before.replace("is-vast, weg", "is-vast, is-deskundig")
    old, new = (f"{PARTIAL}{said}{BEHIND}".replace("\n", line_end) for said in (before, after))
    assert edited(old, "team", Answer("deels", missing, "x")) == new
    assert read(new).evaluation.answer("team") == Answer("deels", missing, "x")


@pytest.mark.parametrize("option", ["", " ja", " nvt"])
def test_an_empty_list_says_nothing_of_an_answer_that_is_given_anew(option: str) -> None:
    before = f"{TEAM}      answer:{option}\n      missing: []\n"
    assert edited(before, "team", Answer("deels")) == f"{TEAM}      answer: deels\n"
    assert edited(before, "team", Answer("deels", ())) == f"{TEAM}      answer: deels\n      missing: []\n"
    assert edited(before, "team", Answer(option.strip() or None, None, "x")) == f"{before}      note: x\n"


OLDER = examples.SMALL_ANSWERS.replace("version: 2", "version: 1").replace(
    "        - is-deskundig\n", "        - oud # weg\n        - is-deskundig\n        - is-vast\n"
)
WITHOUT_EFFECT = examples.SMALL_ANSWERS.replace("answer: deels", "answer: nee # met een lijst")


@pytest.mark.parametrize(
    ("before", "answer"),
    [
        pytest.param(OLDER, Answer("deels", ("is-vast", "is-deskundig"), "Anders."), id="retired ids in their order"),
        pytest.param(WITHOUT_EFFECT, Answer("nee", None, "Anders."), id="a list without effect"),
    ],
)
def test_a_note_alone_leaves_the_list_of_what_is_missing_as_it_stands(before: str, answer: Answer) -> None:
    assert edited(before, "team", answer) == before.replace("Sinds maart zijn er twee mensen.", "Anders.")


@pytest.mark.parametrize(
    ("named", "listed"),
    [
        (("is-vast",), "        - is-vast\n        - oud # weg\n"),
        (("is-vast", "woont-dichtbij"), "        - is-vast\n        - woont-dichtbij\n        - oud # weg\n"),
        ((), "        - oud # weg\n"),
    ],
)
def test_a_retired_condition_stays_beside_those_that_are_named_anew(named: tuple[str, ...], listed: str) -> None:
    expected = OLDER.replace("        - oud # weg\n        - is-deskundig\n        - is-vast\n", listed)
    assert edited(OLDER, "team", Answer("deels", named, "Sinds maart zijn er twee mensen.")) == expected


@pytest.mark.parametrize(
    ("before", "option", "left"),
    [
        (OLDER, "deels", "answer: deels\n      # weg\n"),
        (OLDER, "ja", "answer: ja\n      # weg\n"),
        (WITHOUT_EFFECT, "deels", "answer: deels # met een lijst\n"),
    ],
)
def test_another_answer_takes_the_list_along_that_belonged_to_the_old_one(before: str, option: str, left: str) -> None:
    start, stop = before.index("answer: "), before.index("    contact:")
    assert edited(before, "team", Answer(option)) == f"{before[:start]}{left}{before[stop:]}"


@pytest.mark.parametrize("blanks", ["", "   ", "  # over het team  "])
def test_what_stands_behind_a_factor_on_its_line_stays_there(blanks: str) -> None:
    for value in ("", " {}", " {answer: nee}"):
        text = f"{HEAD}answers:\n  mensen:\n    team:{value}{blanks}\n    contact:\n"
        expected = f"{HEAD}answers:\n  mensen:\n    team:{blanks}\n      answer: ja\n    contact:\n"
        assert edited(text, "team", Answer("ja")) == expected


def test_a_name_without_a_value_ends_where_it_ends() -> None:
    text = f"{HEAD}answers:\n  plek:\n    ? tijd\n# onder\n\nnote: |\n  Twee\n  regels\n"
    expected = text.replace("# onder", "actions:\n  - what: Kijken\n    status: open\n# onder")
    assert editing.with_action(read(text).tree, Action("Kijken")) == expected
