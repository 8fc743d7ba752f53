import pytest

from werkzaam import language
from werkzaam.language import N_, _, ngettext

QUESTIONS = ("{count} of {total} questions is answered.", "{count} of {total} questions are answered.")


def test_dutch_is_spoken_where_it_is_asked_for() -> None:
    language.activate("nl")
    assert _("Still open") == "Nog open"


@pytest.mark.parametrize("code", ["en", "fr", "", "xx-yy"])
def test_english_is_spoken_in_every_other_language(code: str) -> None:
    language.activate(code)
    assert _("Still open") == "Still open"


def test_one_can_change_languages() -> None:
    for code, said in [("en", "Still open"), ("nl", "Nog open"), ("en", "Still open")]:
        language.activate(code)
        assert _("Still open") == said


@pytest.mark.parametrize(
    ("code", "count", "said"),
    [
        ("nl", 1, "{count} van de {total} vragen is beantwoord."),
        ("nl", 2, "{count} van de {total} vragen zijn beantwoord."),
        ("en", 1, "{count} of {total} questions is answered."),
        ("en", 0, "{count} of {total} questions are answered."),
    ],
)
def test_a_message_follows_its_count(code: str, count: int, said: str) -> None:
    language.activate(code)
    assert ngettext(*QUESTIONS, count) == said


def test_a_message_nobody_translated_stays_as_it_is() -> None:
    assert _("Nobody ever wrote this.") == "Nobody ever wrote this."


def test_a_marked_message_is_not_translated_yet() -> None:
    assert N_("Still open") == "Still open"


def test_the_system_language_has_no_say(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, "en_GB.UTF-8")
    language.activate("nl")
    assert _("Still open") == "Nog open"
