import time

import pytest

from tests import examples
from werkzaam.files.reading import MAXIMUM_SIZE, Source
from werkzaam.files.recognition import factor_set_of, is_factor_set, is_ours
from werkzaam.files.yaml.tree import MAXIMUM_DEPTH


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
        ("note: x\n  factors: klein\n", None),
        ('note: "x\nfactors: groot"\nfactors: klein\n', "klein"),
        ("{werkzaam: 1, factors: klein}\n", "klein"),
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
        ("{werkzaam: 1, categories: []}\n", True),
        ("note: |\n  scale: 1\n  categories: 2\n", False),
        ('note: "Geteld op\nscale: 1"\nanswers:\n', False),
        ('note: "Geteld op\nscale: 1"\nanswers: [\n', False),
        ("scales: 1\n", False),
        ("# scale: 1\n", False),
        ("", False),
    ],
)
def test_a_factor_set_shows_at_a_glance(text: str, *, is_one: bool) -> None:
    assert is_factor_set(Source("f.yaml", text)) is is_one


AS_JSON = b'{"werkzaam": 1, "factors": "klein", "answers": {}}'
AS_UTF_16 = examples.SMALL_ANSWERS.replace("Lyceum", "Lycée – 東").encode("utf-16")
RESULT = '{"werkzaam": 1, "score": null, "factors": {"id": "klein"}, "note": "een\\nwerkzaam: 1", "categories": []}'
PAGE = b"<!doctype html>\n<p>Een notitie:\nwerkzaam: ja</p>\n"


@pytest.mark.parametrize(
    "first",
    ["Werkzaam: 1", "werkzaam 1", "\u00a0werkzaam: 1", "\u200bwerkzaam: 1", "werkzaam = 1", "werkzaam\uff1a 1"],
)
@pytest.mark.parametrize("text", [examples.SMALL_ANSWERS, examples.SMALL_SET.replace("\n", "\r\n")])
def test_a_slip_in_the_first_line_makes_nobodys_answers_another_programs(text: str, first: str) -> None:
    content = text.replace("werkzaam: 1", first, 1).encode()
    assert [is_ours(content, name) for name in ("a.yaml", "a.txt")] == [True, False]


@pytest.mark.parametrize("name", ["a.yaml", "a.YML", "a.txt", "a"])
@pytest.mark.parametrize(
    ("content", "ours"),
    [
        (examples.SMALL_SET.encode(), True),
        (examples.SMALL_ANSWERS.encode(), True),
        (b"\xef\xbb\xbfwerkzaam: 1", True),
        (b"# \xe9\xe9n\n---\nwerkzaam:\n", True),
        (b"factors: klein\r\nwerkzaam: 1\r\n", True),
        (b"factors: klein\rwerkzaam: 1\r", True),
        (b'"werkzaam": 1\n', True),
        (b'"werkz\\u0061am" : 1\n', True),
        (b"? werkzaam\n: 1\n", True),
        (b"{factors: klein, werkzaam: 1}\n", True),
        (b" werkzaam: 1\n", True),
        (AS_JSON, True),
        (AS_UTF_16, True),
        (examples.SMALL_ANSWERS.encode("utf-16-le"), True),
        (examples.SMALL_SET.encode("utf-16-be"), True),
        (examples.SMALL_ANSWERS.encode("utf-32"), True),
        (b"score: 0.5\n" + examples.SMALL_ANSWERS.encode(), True),
        (b"result: x\n" + examples.SMALL_SET.encode(), True),
        (b"werkzaam 1\n", False),
        (b"Werkzaam: 1\nKleine les: 2\n", False),
        (b"- werkzaam: 1\n", False),
        (b"x:\n  werkzaam: 1\n", False),
        (b'note: "een\nwerkzaam: 1"\n', False),
        (PAGE[:15], False),
        (RESULT.encode(), False),
        (RESULT.encode("utf-16"), False),
        ("notitie: é\n".encode("utf-16"), False),
        (b"werkzaamheden: 1\n", False),
        (b"", False),
        (b"werkzaam: 1\n#" + b"x" * MAXIMUM_SIZE, False),
    ],
)
def test_what_is_ours_is_read_from_its_root(content: bytes, name: str, *, ours: bool) -> None:
    assert is_ours(content, name) is ours


@pytest.mark.parametrize(
    "content",
    [
        b"werkzaam: [\n",
        b"# van mij\nwerkzaam: 1\nstuk: [\n",
        b"stuk: [\rwerkzaam: 1\r",
        b'stuk: [\n"werkzaam": 1\n',
        b"stuk: [\r\n'werkzaam' : 1\r\n",
        b"stuk: [\nwerkzaam : 1\n",
        b"stuk: [\r\n? werkzaam\r\n: 1\r\n",
        b'{"stuk": [,\n  "werkzaam": 1}',
        "stuk: [\nwerkzaam: 1\n".encode("utf-16"),
        b'{"werkzaam": 1, "answers": {\n',
        b"werkzaam: 1\n---\nx: 1\n",
        b"werkzaam: \x00\n",
        b"werkzaam: " + b"[" * (MAXIMUM_DEPTH + 1) + b"]" * (MAXIMUM_DEPTH + 1),
        PAGE,
    ],
)
def test_what_cannot_be_parsed_is_ours_where_it_is_called_so_and_says_so(content: bytes) -> None:
    assert is_ours(content, "a.YAML")
    assert is_ours(content, "map/a.yml")
    assert not is_ours(content, "a.html")


@pytest.mark.parametrize(
    "content",
    [
        b"- [\n",
        b"x: [werkzaam: 1\n",
        b"[\nwerkzaam is ja:\n",
        b"{",
        b'data:\n  werkzaam: "1"\n---\nkind: Service\n',
        b"tekst: [\nwerkzaam\n",
    ],
)
def test_what_cannot_be_parsed_and_does_not_say_so_is_not_ours(content: bytes) -> None:
    assert not is_ours(content, "a.yaml")


@pytest.mark.parametrize("mark", ["", "> ", ">> "])
@pytest.mark.parametrize("gap", [" ", "\xa0"])
def test_answers_in_the_text_of_a_mail_are_ours_whatever_it_is_called(mark: str, gap: str) -> None:
    answers = "".join(f"{mark}{line}\n" for line in examples.SMALL_ANSWERS.replace(": ", f":{gap}").splitlines())
    for line_end in ("\n", "\r\n"):
        content = f"Dag Anna,\n\n{answers}\nGroet, Piet\n".replace("\n", line_end).encode()
        assert all(is_ours(content, name) for name in ("oost.txt", "oost.yaml"))


def test_a_result_whose_notes_quote_the_first_lines_of_a_file_is_not_ours() -> None:
    note = "Bovenaan:\nwerkzaam: 1\nfactors: klein\nklopt niet"
    for text in (f'een,note\nx,"{note}"\n', f"<!doctype html>\n<p>{note}</p>\n", f"Lyceum Oost\n{note}\n"):
        assert not is_ours(text.encode(), "uitkomst.csv")


def test_nesting_without_an_end_is_soon_told() -> None:
    for sign in (b"[", b"- ", b"? ", b"{"):
        start = time.process_time()
        assert not is_ours(b"x: werkzaam\ny:\n  " + sign * 300_000, "a.yaml")
        assert time.process_time() - start < 2
