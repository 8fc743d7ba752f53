import pytest

from tests import examples
from werkzaam.files.reading import Source
from werkzaam.files.recognition import factor_set_of, is_factor_set, is_ours, own_language


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


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("werkzaam: 1\nfactors: klein\n", "klein"),
        ("factors:   onderwijs-jongerenwerk", "onderwijs-jongerenwerk"),
        ("factors: 'klein'  # de kleine\n", "klein"),
        ('"factors": "4-1"\n', "4-1"),
        ("werkzaam: 1\r\nfactors: klein\r\nversion: 1\r\n", "klein"),
        ("answers: [\nfactors: klein\n", "klein"),
        # Something else stands there: a mistake, for whoever looks closer.
        ("factors: Klein\n", None),
        ("factors: klein_\n", None),
        ("factors: klein groot\n", None),
        ("factors: [klein]\n", None),
        ("factors: &a klein\n", None),
        ("factors: # klein\n", None),
        ("factors:\n", None),
        ("factors:\nversion: 1\n", None),
        ("factors:klein\n", None),
        ("  factors: klein\n", None),
        ("", None),
    ],
)
def test_the_set_of_an_answers_file_shows_at_a_glance(text: str, id_: str | None) -> None:
    assert factor_set_of(Source("f.yaml", text)) == id_


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        (examples.SMALL_SET, True),
        (examples.OTHER_SCALE, True),
        ("categories:\n", True),
        ('"scale" : []\n', True),
        ("scale: [\n", True),
        (examples.SMALL_ANSWERS, False),
        ("note: |\n  scale: 1\n  categories: 2\n", False),
        ("scales: 1\n", False),
        ("# scale: 1\n", False),
        ("", False),
    ],
)
def test_a_factor_set_shows_at_a_glance(text: str, *, is_one: bool) -> None:
    assert is_factor_set(Source("f.yaml", text)) is is_one


@pytest.mark.parametrize(
    ("content", "ours"),
    [
        (examples.SMALL_SET.encode(), True),
        (examples.SMALL_ANSWERS.encode(), True),
        (b"\xef\xbb\xbfwerkzaam: 1", True),
        (b"# \xe9\xe9n\nwerkzaam:\n", True),
        (b" werkzaam: 1\n", False),
        (b"werkzaam 1\n", False),
        (b"", False),
    ],
)
def test_what_is_ours_shows_at_a_glance(content: bytes, *, ours: bool) -> None:
    assert is_ours(content) is ours
