import pytest

from werkzaam.files.glance import own_language
from werkzaam.files.reading import Source


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("id: x\nlanguage: nl\n", "nl"),
        ("language:   'en'  # Engels\n", "en"),
        ('language: "fr"\n', "fr"),
        ("werkzaam: [\nlanguage: nl", "nl"),
        ("title:\n  language: nl\n", None),
        ("", None),
    ],
)
def test_the_language_of_a_set_shows_at_a_glance(text: str, language: str | None) -> None:
    assert own_language(Source("f.yaml", text)) == language
