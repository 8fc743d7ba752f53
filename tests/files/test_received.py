"""Answers that come back from a partner: as a file under any name, or as the text that a mail made of them."""

from collections.abc import Callable
from datetime import date

import pytest

from werkzaam.domain.evaluation import Answer, Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.files import reading, received
from werkzaam.files.problems import UnusableFileError
from werkzaam.files.writing import answers_text

SAID = Evaluation(
    "Lyceum Oost",
    date(2026, 11, 23),
    "school",
    answers={
        "team": Answer("deels", ("is-vast",), "Eerste alinea: goed.\n\n  - tweede"),
        "contact": Answer("ja"),
        "ruimte": Answer("deels", ()),
        "tijd": Answer("nee", None, "Te weinig, zegt iedereen."),
    },
)


def with_marks(text: str, mark: str) -> str:
    return "".join(f"{mark}{line}".rstrip() + "\n" for line in text.splitlines())


def in_a_mail(text: str) -> str:
    return f"Dag Anna,\n\nHierbij wat wij vinden:\n\n{text}\nGroet,\nPiet\n-- \nwerkzaam: bij het Lyceum\n"


AS_MAILS_BRING_IT: dict[str, Callable[[str], str]] = {
    "between other text": in_a_mail,
    "in a reply": lambda text: in_a_mail(with_marks(text, "> ")),
    "in a reply to a reply": lambda text: in_a_mail(with_marks(text, ">> ")),
    "in a reply all the way": lambda text: with_marks(in_a_mail(text), "> > "),
    "with no-break spaces": lambda text: text.replace("  ", "\xa0 "),
    "with no-break spaces alone": lambda text: text.replace("  ", "\xa0\xa0").replace(": ", ":\xa0"),
    "with other line ends": lambda text: in_a_mail(text).replace("\n", "\r\n"),
    "with nothing behind it": lambda text: "Hoi!\n" + text.removesuffix("\n"),
}  # fmt: skip


@pytest.mark.parametrize("change", AS_MAILS_BRING_IT.values(), ids=AS_MAILS_BRING_IT)
def test_the_text_of_a_mail_is_read_where_nothing_of_it_is_lost(change: Callable[[str], str], small: FactorSet) -> None:
    text = answers_text(small, SAID)
    changed = change(text)
    read = received.read(reading.decode(changed.encode(), "mail.txt"), small)
    assert answers_text(small, read.evaluation).replace("\xa0", " ") == text
    [warning] = read.warnings
    assert "werkzaam: 1" in changed.splitlines()[warning.line - 1].replace("\xa0", " ")


def problems(text: str, factor_set: FactorSet) -> list[str]:
    with pytest.raises(UnusableFileError) as raised:
        received.read(reading.decode(text.encode(), "mail.txt"), factor_set)
    return [problem.message for problem in raised.value.problems]


DAMAGED: dict[str, Callable[[str], str]] = {
    "a line that was broken": lambda text: in_a_mail(text.replace("alinea: goed", "alinea:\ngoed")),
    "the last line, broken": lambda text: in_a_mail(text.replace("weinig, zegt", "weinig,\nzegt")),
    "a quoted line, broken": lambda text: in_a_mail(with_marks(text, "> ").replace("weinig, zegt", "weinig,\nzegt")),
    "no indentation": lambda text: in_a_mail("".join(line.lstrip() + "\n" for line in text.splitlines())),
    "the end is missing": lambda text: in_a_mail(text.partition("    tijd:")[0]),
    "a blank line between all": lambda text: in_a_mail(text.replace("\n", "\n\n")),
    "words in between": lambda text: in_a_mail(text.replace("  plek:\n", "  plek:\n    (dit weet ik niet)\n")),
    "text right behind it": lambda text: f"Hoi\n{text}Groet, Piet\n",
}


@pytest.mark.parametrize("damage", DAMAGED.values(), ids=DAMAGED)
def test_what_a_mail_damaged_is_refused_with_what_to_ask_for(damage: Callable[[str], str], small: FactorSet) -> None:
    assert any("attachment" in message for message in problems(damage(answers_text(small, SAID)), small))


def test_who_sends_back_the_page_itself_is_to_be_asked_for_the_file(small: FactorSet) -> None:
    [message] = problems("\n<!-- saved from url=(0014)about:internet -->\n<!DOCTYPE html>\n<html lang='nl'>", small)
    assert "“Save answers”" in message


def test_an_ordinary_mistake_is_told_as_ever(small: FactorSet) -> None:
    text = answers_text(small, SAID).replace("answer: ja", "answer: jawel")
    assert not any("attachment" in message for message in problems(text, small))
