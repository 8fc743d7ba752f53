"""One sitting at a terminal that shows lines: what was agreed before, the questions, what is agreed now."""

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests import examples
from tests.cli.calling import Call, Done
from tests.cli.interview.test_last_year import CARRIED, NEW, OLD, SMALL, new_file
from tests.domain.building import evaluation
from tests.domain.test_agreements import Script
from werkzaam.cli.interview.others import Others
from werkzaam.cli.interview.sitting import Sitting
from werkzaam.domain.agreements import agree, points
from werkzaam.domain.evaluation import Action, ActionStatus
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.report import report
from werkzaam.errors import Interrupted
from werkzaam.files import answers, reading
from werkzaam.files.store import AnswersStore

ENDED = "tijd:\n      answer:"
ALL_YES = ("ja",) * 4
AGAIN = "Bewaard. Ga verder met:\nwerkzaam check b.yaml --previous oud.yaml --factors klein.yaml\n"


class Terminal(io.StringIO):
    """Lines that somebody types; where they end, the terminal does."""

    def isatty(self) -> bool:
        return True


def typed(call: Call, *lines: str, words: Sequence[str] = NEW) -> Done:
    return call(*words, stdin=Terminal("".join(f"{line}\n" for line in lines)))


def with_previous(call: Call, *lines: str) -> Done:
    Path("oud.yaml").write_text(OLD.replace("Lyceum Oost en Stichting Straatwerk", "X"))
    before = Path("oud.yaml").read_bytes()
    ended = typed(call, *lines, words=(*NEW, "--previous", "oud.yaml"))
    assert Path("oud.yaml").read_bytes() == before
    return ended


def last_questions(ended: Done) -> list[str]:
    """Return what was asked behind the last factor, a line each."""
    return ended.err[ended.err.index("\n4/4:") :].splitlines()[1:]


def text(path: str = "b.yaml") -> str:
    return Path(path).read_text()


# --- what was agreed before ---------------------------------------------------------------------------------------

STATUSES = """\
Wat is ervan geworden?
1. Gedaan
2. Nog open
3. Vervallen
Schrijf een nummer; o laat het zo, q stopt.
Antwoord: """


def test_open_actions_are_asked_before_the_first_question_and_copied_with_their_status(call: Call) -> None:
    ended = with_previous(call, "1", "3", "q")
    assert ended.code == 0
    assert (
        "\nEerder afgesproken (1 van 2):\nPraten (school, uiterlijk 01-03-2027)\n" + STATUSES + "Gekozen: Gedaan\n\n"
        "Eerder afgesproken (2 van 2):\nKijken\n" + STATUSES + "Gekozen: Vervallen\n\nVraag 1 van 4, Mensen\n"
    ) in ended.err
    assert text() == new_file("X") + CARRIED.replace("status: open", "status: done", 1).replace(
        "status: open", "status: dropped"
    )


@pytest.mark.parametrize(
    ("status", "kept"),
    [("1", "done"), ("2", "open"), ("3", "dropped")],
)
def test_an_action_with_a_status_is_not_asked_again(call: Call, status: str, kept: str) -> None:
    with_previous(call, status, status, "q")
    assert text() == new_file("X") + CARRIED.replace("status: open", f"status: {kept}")
    again = with_previous(call, "q")
    assert "Eerder afgesproken" not in again.err
    assert "\nVraag 1 van 4, Mensen\n" in again.err
    assert text() == new_file("X") + CARRIED.replace("status: open", f"status: {kept}")


def test_an_action_that_was_left_is_asked_again_the_next_time(call: Call) -> None:
    with_previous(call, "o", "1", "q")
    assert text() == new_file("X") + "actions:\n  - what: Kijken\n    status: done\n"
    again = with_previous(call, "2", "q")
    assert "Eerder afgesproken (1 van 1):\nPraten" in again.err
    assert text().endswith(
        "status: done\n  - factor: tijd\n    what: Praten\n    owner: school\n    due: 2027-03-01\n    status: open\n"
    )


def test_stopping_at_an_action_keeps_the_ones_before_it_and_asks_no_question(call: Call) -> None:
    ended = with_previous(call, "1", "q")
    assert (ended.code, ended.out) == (0, "")
    assert ended.err.endswith(AGAIN)
    assert "Vraag 1 van 4" not in ended.err
    assert text() == new_file("X") + CARRIED.replace("status: open", "status: done").removesuffix(
        "  - what: Kijken\n    status: done\n"
    )


def test_the_end_of_the_terminal_at_an_action_is_an_interruption(call: Call) -> None:
    ended = with_previous(call, "1")
    assert (ended.code, ended.out) == (130, "")
    assert ended.err.endswith(AGAIN)
    assert "status: done\n" in text()


# --- what is agreed now -------------------------------------------------------------------------------------------


def test_an_empty_line_agrees_nothing_and_goes_on_to_the_report(call: Call) -> None:
    ended = typed(call, "nee", "ja", "ja", "nee", "")
    assert ended.code == 0
    assert text() == new_file("X", "nee", "ja", "ja", "nee")
    assert ended.out.startswith("X\n23-11-2027 · Samen · Kleine lijst\n")
    assert last_questions(ended)[2:6] == [
        "Welke van de ontbrekende punten pakken jullie op?",
        "1. Er is een vast team.",
        "2. Er is genoeg tijd.",
        "Schrijf nummers op één regel; een lege regel slaat dit over.",
    ]


def test_of_a_point_that_is_taken_up_what_who_and_when_go_into_the_file_and_the_report(call: Call) -> None:
    ended = typed(call, "nee", "ja", "ja", "nee", "2 1", "Zoeken", "gemeente", "1-3-2028", "Praten", "", "")
    assert ended.code == 0
    assert text() == new_file("X", "nee", "ja", "ja", "nee") + (
        "actions:\n  - factor: team\n    what: Zoeken\n    owner: gemeente\n    due: 2028-03-01\n    status: open\n"
        "  - factor: tijd\n    what: Praten\n    status: open\n"
    )
    assert "Zoeken" in ended.out


def test_a_point_of_which_nothing_is_said_is_passed_over(call: Call) -> None:
    assert typed(call, "nee", "ja", "ja", "nee", "1 2", "", "Praten", "", "").code == 0
    assert text() == new_file("X", "nee", "ja", "ja", "nee") + (
        "actions:\n  - factor: tijd\n    what: Praten\n    status: open\n"
    )


def test_with_nothing_missing_nothing_is_asked_about_agreements(call: Call) -> None:
    ended = typed(call, *ALL_YES)
    assert (ended.code, text()) == (0, new_file("X", *ALL_YES))
    assert last_questions(ended) == [
        "4/4: Gekozen: Ja",
        "",
        "",
        "Bewaard in b.yaml. Bekijk dit verslag later met:",
        "werkzaam report b.yaml --factors klein.yaml",
    ]


def test_what_was_carried_over_as_open_is_no_point_to_take_up(call: Call) -> None:
    ended = with_previous(call, "2", "2", "nee", "ja", "ja", "nee", "")
    assert ended.code == 0
    asked = last_questions(ended)
    assert "1. Er is een vast team." in asked
    assert "2. Er is genoeg tijd." not in asked
    assert text() == new_file("X", "nee", "ja", "ja", "nee") + CARRIED


def test_after_stopping_nothing_is_asked_about_agreements(call: Call) -> None:
    ended = typed(call, "nee", "q")
    assert (ended.code, ended.out, text()) == (0, "", new_file("X", "nee"))
    assert "pakken jullie op" not in ended.err


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        ((), ""),
        (("1",), ""),
        (("1", "Zoeken"), "actions:\n  - factor: team\n    what: Zoeken\n    status: open\n"),
        (
            ("1", "Zoeken", "gemeente"),
            "actions:\n  - factor: team\n    what: Zoeken\n    owner: gemeente\n    status: open\n",
        ),
        (("1 2", "Zoeken", ""), "actions:\n  - factor: team\n    what: Zoeken\n    status: open\n"),
    ],
)
def test_the_end_of_the_terminal_keeps_what_was_agreed_so_far(call: Call, lines: tuple[str, ...], kept: str) -> None:
    ended = typed(call, "nee", "ja", "ja", "nee", *lines)
    assert (ended.code, ended.out) == (130, "")
    assert ended.err.endswith("Bewaard. Ga verder met:\nwerkzaam check b.yaml --factors klein.yaml\n")
    assert text() == new_file("X", "nee", "ja", "ja", "nee") + kept


@pytest.mark.parametrize(
    ("replies", "kept"),
    [
        ((None, Interrupted("1-3-2027")), Action("Zoeken", "team")),
        ((None, Interrupted("2027-03-01")), Action("Zoeken", "team", None, date(2027, 3, 1))),
        (("gemeente", Interrupted("2027-03-01")), Action("Zoeken", "team", "gemeente", date(2027, 3, 1))),
        (("gemeente", Interrupted("2027-0")), Action("Zoeken", "team", "gemeente")),
        ((Interrupted("2027-03-01"),), Action("Zoeken", "team", "2027-03-01")),
    ],
)
def test_an_interrupted_date_is_kept_as_a_date_and_never_as_who_takes_it_up(
    small: FactorSet, replies: Sequence[object], kept: Action
) -> None:
    script = Script(["team"], "Zoeken", *replies)
    found = points(report(small, evaluation({"team": "nee"})))
    with pytest.raises(Interrupted):
        agree(found, script, script.kept.append)
    assert script.kept == [kept]


def test_an_agreement_goes_behind_what_somebody_else_agreed_meanwhile(folder: Path, small: FactorSet) -> None:
    path = folder / "a.yaml"
    told: list[str] = []
    store = AnswersStore.open(path, small, told.append)
    AnswersStore.open(path, small, told.append).add_action(Action("Eerst"))
    earlier = replace(store.evaluation, actions=(Action("Praten"), Action("Klaar", status=ActionStatus.DONE)))

    class Silent:
        def tell(self, lines: str) -> None:
            told.append(lines)

    Sitting(small, store, Others(earlier)).carry_over(Silent())  # type: ignore[arg-type]
    found = answers.read(reading.read_file(path), small).evaluation
    assert found.actions == (Action("Eerst"), Action("Praten"))
    assert told == [f"{path} is intussen ergens anders veranderd; die veranderingen zijn bewaard."]


# --- last year's file, where the call names none -------------------------------------------------------------------

WITHOUT_FILE = ("check", "--date", "2027-11-23", *SMALL)
LAST_YEAR = "werkzaam-2026-samen.yaml"
OFFER = f"""\
Er is een evaluatie van vorig jaar. Wat nu?
1. Begin een nieuwe, met {LAST_YEAR} ernaast
2. Ga verder met {LAST_YEAR}
3. Begin een nieuwe, met niets ernaast
Schrijf een nummer of een naam.
Antwoord: """


def test_beside_last_years_file_a_new_one_takes_over_what_it_is_about(call: Call) -> None:
    Path(LAST_YEAR).write_text(OLD)
    ended = typed(call, "1", "2", "2", "q", words=WITHOUT_FILE)
    assert ended.code == 0
    assert ended.err.startswith(OFFER)
    assert text("werkzaam-2027-samen.yaml") == new_file("Lyceum Oost en Stichting Straatwerk") + CARRIED
    assert text(LAST_YEAR) == OLD
    assert ended.err.endswith(
        f"\nwerkzaam check werkzaam-2027-samen.yaml --previous {LAST_YEAR} --factors klein.yaml\n"
    )


def test_last_years_file_can_be_gone_on_with(call: Call) -> None:
    name = f"werkzaam-{date.today().year - 1}-samen.yaml"  # noqa: DTZ011 (the program goes by the day on the wall too)
    Path(name).write_text(examples.SMALL_ANSWERS)
    ended = typed(call, "2", "ja", "", words=("check", *SMALL))
    assert ended.code == 0
    assert text(name) == examples.SMALL_ANSWERS.replace(ENDED, f"{ENDED} ja")


def test_a_new_file_can_be_begun_without_last_years(call: Call) -> None:
    Path(LAST_YEAR).write_text(OLD)
    ended = typed(call, "3", "X", "2", "q", words=WITHOUT_FILE)
    assert (ended.code, text("werkzaam-2027-samen.yaml"), text(LAST_YEAR)) == (0, new_file("X"), OLD)
    assert "Op 23-11-2026" not in ended.err
    assert ended.err.endswith("\nwerkzaam check werkzaam-2027-samen.yaml --factors klein.yaml\n")


def test_where_last_years_file_names_no_perspective_it_is_asked_and_the_new_file_called_by_it(call: Call) -> None:
    Path("werkzaam-2026.yaml").write_text(OLD.replace("perspective: samen\n", ""))
    ended = typed(call, "1", "2", "2", "2", "q", words=WITHOUT_FILE)
    assert ended.code == 0
    assert text("werkzaam-2027-samen.yaml") == new_file("Lyceum Oost en Stichting Straatwerk") + CARRIED
    assert not Path("werkzaam-2027.yaml").exists()


def test_to_go_on_with_last_years_file_on_another_day_is_refused(call: Call) -> None:
    Path(LAST_YEAR).write_text(OLD)
    ended = typed(call, "2", words=WITHOUT_FILE)
    message = (
        f"In {LAST_YEAR} staat “2026-11-23” en bij --date “2027-11-23”: laat de optie weg of noem een ander bestand."
    )
    assert (ended.code, ended.out, ended.err, text(LAST_YEAR)) == (2, "", f"{OFFER}{message}\n", OLD)


def test_this_years_file_goes_before_last_years(call: Call) -> None:
    Path(LAST_YEAR).write_text(OLD)
    Path("werkzaam-2027-samen.yaml").write_text(new_file("X"))
    ended = typed(call, "1", "q", words=WITHOUT_FILE)
    assert ended.code == 0
    assert "vorig jaar" not in ended.err
    assert "met werkzaam-2027-samen.yaml" not in ended.err
    assert "\nX, 23-11-2027\n" in ended.err


@pytest.mark.parametrize("words", [("b.yaml",), ("--previous", "oud.yaml")])
def test_with_a_file_or_an_earlier_one_named_last_years_is_not_offered(call: Call, words: tuple[str, ...]) -> None:
    Path("oud.yaml").write_text(examples.SMALL_ANSWERS)
    Path(LAST_YEAR).write_text(OLD)
    ended = typed(call, "q", words=(*WITHOUT_FILE, "--collaboration", "X", "--perspective", "samen", *words))
    assert ended.code == 0
    assert "vorig jaar" not in ended.err


def test_a_broken_file_of_last_year_is_told_when_it_is_chosen(call: Call) -> None:
    Path(LAST_YEAR).write_text("werkzaam: [")
    ended = typed(call, "1", words=WITHOUT_FILE)
    message = f"{LAST_YEAR}:1:12: Vóór deze plek gaat een haakje open dat niet dichtgaat.\n"
    assert (ended.code, ended.out, ended.err) == (2, "", OFFER + message)
    assert not Path("werkzaam-2027-samen.yaml").exists()


def test_interrupted_at_the_offer_nothing_is_written(call: Call) -> None:
    Path(LAST_YEAR).write_text(OLD)
    ended = typed(call, words=WITHOUT_FILE)
    assert (ended.code, ended.out) == (130, "")
    assert ended.err.endswith(
        "Er was nog niets te bewaren. Begin opnieuw met:\nwerkzaam check --date 2027-11-23 --factors klein.yaml\n"
    )
    assert sorted(path.name for path in Path.cwd().iterdir()) == ["a.yaml", "klein.yaml", "schaal.yaml", LAST_YEAR]
