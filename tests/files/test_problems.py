import pytest

from werkzaam.files.problems import Problem, Severity, UnusableFileError, suggestion


@pytest.mark.parametrize(
    ("problem", "line"),
    [
        (Problem("werkzaam-2026.yaml", 14, 15, "Mis."), "werkzaam-2026.yaml:14:15: Mis."),
        (Problem("<stdin>", 1, 1, "Mis."), "<stdin>:1:1: Mis."),
        (Problem("a.yaml", 0, 0, "Mis."), "a.yaml: Mis."),
        (Problem("a.yaml", 2, 3, "Mis.", Severity.WARNING), "a.yaml:2:3: warning: Mis."),
        (Problem("a.yaml", 0, 0, "Mis.", Severity.WARNING), "a.yaml: warning: Mis."),
    ],
)
def test_a_problem_is_a_line_that_editors_can_follow(problem: Problem, line: str) -> None:
    assert str(problem) == line


def test_an_unusable_file_lists_its_problems_in_the_order_of_the_file() -> None:
    error = UnusableFileError([Problem("a", 10, 1, "D."), Problem("a", 2, 9, "C."), Problem("a", 2, 3, "B.")])
    assert str(error) == "a:2:3: B.\na:2:9: C.\na:10:1: D."
    assert [problem.message for problem in error.problems] == ["B.", "C.", "D."]


@pytest.mark.parametrize(
    ("word", "words"),
    [
        ("anser", " Did you mean “answer”?"),
        ("Answer", " Did you mean “answer”?"),
        ("NOTES", " Did you mean “note”?"),
        ("iets-anders", ""),
        ("answer\u200b", " Here stands U+200B, which cannot be seen: take it away."),
        ("n\u043ete", " Here stands U+043E, which looks like another sign: type “note” anew."),
        ("", ""),
    ],
)
def test_a_near_word_is_suggested(word: str, words: str) -> None:
    assert suggestion(word, ["answer", "missing", "note"]) == words


def test_nothing_is_suggested_where_nothing_is_known() -> None:
    assert not suggestion("answer", [])
