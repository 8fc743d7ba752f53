"""No comment disappears: where each stands after what it stood in was written anew."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.endurance.inputs.by_hand import by_hand
from tests.endurance.inputs.hand_saves import problems_of
from tests.files.by_hand import HEAD, LINE_ENDS, TEAM, edited, read
from tests.files.room import DOES_NOT_FIT, Room, refused
from werkzaam.domain.evaluation import Action, Answer
from werkzaam.domain.factor_set import FactorSet
from werkzaam.files import editing, reading
from werkzaam.files.store import AnswersStore
from werkzaam.files.yaml.comments import comments
from werkzaam.files.yaml.tree import YamlTree, parse

MENSEN = f"{HEAD}answers:\n  mensen:\n"
PARTIAL = f"{TEAM}      answer: deels\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# a\na: b # c\n# d", ["# a", "# c", "# d"]),
        ("a: 'x # y' # z  \n", ["# z"]),
        ("a: b#c\n", []),
        ("a: |  # b\n  # c\n# d\n", ["# b", "# d"]),
        ("a: >\n\n  b\n   # c\n  \n# d\n\n", ["# d"]),
        ("a: {b: 'c'#d\n  ,#e\n  f: [g # h: i]\n  ]}#j\n", ["#d", "#e", "# h: i]", "#j"]),
        ("? a # b\n: # c\n  - # d\n    e\n", ["# b", "# c", "# d"]),
        ("a: b\n  c # d\n", ["# d"]),
        ("%YAML 1.1 # a\n---\n# b\na:\n... # c\n", ["# a", "# b", "# c"]),
        ("a: 'b\n  # c\n  d'\r\n# e\r\n", ["# e"]),
    ],
)
def test_a_comment_is_what_stands_outside_the_texts(text: str, found: list[str]) -> None:
    assert [comment.text for comment in comments(parse(reading.Source("a.yaml", text)))] == found


@pytest.mark.parametrize("line_end", LINE_ENDS)
@pytest.mark.parametrize(
    ("before", "answer", "after"),
    [
        pytest.param(
            f"{PARTIAL}      missing: # a\n        # b\n        - is-vast   # c\n"
            "        # d\n        - is-deskundig # e\n",
            Answer("deels", ("is-vast", "woont-dichtbij")),
            f"{PARTIAL}      # d\n      # e\n      missing: # a\n        # b\n        - is-vast   # c\n"
            "        - woont-dichtbij\n",
            id="on and between items",
        ),
        pytest.param(
            f"{PARTIAL}      missing: # a\n        - is-vast   # b\n",
            Answer("deels", ()),
            f"{PARTIAL}      # b\n      missing: [] # a\n",
            id="items that make place for an empty list",
        ),
        pytest.param(
            f"{PARTIAL}      missing: # a\n        - is-vast\n",
            Answer("deels", ()),
            f"{PARTIAL}      missing: [] # a\n",
            id="behind a name, items that make place for an empty list",
        ),
        pytest.param(
            f"{PARTIAL}      missing: # a\n        - is-vast   # b\n      note: Oud. # c\n",
            Answer("ja"),
            f"{TEAM}      answer: ja\n      # a\n      # b\n      # c\n",
            id="fields that are taken away",
        ),
        pytest.param(
            f"{PARTIAL}      missing:\n        - is-vast   # a\n",
            Answer("deels", ()),
            f"{PARTIAL}      # a\n      missing: []\n",
            id="behind the only item, which goes",
        ),
        pytest.param(
            f"{MENSEN.rstrip()} {{\n    team: {{answer: deels, missing: [\n      is-vast,   # a\n"
            "      is-deskundig]},\n    contact: {answer: ja}\n  }\n",
            Answer("deels", ("is-deskundig",)),
            f"{PARTIAL}      # a\n      missing:\n        - is-deskundig\n    contact:\n      answer: ja\n",
            id="behind an item between brackets, which goes",
        ),
        pytest.param(
            "{werkzaam: 1, # a\n  factors: klein, version: 2,\n  collaboration: X,\n  date: 2026-11-23,\n"
            "  answers: {mensen: {team: {answer: nee}}}}\n",
            Answer("ja"),
            f"{TEAM}      answer: ja\n".replace("1\n", "1 # a\n", 1),
            id="behind the first line of a file in JSON style",
        ),
        pytest.param(
            "{werkzaam: 1, factors: klein, version: 2, collaboration: X # a\n  , date: 2026-11-23,\n"
            "  answers: {mensen: {team: {answer: nee}}}}\n",
            Answer("ja"),
            f"{TEAM}      answer: ja\n".replace("X\n", "X # a\n", 1),
            id="behind a name between braces",
        ),
        pytest.param(
            "\n# a\n{werkzaam: 1, factors: klein, version: 2, collaboration: X, date: 2026-11-23,\n"
            "  answers: {mensen: {team: {answer: nee}}}}\n",
            Answer("ja"),
            f"# a\n{TEAM}      answer: ja\n",
            id="above a file in JSON style that begins with an empty line",
        ),
        pytest.param(
            f"{TEAM}      answer: # a\n        # b\n        nee # c\n",
            Answer("ja"),
            f"{TEAM}      # a\n      # b\n      answer: ja # c\n",
            id="between a key and its value",
        ),
        pytest.param(
            f"{TEAM}      answer: nee\n      note: Oud.  # a\n",
            Answer("nee", None, "Twee\nregels"),
            f"{TEAM}      answer: nee\n      note: |-  # a\n        Twee\n        regels\n",
            id="behind a note that becomes a block",
        ),
        pytest.param(
            f"{TEAM}      answer: nee\n      note: |  # a\n        Oud.\n    # b\n",
            Answer("nee", None, "Nieuw."),
            f"{TEAM}      answer: nee\n      note: Nieuw.  # a\n    # b\n",
            id="in the first line of a block",
        ),
        pytest.param(
            f"{MENSEN}    team: {{ # a\n      answer: nee, # b\n      # c\n      note: x # d\n      # e\n    }} # f\n",
            Answer("ja", None, "x"),
            f"{MENSEN}    # a\n    team: # f\n      answer: ja # b\n      # c\n      note: x # d\n    # e\n",
            id="between the braces of the factor",
        ),
        pytest.param(
            f"{HEAD}answers:\n  mensen: {{\n    team: {{answer: nee}},\n    contact: {{answer: ja}}   # blad 2\n  }}\n",
            Answer("ja"),
            f"{TEAM}      answer: ja\n    contact:\n      answer: ja   # blad 2\n",
            id="of a neighbour between the same braces",
        ),
        pytest.param(
            f"{HEAD}answers:\n  ? mensen # a\n  # b\n  : # c\n    # d\n    ? team\n    : answer: nee # e\n"
            "  # f\nnote: x\n",
            Answer("ja"),
            f"{HEAD}answers:\n  # c\n  mensen: # a\n    # b\n    # d\n    team:\n      answer: ja # e\n"
            "  # f\nnote: x\n",
            id="around keys behind a question mark",
        ),
        pytest.param(
            "# a\n{werkzaam: 1, factors: klein, version: 2, # b\n  collaboration: X,\n  # c\n  date: 2026-11-23,\n"
            "  answers: {mensen: {team: {answer: nee}}} # d\n  # e\n} # f\n# g\n",
            Answer("ja"),
            f"# a\n{HEAD}answers:\n".replace("version: 2\n", "version: 2 # b\n").replace("date:", "# c\ndate:")
            + "  mensen:\n    team:\n      # f\n      answer: ja # d\n# e\n# g\n",
            id="in a file in JSON style",
        ),
    ],
)
def test_a_comment_stays_on_its_line_or_goes_above_it(before: str, answer: Answer, after: str, line_end: str) -> None:
    old, new = before.replace("\n", line_end), after.replace("\n", line_end)
    assert edited(old, "team", answer) == new
    assert read(new).evaluation.answer("team") == answer


@pytest.mark.parametrize("answered", ['"nee"', "'nee' "])
def test_a_comment_without_a_blank_before_it_stays_one(answered: str) -> None:
    for before, after in (
        (f"{TEAM}      answer: {answered}#a\n", f"{TEAM}      answer: ja"),
        (f'{MENSEN}    team: {{"answer":{answered}}}#a\n', f"{TEAM.rstrip()}"),
    ):
        new = edited(before, "team", Answer("ja"))
        assert new.startswith(after)
        assert [comment.text for comment in comments(read(new).tree)] == ["#a"]


def test_a_comment_between_actions_in_brackets_stays_with_its_action() -> None:
    text = f"{HEAD}answers:\nactions: [ # a\n  {{what: Bellen, owner: school}}, # b\n  # c\n  {{what: Kijken}} # d\n]\n"
    assert editing.with_action(read(text).tree, Action("Praten")) == (
        f"{HEAD}answers:\nactions: # a\n  - what: Bellen\n    owner: school # b\n"
        "  # c\n  - what: Kijken # d\n  - what: Praten\n    status: open\n"
    )


@pytest.mark.parametrize("seed", range(60))
def test_any_save_in_a_file_by_any_hand_changes_nothing_else(seed: int) -> None:
    assert problems_of(seed) == []


def test_what_a_hand_writes_can_be_repeated() -> None:
    assert by_hand(7) == by_hand(7)
    assert by_hand(7) != by_hand(8)


# --- on disk ------------------------------------------------------------------------------------------------------

COMMENTED = f"{TEAM}      answer: nee   # sinds de verhuizing\n"


@pytest.fixture
def room(tmp_path: Path, small: FactorSet) -> Room:
    made = Room(tmp_path, small)
    made.path.write_text(COMMENTED)
    made.store = made.opened()
    return made


def test_a_text_that_lacks_a_comment_is_not_saved(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    right = editing.with_answer

    def forgetful(tree: YamlTree, *arguments: FactorSet, quoted: bool) -> str:
        text: str = right(tree, *arguments, quoted=quoted)  # type: ignore[arg-type]
        return text if quoted else text.replace("   # sinds de verhuizing", "")

    monkeypatch.setattr("werkzaam.files.editing.with_answer", forgetful)
    room.save("team", Answer("ja"))
    assert room.path.read_text() == COMMENTED.replace("nee", "ja")  # the next way of writing kept it


@pytest.mark.parametrize(
    "spoil", [lambda text: text.replace("#", "# "), lambda text: text + "answers:\n", lambda _text: "["]
)
def test_a_text_that_cannot_be_saved_as_it_should_is_refused(
    room: Room, monkeypatch: pytest.MonkeyPatch, spoil: Callable[[str], str]
) -> None:
    right = editing.with_name
    monkeypatch.setattr("werkzaam.files.editing.with_name", lambda *arguments: spoil(right(*arguments)))
    assert refused(lambda: room.store.rename("collaboration", "A"))[0] == DOES_NOT_FIT.format(room.path)
    assert room.path.read_text() == COMMENTED


def test_a_comment_that_stands_there_twice_stays_twice(room: Room, small: FactorSet) -> None:
    room.path.write_text(f"{PARTIAL}      missing:\n        - is-vast # later\n        - is-deskundig # later\n")
    store = AnswersStore.open(room.path, small, pytest.fail)
    store.save({"team": Answer("ja")})
    assert room.path.read_text().count("# later") == 2
