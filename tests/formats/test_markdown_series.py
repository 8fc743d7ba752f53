"""Figures that change along something, in Markdown: what there is less of goes from left to right."""

from fractions import Fraction

from tests import examples
from werkzaam.documents.blocks import Document, Section
from werkzaam.documents.figures import Row, Score, Series
from werkzaam.formats.markdown import markdown


def test_the_corner_says_what_stands_below_it() -> None:
    labels = ("2024", "2025", "2026")
    row = Row("Mensen", tuple(Score(Fraction(number, 4), "") for number in range(3)))
    series = Series(("Categorie", "Jaar", "Score"), labels, (row,))
    lines = markdown(Document(examples.small(), ("X",), (), body=(Section("Scores", (series,)),))).splitlines()
    (head,) = (line for line in lines if "Mensen" in line)
    assert head.strip("| ").split(" | ")[0].strip() == "Jaar"
