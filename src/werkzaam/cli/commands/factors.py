"""`werkzaam factors`: the factor set, to read, to print, or to process further."""

from typing import Annotated

from werkzaam.cli.options import Factors, Lang, OutputPath, output_format
from werkzaam.cli.values import load_factor_set, parse_choice
from werkzaam.errors import ExitCode
from werkzaam.language import N_

FORMATS = ("table", "json", "markdown", "html", "docx")


def factors(
    form: Annotated[
        str, output_format(FORMATS, N_("What it looks like; markdown, html and docx make a questionnaire."))
    ] = FORMATS[0],
    output: OutputPath = None,
    factors: Factors = None,
    lang: Lang = None,
) -> int:
    """Write the factor set."""
    from werkzaam.cli.output import Output

    factor_set = load_factor_set(factors, lang)
    form = parse_choice("--format", form, FORMATS)
    destination = Output(output, inputs=[factors], form=form)
    if form == "json":
        from werkzaam.formats.json_results import factors_json

        destination.text(factors_json(factor_set))
    else:
        from werkzaam.documents.factors import factor_list, questionnaire

        destination.document(factor_list(factor_set) if form == "table" else questionnaire(factor_set))
    return ExitCode.DONE
