import pytest

from werkzaam import language
from werkzaam.language import N_, _, ngettext

QUESTIONS = ("{count} of {total} questions is answered.", "{count} of {total} questions are answered.")


def test_dutch_is_spoken_where_it_is_asked_for_and_english_in_every_other_language(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):  # the system's language has no say
        monkeypatch.setenv(name, "en_GB.UTF-8")
    for code in ("en", "nl", "fr", "nl-BE", "", "nl", "xx-yy"):
        language.activate(code)
        assert (_("Still open") != "Still open") is code.startswith("nl")


def test_a_message_follows_its_count() -> None:
    singular, plural = (ngettext(*QUESTIONS, count) for count in (1, 2))
    assert singular != plural
    assert not {singular, plural} & {*QUESTIONS}
    language.activate("en")
    assert [ngettext(*QUESTIONS, count) for count in (1, 0, 2)] == [QUESTIONS[0], QUESTIONS[1], QUESTIONS[1]]


def test_a_message_nobody_translated_and_one_that_is_only_marked_stay_as_they_are() -> None:
    assert _("Nobody ever wrote this.") == "Nobody ever wrote this."
    assert N_("Still open") == "Still open"
