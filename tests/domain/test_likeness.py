"""What may be a mistake among many evaluations, in memory that hardly grows with them."""

import tracemalloc
from datetime import date, timedelta

from werkzaam.domain.evaluation import Evaluation
from werkzaam.domain.likeness import Likeness, Pairs

BASE = Evaluation("Lyceum Oost", date(2026, 11, 23), "samen")


def taken_in(*evaluations: Evaluation) -> Likeness:
    likeness = Likeness()
    for number, item in enumerate(evaluations):
        likeness.add(f"{number}.yaml", item)
    return likeness


def files(pairs: Pairs) -> list[str]:
    return [f"{pair.earlier} {pair.later}" for pair in pairs.first]


def test_the_same_collaboration_date_and_perspective_are_the_same_evaluation() -> None:
    found = taken_in(
        BASE,
        BASE._replace(date=date(2026, 11, 24)),
        BASE._replace(perspective="school"),
        BASE._replace(perspective=None),
        BASE._replace(collaboration="Lyceum West"),
        BASE._replace(collaboration=" lyceum  OOST", note="Anders."),
        BASE,
    )
    assert (found.repeated.count, files(found.repeated)) == (2, ["0.yaml 5.yaml", "0.yaml 6.yaml"])


def test_only_the_first_few_are_named_and_all_are_counted() -> None:
    found = taken_in(*[BASE] * 9)
    assert (found.repeated.count, files(found.repeated)) == (8, ["0.yaml 1.yaml", "0.yaml 2.yaml", "0.yaml 3.yaml"])


def test_a_name_that_is_another_but_for_punctuation_is_found_once() -> None:
    names = ["Sint Jan", "sint  jan", "Sint-Jan", "Sint-Jan", "St. Jan", "\x1b Sint Jan. "]
    found = taken_in(*(BASE._replace(collaboration=name) for name in names))
    assert (found.alike.count, files(found.alike)) == (2, ["0.yaml 2.yaml", "0.yaml 5.yaml"])
    assert [pair.collaboration for pair in found.alike.first] == ["Sint-Jan", "\x1b Sint Jan."]


def test_a_file_is_named_whatever_its_name_is() -> None:
    likeness, names = Likeness(), ["é\udcff.yaml", "", "\n", "x"]
    for name in names:
        likeness.add(name, BASE)
    assert files(likeness.repeated) == [f"é\udcff.yaml {name}" for name in names[1:]]


def test_versions_are_counted() -> None:
    likeness = Likeness()
    for version in (2, 1, 2):
        likeness.add("a.yaml", BASE._replace(version=version))
    assert likeness.versions == {1: 1, 2: 2}


def test_little_is_kept_of_each_evaluation_beside_the_name_of_its_file() -> None:
    count, likeness = 5_000, Likeness()
    tracemalloc.start()
    try:
        for number in range(count):
            name, day = f"De brede samenwerking van school {number}", BASE.date + timedelta(number % 9)
            likeness.add(f"{number}.yaml", Evaluation(name, day))
        kept, _peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert likeness.repeated.count == 0
    assert kept < 100 * count
