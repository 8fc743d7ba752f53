"""What cannot be seen is named by its code point, at its place, where it makes a difference."""

import pytest

from tests import examples
from werkzaam.files.problems import Severity, UnusableFileError
from werkzaam.files.reading import Source, decode
from werkzaam.files.yaml.tree import parse

HEAD = "werkzaam: 1\nfactors: klein\nversion: 2\ncollaboration: X\ndate: 2026-11-23\n"
ODD_SPACES = ["\u00a0", "\u2007", "\u2009", "\u202f", "\u3000"]
WITHOUT_WIDTH = ["\u00ad", "\u200b", "\u200d", "\u2060", "\ufeff", "\u2800", "\u3164", "\U000e0064"]
ODD_LINE_ENDS = ["\x85", "\u2028", "\u2029"]


def told(text: str) -> list[str]:
    """Return where the first problem of an answers file stands, and which sign it names."""
    try:
        found = examples.read(text).warnings
    except UnusableFileError as error:
        found = error.problems
    return [f"{problem.line}:{problem.column} {problem.message.partition(',')[0]}" for problem in found[:1]]


def named(sign: str) -> str:
    return f"Here stands U+{ord(sign):04X}"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"{HEAD}answers:\n  mensen:\n    team:\n      answer:%ja\n", "9:14"),
        (f"{HEAD}answers:\n  mensen:\n    team:\n      answer:%ja\n      note: x\n", "9:14"),
        (f"{HEAD}answers:\n  mensen:\n    team:\n      answer: ja%\n", "9:17"),
        (f"{HEAD}answers:\n  mensen:\n    team:\n      answer: 'ja%'\n", "9:18"),
        (f"{HEAD}answers:\n  mensen:\n    team:\n      answer: j%a\n", "9:16"),
        (f"{HEAD}answers:\n  mensen:\n    team:\n      answer%: ja\n", "9:13"),
        (f"{HEAD}answers:\n  mensen:\n    team:\n      ans%wer: ja\n", "9:10"),
        (f"{HEAD}answers:\n  mensen:\n    team:\n      answer:\n    %%note: x\n", "10:5"),
        (f"{HEAD}answers:\n  mensen:\n    %team:\n      answer: ja\n", "8:5"),
        (f"{HEAD}answers:\n  men%sen:\n    team:\n      answer: ja\n", "7:6"),
        (f"{HEAD}answers:\n  mensen:\n    team:\n      answer: deels\n      missing:\n        -%is-vast\n", "11:10"),
        (f"{HEAD}answers:\n  mensen:\n    team:\n      answer: deels\n      missing:\n        %- is-vast\n", "11:9"),
        (f"{HEAD}answers:\n  mensen:\n    team:\n      answer: deels\n      missing:\n%%- is-vast\n", "11:1"),
        (f"{HEAD}answers:\n  mensen:\n    team:\n      answer: deels\n      missing: [is-vast%]\n", "10:24"),
        (f"{HEAD}perspective: %samen\nanswers:\n", "6:14"),
        (f"{HEAD}answers:\nactions:\n  - what: x\n    factor: tijd%\n", "9:17"),
        (f"{HEAD}answers:\nactions:\n  - what: x\n    due: 2027-03-01%\n", "9:20"),
        (f"{HEAD}answers:\nactions:\n  - what: x\n    status: %open\n", "9:13"),
        (
            f"{HEAD}answers:\n  mensen:\n%%team:\n      answer: ja\n      note: |\n        x\n\n        y\n    tijd:\n",
            "8:1",
        ),
        (f"{HEAD}answers:\n  mensen:\n    team:\n      answer: ja\n%%plek:\n    ruimte:\n  tijd:\n", "10:1"),
        (f"{HEAD}answers:\n  mensen:\n    team:\n%\n      answer: ja\n     x\n", "9:1"),
        (HEAD.replace("factors: klein", "factors: kl%ein") + "answers:\n", "2:12"),
        (HEAD.replace("date: ", "date: %") + "answers:\n", "5:7"),
        (HEAD.replace("version: 2", "version:%2") + "answers:\n", "3:9"),
        (HEAD.replace("version: 2", "version: 2%") + "answers:\n", "3:11"),
        (HEAD.replace("werkzaam: 1", "werkzaam:%1") + "answers:\n", "1:10"),
        ("werkzaam:%1\n", "1:10"),
        (f"{HEAD}answers: %\n  mensen:\n    team:\n      answer: ja\n", "6:10"),
        (f"{HEAD}answers:\n  mensen:\t%%\n    team:\n      answer: ja\n", "7:11"),
        (f"{HEAD}answers:\n  mensen:\n    # nieuw\n    team: %\n\n      answer: ja\n", "9:11"),
        (f"{HEAD}answers:\nactions: %\n  - what: x\n", "7:10"),
        (f"{HEAD}answers: %\n", "6:10"),
        (f"{HEAD}answers:\n  mensen:\n    team: %\n", "8:11"),
        (f"{HEAD}answers:\n  mensen:\n    team:\n      answer: %\n", "9:15"),
        (f"{HEAD}answers:\n  mensen:\n    team:\n      answer: 'ja'%\n", "9:19"),
        (f"{HEAD}answers:\n  mensen:\n    team:\n      answer: deels\n      missing: []%  # geen\n", "10:18"),
        (f"{HEAD}answers:\n  mensen:\n    team:\n      answer: deels\n      missing: [is-vast] %\n", "10:26"),
        (f"{HEAD}answers:\n  mensen:\n    team:\n      answer: deels\n      missing: %[is-vast]\n", "10:16"),
        (f'{HEAD}note: %"tekst: x"\nanswers:\n', "6:7"),
        (f"{HEAD}note: %'x'\nanswers:\n", "6:7"),
        (f"{HEAD}note: %|-\n  x\nanswers:\n", "6:7"),
        (f'{HEAD}note: "x"%\nanswers:\n', "6:10"),
        (f"{HEAD}note: |%\n  x\nanswers:\n", "6:8"),
        (f"{HEAD}note: een\n%   twee\nanswers:\n", "7:1"),
        (f"{HEAD}answers:\n  mensen:\n    team:\n      note: |\n        een\n  %     twee\n", "11:3"),
    ],
)
def test_a_sign_that_cannot_be_seen_is_named_where_it_is_in_the_way(text: str, place: str) -> None:
    signs = [*ODD_SPACES, *WITHOUT_WIDTH]
    assert [told(text.replace("%", sign)) for sign in signs] == [[f"{place} {named(sign)}"] for sign in signs]


@pytest.mark.parametrize("sign", [*ODD_SPACES, *WITHOUT_WIDTH[:-1]])
def test_a_name_of_what_cannot_be_seen_is_none(sign: str) -> None:
    named_so = HEAD.replace(": X", f": {sign}")
    assert told(f"{named_so}answers:\n") == [f"4:16 {named(sign)}"]
    assert told(f"{HEAD}answers:\nactions:\n  - what: {sign}\n") == [f"8:11 {named(sign)}"]


@pytest.mark.parametrize("sign", [*ODD_SPACES, *WITHOUT_WIDTH])
def test_in_a_text_it_may_stand(sign: str) -> None:
    note = f"een{sign}twee"
    text = (
        f"{HEAD}note: {note}\nanswers:\n  mensen:\n    team:\n      note: |\n        {sign}een\n        {note}: drie\n"
        f"    contact:\n      note: {sign}“twee” > 1 | 'x' en\n  plek:\n    tijd:\n      note: {sign}> 1\n"
    )
    assert told(text) == []
    assert examples.read(text).evaluation.note == note


@pytest.mark.parametrize("sign", ODD_SPACES)
def test_another_mistake_is_not_put_down_to_a_sign_in_a_text(sign: str) -> None:
    for rest, place in ((f"note: 20{sign}km: twee\n", "6:12"), (f"nota: 20{sign}km\nanswers:\n", "6:1")):
        (found,) = told(HEAD + rest)
        assert found.startswith(place)
        assert "U+" not in found


def test_in_a_file_of_an_older_version_it_is_a_warning_like_any_unknown_id() -> None:
    text = HEAD.replace("version: 2", "version: 1") + "answers:\n  mensen:\n    team\u00a0:\n      answer: ja\n"
    (warning,) = examples.read(text).warnings
    assert (warning.line, warning.column, warning.severity) == (8, 9, Severity.WARNING)
    assert warning.message.startswith(named("\u00a0"))


@pytest.mark.parametrize("sign", ODD_LINE_ENDS)
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: een%twee\n", "1:7"),
        ("a: 1\nb: 'een%twee'\n", "2:8"),
        ("a: |\n  een%  twee\n", "2:6"),
        ("# een%b: 2\na: 1\n", "1:6"),  # to some programs a value, to others a part of the comment
        ("a: 1%", "1:5"),
    ],
)
def test_a_line_end_that_only_some_programs_see_is_refused(text: str, place: str, sign: str) -> None:
    with pytest.raises(UnusableFileError) as caught:
        parse(Source("a", text.replace("%", sign)))
    assert str(caught.value).startswith(f"a:{place}: {named(sign)}, a line end that only some programs see")


def test_one_line_end_of_an_old_macintosh_between_others_is_refused_and_a_file_full_of_them_is_not() -> None:
    assert parse(Source("a", "a: 1\rb: 2\r")).data == {"a": 1, "b": 2}
    with pytest.raises(UnusableFileError) as caught:
        parse(Source("a", "a: # nog niet\r  answer: ja\nb: 1\n"))
    assert str(caught.value).startswith("a:1:14: Here stands U+000D, a line end that only some programs see")


@pytest.mark.parametrize("escape", ["\\N", "\\L", "\\P", "\\u2028", "\\xa0", "\\u200b"])
def test_an_escape_can_be_seen(escape: str) -> None:
    assert len(parse(Source("a", f'a: "{escape}"\n')).data["a"]) == 1


def test_a_second_byte_order_mark_is_named_where_it_stands() -> None:
    text = f"\ufeff\ufeff{HEAD}answers:\n"
    with pytest.raises(UnusableFileError) as raised:
        parse(decode(text.encode(), "a"))
    (problem,) = raised.value.problems
    assert (problem.line, problem.column, problem.message.partition(",")[0]) == (1, 1, named("\ufeff"))
