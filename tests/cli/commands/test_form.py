import json
import re
from pathlib import Path

import pytest

from tests import examples
from tests.cli.calling import Call, refused, told
from werkzaam.language import _


def settled(page: str) -> dict[str, str | None]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page)
    assert found is not None
    result: dict[str, str | None] = json.loads(found[1])["settled"]
    return result


def test_the_page_goes_to_stdout_and_asks_what_the_call_does_not_say(call: Call) -> None:
    done = call("form")
    assert (done.code, done.err) == (0, "")
    assert settled(done.out) == {"collaboration": None, "perspective": None, "date": None}
    assert done.out.startswith("<!doctype html>\n")


def test_what_the_call_says_is_settled(call: Call) -> None:
    words = ("--collaboration", "Lyceum 'Oost'", "--perspective", "onderwijs", "--date", "1-3-2027")
    assert settled(call("form", *words).out) == {
        "collaboration": "Lyceum 'Oost'",
        "perspective": "onderwijs",
        "date": "2027-03-01",
    }


def test_it_is_written_whole_and_again_and_says_what_to_do_with_it(call: Call) -> None:
    for _turn in range(2):
        done = call("form", "--output", "formulier.html")
        assert (done.code, done.out) == (0, "")
        sent = told("Send it to whoever fills it in; it opens in a browser.")
        assert done.err == told("Written: {file}", file="formulier.html") + sent
    assert Path("formulier.html").read_text(encoding="utf-8") == call("form").out


def test_what_cannot_be_is_refused(call: Call) -> None:
    assert call("form", "--collaboration", " ") == refused("--collaboration needs the name of a collaboration.")
    no_day = refused("“{text}” is not a date: write it as 2026-11-23.", text="2026-02-30")
    assert call("form", "--date", "2026-02-30") == no_day
    ours = refused("{file}: this is a file of werkzaam; name another one for the result.", file="a.yaml")
    assert call("form", "--output", "a.yaml") == ours
    assert call("form", "--perspective", "ouders").code == 2


def test_last_year_lies_beside_the_questions(call: Call) -> None:
    words = ("form", "--factors", "klein.yaml", "--previous", "a.yaml")
    done = call(*words, "--collaboration", "Lyceum Oost en Stichting Straatwerk")
    assert done.err == ""
    said = _("{answer}; missing: {conditions}").format(answer="Deels", conditions="Deskundig team")
    assert f"<p>{_('On {date}').format(date='23-11-2026')}: {said}</p>" in done.out
    assert "Sinds maart zijn er twee mensen." in done.out
    assert " checked" not in done.out
    other = call(*words, "--collaboration", "Een ander")
    assert (other.code, "Een ander" in other.err) == (0, True)
    assert settled(call(*words).out)["collaboration"] == "Lyceum Oost en Stichting Straatwerk"
    assert call("form", "--previous", "a.yaml").code == 2, "of another set"
    assert call(*words, "--output", "a.yaml").code == 2, "what it is made from"


@pytest.mark.parametrize(
    ("perspective", "said", "taken"),
    [("school", (), "school"), ("samen", (), None), ("school", ("--perspective", "samen"), "samen")],
)
def test_who_fills_it_in_is_taken_over_from_last_years_file_of_one_partner(
    call: Call, perspective: str, said: tuple[str, ...], taken: str | None
) -> None:
    Path("a.yaml").write_text(Path("a.yaml").read_text().replace("perspective: samen", f"perspective: {perspective}"))
    page = call("form", "--factors", "klein.yaml", "--previous", "a.yaml", *said)
    assert settled(page.out)["perspective"] == taken


def test_it_speaks_the_language_that_is_asked(call: Call) -> None:
    english = call("form", "--lang", "en").out
    assert '<html lang="en">' in english
    assert "Save answers" in english
    dutch = call("form").out
    assert (_("Save answers") in dutch, _("Save answers") in english) == (True, False)


def test_a_set_in_a_third_language_gets_english_words(call: Call) -> None:
    Path("frans.yaml").write_text(examples.OTHER_SCALE.replace("language: en", "language: fr"))
    assert "Save answers" in call("form", "--factors", "frans.yaml").out
