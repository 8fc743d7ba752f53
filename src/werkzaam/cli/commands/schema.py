"""`werkzaam schema`: the JSON Schema of a file, for editors."""

from typing import Annotated

from werkzaam.cli import completion
from werkzaam.cli.options import Factors, Lang, argument
from werkzaam.cli.values import load_factor_set, parse_choice
from werkzaam.errors import ExitCode
from werkzaam.language import N_

KINDS = ("answers", "factors")


def schema(
    kind: Annotated[
        str,
        argument("|".join(KINDS), N_("Of which file: of answers, or of a factor set."), completion.among(KINDS)),
    ],
    factors: Factors = None,
    lang: Lang = None,
) -> int:
    """Print the JSON Schema of a file."""
    from werkzaam.cli.output import Output
    from werkzaam.files.schemas import answers_schema, factor_set_schema
    from werkzaam.formats.json_text import json_text

    factor_set = load_factor_set(factors, lang)
    kind = parse_choice("schema", kind, KINDS)
    Output(None).text(json_text(answers_schema(factor_set) if kind == "answers" else factor_set_schema()))
    return ExitCode.DONE
