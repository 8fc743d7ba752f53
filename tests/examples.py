"""The data that tests share: a set small enough to score in one's head, and texts of answers files."""

from pathlib import Path

from werkzaam.domain.evaluation import Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.files import answers, factor_sets, reading
from werkzaam.files.disk import locations

SMALL_SET = """\
werkzaam: 1
id: klein
version: 2
language: nl
title: {nl: Kleine lijst, en: Small list}
introduction: {nl: Drie vragen., en: Three questions.}
perspectives:
  - {id: school, name: {nl: School, en: School}}
  - {id: samen, name: {nl: Samen, en: Together}, joint: true}
scale:
  - {id: ja, key: j, value: 1, name: {nl: Ja, en: "Yes"}}
  - {id: deels, key: d, value: 0.5, name: {nl: Deels, en: Partly}}
  - {id: nee, key: n, value: 0, name: {nl: Nee, en: "No"}}
  - {id: weet-niet, key: w, value: unknown, name: {nl: Weet niet, en: Don't know}}
  - {id: nvt, key: v, value: not-applicable, name: {nl: Niet van toepassing, en: Not applicable}}
bands:
  - {from: 0.8, colour: green}
  - {from: 0.5, colour: yellow}
  - {from: 0, colour: red}
categories:
  - id: mensen
    name: {nl: Mensen, en: People}
    factors:
      - id: team
        source: Mensen 1
        text: {nl: Er is een vast team., en: There is a permanent team.}
        conditions:
          - id: is-vast
            text: {nl: Vast team, en: Permanent team}
            help: {nl: Het team is vast., en: The team is permanent.}
          - {id: is-deskundig, text: {nl: Deskundig team, en: Skilled team}}
          - {id: woont-dichtbij, text: {nl: Team uit de wijk, en: Local team}, preferred: true}
      - id: contact
        text: {nl: Er is één aanspreekpunt., en: There is one contact point.}
        conditions:
          - {id: een-punt, text: {nl: Eén aanspreekpunt, en: One contact point}}
  - id: plek
    name: {nl: Plek, en: Place}
    factors:
      - id: ruimte
        text: {nl: Er is een eigen ruimte., en: There is a room of their own.}
        preferred: true
        conditions:
          - {id: is-eigen, text: {nl: Eigen ruimte, en: Own room}}
          - {id: is-centraal, text: {nl: Centrale ruimte, en: Central room}, preferred: true}
      - id: tijd
        since: 2
        text: {nl: Er is genoeg tijd., en: There is enough time.}
"""
"""Two categories, 4 factors (one preferred), 6 conditions (two preferred); `contact` has one condition, `tijd` none."""

OTHER_SCALE = """\
werkzaam: 1
id: schaal
version: 1
language: en
title: Another scale
scale:
  - {id: "0", value: 0}
  - {id: "1", value: 0.25}
  - {id: "2", value: 0.5}
  - {id: "3", value: 0.75}
  - {id: "4", value: 1}
categories:
  - id: all
    name: All of it
    factors:
      - {id: first, text: The first thing.}
      - {id: second, text: The second thing.}
      - id: third
        text: The third thing.
        scale:
          - {id: done, value: 1, name: Done}
          - {id: not-done, value: 0, name: Not done}
"""
"""Five steps from 0 to 4 without names or keys; no perspectives, bands or conditions; one factor has another scale."""

SMALL_ANSWERS = """\
werkzaam: 1
factors: klein
version: 2
collaboration: Lyceum Oost en Stichting Straatwerk
date: 2026-11-23
perspective: samen
answers:
  mensen:
    team:
      answer: deels
      missing:
        - is-deskundig
      note: Sinds maart zijn er twee mensen.
    contact:
      answer: ja
  plek:
    ruimte:
      answer: nee
    tijd:
      answer:
"""
"""Scores 0.5 and 1 in the first category, nothing in the second: a total of 0.75 over 2 of 3 factors."""

LATER_ANSWERS = (
    SMALL_ANSWERS.replace("2026-11-23", "2027-11-22")
    .replace("answer: nee", "answer: ja")
    .replace("answer:\n", "answer: nee\n")
)
"""Of a year later: two answers are others."""
SCHOOL_ANSWERS = SMALL_ANSWERS.replace("perspective: samen", "perspective: school").replace(
    "answer: ja", "answer: weet-niet"
)
"""Of the same day, from another side: one answer is another."""


def built_in(language: str | None = None) -> FactorSet:
    """Return the factor set that ships with the program, in a language; None means Dutch."""
    return factor_sets.read(reading.read_file(locations.built_in_factors()), language)


def small(language: str | None = None) -> FactorSet:
    """Return SMALL_SET as a factor set, in a language; None means Dutch."""
    return factor_sets.read(reading.Source("klein.yaml", SMALL_SET), language)


def other_scale() -> FactorSet:
    """Return OTHER_SCALE as a factor set."""
    return factor_sets.read(reading.Source("schaal.yaml", OTHER_SCALE))


def read(text: str, factor_set: FactorSet | None = None) -> answers.AnswersFile:
    """Return the answers in a text, as of a file a.yaml, to a factor set; None means SMALL_SET."""
    return answers.read(reading.decode(text.encode(), "a.yaml"), factor_set or small())


def saved(path: Path | str, factor_set: FactorSet | None = None) -> Evaluation:
    """Return the evaluation in a file, of a factor set; None means SMALL_SET."""
    return answers.read(reading.read_file(Path(path)), factor_set or small()).evaluation
