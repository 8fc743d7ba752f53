import shutil
import textwrap
from datetime import date
from pathlib import Path

import pytest

from tests import examples
from tests.cli.calling import Call, Done
from werkzaam.domain.evaluation import Answer
from werkzaam.files import factor_sets, locations, reading
from werkzaam.files.store import AnswersStore
from werkzaam.files.writing import dump

SMALL = ("--factors", "klein.yaml")
DAY = ("--date", "2026-11-23")

DUTCH = """\
# Kleine lijst
# Vul achter elke “answer:” in wat klopt; wat leeg blijft, blijft open.
# Antwoorden: ja (Ja), deels (Deels), nee (Nee), weet-niet (Weet niet), nvt (Niet van toepassing)
# Onder deels kan staan welke voorwaarden ontbreken: “missing: [id, id]”.
# Onder een antwoord kan een notitie staan: “note: …”. Schrijf geen namen op, en niets over een
# enkele leerling.
# Bekijk de uitkomst met: werkzaam report. Zoek fouten met: werkzaam validate.
werkzaam: 1
factors: klein
version: 2
collaboration: Vul de naam van de samenwerking in
date: 2026-11-23
# Vanuit welke partner: een van school (School), samen (Samen)
perspective:
answers:

  # Mensen
  mensen:

    # Er is een vast team.
    # - is-vast: Het team is vast.
    # - is-deskundig: Deskundig team
    # - woont-dichtbij: Team uit de wijk (een wens)
    team:
      answer:

    # Er is één aanspreekpunt.
    # - een-punt: Eén aanspreekpunt
    contact:
      answer:

  # Plek
  plek:

    # Er is een eigen ruimte. (een wens)
    # - is-eigen: Eigen ruimte
    # - is-centraal: Centrale ruimte
    ruimte:
      answer:

    # Er is genoeg tijd.
    tijd:
      answer:
"""

ENGLISH = """\
# Small list
# Fill in behind each “answer:” what holds; what stays empty stays open.
# Answers: ja (Yes), deels (Partly), nee (No), weet-niet (Don't know), nvt (Not applicable)
# Below deels the missing conditions can be named: “missing: [id, id]”.
# A note can be added below an answer: “note: …”. Write no names, and nothing about a single pupil.
# See the result with: werkzaam report. Look for mistakes with: werkzaam validate.
werkzaam: 1
factors: klein
version: 2
collaboration: 'Lyceum: Oost #1'
date: 2026-11-23
# From whose side: one of school (School), samen (Together)
perspective: samen
answers:

  # People
  mensen:

    # There is a permanent team.
    # - is-vast: The team is permanent.
    # - is-deskundig: Skilled team
    # - woont-dichtbij: Local team (a wish)
    team:
      answer:

    # There is one contact point.
    # - een-punt: One contact point
    contact:
      answer:

  # Place
  plek:

    # There is a room of their own. (a wish)
    # - is-eigen: Own room
    # - is-centraal: Central room
    ruimte:
      answer:

    # There is enough time.
    tijd:
      answer:
"""

SCALED = """\
# Another scale
# Fill in behind each “answer:” what holds; what stays empty stays open.
# Answers: '0' (0), '1' (1), '2' (2), '3' (3), '4' (4)
# A note can be added below an answer: “note: …”. Write no names, and nothing about a single pupil.
# See the result with: werkzaam report. Look for mistakes with: werkzaam validate.
werkzaam: 1
factors: schaal
version: 1
collaboration: Fill in the name of the collaboration
date: 2026-11-23
answers:

  # All of it
  all:

    # The first thing.
    first:
      answer:

    # The second thing.
    second:
      answer:

    # The third thing.
    # Answers: done (Done), not-done (Not done)
    third:
      answer:
"""


@pytest.mark.parametrize(
    ("words", "text", "said"),
    [
        ((*SMALL, *DAY), DUTCH, "n.yaml is gemaakt: open het in een editor.\n"),
        (
            (
                *SMALL,
                *("--lang", "en", "--date", "23-11-2026", "--collaboration", "Lyceum: Oost #1"),
                *("--perspective", "samen"),
            ),
            ENGLISH,
            "Made n.yaml: open it in an editor.\n",
        ),
        (("--factors", "schaal.yaml", *DAY), SCALED, "Made n.yaml: open it in an editor.\n"),
    ],
    ids=["Dutch", "English", "another scale"],
)
def test_a_new_file_explains_itself(call: Call, folder: Path, words: tuple[str, ...], text: str, said: str) -> None:
    assert call("new", "n.yaml", *words) == Done(0, "", said)
    assert (folder / "n.yaml").read_bytes() == text.encode()


def test_a_file_is_about_today_unless_it_is_said(call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("werkzaam.cli.commands.new.today", lambda: date(2024, 2, 29))
    assert call("new", "n.yaml", *SMALL).code == 0
    assert "\ndate: 2024-02-29\n" in (folder / "n.yaml").read_text()


QUOTED = (
    examples.SMALL_SET.replace("id: school,", 'id: "yes",')
    .replace("id: mensen\n", 'id: "on"\n')
    .replace("id: contact\n", 'id: "0"\n')
    .replace("id: een-punt,", 'id: "0",')
    .replace("id: deels,", 'id: "no",')
)


@pytest.fixture(params=["factors.yaml", "klein.yaml", "schaal.yaml", "quoted.yaml"])
def any_set(request: pytest.FixtureRequest, folder: Path) -> str:
    """The name of a factor set that stands in the folder: the built-in one, and others."""
    shutil.copy(locations.built_in_factors(), folder / "factors.yaml")
    (folder / "quoted.yaml").write_text(QUOTED)
    name: str = request.param
    return name


def test_a_new_file_is_without_mistakes_and_can_be_reported_on(call: Call, any_set: str) -> None:
    assert call("new", "n.yaml", "--factors", any_set).code == 0
    found = call("validate", "--strict", "n.yaml", "--factors", any_set, "--lang", "en")
    assert found == Done(0, "", "Files: 1, errors: 0, warnings: 0\n")
    report = call("report", "n.yaml", "--factors", any_set)
    assert (report.code, report.err) == (0, "")
    assert report.out


def test_an_answer_changes_its_own_line_alone(call: Call, folder: Path, any_set: str) -> None:
    factor_set = factor_sets.read(reading.read_file(Path(any_set)))
    path = folder / "n.yaml"
    assert call("new", "n.yaml", "--factors", any_set).code == 0
    blank = path.read_text()
    for factor in factor_set.factors:
        given = factor.scale[1].id
        path.write_text(blank)
        AnswersStore.open(path, factor_set, print).save({factor.id: Answer(given)})
        before, after = (textwrap.indent(dump({factor.id: {"answer": option}}), "    ") for option in (None, given))
        assert blank.count(before) == 1
        assert path.read_text() == blank.replace(before, after)


def test_all_answers_can_be_filled_in_with_an_editor(call: Call, folder: Path) -> None:
    assert call("new", "n.yaml", *SMALL, *DAY).code == 0
    text = (folder / "n.yaml").read_text().replace("answer:\n", "answer: ja\n")
    (folder / "n.yaml").write_text(text)
    ended = call("report", "n.yaml", *SMALL, "--fail-under", "100")
    assert (ended.code, ended.err) == (0, "")


THERE = "n.yaml: dit bestand is er al; noem een ander.\n"


def test_a_file_that_is_there_stays_as_it_is(call: Call, folder: Path) -> None:
    (folder / "n.yaml").write_text("van iemand anders")
    assert call("new", "n.yaml", *SMALL) == Done(2, "", THERE)
    assert (folder / "n.yaml").read_text() == "van iemand anders"


def test_a_link_is_not_followed_to_where_nothing_is(call: Call, folder: Path) -> None:
    (folder / "n.yaml").symlink_to("elders.yaml")
    assert call("new", "n.yaml", *SMALL) == Done(2, "", THERE)
    assert (folder / "n.yaml").is_symlink()
    assert not (folder / "elders.yaml").exists()


def test_a_folder_is_no_place_for_a_file(call: Call, folder: Path) -> None:
    (folder / "n.yaml").mkdir()
    assert call("new", "n.yaml", *SMALL) == Done(2, "", THERE)
    assert list((folder / "n.yaml").iterdir()) == []


def test_a_folder_that_is_not_there_is_told(call: Call, folder: Path) -> None:
    assert call("new", "weg/n.yaml", *SMALL) == Done(2, "", "weg/n.yaml: de map bestaat niet; maak die eerst.\n")
    assert not (folder / "weg").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--date", "2026-02-30"), "“2026-02-30” is geen datum: schrijf die als 2026-11-23 of 23-11-2026."),
        (("--perspective", "samn"), "Het perspectief “samn” is er niet; er zijn: school, samen. Bedoelde je “samen”?"),
        (("--collaboration", " "), "Bij --collaboration hoort de naam van een samenwerking."),
    ],
)
def test_nothing_is_made_for_a_call_that_cannot_be_used(
    call: Call, folder: Path, words: tuple[str, ...], said: str
) -> None:
    assert call("new", "n.yaml", *SMALL, *words) == Done(2, "", f"{said}\n")
    assert not (folder / "n.yaml").exists()
