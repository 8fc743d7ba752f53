"""Texts of answers files as people write them, and what an edit makes of them."""

from functools import cache

from tests import examples
from werkzaam.domain.evaluation import Answer
from werkzaam.domain.factor_set import FactorSet
from werkzaam.files import answers, editing

HEAD = "werkzaam: 1\nfactors: klein\nversion: 2\ncollaboration: X\ndate: 2026-11-23\n"
TEAM = f"{HEAD}answers:\n  mensen:\n    team:\n"
LINE_ENDS = ["\n", "\r\n", "\r"]
BY_HAND = """\
# Ons bestand; laat de volgorde staan.
werkzaam: 1
collaboration: "Lyceum Oost"   # met aanhalingstekens
factors: klein
version: 2
date: '2026-11-23'

answers:

    plek:   # eerst de plek
        tijd:
            note: >-
              Gevouwen
              tekst.
            answer: nee   # zei de school

        # hierover nog praten
        ruimte:
            answer:
    mensen:
        "team":
            answer: "deels"
            # wat ontbreekt:
            missing:
            - is-vast    # echt
            - is-deskundig
            note: |+
              Blijft.


        contact:
            answer: weet-niet
"""


@cache
def small_set() -> FactorSet:
    return examples.small()


def read(text: str) -> answers.AnswersFile:
    return examples.read(text, small_set())


def edited(text: str, factor_id: str, answer: Answer) -> str:
    small = small_set()
    return editing.with_answer(read(text).tree, small, small.factor_by_id[factor_id], answer)
