"""`werkzaam new`: a file that explains itself (whole in tests/golden), can be filled in, and replaces nothing."""

import shutil
import textwrap
from datetime import date
from pathlib import Path

import pytest

from tests import examples
from tests.cli.calling import SMALL, Call, Done, refused, told
from werkzaam.domain.evaluation import Answer
from werkzaam.files import factor_sets, reading
from werkzaam.files.disk import locations
from werkzaam.files.store import AnswersStore
from werkzaam.files.writing import dump
from werkzaam.language import _

DAY = ("--date", "2026-11-23")


def head(path: str = "n.yaml") -> list[str]:
    """Return what a file is about, a line each; what explains it are comments."""
    lines = [line for line in Path(path).read_text().splitlines() if not line.startswith("#")]
    return lines[: lines.index("answers:")]


def test_a_new_file_is_about_what_the_call_says(call: Call) -> None:
    about = ("--date", "23-11-2026", "--collaboration", "Lyceum: Oost #1", "--perspective", "samen")
    assert call("new", "n.yaml", *SMALL, *about) == Done(
        0, "", told("Made {file}: open it in an editor.", file="n.yaml")
    )
    known = ["werkzaam: 1", "factors: klein", "version: 2"]
    assert head() == [*known, "collaboration: 'Lyceum: Oost #1'", "date: 2026-11-23", "perspective: samen"]
    assert call("new", "leeg.yaml", *SMALL, *DAY).code == 0
    name = _("Fill in the name of the collaboration")
    assert head("leeg.yaml") == [*known, f"collaboration: {name}", "date: 2026-11-23", "perspective:"]


def test_a_file_of_another_scale_explains_that_one(call: Call) -> None:
    assert call("new", "n.yaml", "--factors", "schaal.yaml", *DAY).code == 0
    text = Path("n.yaml").read_text()
    assert "# Answers: '0' (0), '1' (1), '2' (2), '3' (3), '4' (4)\n" in text
    assert "    # The third thing.\n    # Answers: done (Done), not-done (Not done)\n    third:\n" in text
    assert "perspective" not in text
    assert call("new", "en.yaml", *SMALL, *DAY, "--lang", "en").code == 0
    assert Path("en.yaml").read_text().startswith("# Small list\n# Fill in behind each “answer:” what holds;")


def test_a_file_is_about_today_unless_it_is_said(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("werkzaam.cli.commands.new.today", lambda: date(2024, 2, 29))
    assert call("new", "n.yaml", *SMALL).code == 0
    assert "date: 2024-02-29" in head()


QUOTED = (
    examples.SMALL_SET.replace("id: school,", 'id: "yes",')
    .replace("id: mensen\n", 'id: "on"\n')
    .replace("id: contact\n", 'id: "0"\n')
    .replace("id: een-punt,", 'id: "0",')
    .replace("id: deels,", 'id: "no",')
)


@pytest.mark.parametrize("name", ["factors.yaml", "klein.yaml", "schaal.yaml", "quoted.yaml"])
def test_a_new_file_is_without_mistakes_and_an_answer_changes_its_own_line_alone(call: Call, name: str) -> None:
    shutil.copy(locations.built_in_factors(), "factors.yaml")
    Path("quoted.yaml").write_text(QUOTED)
    factor_set = factor_sets.read(reading.read_file(Path(name)))
    assert call("new", "n.yaml", "--factors", name, "--collaboration", "X").code == 0
    found = call("validate", "--strict", "n.yaml", "--factors", name, "--lang", "en")
    assert found == Done(0, "", "Files: 1, errors: 0, warnings: 0\n")
    blank = Path("n.yaml").read_text()
    for factor in (factor_set.factors[0], factor_set.factors[1], factor_set.factors[-1]):
        given = factor.scale[1].id
        Path("n.yaml").write_text(blank)
        AnswersStore.open(Path("n.yaml"), factor_set, print).save({factor.id: Answer(given)})
        before, after = (textwrap.indent(dump({factor.id: {"answer": option}}), "    ") for option in (None, given))
        assert blank.count(before) == 1
        assert Path("n.yaml").read_text() == blank.replace(before, after)


def test_all_answers_can_be_filled_in_with_an_editor(call: Call) -> None:
    assert call("new", "n.yaml", *SMALL, *DAY).code == 0
    Path("n.yaml").write_text(Path("n.yaml").read_text().replace("answer:\n", "answer: ja\n"))
    ended = call("report", "n.yaml", *SMALL, "--fail-under", "100")
    assert (ended.code, ended.err) == (0, "")


def test_what_is_there_stays_as_it_is(call: Call) -> None:
    Path("n.yaml").write_text("van iemand anders")
    Path("link.yaml").symlink_to("elders.yaml")
    Path("map.yaml").mkdir()
    for name in ("n.yaml", "link.yaml"):
        ended = call("new", name, *SMALL)
        assert ended == refused("{file}: this file is there already; name another one.", file=name)
    assert call("new", "map.yaml", *SMALL) == refused("{file}: this is a folder; name a file in it.", file="map.yaml")
    assert (Path("n.yaml").read_text(), Path("link.yaml").is_symlink()) == ("van iemand anders", True)
    assert (Path("elders.yaml").exists(), list(Path("map.yaml").iterdir())) == (False, [])


@pytest.mark.parametrize("words", [("new", "n.yaml"), ("check", "n.yaml"), ("check", "n.yaml", "--no-input")])
@pytest.mark.parametrize(
    ("about", "message", "named"),
    [
        (("--date", "2026-02-30"), "“{text}” is not a date: write it as 2026-11-23.", {"text": "2026-02-30"}),
        (("--date", "20261123"), "“{text}” is not a date: write it as 2026-11-23.", {"text": "20261123"}),
        (
            ("--perspective", "xyz"),
            "There is no perspective “{id}”; there are: {known}.",
            {"id": "xyz", "known": "school, samen"},
        ),
        (("--collaboration", " "), "--collaboration needs the name of a collaboration.", {}),
    ],
)
def test_nothing_is_made_for_a_call_that_cannot_be_used(
    call: Call, words: tuple[str, ...], about: tuple[str, str], message: str, named: dict[str, str]
) -> None:
    assert call(*words, *SMALL, *about) == refused(message, **named)
    assert not Path("n.yaml").exists()


def test_no_folder_is_made(call: Call) -> None:
    ended = call("new", "weg/n.yaml", *SMALL)
    assert ended == refused("{file}: the folder does not exist; make it first.", file="weg/n.yaml")
    assert not Path("weg").exists()


def test_a_name_that_was_not_given_can_be_filled_in_by_a_call_and_is_refused_after_that(call: Call) -> None:
    words = ("check", "n.yaml", *SMALL, "--no-input", "--collaboration")
    assert call("new", "n.yaml", *SMALL).code == 0
    assert call(*words, "Lyceum Oost", "--answer", "team=ja").code == 0
    filled_in = Path("n.yaml").read_text()
    assert [line in filled_in for line in ("collaboration: Lyceum Oost\n", "answer: ja\n")] == [True, True]
    assert (call(*words, "Lyceum West").code, Path("n.yaml").read_text()) == (2, filled_in)
