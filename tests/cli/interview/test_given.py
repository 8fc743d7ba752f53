"""Answers that come with the call: what `--answer`, `--missing` and `--note` write, and what they refuse."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as for_all
from hypothesis import strategies as st

from tests import examples
from tests.cli.calling import Call, Done
from tests.files.test_store import untouched
from werkzaam.domain.evaluation import Answer, Evaluation
from werkzaam.domain.notes import tidy
from werkzaam.files import answers, reading

SMALL = ("--factors", "klein.yaml")
ABOUT = ("--collaboration", "Lyceum Oost", "--perspective", "samen", "--date", "2026-11-23")
NOW = ("a.yaml", "--no-input", *SMALL)
"""The shared answers: team partly with `is-deskundig` missing and a note, contact yes, ruimte no, tijd open."""


def read(path: str) -> Evaluation:
    return answers.read(reading.read_file(Path(path)), examples.small()).evaluation


def changed(old: str, new: str) -> str:
    assert examples.SMALL_ANSWERS.count(old) == 1
    return examples.SMALL_ANSWERS.replace(old, new)


TEAM = """\
      answer: deels
      missing:
        - is-deskundig
      note: Sinds maart zijn er twee mensen.
"""


@pytest.mark.parametrize(
    ("words", "old", "new"),
    [
        (("--answer", "tijd=ja"), "    tijd:\n      answer:\n", "    tijd:\n      answer: ja\n"),
        (("--answer", "contact="), "answer: ja", "answer:"),
        (("--answer", "team="), TEAM, "      answer:\n      note: Sinds maart zijn er twee mensen.\n"),
        (("--answer", "team=ja"), TEAM, "      answer: ja\n      note: Sinds maart zijn er twee mensen.\n"),
        (("--answer", "team=nee"), TEAM, "      answer: nee\n      note: Sinds maart zijn er twee mensen.\n"),
        (("--note", "team="), "      note: Sinds maart zijn er twee mensen.\n", ""),
        (("--note", "team=  \n "), "      note: Sinds maart zijn er twee mensen.\n", ""),
        (("--note", "team=Nu drie."), "Sinds maart zijn er twee mensen.", "Nu drie."),
        (("--missing", "team="), "      missing:\n        - is-deskundig\n", ""),
        (("--missing", "team=is-vast"), "is-deskundig", "is-vast"),
        (
            ("--missing", "team= woont-dichtbij , is-vast,,"),
            "        - is-deskundig\n",
            "        - is-vast\n        - woont-dichtbij\n",
        ),
        (
            ("--answer", "contact=deels", "--missing", "contact=een-punt"),
            "answer: ja",
            "answer: deels\n      missing:\n        - een-punt",
        ),
        (
            ("--note", "tijd=Nog te bespreken."),
            "    tijd:\n      answer:\n",
            "    tijd:\n      answer:\n      note: Nog te bespreken.\n",
        ),
    ],
)
def test_only_what_is_given_changes(call: Call, words: tuple[str, ...], old: str, new: str) -> None:
    assert call("check", *NOW, *words).code == 0
    assert Path("a.yaml").read_text() == changed(old, new)


@pytest.mark.parametrize(
    "words",
    [
        ("--answer", "team=deels"),
        ("--answer", "contact=ja", "--note", "contact="),
        ("--missing", "team=is-deskundig"),
        ("--missing", "ruimte="),
        ("--missing", "tijd="),
        ("--answer", "tijd="),
        ("--note", "team= Sinds maart zijn er twee mensen.\t"),
    ],
)
def test_what_stands_there_already_leaves_every_byte(call: Call, words: tuple[str, ...]) -> None:
    path = Path("a.yaml")
    before = path.stat()
    assert call("check", *NOW, *words).code == 0
    assert (path.read_text(), path.stat().st_ino, path.stat().st_mtime_ns) == (
        examples.SMALL_ANSWERS,
        before.st_ino,
        before.st_mtime_ns,
    )


def test_a_note_can_have_lines_equals_signs_and_quotes(call: Call) -> None:
    note = "a=b: \"dubbel\", 'enkel' # geen commentaar\n\n- 1 = één\t=\n  twee 😀"
    assert call("check", *NOW, "--note", f"contact={note}").code == 0
    assert Path("a.yaml").read_text() == changed(
        "answer: ja\n",
        "answer: ja\n      note: |-\n        a=b: \"dubbel\", 'enkel' # geen commentaar\n\n        - 1 = één =\n"
        "          twee 😀\n",
    )


def test_a_note_of_4000_characters_fits(call: Call) -> None:
    assert call("check", *NOW, "--note", f"contact={'é' * 4000} ").code == 0
    assert read("a.yaml").answer("contact") == Answer("ja", note="é" * 4000)


REFUSED = [
    pytest.param(
        ("--answer", "team=ja", "--answer", "team=nee"),
        "--answer team: deze factor wordt twee keer genoemd.\n",
        id="the same factor twice",
    ),
    pytest.param(
        ("--note", "team=Een", "--note", "team=Een"),
        "--note team: deze factor wordt twee keer genoemd.\n",
        id="the same note twice",
    ),
    pytest.param(
        ("--missing", "team=is-vast", "--missing", "team="),
        "--missing team: deze factor wordt twee keer genoemd.\n",
        id="missing conditions twice",
    ),
    pytest.param(
        ("--answer", "taem=ja"),
        "--answer taem: de factorenlijst heeft geen factor “taem”. Bedoelde je “team”?\n",
        id="an unknown factor that is near one",
    ),
    pytest.param(
        ("--note", "xyzzy=Geheim van vijfduizend tekens"),
        "--note xyzzy: de factorenlijst heeft geen factor “xyzzy”.\n",
        id="an unknown factor that is near none",
    ),
    pytest.param(("--answer", "=ja"), "--answer : de factorenlijst heeft geen factor “”.\n", id="no factor"),
    pytest.param(
        ("--answer", "tijd=Ja"),
        "--answer tijd: “Ja” is geen antwoord bij deze factor; de antwoorden zijn: ja, deels, nee, weet-niet, nvt. "
        "Bedoelde je “ja”?\n",
        id="an unknown option",
    ),
    pytest.param(
        ("--answer", "tijd=deels", "--missing", "team=is-vsat"),
        "--missing team: deze factor heeft geen voorwaarde “is-vsat”. Bedoelde je “is-vast”?\n",
        id="an unknown condition",
    ),
    pytest.param(
        ("--answer", "tijd=deels", "--missing", "tijd=is-vast"),
        "--missing tijd: deze factor heeft geen voorwaarde “is-vast”.\n",
        id="a condition of another factor",
    ),
    pytest.param(
        ("--missing", "team=is-vast, is-deskundig,is-vast"),
        "--missing team: “is-vast” wordt twee keer genoemd.\n",
        id="a condition twice",
    ),
    pytest.param(
        ("--answer", "tijd:ja"),
        "--answer tijd:ja: er ontbreekt een is-teken: schrijf het als FACTOR=WAARDE.\n",
        id="no equals sign",
    ),
    pytest.param(
        ("--note", f"tijd={'x' * 4001}"),
        "--note tijd: Deze tekst heeft 4001 tekens; er passen er hoogstens 4000.\n",
        id="a note that is too long",
    ),
    pytest.param(("--note", "tijd=caf\udce9"), "--note: deze tekst is geen UTF-8.\n", id="a note that is no UTF-8"),
    pytest.param(("--answer", "tij\udce9=ja"), "--answer: deze tekst is geen UTF-8.\n", id="a factor that is no UTF-8"),
    pytest.param(
        ("--answer", "team=ja", "--missing", "team=is-vast"),
        "--missing team: wat ontbreekt telt alleen na een gedeeltelijk antwoord; hier staat “Ja”.\n",
        id="missing after an answer that is not partial",
    ),
    pytest.param(
        ("--missing", "contact=een-punt", "--answer", "contact=weet-niet", "--missing", "ruimte=is-eigen"),
        "--missing contact: wat ontbreekt telt alleen na een gedeeltelijk antwoord; hier staat “Weet niet”.\n"
        "--missing ruimte: wat ontbreekt telt alleen na een gedeeltelijk antwoord; hier staat “{ruimte}”.\n",
        id="missing in two places where it does not count",
    ),
    pytest.param(
        ("--date", "2026-02-30", "--answer", "tijd=ja"),
        "“2026-02-30” is geen datum: schrijf die als 2026-11-23 of 23-11-2026.\n",
        id="an impossible date",
    ),
    pytest.param(
        ("--perspective", "samne", "--answer", "tijd=ja"),
        "Het perspectief “samne” is er niet; er zijn: school, samen. Bedoelde je “samen”?\n",
        id="an unknown perspective",
    ),
    pytest.param(
        (
            *("--note", "tijd=\udcff", "--answer", "taem=ja", "--answer", "team=jaa", "--answer", "tijd"),
            *("--missing", "team=is-vst,is-vast,is-vast", "--note", f"contact={'x' * 5000}", "--note", "ruimte=goed"),
        ),
        "--answer taem: de factorenlijst heeft geen factor “taem”. Bedoelde je “team”?\n"
        "--answer tijd: er ontbreekt een is-teken: schrijf het als FACTOR=WAARDE.\n"
        "--note: deze tekst is geen UTF-8.\n"
        "--answer team: “jaa” is geen antwoord bij deze factor; de antwoorden zijn: ja, deels, nee, weet-niet, nvt. "
        "Bedoelde je “ja”?\n"
        "--missing team: deze factor heeft geen voorwaarde “is-vst”. Bedoelde je “is-vast”?\n"
        "--missing team: “is-vast” wordt twee keer genoemd.\n"
        "--note contact: Deze tekst heeft 5000 tekens; er passen er hoogstens 4000.\n",
        id="several mistakes",
    ),
]


@pytest.mark.parametrize(("words", "message"), REFUSED)
@pytest.mark.parametrize("more", [("--no-input",), ("--plain",)], ids=["no input", "plain"])
def test_what_cannot_be_is_refused_and_makes_no_file(
    call: Call, words: tuple[str, ...], message: str, more: tuple[str, ...]
) -> None:
    before = sorted(Path.cwd().iterdir())
    about = [word for word in ABOUT if word not in words]
    if "--perspective" in words:
        about.remove("samen")
    if "--date" in words:
        about.remove("2026-11-23")
    ended = call("check", "b.yaml", *about, *more, *SMALL, *words, stdin="ja\n" * 9)
    assert ended == Done(2, "", message.format(ruimte="open"))
    assert sorted(Path.cwd().iterdir()) == before


@pytest.mark.parametrize(("words", "message"), REFUSED)
def test_what_cannot_be_is_refused_and_leaves_every_byte_of_a_file(
    call: Call, words: tuple[str, ...], message: str
) -> None:
    text = changed("perspective: samen\n", "")
    Path("a.yaml").write_text(text)
    fill_in = () if "--perspective" in words else ("--perspective", "samen")
    before = (untouched(Path("a.yaml")), sorted(Path.cwd().iterdir()))
    assert call("check", *NOW, *fill_in, *words) == Done(2, "", message.format(ruimte="Nee"))
    assert (untouched(Path("a.yaml")), sorted(Path.cwd().iterdir())) == before
    assert Path("a.yaml").read_text() == text


def test_messages_are_in_the_language_of_the_call(call: Call) -> None:
    words = ("--lang", "en", "--answer", "taem=ja", "--missing", "contact=een-punt")
    assert call("check", *NOW, *words) == Done(
        2, "", "--answer taem: the factor set has no factor “taem”. Did you mean “team”?\n"
    )
    assert call("check", *NOW, "--lang", "en", "--missing", "contact=een-punt") == Done(
        2, "", "--missing contact: what is missing counts only after a partial answer; here it says “Yes”.\n"
    )


@pytest.mark.parametrize("option", ["--answer", "--missing", "--note"])
def test_an_option_without_a_value_is_no_call(call: Call, option: str) -> None:
    assert call("check", *NOW, option) == Done(
        2, "", f"Bij de optie {option} hoort een waarde.\nUitleg: werkzaam check --help\n"
    )
    assert Path("a.yaml").read_text() == examples.SMALL_ANSWERS


def test_what_looks_like_personal_data_is_pointed_out_without_repeating_it_and_kept(call: Call) -> None:
    notes = ("--note", "contact=Bel 06-12345678 of mail jan@voorbeeld.nl", "--note", "tijd=Van 2024-2025 tot nu.")
    ended = call("check", *NOW, *notes)
    assert ended.code == 0
    assert ended.err.startswith(
        "--note contact: “**-********” lijkt op een telefoonnummer.\n"
        "--note contact: “***@*********.**” lijkt op een e-mailadres.\n"
        "Bewaard in a.yaml."
    )
    assert "12345678" not in ended.err
    assert "jan@" not in ended.err
    assert "--note tijd" not in ended.err
    assert read("a.yaml").answer("contact") == Answer("ja", note="Bel 06-12345678 of mail jan@voorbeeld.nl")


def test_ids_that_yaml_would_read_as_numbers_are_ids(call: Call) -> None:
    scale = ("--factors", "schaal.yaml", "--collaboration", "X", "--date", "2026-11-23", "--no-input")
    ended = call("check", "b.yaml", *scale, "--answer", "first=0", "--answer", "second=4", "--answer", "third=done")
    assert ended.code == 0
    text = (
        "werkzaam: 1\nfactors: schaal\nversion: 1\ncollaboration: X\ndate: 2026-11-23\nanswers:\n  all:\n"
        "    first:\n      answer: '0'\n    second:\n      answer: '4'\n    third:\n      answer: done\n"
    )
    assert Path("b.yaml").read_text() == text
    assert call("check", "b.yaml", *scale, "--answer", "first=00", "--answer", "third=1") == Done(
        2,
        "",
        "--answer first: “00” is no answer to this factor; the answers are: 0, 1, 2, 3, 4. Did you mean “0”?\n"
        "--answer third: “1” is no answer to this factor; the answers are: done, not-done.\n",
    )
    assert Path("b.yaml").read_text() == text
    assert call("check", "b.yaml", *scale, "--answer", "first=1").code == 0
    assert Path("b.yaml").read_text() == text.replace("'0'", "'1'")


TEXTS = st.text(
    st.characters(exclude_categories=("Cc", "Cs")) | st.sampled_from("\n\t\r\x1b\x85\u2028='\"#:|-, "), max_size=40
)


@st.composite
def evaluations(draw: st.DrawFn) -> dict[str, tuple[str | None, tuple[str, ...], str | None]]:
    """Draw for every factor an option or None, missing conditions, and a note as somebody would type it or None."""
    drawn = {}
    for factor in examples.small().factors:
        option = draw(st.sampled_from([None, *(option.id for option in factor.scale)]))
        partial = option is not None and factor.option(option).is_partial
        ids = [condition.id for condition in factor.conditions] if partial else []
        missing = tuple(item for item in ids if draw(st.booleans()))
        drawn[factor.id] = (option, missing, draw(st.none() | TEXTS))
    return drawn


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # each example makes the file anew
)
@for_all(evaluation=evaluations(), data=st.data())
def test_what_is_given_is_what_is_read_back_and_giving_it_again_changes_no_byte(
    call: Call, evaluation: dict[str, tuple[str | None, tuple[str, ...], str | None]], data: st.DataObject
) -> None:
    pairs = []
    for factor_id, (option, missing, note) in evaluation.items():
        pairs += [("--answer", f"{factor_id}={option}")] if option else []
        pairs += [("--missing", f"{factor_id}={','.join(data.draw(st.permutations(missing)))}")] if missing else []
        pairs += [("--note", f"{factor_id}={note}")] if note is not None else []
    words = [word for pair in data.draw(st.permutations(pairs)) for word in pair]
    path = Path("b.yaml")
    path.unlink(missing_ok=True)
    assert call("check", "b.yaml", *ABOUT, "--no-input", *SMALL, *words).code == 0
    found = read("b.yaml")
    assert {factor_id: found.answer(factor_id) for factor_id in evaluation} == {
        factor_id: Answer(option, missing, tidy(note or "") or None)
        for factor_id, (option, missing, note) in evaluation.items()
    }
    before = path.read_bytes()
    assert call("check", "b.yaml", *ABOUT, "--no-input", *SMALL, *words).code == 0
    assert path.read_bytes() == before
