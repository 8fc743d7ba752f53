"""`werkzaam diff`: what changed between two evaluations."""

from typing import TYPE_CHECKING, Annotated

import typer

from werkzaam.cli.exit_codes import ExitCode
from werkzaam.cli.options import Factors, Lang, OutputPath, argument, output_format
from werkzaam.cli.values import load_factor_set, parse_format
from werkzaam.language import N_

if TYPE_CHECKING:
    from werkzaam.cli.output import Output
    from werkzaam.domain.difference import Difference
    from werkzaam.files.answers import AnswersFile

FORMATS = ("table", "json", "markdown", "html", "docx")


def diff(
    old: Annotated[str, argument("OLD", N_("The earlier answers file; - reads it from stdin."))],
    new: Annotated[str, argument("NEW", N_("The later one; /dev/null stands for none."))],
    form: Annotated[str, output_format(FORMATS)] = FORMATS[0],
    output: OutputPath = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help=N_("Exit with 1 where an answer, note or action changed."))
    ] = False,
    factors: Factors = None,
    lang: Lang = None,
) -> int:
    """Write what changed between two evaluations; with `exit_code`, return NO if anything did."""
    from werkzaam.cli.inputs import read_all
    from werkzaam.cli.output import Output
    from werkzaam.domain.difference import difference

    factor_set = load_factor_set(factors, lang)
    form = parse_format(form, FORMATS)
    destination = Output(output, inputs=(old, new, factors), form=form)
    before, after = read_all((old, new), factor_set)
    files = [file for file in (before, after) if file]
    result = difference(
        factor_set,
        before.evaluation if before else None,
        after.evaluation if after else None,
        retired=[name for file in files for name in file.retired],
    )
    _write(result, form, destination, before, after)
    return ExitCode.NO if exit_code and not result.is_empty else ExitCode.DONE


def _write(
    difference: "Difference", form: str, output: "Output", before: "AnswersFile | None", after: "AnswersFile | None"
) -> None:
    if form == "json":
        from werkzaam.formats.json_comparisons import difference_json

        names = (file.source.name if file else None for file in (before, after))
        output.text(difference_json(difference, *names))
    else:
        from werkzaam.documents.difference import difference_document

        output.document(form, difference_document(difference))
