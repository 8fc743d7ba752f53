"""A whole sitting, from the first question to the report; of the program that WERKZAAM_PYTHON names, where it does."""

import re
from pathlib import Path

import pytest

from tests.sessions.steps import FILE, finish_with_report, joined
from tests.sessions.terminal import DOWN, ENTER, SPACE, Terminal
from werkzaam.domain.factor_set import FactorSet
from werkzaam.language import _

NOTE = "Elke donderdag is er één vast gezicht, ook 😀 online."

EXPECTED = f"""\
werkzaam: 1
factors: onderwijs-jongerenwerk
version: 1
collaboration: Lyceum Oost en Stichting Straatwerk
date: 2026-11-23
perspective: samen
answers:
  jongerenwerk:
    vast-team:
      answer: deels
      missing:
        - team-is-vast
        - werkt-in-woonwijk
    aanwezig-op-school:
      answer: ja
    lokaal-geworteld:
      answer: ja
    aanspreekpunt-jongerenwerk:
      answer: ja
      note: {NOTE}
  onderwijs:
    aanspreekpunt-school:
      answer: ja
    bekend-op-school:
      answer: nee
    eigen-ruimte:
      answer: nee
  visie-en-werkwijze:
    gedeelde-basis:
      answer: ja
    pedagogische-kijk:
      answer: weet-niet
    open-en-begrensd:
      answer: ja
    belang-jongeren:
      answer: nvt
  werkrelatie:
    gelijkwaardig:
      answer: ja
    leren-van-elkaar:
      answer: nee
    kennis-delen:
      answer: ja
  taakverdeling:
    heldere-afspraken:
      answer: ja
    afstemmen-en-evalueren:
      answer: ja
  randvoorwaarden:
    tijd-en-continuiteit:
      answer: nee
    structureel-geld:
      answer: weet-niet
    betrokken-gemeente:
      answer: ja
"""

# Redone by hand: ja 1, deels ½, nee 0; weet niet and n.v.t. are not scored; eigen-ruimte is preferred: it never counts.
#   jongerenwerk        ½ + 1 + 1 + 1 = 3½ of 4   87.5 -> 88 %   4 of 4
#   onderwijs           1 + 0         = 1  of 2           50 %   2 of 2 (the third is preferred)
#   visie-en-werkwijze  1 + 1         = 2  of 2          100 %   2 of 3 (4, less the one that does not apply)
#   werkrelatie         1 + 0 + 1     = 2  of 3   66.7 -> 67 %   3 of 3
#   taakverdeling       1 + 1         = 2  of 2          100 %   2 of 2
#   randvoorwaarden     0 + 1         = 1  of 2           50 %   2 of 3
#   together            11½ of 15             76.67 ->    77 %   15 of 17 (18 required, less one)
# Conditions in place: 2+3+2+2, 4+0+0, 4+0+4, 5+0+3, 4+5, 0+0+4 = 42, of 71 less the one that does not apply.
SCORES = {
    "Jongerenwerk": (88, 4, 4),
    "Onderwijs": (50, 2, 2),
    "Gedeelde visie en werkwijze": (100, 2, 3),
    "Werkrelatie": (67, 3, 3),
    "Taakverdeling": (100, 2, 2),
    "Randvoorwaarden": (50, 2, 3),
}
TOTAL = (77, 15, 17)
KEYS_AFTER_THE_FOURTH = "jnnjwjvjnjjjnwj"


def asked(terminal: Terminal, number: int, factor_set: FactorSet) -> None:
    """Wait for a question, and see it whole on the screen: its place, the factor with each condition, the answers."""
    terminal.wait_for_question(number)
    shown, factor = joined(terminal.screen).replace("• ", ""), factor_set.factors[number - 1]
    for part in (f"{number}/19 ", factor_set.category_of[factor.id].name, factor.text, *(o.name for o in factor.scale)):
        assert part in shown
    for condition in factor.conditions:  # short, or behind the help key, where there is no room for the whole statement
        assert terminal.columns < 80 or condition.help in shown, condition.id


@pytest.mark.parametrize("columns", [80, pytest.param(40, marks=pytest.mark.long)])
def test_nineteen_keys_a_step_back_a_note_and_a_partial_answer_make_the_expected_file_and_report(
    tmp_path: Path, built_in: FactorSet, columns: int
) -> None:
    with Terminal("check", FILE, "--date", "2026-11-23", folder=tmp_path, columns=columns) as terminal:
        terminal.wait_for_typing("?")
        terminal.press("Lyceum Oost en Stichting Straatwerk" + ENTER)
        terminal.wait_for("Samen")
        terminal.press("4")

        asked(terminal, 1, built_in)
        terminal.press("d")
        terminal.wait_for_conditions(1)
        terminal.press(SPACE + DOWN + DOWN + SPACE)
        terminal.wait_until(lambda: "\n".join(terminal.screen).count("[x]") == 2, "two marks")
        terminal.press(ENTER)
        for number, key in ((2, "j"), (3, "n"), (4, "b")):
            asked(terminal, number, built_in)
            terminal.press(key)
        terminal.answer(3, "j")
        terminal.answer(4, "t")
        terminal.wait_for_note(4)
        terminal.press(NOTE + ENTER)
        terminal.answer(4, "j")
        for number, key in enumerate(KEYS_AFTER_THE_FOURTH, 5):
            asked(terminal, number, built_in)
            terminal.press(key)
        assert finish_with_report(terminal) == 0
        terminal.assert_restored()
        lines = terminal.scrollback

    assert (tmp_path / FILE).read_text() == EXPECTED
    assert [path.name for path in tmp_path.iterdir()] == [FILE]
    report = lines[max(index for index, line in enumerate(lines) if "Lyceum Oost en Stichting" in line) :]
    for name, figures in {**SCORES, _("All factors together"): TOTAL}.items():
        at = next(index for index, line in enumerate(report) if line.startswith(name))
        shown = re.search(r"\b(\d+) %\s+\((\d+) \w+ (\d+)\)", " ".join(report[at : at + 2]))
        assert shown, report[at:]
        assert tuple(map(int, shown.groups())) == figures, name
    assert re.search(r"\b42 \w+ 70\b", "\n".join(report))
    assert NOTE.rsplit(maxsplit=1)[-1] in "\n".join(report)
