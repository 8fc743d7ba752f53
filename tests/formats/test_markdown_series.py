"""Figures that change along something, in Markdown: what there is less of goes from left to right."""

from fractions import Fraction

from tests import examples
from tests.formats.comparisons import three_collaborations
from werkzaam.documents.blocks import Document, Section
from werkzaam.documents.comparison import comparison_document
from werkzaam.documents.figures import Row, Score, Series
from werkzaam.formats.markdown import markdown


def test_the_corner_says_what_stands_below_it() -> None:
    labels = ("2024", "2025", "2026")
    row = Row("Mensen", tuple(Score(Fraction(number, 4), "") for number in range(3)))
    series = Series(("Categorie", "Jaar", "Score"), labels, (row,))
    lines = markdown(Document(examples.small(), ("X",), (), body=(Section("Scores", (series,)),))).splitlines()
    (head,) = (line for line in lines if "Mensen" in line)
    assert head.strip("| ").split(" | ")[0].strip() == "Jaar"


def test_collaborations_stand_beside_the_names_of_the_categories_alone() -> None:
    small = examples.small()
    lines = markdown(comparison_document(three_collaborations(small))).splitlines()
    starts = [line.strip("| ").split(" | ")[0] for line in lines if line.startswith("| ")]
    assert starts[2:-1] == [category.name for category in small.categories]
