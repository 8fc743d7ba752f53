"""`werkzaam diff`: what changed between two evaluations."""

from typing import Annotated

from werkzaam.cli.options import Factors, Lang, OutputPath, argument, flag, output_format
from werkzaam.cli.values import load_factor_set, parse_choice
from werkzaam.errors import ExitCode
from werkzaam.language import N_

FORMATS = ("table", "json", "markdown", "html", "docx")


def diff(
    old: Annotated[str, argument("OLD", N_("The earlier answers file; - reads it from stdin."))],
    new: Annotated[str, argument("NEW", N_("The later one; /dev/null stands for none."))],
    form: Annotated[str, output_format(FORMATS)] = FORMATS[0],
    output: OutputPath = None,
    exit_code: Annotated[bool, flag("--exit-code", N_("Exit with 1 where an answer, note or action changed."))] = False,
    factors: Factors = None,
    lang: Lang = None,
) -> int:
    """Write what changed between two evaluations; with `exit_code`, return NO if anything did."""
    from werkzaam.cli.inputs import read_all
    from werkzaam.cli.output import Output
    from werkzaam.domain.difference import difference

    factor_set = load_factor_set(factors, lang)
    form = parse_choice("--format", form, FORMATS)
    destination = Output(output, inputs=(old, new, factors), form=form)
    files = read_all((old, new), factor_set)
    before, after = (file.evaluation if file else None for file in files)
    result = difference(factor_set, before, after, retired=[name for file in files if file for name in file.retired])
    if form == "json":
        from werkzaam.formats.json_comparisons import difference_json

        destination.text(difference_json(result, *(file.source.name if file else None for file in files)))
    else:
        from werkzaam.documents.comparison import difference_document

        destination.document(difference_document(result))
    return ExitCode.NO if exit_code and not result.is_empty else ExitCode.DONE
