import pytest

from werkzaam.domain.evaluation import tidy


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        ("  \n\t\n ", ""),
        ("  Om beurten.  ", "Om beurten."),
        ("Om beurten.   \n  Ook op vrijdag.\t\n", "Om beurten.\n  Ook op vrijdag."),
        ("een\ttwee", "een twee"),
        ("een\n\n\ntwee", "een\n\n\ntwee"),
    ],
)
def test_a_note_is_kept_without_blanks_around_it(typed: str, kept: str) -> None:
    assert tidy(typed) == kept
