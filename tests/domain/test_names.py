"""Names of collaborations: which are the same, which nearly, and in which order people look for them."""

import pytest

from werkzaam.domain.names import alphabetical, bare_name, same_collaboration


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Lyceum Oost", "lyceum  oost ", True),
        ("Lyceum Oost", "LyceumOost", True),
        ("Straße", "STRASSE", True),
        ("Lycée", "Lyce\u0301e", True),
        ("Lyceum Oost-West", "Lyceum Oost\u2011West", True),
        ("Lyceum Oost-West", "Lyceum Oost – West", True),
        ("'t Anker", "\u2019t anker", True),
        ("'t Anker", "\u00b4t Anker", True),
        ("Lyceum\u00a0Oost", "Lyceum Oost", True),
        *(
            ("Lyceum Oost", f"{sign}Lyceum{sign} Oost{sign}", True)
            for sign in "\xad\u034f\u200b\u2060\u2800\u3164\U000e0064"
        ),
        ("Lyceum ❤", "Lyceum ❤\ufe0f", True),
        ("Lyceum Oost", "Lyceum West", False),
        ("Lycée", "Lycee", False),
        ("Lyceum Oost", "Lyceum Oost.", False),
    ],
)
def test_what_only_looks_otherwise_makes_no_other_collaboration(one: str, other: str, *, same: bool) -> None:
    assert same_collaboration(one, other) is same
    assert same_collaboration(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Lyceum Oost", "Lyceum Oost.", True),
        ("Sint-Jan", "Sint Jan", True),
        ("'t Anker", "t anker", True),
        ("School & team", "School team", True),
        ("Lyceum Oost", "Lyceum Oost 2", False),
        ("Lycée", "Lycee", False),
    ],
)
def test_names_can_be_the_same_but_for_punctuation(one: str, other: str, *, alike: bool) -> None:
    assert (bare_name(one) == bare_name(other)) is alike


def test_names_stand_as_people_sort_them() -> None:
    names = [
        "Zuiderlicht",
        "de Bron",
        "Émile",
        "Emma",
        "Daltonschool",
        "bron",
        "Bron",
        "Eik",
        "Çelik",
        "Driesprong",
        "Cals",
        "Øst",
        "Æon",
        "Œuvre",
        "Łódź",
        "\u2019t Anker",
        "\u2018t Bint",
        "'t Venster",
        "\u201cOost\u201d",
        "Oord",
        "(De Aar)",
        "* * *",
    ]
    assert sorted(names, key=alphabetical) == [
        "* * *",
        "Æon",
        "Bron",
        "bron",
        "Cals",
        "Çelik",
        "Daltonschool",
        "(De Aar)",
        "de Bron",
        "Driesprong",
        "Eik",
        "Émile",
        "Emma",
        "Łódź",
        "Œuvre",
        "Oord",
        "\u201cOost\u201d",
        "Øst",
        "\u2019t Anker",
        "\u2018t Bint",
        "'t Venster",
        "Zuiderlicht",
    ]


def test_digits_in_names_count_by_their_value() -> None:
    names = [
        "School 10",
        "School 9 west",
        "school 9",
        "School",
        "10e school",
        "9e school",
        "School 010",
        "School " + "9" * 5000,
    ]
    assert sorted(names, key=alphabetical) == [
        "9e school",
        "10e school",
        "School",
        "school 9",
        "School 9 west",
        "School 010",
        "School 10",
        "School " + "9" * 5000,
    ]
