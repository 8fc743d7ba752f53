import errno
import io
import os
import sys
from pathlib import Path

import pytest

from tests import examples
from tests.cli.calling import Call, Done
from werkzaam.files import reading
from werkzaam.files.reading import MAXIMUM_SIZE

SMALL = ("--factors", "klein.yaml")
HEAD = "werkzaam: 1\nfactors: klein\nversion: 2\ncollaboration: X\ndate: 2026-11-23\n"
OTHERS = examples.SMALL_ANSWERS.replace("factors: klein", "factors: groot")
NO_ANSWERS = "1:1: “answers” ontbreekt hier.\n"


def summary(files: int, errors: int = 0, warnings: int = 0, passed_over: int = 0) -> str:
    """Return what stderr says in the end."""
    more = f", overgeslagen, van een andere factorenlijst: {passed_over}" if passed_over else ""
    return f"Bestanden: {files}, fouten: {errors}, waarschuwingen: {warnings}{more}\n"


def test_a_good_file_of_either_kind_prints_nothing_to_stdout(call: Call) -> None:
    assert call("validate", "a.yaml", *SMALL) == Done(0, "", summary(1))
    assert call("validate", "klein.yaml", "schaal.yaml") == Done(0, "", summary(2))


def test_a_hundred_mistakes_are_a_hundred_lines_with_their_places(call: Call, folder: Path) -> None:
    unknown = "".join(f"    fout-{number}:\n      answer: jja\n" for number in range(50))
    wrong = "".join(f"  - what: {number}\n" for number in range(50))
    (folder / "a.yaml").write_text(f"{HEAD}answers:\n  mensen:\n{unknown}actions:\n{wrong}")
    assert call("validate", "a.yaml", *SMALL) == Done(
        1,
        "".join(
            f"a.yaml:{8 + 2 * number}:5: De factorenlijst heeft geen factor “fout-{number}”.\n" for number in range(50)
        )
        + "".join(
            f"a.yaml:{109 + number}:11: YAML leest dit niet als tekst: zet er aanhalingstekens omheen.\n"
            for number in range(50)
        ),
        summary(1, errors=100),
    )


def test_problems_are_sorted_by_file_then_by_place(call: Call, folder: Path) -> None:
    (folder / "b.yaml").write_text(f"{HEAD}note: 3\nanswers:\n  plk:\n")
    (folder / "c.yaml").write_text(
        examples.SMALL_SET.replace("id: klein", "id: Klein").replace("value: 0,", "value: 2,")
    )
    (folder / "a.yaml").write_text(f"{HEAD}answers: 3\n")
    assert call("validate", "c.yaml", "b.yaml", "a.yaml", *SMALL) == Done(
        1,
        "a.yaml:6:10: Hier horen namen met waarden, elk op een eigen regel als “naam: waarde”.\n"
        "b.yaml:6:7: YAML leest dit niet als tekst: zet er aanhalingstekens omheen.\n"
        "b.yaml:8:3: De factorenlijst heeft geen categorie “plk”. Bedoelde je “plek”?\n"
        "c.yaml:2:5: “Klein” is geen id: gebruik kleine letters, cijfers en losse streepjes ertussen.\n"
        "c.yaml:13:30: Schrijf hier een getal van 0 tot en met 1, of unknown, of not-applicable.\n",
        summary(3, errors=5),
    )


def test_messages_come_in_the_language_that_is_asked_for(call: Call, folder: Path) -> None:
    (folder / "a.yaml").write_text(f"{HEAD}# a@b.nl\n")
    assert call("validate", "a.yaml", *SMALL, "--lang", "en") == Done(
        1,
        "a.yaml:1:1: “answers” is missing here.\na.yaml:6:3: warning: “*@*.**” looks like an e-mail address.\n",
        "Files: 1, errors: 1, warnings: 1\n",
    )


def test_a_folder_is_searched_for_what_is_ours(call: Call, folder: Path) -> None:
    place = folder / "map"
    (place / ".git").mkdir(parents=True)
    (place / "oost").mkdir()
    (place / "b.yml").write_text(HEAD)
    (place / "oost" / "a.yaml").write_text(HEAD)
    (place / "werkzaam-kapot.yaml").write_text("x: [\n")
    (place / "compose.yaml").write_text("services: [\n")
    (place / "lijst.yaml").write_text(examples.SMALL_SET)
    (place / "groot.yaml").write_text(OTHERS)
    (place / ".git" / "c.yaml").write_text(HEAD)
    (place / "link.yaml").symlink_to("b.yml")
    (place / "weg.yaml").symlink_to("nergens.yaml")
    (place / "rond").symlink_to("..")
    os.mkfifo(place / "werkzaam-pijp.yaml")
    assert call("validate", "map", *SMALL) == Done(
        1,
        f"map/b.yml:{NO_ANSWERS}map/oost/a.yaml:{NO_ANSWERS}"
        "map/werkzaam-kapot.yaml:2:1: Vóór deze plek gaat een haakje open dat niet dichtgaat.\n",
        summary(4, errors=3, passed_over=1),
    )


REFUSED = (
    "groot.yaml:2:10: Dit bestand hoort bij de factorenlijst “groot”, niet bij “klein”: noem die lijst met --factors.\n"
)


def test_a_file_of_another_set_is_wrong_where_it_is_named(call: Call, folder: Path) -> None:
    (folder / "groot.yaml").write_text(OTHERS)
    assert call("validate", "groot.yaml", *SMALL) == Done(1, REFUSED, summary(1, errors=1))
    assert call("validate", ".", *SMALL) == Done(0, "", summary(3, passed_over=1))


@pytest.mark.parametrize("paths", [(".", "groot.yaml"), ("groot.yaml", ".")])
def test_a_file_that_is_named_is_judged_whatever_a_folder_says_of_it(
    call: Call, folder: Path, paths: tuple[str, ...]
) -> None:
    (folder / "groot.yaml").write_text(OTHERS)
    assert call("validate", *paths, *SMALL) == Done(1, REFUSED, summary(4, errors=1))


def test_a_mistake_in_what_names_the_set_is_not_passed_over(call: Call, folder: Path) -> None:
    (folder / "a.yaml").write_text(OTHERS.replace("groot", "[klein]"))
    assert call("validate", ".", *SMALL) == Done(1, "a.yaml:2:10: Hier hoort tekst.\n", summary(3, errors=1))


def test_files_of_another_set_alone_are_no_failure(call: Call, folder: Path) -> None:
    (folder / "map").mkdir()
    (folder / "map" / "groot.yaml").write_text(OTHERS)
    assert call("validate", "map", *SMALL) == Done(0, "", summary(0, passed_over=1))


def test_a_file_is_judged_once_however_often_it_is_named(call: Call, folder: Path) -> None:
    (folder / "a.yaml").write_text(HEAD)
    (folder / "link.yaml").symlink_to("a.yaml")
    words = ("a.yaml", "./a.yaml", str(folder / "a.yaml"), ".", "link.yaml")
    assert call("validate", *words, *SMALL) == Done(1, f"a.yaml:{NO_ANSWERS}", summary(3, errors=1))


def test_a_file_can_come_through_a_pipe(call: Call, folder: Path) -> None:
    assert call("validate", "-", *SMALL, stdin=examples.SMALL_ANSWERS) == Done(0, "", summary(1))
    (folder / "a.yaml").write_text(HEAD)
    assert call("validate", "a.yaml", "-", "-", *SMALL, stdin=HEAD) == Done(
        1, f"<stdin>:{NO_ANSWERS}a.yaml:{NO_ANSWERS}", summary(2, errors=2)
    )


def test_a_pipe_without_text_in_it_is_a_mistake_like_any_other(call: Call, folder: Path) -> None:
    (folder / "a.yaml").write_text(HEAD)
    stdin = io.TextIOWrapper(io.BytesIO(HEAD.encode() + b"# \xe9"), encoding="utf-8")
    assert call("validate", "-", "a.yaml", *SMALL, stdin=stdin) == Done(
        1,
        f"<stdin>:6:3: Dit teken is geen UTF-8. Bewaar het bestand met de codering UTF-8.\na.yaml:{NO_ANSWERS}",
        summary(2, errors=2),
    )


def test_what_cannot_be_read_is_told_and_the_rest_is_judged(call: Call, folder: Path) -> None:
    (folder / "a.yaml").write_text(HEAD)
    (folder / "los.yaml").symlink_to("nergens.yaml")
    (folder / "lus.yaml").symlink_to("lus.yaml")
    words = ("weg.yaml", "a.yaml/x.yaml", "los.yaml", "lus.yaml", "x" * 300, "a.yaml")
    assert call("validate", *words, *SMALL) == Done(
        2,
        f"a.yaml:{NO_ANSWERS}",
        "weg.yaml: dit bestand bestaat niet.\n"
        "a.yaml/x.yaml: kan niet worden gelezen (een deel van het pad is geen map).\n"
        "los.yaml: dit bestand bestaat niet.\n"
        "lus.yaml: kan niet worden gelezen (de koppelingen draaien in een kring).\n"
        f"{'x' * 300}: kan niet worden gelezen (de naam is te lang).\n" + summary(1, errors=1),
    )


def test_what_may_not_be_read_in_a_folder_is_told_and_the_rest_is_judged(
    call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.yaml", "b.yaml", "c.yaml", "dicht/d.yaml", "e.yaml"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(HEAD)
    scandir = os.scandir

    def refuse(path: str) -> str:
        if Path(path).name in {"b.yaml", "dicht"}:  # the tests may run as a user who may read everything
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
        return path

    monkeypatch.setattr(os, "scandir", lambda path: scandir(refuse(path)))
    monkeypatch.setattr(reading, "open", lambda path, mode: open(refuse(path), mode), raising=False)  # noqa: PTH123, SIM115 (stands for open)
    assert call("validate", ".", *SMALL) == Done(
        2,
        f"a.yaml:{NO_ANSWERS}c.yaml:{NO_ANSWERS}e.yaml:{NO_ANSWERS}",
        "b.yaml: je mag dit bestand niet lezen.\ndicht: je mag dit bestand niet lezen.\n" + summary(5, errors=3),
    )


def test_a_folder_without_any_file_of_ours_is_no_success(call: Call, folder: Path) -> None:
    (folder / "map").mkdir()
    (folder / "map" / "compose.yaml").write_text("services:\n")
    assert call("validate", "map", *SMALL) == Done(2, "", "Er is geen bestand van werkzaam gevonden.\n")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            HEAD.replace("X", "Één").encode("latin-1"),
            "4:16: Dit teken is geen UTF-8. Bewaar het bestand met de codering UTF-8.",
        ),
        (
            HEAD.encode() + b"#" * MAXIMUM_SIZE,
            "1:1: Het bestand is groter dan 1 MiB: dit is geen bestand van werkzaam.",
        ),
        (HEAD.encode() + b"answers: [\n", "7:1: Vóór deze plek gaat een haakje open dat niet dichtgaat."),
        (b"", "1:1: Dit is geen bestand van werkzaam: het hoort te beginnen met “werkzaam: 1”."),
    ],
    ids=["Latin-1", "too large", "broken", "empty"],
)
@pytest.mark.parametrize("path", ["map/werkzaam-x.yaml", "map"])
def test_what_is_no_answers_file_is_told_with_its_place(
    call: Call, folder: Path, path: str, content: bytes, said: str
) -> None:
    (folder / "map").mkdir()
    (folder / "map" / "werkzaam-x.yaml").write_bytes(content)
    assert call("validate", path, *SMALL) == Done(1, f"map/werkzaam-x.yaml:{said}\n", summary(1, errors=1))


WARNED = (
    HEAD.replace("version: 2", "version: 1")
    + "note: Bel 06-12345678.\nanswers:\n  mensen:\n    team:\n      answer: ja\n      missing: [is-vast]\n  vroeger:\n"
)
WARNINGS = (
    "a.yaml:6:11: let op: “**-********” lijkt op een telefoonnummer.\n"
    "a.yaml:11:7: let op: Wat ontbreekt telt hier niet mee: dat doet het alleen na een gedeeltelijk antwoord.\n"
    "a.yaml:12:3: let op: “vroeger” is vervallen: deze versie van de factorenlijst heeft het niet meer. "
    "Het blijft in het bestand staan.\n"
)


@pytest.mark.parametrize(("words", "code"), [((), 0), (("--strict",), 1)])
def test_warnings_fail_only_where_that_is_asked_for(
    call: Call, folder: Path, words: tuple[str, ...], code: int
) -> None:
    (folder / "a.yaml").write_text(WARNED)
    assert call("validate", "a.yaml", *words, *SMALL) == Done(code, WARNINGS, summary(1, warnings=3))


def test_a_file_without_problems_is_good_enough_for_strict(call: Call) -> None:
    assert call("validate", "--strict", ".", *SMALL) == Done(0, "", summary(3))


def test_personal_data_is_repeated_nowhere(call: Call, folder: Path) -> None:
    text = (
        f"{HEAD}jan@lyceum.nl: 1\nnote: 06-12345678\nanswers:\n  mensen:\n    '111222333':\n    '111222333':\n"
        "    team:\n      answer: NL91ABNA0417164300\n"
    )
    (folder / "a.yaml").write_text(text)
    assert call("validate", "a.yaml", *SMALL) == Done(
        1,
        "a.yaml:6:1: “***@******.**” is hier niet bekend.\n"
        "a.yaml:6:1: let op: “***@******.**” lijkt op een e-mailadres.\n"
        "a.yaml:7:7: let op: “**-********” lijkt op een telefoonnummer.\n"
        "a.yaml:10:5: De factorenlijst heeft geen factor “*********”.\n"
        "a.yaml:10:6: let op: “*********” lijkt op een burgerservicenummer (BSN).\n"
        "a.yaml:11:5: “*********” staat hier twee keer; de eerste keer is op regel 10.\n"
        "a.yaml:11:6: let op: “*********” lijkt op een burgerservicenummer (BSN).\n"
        "a.yaml:13:15: “******************” is geen antwoord bij deze factor; de antwoorden zijn: ja, deels, nee, "
        "weet-niet, nvt.\n"
        "a.yaml:13:15: let op: “******************” lijkt op een rekeningnummer (IBAN).\n",
        summary(1, errors=4, warnings=5),
    )


def test_what_could_steer_a_terminal_is_left_out(call: Call, folder: Path) -> None:
    (folder / "b\x1b[2J.yaml").write_text(f'{HEAD}answers:\n"\\e[31mx\\n\\u202ey": 1\n')
    assert call("validate", "b\x1b[2J.yaml", *SMALL) == Done(
        1, "b[2J.yaml:7:1: “[31mx y” is hier niet bekend.\n", summary(1, errors=1)
    )


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS has no file names that are not UTF-8")
def test_a_name_that_is_not_utf_8_is_shown_as_far_as_it_goes(call: Call, folder: Path) -> None:
    name = os.fsdecode(b"werkzaam-\xe9.yaml")
    (folder / name).write_text(HEAD)
    assert call("validate", name, *SMALL) == Done(1, f"werkzaam-?.yaml:{NO_ANSWERS}", summary(1, errors=1))
