"""`werkzaam compare`: evaluations side by side."""

from typing import TYPE_CHECKING, Annotated

import typer

from werkzaam.cli.arguments.options import Factors, Lang, OutputPath, one_of, output_format
from werkzaam.cli.arguments.values import load_factor_set, parse_axis, parse_format
from werkzaam.cli.exit_codes import ExitCode
from werkzaam.errors import UserError
from werkzaam.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from werkzaam.cli.streams.output import Output
    from werkzaam.domain.comparison import Axis, Comparison
    from werkzaam.domain.evaluation import Evaluation

AXES = ("perspective", "date", "collaboration")
FORMATS = ("table", "json", "markdown", "html")


def compare(
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE", help=N_("Two or more answers files; - reads one from stdin.")),
    ],
    by: Annotated[
        str | None,
        one_of(
            "--by", AXES, N_("By which difference they stand side by side; else by the only one."), show_default=False
        ),
    ] = None,
    form: Annotated[str, output_format(FORMATS)] = FORMATS[0],
    output: OutputPath = None,
    factors: Factors = None,
    lang: Lang = None,
) -> int:
    """Write evaluations side by side."""
    from werkzaam.cli.streams.inputs import NO_FILE, read_all
    from werkzaam.cli.streams.output import Output
    from werkzaam.domain.comparison import Entry, comparison, ordered
    from werkzaam.wording.comparisons import labels

    factor_set = load_factor_set(factors, lang)
    form = parse_format(form, FORMATS)
    if sum(file not in NO_FILE for file in files) < 2:  # noqa: PLR2004 (a pair)
        raise UserError(_("Name two files or more: one alone is shown by werkzaam report."))
    place = Output(output, inputs=(*files, factors))
    read = read_all(files, factor_set)
    entries = [Entry(found.source.name, found.evaluation, found.unasked, found.retired) for found in read if found]
    axis = _axis(by, [entry.evaluation for entry in entries])
    in_order = ordered(axis, entries, factor_set)
    _write(comparison(factor_set, axis, in_order, labels(axis, in_order, factor_set)), form, place)
    return ExitCode.DONE


def _axis(by: str | None, evaluations: "Sequence[Evaluation]") -> "Axis":
    """Return by what to compare: what the call says, or the one thing that varies; UserError where that is unclear."""
    from werkzaam.domain.comparison import Axis, varying

    if by is not None:
        return parse_axis(by, AXES)
    found = varying(evaluations)
    if len(found) > 1:
        message = _("These files differ in more than one thing: choose --by {axes}.")
        raise UserError(message.format(axes=_(" or --by ").join(axis.value for axis in found)))
    return found[0] if found else Axis.DATE


def _write(found: "Comparison", form: str, place: "Output") -> None:
    """Write a comparison in a format; each loads what it needs."""
    if form == "json":
        from werkzaam.formats.comparison_json import comparison_json

        place.text(comparison_json(found))
    elif form == "markdown":
        place.text(_markdown(found))
    elif form == "html":
        place.text(_html(found))
    else:
        from werkzaam.terminal.comparison_table import print_comparison

        place.drawing(lambda console, signs: print_comparison(console, signs, found))


def _markdown(found: "Comparison") -> str:
    """Return a comparison as Markdown; between partners it is an agenda for their talk."""
    from werkzaam.domain.comparison import Axis

    if found.axis is Axis.PERSPECTIVE:
        from werkzaam.domain.agenda import agenda
        from werkzaam.formats.agenda_markdown import agenda_markdown

        return agenda_markdown(agenda(found))
    from werkzaam.formats.comparison_markdown import comparison_markdown

    return comparison_markdown(found)


def _html(found: "Comparison") -> str:
    """Return a comparison as a page; between partners it is an agenda for their talk."""
    from werkzaam.domain.comparison import Axis

    if found.axis is Axis.PERSPECTIVE:
        from werkzaam.domain.agenda import agenda
        from werkzaam.formats.agenda_html import agenda_html

        return agenda_html(agenda(found))
    from werkzaam.formats.comparison_html import comparison_html

    return comparison_html(found)
