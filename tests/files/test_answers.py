import time
from datetime import date

import pytest

from tests import examples
from werkzaam.domain.evaluation import Action, ActionStatus, Answer, Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.files import answers, factor_sets, reading
from werkzaam.files.problems import UnusableFileError

HEAD = "werkzaam: 1\nfactors: klein\nversion: 2\ncollaboration: X\ndate: 2026-11-23\n"


def read(text: str, factor_set: FactorSet | None = None) -> answers.AnswersFile:
    return answers.read(reading.decode(text.encode(), "a.yaml"), factor_set or examples.small())


def refused(text: str) -> list[str]:
    with pytest.raises(UnusableFileError) as raised:
        read(text)
    return str(raised.value).split("\n")


def warned(text: str) -> list[str]:
    return [str(warning) for warning in read(text).warnings]


def test_a_file_as_people_keep_it_is_read(built_in: FactorSet) -> None:
    text = (
        "werkzaam: 1\n"
        "factors: onderwijs-jongerenwerk\n"
        "version: 1\n"
        "collaboration: Lyceum Oost en Stichting Straatwerk\n"
        "date: 2026-11-23\n"
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
        "actions:\n"
        "  - factor: aanwezig-op-school\n"
        "    what: Een jongerenwerker is ook op donderdag op school.\n"
        "    owner: jongerenwerk\n"
        "    due: 2027-03-01\n"
        "    status: dropped\n"
        "  - what: Bellen\n"
    )
    assert read(text, built_in).evaluation == Evaluation(
        collaboration="Lyceum Oost en Stichting Straatwerk",
        date=date(2026, 11, 23),
        perspective="jongerenwerk",
        note="Besproken met het hele team.",
        answers={
            "vast-team": Answer(
                "deels",
                ("team-is-vast", "werkt-in-woonwijk"),
                "Sinds maart werken er twee mensen vast op school.",
            ),
            "aanwezig-op-school": Answer(),
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
    assert {found.evaluation.answer(factor).option for factor in ("team", "contact", "tijd")} == {None}
    assert (found.evaluation.perspective, found.evaluation.note, found.evaluation.actions) == (None, None, ())
    assert found.warnings == ()


def test_an_open_factor_keeps_its_note() -> None:
    found = read(HEAD + "answers:\n  mensen:\n    team:\n      answer:\n      note: Navragen.\n")
    assert found.evaluation.answer("team") == Answer(note="Navragen.")


def test_windows_files_are_read_as_they_are() -> None:
    text = "\ufeff" + examples.SMALL_ANSWERS.replace("\n", "\r\n")
    found = read(text)
    assert found.evaluation == read(examples.SMALL_ANSWERS).evaluation
    assert found.source.encoded(found.source.text) == text.encode()


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
    assert refused(text) == [
        "a.yaml:4:16: YAML leest dit niet als tekst: zet er aanhalingstekens omheen.",
        "a.yaml:5:7: “2026-13-45” is geen datum of getal dat bestaat.",
        "a.yaml:6:1: “perspektive” is hier niet bekend. Bedoelde je “perspective”?",
        "a.yaml:7:14: De factorenlijst heeft geen perspectief “samn”. Bedoelde je “samen”?",
        (
            "a.yaml:11:15: “Deels” is geen antwoord bij deze factor; de antwoorden zijn: ja, deels, nee, weet-niet, "
            "nvt. Bedoelde je “deels”?"
        ),
        "a.yaml:12:26: Deze factor heeft geen voorwaarde “is-vats”. Bedoelde je “is-vast”?",
        "a.yaml:12:35: “is-vast” staat er twee keer.",
        "a.yaml:12:44: YAML leest dit niet als tekst: zet er aanhalingstekens omheen.",
        "a.yaml:13:7: “anwser” is hier niet bekend. Bedoelde je “answer”?",
        "a.yaml:14:5: “team” staat hier twee keer; de eerste keer is op regel 10.",
        "a.yaml:16:5: De factor “tijd” hoort onder “plek”.",
        "a.yaml:18:5: De factorenlijst heeft geen factor “teem”. Bedoelde je “team”?",
        "a.yaml:20:3: Een naam moet hier tekst zijn: zet er aanhalingstekens omheen.",
        "a.yaml:21:9: Hier horen namen met waarden, elk op een eigen regel als “naam: waarde”.",
        "a.yaml:22:3: De factorenlijst heeft geen categorie “plekken”. Bedoelde je “plek”?",
        "a.yaml:24:5: “what” ontbreekt hier.",
        "a.yaml:24:13: De factorenlijst heeft geen factor “tijdd”. Bedoelde je “tijd”?",
        "a.yaml:25:13: Schrijf hier een van deze: 'open', 'done', 'dropped'.",
    ]


def test_a_hundred_mistakes_are_a_hundred_lines() -> None:
    many = "".join(f"    fout-{number}:\n      answer: ja\n" for number in range(100))
    assert len(refused(f"{HEAD}answers:\n  mensen:\n{many}")) == 100


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            HEAD.replace("klein", "groot") + "answers: 3\n",
            (
                "a.yaml:2:10: Dit bestand hoort bij de factorenlijst “groot”, niet bij “klein”: noem die lijst met "
                "--factors."
            ),
        ),
        (
            HEAD.replace("version: 2", "version: 3") + "answers: 3\n",
            (
                "a.yaml:3:10: Dit bestand is ingevuld met versie 3 van de factorenlijst; deze lijst is versie 2: "
                "noem de nieuwere met --factors, of haal een nieuwere werkzaam."
            ),
        ),
        (
            HEAD.replace("werkzaam: 1", "werkzaam: 2") + "answers: 3\n",
            (
                "a.yaml:1:11: Dit bestand heeft indeling 2; deze versie van werkzaam leest tot en met 1: "
                "haal een nieuwere."
            ),
        ),
    ],
)
def test_a_file_that_would_mean_something_else_is_refused_at_once(text: str, problem: str) -> None:
    assert refused(text) == [problem]


def test_what_a_newer_set_no_longer_has_is_passed_over_with_a_warning() -> None:
    text = (
        HEAD.replace("version: 2", "version: 1") + "answers:\n  mensen:\n    oud:\n      answer: ja\n"
        "    team:\n      answer: deels\n      missing:\n        - was-er-eens\n        - is-vast\n  vroeger:\n"
        "    iets:\n      answer: ja\nactions:\n  - factor: oud\n    what: Bellen\n"
    )
    found = read(text)
    retired = "is vervallen: deze versie van de factorenlijst heeft het niet meer. Het blijft in het bestand staan."
    assert [str(warning) for warning in found.warnings] == [
        f"a.yaml:8:5: let op: “oud” {retired}",
        f"a.yaml:13:11: let op: “was-er-eens” {retired}",
        f"a.yaml:15:3: let op: “vroeger” {retired}",
        f"a.yaml:19:13: let op: “oud” {retired}",
    ]
    assert found.evaluation.answers == {"team": Answer("deels", ("is-vast",))}
    assert found.evaluation.actions == (Action("Bellen"),)


@pytest.mark.parametrize("option", ["ja", "nee", "weet-niet", "nvt", ""])
def test_what_is_missing_counts_only_after_a_partial_answer(option: str) -> None:
    text = f"{HEAD}answers:\n  mensen:\n    team:\n      answer: {option}\n      missing: [is-vast]\n"
    assert warned(text) == [
        "a.yaml:10:7: let op: Wat ontbreekt telt hier niet mee: dat doet het alleen na een gedeeltelijk antwoord."
    ]
    assert read(text).evaluation.answer("team") == Answer(option or None)


def test_a_set_without_perspectives_knows_none() -> None:
    text = (
        "werkzaam: 1\nfactors: schaal\nversion: 1\ncollaboration: X\ndate: 2026-11-23\nperspective: school\nanswers:\n"
    )
    with pytest.raises(UnusableFileError, match=r"a\.yaml:6:14: De factorenlijst heeft geen perspectief “school”\."):
        read(text, examples.other_scale())


def test_an_id_that_looks_like_a_number_needs_quotes() -> None:
    text = (
        "werkzaam: 1\nfactors: schaal\nversion: 1\ncollaboration: X\ndate: 2026-11-23\nanswers:\n  all:\n    first:\n"
    )
    assert read(f"{text}      answer: '0'\n", examples.other_scale()).evaluation.answer("first") == Answer("0")
    with pytest.raises(UnusableFileError, match=r"a\.yaml:9:15: YAML leest dit niet als tekst"):
        read(f"{text}      answer: 0\n", examples.other_scale())


def test_a_note_has_a_longest_length() -> None:
    part = "answers:\n  mensen:\n    team:\n      note: "
    assert read(f"{HEAD}{part}{'x' * 4000}\n").evaluation.answer("team").note == "x" * 4000
    assert refused(f"{HEAD}{part}{'x' * 4001}\n") == ["a.yaml:9:13: Deze tekst is te lang: hoogstens 4000 tekens."]


def test_a_date_may_stand_in_quotes() -> None:
    assert read(HEAD.replace("2026-11-23", "'2026-11-23'") + "answers:\n").evaluation.date == date(2026, 11, 23)


TEXT_NEEDED = "Hier hoort tekst."
QUOTES_NEEDED = "YAML leest dit niet als tekst: zet er aanhalingstekens omheen."
NAMES_NEEDED = "Hier horen namen met waarden, elk op een eigen regel als “naam: waarde”."
TEAM = "answers:\n  mensen:\n    team:\n"
NO_ANSWER = "is geen antwoord bij deze factor; de antwoorden zijn: ja, deels, nee, weet-niet, nvt."


@pytest.mark.parametrize(
    ("part", "problem"),
    [
        ("answers: [team]\n", f"6:10: {NAMES_NEEDED}"),
        ("answers: ja\n", f"6:10: {NAMES_NEEDED}"),
        ("answers:\n  mensen: [team]\n", f"7:11: {NAMES_NEEDED}"),
        ("answers:\n  mensen:\n    team: ja\n", f"8:11: {NAMES_NEEDED}"),
        (f"{TEAM}      answer: no\n", f"9:15: {QUOTES_NEEDED}"),
        (f"{TEAM}      answer: 1\n", f"9:15: {QUOTES_NEEDED}"),
        (f"{TEAM}      answer: 2026-11-23\n", f"9:15: {QUOTES_NEEDED}"),
        (f"{TEAM}      answer: [ja]\n", f"9:15: {TEXT_NEEDED}"),
        (f"{TEAM}      answer: ''\n", "9:15: Hier moet iets worden ingevuld."),
        (f"{TEAM}      answer: open\n", f"9:15: “open” {NO_ANSWER}"),
        (f"{TEAM}      answer: JA\n", f"9:15: “JA” {NO_ANSWER} Bedoelde je “ja”?"),
        (f"{TEAM}      note: 5\n", f"9:13: {QUOTES_NEEDED}"),
        (f"{TEAM}      note: [x]\n", f"9:13: {TEXT_NEEDED}"),
        (
            f"{TEAM}      answer: deels\n      missing: is-vast\n",
            "10:16: Hier hoort een lijst, elk onderdeel op een eigen regel die begint met “- ”.",
        ),
        (f"{TEAM}      answer: deels\n      missing: ['']\n", "10:17: Hier moet iets worden ingevuld."),
        (
            f"{TEAM}      answer: deels\n      missing: [een-punt]\n",
            "10:17: Deze factor heeft geen voorwaarde “een-punt”.",
        ),
        ("answers:\n  zzz:\n", "7:3: De factorenlijst heeft geen categorie “zzz”."),
        ("answers:\nperspective: ''\n", "7:14: Hier moet iets worden ingevuld."),
        (
            "answers:\nactions: {}\n",
            "7:10: Hier hoort een lijst, elk onderdeel op een eigen regel die begint met “- ”.",
        ),
        ("answers:\nactions: [{what: Bellen, factor: ''}]\n", "7:34: Hier moet iets worden ingevuld."),
        ("answers:\nactions: [Bellen]\n", f"7:11: {NAMES_NEEDED}"),
        ("answers:\nactions:\n  - what: ' '\n", "8:11: Hier moet iets worden ingevuld."),
        (
            "answers:\nactions:\n  - what: Bellen\n    due: 2026-02-30\n",
            "9:10: “2026-02-30” is geen datum of getal dat bestaat.",
        ),
        (
            "answers:\nactions:\n  - what: Bellen\n    due: morgen\n",
            "9:10: Dit is geen datum: schrijf die als 2026-11-23.",
        ),
        ("answers:\nactions:\n  - what: Bellen\n    who: school\n", "9:5: “who” is hier niet bekend."),
    ],
)
def test_a_mistake_is_told_once_at_its_place(part: str, problem: str) -> None:
    assert refused(HEAD + part) == [f"a.yaml:{problem}"]


@pytest.mark.parametrize("key", ["werkzaam", "factors", "version", "collaboration", "date", "answers"])
def test_a_required_key_is_missed(key: str) -> None:
    lines = [line for line in f"{HEAD}answers:\n".splitlines(keepends=True) if not line.startswith(f"{key}:")]
    assert refused("".join(lines)) == [f"a.yaml:1:1: “{key}” ontbreekt hier."]


@pytest.mark.parametrize("key", ["collaboration", "date", "factors"])
def test_a_required_value_is_missed(key: str) -> None:
    message = "Hier hoort een datum, geschreven als 2026-11-23." if key == "date" else TEXT_NEEDED
    lines = [f"{key}:" if line.startswith(f"{key}:") else line for line in f"{HEAD}answers:".splitlines()]
    assert refused("\n".join(lines)) == [f"a.yaml:{lines.index(f'{key}:') + 1}:1: {message}"]


def test_what_a_newer_set_has_elsewhere_is_told_in_an_older_file_too() -> None:
    text = HEAD.replace("version: 2", "version: 1") + "answers:\n  plek:\n    team:\n      answer: ja\n"
    assert refused(text) == ["a.yaml:8:5: De factor “team” hoort onder “mensen”."]


def test_warnings_stand_between_mistakes_in_the_order_of_the_file() -> None:
    text = f"{HEAD}{TEAM}      answer: ja\n      missing: [is-vast]\n    weg:\n"
    assert refused(text) == [
        "a.yaml:10:7: let op: Wat ontbreekt telt hier niet mee: dat doet het alleen na een gedeeltelijk antwoord.",
        "a.yaml:11:5: De factorenlijst heeft geen factor “weg”.",
    ]


def test_every_condition_may_be_missing_in_any_order() -> None:
    text = f"{HEAD}{TEAM}      answer: deels\n      missing: [woont-dichtbij, is-deskundig, is-vast]\n"
    assert read(text).evaluation.answer("team") == Answer("deels", ("is-vast", "is-deskundig", "woont-dichtbij"))


def test_places_are_right_behind_a_byte_order_mark_and_with_windows_line_ends() -> None:
    text = "\ufeff" + examples.SMALL_ANSWERS.replace("werkzaam: 1", "werkzaam: een").replace("samen", "Samen")
    assert refused(text.replace("\n", "\r\n")) == [
        "a.yaml:1:11: Hier hoort een heel getal.",
        "a.yaml:6:14: De factorenlijst heeft geen perspectief “Samen”. Bedoelde je “samen”?",
    ]


def test_what_was_meant_is_guessed_for_the_first_faults_only() -> None:
    start = time.process_time()
    told = refused(HEAD + "answers:\n  mensen:\n" + "".join(f"    tea{number}: {{}}\n" for number in range(40_000)))
    assert time.process_time() - start < 5
    assert len(told) == 40_000
    assert sum("Bedoelde je “team”?" in line for line in told) <= 25
    assert "Bedoelde je “team”?" in told[0]
    assert told[-1] == "a.yaml:40007:5: De factorenlijst heeft geen factor “tea39999”."


def test_unknown_keys_are_guessed_at_for_the_first_only() -> None:
    start = time.process_time()
    told = refused(HEAD + "answers:\n" + "".join(f"notee{number}: x\n" for number in range(40_000)))
    assert time.process_time() - start < 10
    assert "Bedoelde je “note”?" in told[0]
    assert sum("Bedoelde je" in line for line in told) == 25


@pytest.mark.parametrize(("steps", "end"), [(20, "s18, s19"), (21, "s18, s19, …"), (100, "s18, s19, …")])
def test_of_a_long_scale_the_message_on_a_wrong_answer_names_the_first_twenty(steps: int, end: str) -> None:
    scale = "".join(f"  - {{id: s{number}, value: 1}}\n" for number in range(steps))
    head, _old, tail = examples.OTHER_SCALE.partition('  - {id: "0", value: 0}\n')
    long = factor_sets.read(
        reading.Source("f", head + scale + tail[tail.index("categories") :].split("        scale")[0])
    )
    head = HEAD.replace("klein", "schaal").replace("version: 2", "version: 1")
    text = f"{head}answers: {{all: {{first: {{answer: x}}}}}}\n"
    with pytest.raises(UnusableFileError, match=rf"{end}\.$"):
        read(text, long)


@pytest.mark.parametrize(
    "text",
    [examples.SMALL_SET, HEAD + "scale: []\n", HEAD + "categories: []\n"],
    ids=["a set", "with a scale", "with categories"],
)
def test_a_factor_set_is_not_taken_for_answers(text: str) -> None:
    (problem,) = refused(text)
    assert problem.endswith(": Dit is een factorenlijst, en geen antwoordenbestand: noem die met --factors.")


def test_answers_with_a_key_of_a_factor_set_are_answers_with_a_key_too_many() -> None:
    assert refused(HEAD + "answers:\nscale: []\n") == ["a.yaml:7:1: “scale” is hier niet bekend."]
