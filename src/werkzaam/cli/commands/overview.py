"""`werkzaam overview`: many evaluations summed up."""

from typing import TYPE_CHECKING, Annotated

from werkzaam.cli.options import Factors, Lang, ManyPaths, OnlyPerspective, OutputPath, choice, output_format
from werkzaam.cli.values import load_factor_set, parse_choice, parse_perspective
from werkzaam.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from werkzaam.cli.many_files import ManyFiles
    from werkzaam.cli.output import Output
    from werkzaam.domain.overview import Overview

AXES = ("date", "perspective", "collaboration")
FORMATS = ("table", "json", "csv", "markdown", "html", "docx")


def overview(
    paths: ManyPaths,
    by: Annotated[str | None, choice("--by", AXES, N_("How they are grouped; otherwise all are one group."))] = None,
    perspective: OnlyPerspective = None,
    form: Annotated[str, output_format(FORMATS)] = FORMATS[0],
    output: OutputPath = None,
    factors: Factors = None,
    lang: Lang = None,
) -> int:
    """Write an overview of many evaluations."""
    from werkzaam.cli.many_files import ManyFiles
    from werkzaam.cli.output import Output
    from werkzaam.domain.comparison import Axis
    from werkzaam.domain.overview import overview as overview_of
    from werkzaam.domain.summation import Summation
    from werkzaam.wording.likeness import remarks as likeness_remarks
    from werkzaam.wording.overviews import mixed_perspectives

    factor_set = load_factor_set(factors, lang)
    form = parse_choice("--format", form, FORMATS)
    axis = Axis(parse_choice("--by", by, AXES)) if by is not None else None
    only = parse_perspective(perspective, factor_set)
    destination = Output(output, inputs=(*paths, factors), form=form)
    files, summation = ManyFiles(paths, factor_set, only), Summation(factor_set, axis)

    def remarks() -> "Iterator[str]":
        if form in ("json", "csv"):  # the others say it themselves
            yield from mixed_perspectives(factor_set, [sums.perspectives for sums in summation.groups.values()])
        yield from likeness_remarks(files.likeness)

    files.read(lambda file: summation.add(file.evaluation), remarks, with_bar=True)
    _write(overview_of(factor_set, axis, summation.groups, only), files, destination)
    return files.exit_code


def _write(overview: "Overview", files: "ManyFiles", output: "Output") -> None:
    if output.form == "json":
        from werkzaam.formats.json_results import overview_json

        output.text(overview_json(overview, files.valid, files.invalid))
    elif output.form == "csv":
        from werkzaam.formats.tabular import overview_csv

        output.text(overview_csv(overview))
    else:
        from werkzaam.documents.overview import overview_document

        output.document(overview_document(overview))
