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


ASK = "A mail seems to have changed this text: ask for the file itself, as an attachment."


def problems(text: str, factor_set: FactorSet, name: str = "mail.txt") -> list[str]:
    with pytest.raises(UnusableFileError) as raised:
        received.read(reading.decode(text.encode(), name), factor_set)
    return [problem.message for problem in raised.value.problems]


def every_line(change: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: "".join(f"{change(line)}\n" for line in text.splitlines())


DAMAGED: dict[str, Callable[[str], str]] = {
    "a line that was broken": lambda text: in_a_mail(text.replace("alinea: goed", "alinea:\ngoed")),
    "the last line, broken": lambda text: in_a_mail(text.replace("weinig, zegt", "weinig,\nzegt")),
    "a quoted line, broken": lambda text: in_a_mail(with_marks(text, "> ").replace("weinig, zegt", "weinig,\nzegt")),
    "no indentation": lambda text: in_a_mail("".join(line.lstrip() + "\n" for line in text.splitlines())),
    "the end is missing": lambda text: in_a_mail(text.partition("    tijd:")[0]),
    "a blank line between all": lambda text: in_a_mail(text.replace("\n", "\n\n")),
    "words in between": lambda text: in_a_mail(text.replace("  plek:\n", "  plek:\n    (dit weet ik niet)\n")),
    "text right behind it": lambda text: f"Hoi\n{text}Groet, Piet\n",
    "letters in other signs": lambda text: (
        f"content-transfer-encoding: quoted-printable\n\n{text.replace('Eerste', '=C3=89=C3=A9n')}"
    ),
    "twice": lambda text: in_a_mail(text) + with_marks(in_a_mail(text.replace("ja", "nee")), "> "),
    "twice, the old one above": lambda text: with_marks(in_a_mail(text.replace("ja", "nee")), "> ") + in_a_mail(text),
    "a long word, broken off": lambda text: in_a_mail(
        text.replace("note: Te weinig, zegt iedereen.", f"note: |-\n        Te weinig.\n\nhttps://{'a' * 32}")
    ),
}


@pytest.mark.parametrize("damage", DAMAGED.values(), ids=DAMAGED)
@pytest.mark.parametrize("name", ["mail.txt", "x.yaml"])
def test_what_a_mail_damaged_is_refused_with_what_to_ask_for(
    damage: Callable[[str], str], name: str, small: FactorSet
) -> None:
    assert problems(damage(answers_text(small, SAID)), small, name) == [ASK]


RESHAPED: dict[str, Callable[[str], str]] = {
    "no indentation": every_line(str.lstrip),
    "no indentation, a blank line between all": every_line(lambda line: f"{line.lstrip()}\n"),
    "no indentation, in a reply": every_line(lambda line: f"> {line.lstrip()}"),
    "all in one line": lambda text: " ".join(text.split()),
}


@pytest.mark.parametrize("reshape", RESHAPED.values(), ids=RESHAPED)
@pytest.mark.parametrize("name", ["mail.txt", "x.yaml"])
def test_what_only_a_mail_does_to_a_text_is_known_whatever_its_name(
    reshape: Callable[[str], str], name: str, small: FactorSet
) -> None:
    assert problems(reshape(answers_text(small, SAID)), small, name) == [ASK]


RETOUCHED: dict[str, Callable[[str], str]] = {
    "a line that was broken": lambda text: text.replace("weinig, zegt", "weinig,\nzegt"),
    "another apostrophe": lambda text: text.replace("Te weinig, zegt iedereen.", "’t Is weinig: te weinig"),
    "its first line is gone": lambda text: text.partition("\n")[2].replace("is-vast", "is: vast: x"),
}


@pytest.mark.parametrize("retouch", RETOUCHED.values(), ids=RETOUCHED)
def test_what_an_editor_may_have_done_is_asked_for_first_where_it_is_no_yaml_file(
    retouch: Callable[[str], str], small: FactorSet
) -> None:
    text = retouch(answers_text(small, SAID))
    first, *others = problems(text, small, "<stdin>")
    assert (first, others) == (ASK, problems(text, small, "x.YAML"))


@pytest.mark.parametrize(
    "slip",
    [
        lambda text: text.replace("Te weinig, zegt iedereen.", '"Te weinig'),
        lambda text: text.replace("      answer: ja", "\tanswer: ja"),
        lambda text: text.replace("weinig, zegt", "weinig,\xa0zegt").replace("answer: ja", "answer: jawel"),
        lambda text: text.replace("answers:", "answers"),
        lambda text: f"# Blad 1\n\n---\n{text}".replace("answer: ja", "answer: jawel"),
        lambda text: text.replace("werkzaam: 1\nfactors: klein", "factors: klein\nwerkzaam: 1").replace("ja", "jo"),
        lambda text: f"{text.partition('answers:')[0]}answers:\nactions:\n- wat: x\n",
    ],
)
def test_a_slip_in_a_file_of_ones_own_is_not_put_down_to_a_mail(slip: Callable[[str], str], small: FactorSet) -> None:
    assert ASK not in problems(slip(answers_text(small, SAID)), small, "x.yaml")


def test_any_other_text_is_none_that_a_mail_changed(small: FactorSet) -> None:
    assert ASK not in problems("Hoi Anna,\n\n– Dit is: geen: antwoord\n", small)


def test_who_sends_back_the_page_itself_is_to_be_asked_for_the_file(small: FactorSet) -> None:
    [message] = problems("\n<!-- saved from url=(0014)about:internet -->\n<!DOCTYPE html>\n<html lang='nl'>", small)
    assert "“Save answers”" in message


def test_an_ordinary_mistake_is_told_as_ever(small: FactorSet) -> None:
    text = answers_text(small, SAID).replace("answer: ja", "answer: jawel")
    assert not any("attachment" in message for message in problems(text, small))
