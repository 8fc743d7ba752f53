"""`werkzaam factors`: the factor set, to read, to print and to count on with."""

from typing import TYPE_CHECKING, Annotated

from werkzaam.cli.arguments.options import Factors, Lang, OutputPath, one_of
from werkzaam.cli.arguments.values import load_factor_set, parse_format
from werkzaam.cli.exit_codes import ExitCode
from werkzaam.language import N_

if TYPE_CHECKING:
    from werkzaam.cli.streams.output import Output
    from werkzaam.domain.factor_set import FactorSet

FORMATS = ("table", "json", "markdown", "html")


def factors(
    form: Annotated[
        str,
        one_of("--format", FORMATS, N_("What it looks like; markdown and html make a questionnaire.")),
    ] = FORMATS[0],
    output: OutputPath = None,
    factors: Factors = None,
    lang: Lang = None,
) -> int:
    """Write the factor set."""
    from werkzaam.cli.streams.output import Output

    factor_set = load_factor_set(factors, lang)
    form = parse_format(form, FORMATS)
    _write(factor_set, form, Output(output, inputs=[factors]))
    return ExitCode.DONE


def _write(factor_set: "FactorSet", form: str, place: "Output") -> None:
    """Write a factor set in a format; each loads what it needs."""
    if form == "json":
        from werkzaam.formats.factors_json import factors_json

        place.text(factors_json(factor_set))
    elif form == "markdown":
        from werkzaam.formats.factors_markdown import factors_markdown

        place.text(factors_markdown(factor_set))
    elif form == "html":
        from werkzaam.formats.factors_html import factors_html

        place.text(factors_html(factor_set))
    else:
        from werkzaam.terminal.factor_table import print_factors

        place.drawing(lambda console, signs: print_factors(console, signs, factor_set))
