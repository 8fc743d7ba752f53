"""`werkzaam compare`: evaluations side by side."""

from typing import TYPE_CHECKING, Annotated

from werkzaam.cli.options import Factors, Lang, OutputPath, argument, choice, output_format
from werkzaam.cli.values import load_factor_set, parse_choice
from werkzaam.errors import ExitCode, UserError
from werkzaam.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from werkzaam.cli.output import Output
    from werkzaam.domain.comparison import Axis, Comparison, Entry
    from werkzaam.domain.factor_set import FactorSet

AXES = ("perspective", "date", "collaboration")
FORMATS = ("table", "json", "markdown", "html", "docx")


def compare(
    files: Annotated[list[str], argument("FILE", N_("Two or more answers files; - reads one from stdin."))],
    by: Annotated[
        str | None, choice("--by", AXES, N_("What they are compared by; otherwise the one thing in which they differ."))
    ] = None,
    form: Annotated[str, output_format(FORMATS)] = FORMATS[0],
    output: OutputPath = None,
    factors: Factors = None,
    lang: Lang = None,
) -> int:
    """Write evaluations side by side. Raises UserError for fewer than two files."""
    from werkzaam.cli.inputs import NO_FILE, named_twice, read_all
    from werkzaam.cli.output import Output, say
    from werkzaam.cli.shell import own_command
    from werkzaam.domain.comparison import Entry, comparison, ordered
    from werkzaam.wording.comparisons import labels, what_else_varies

    factor_set = load_factor_set(factors, lang)
    form = parse_choice("--format", form, FORMATS)
    if sum(file not in NO_FILE for file in files) < 2:  # noqa: PLR2004 (a pair)
        raise UserError(
            _("Name two files or more: one alone is shown by {command}.").format(command=own_command("report"))
        )
    destination = Output(output, inputs=(*files, factors), form=form)
    read = [file for file in read_all(files, factor_set) if file]
    entries = [Entry(file.source.name, file.evaluation, file.retired) for file in read]
    axis = _axis(by, entries, factor_set)
    in_order = ordered(axis, entries, factor_set)
    twice = named_twice(files)
    if twice:
        say(_("{file}: this file is named twice.").format(file=twice))
    say(*what_else_varies(axis, in_order, factor_set))
    _write(comparison(factor_set, axis, in_order, labels(axis, in_order, factor_set)), destination)
    return ExitCode.DONE


def _axis(by: str | None, entries: "Sequence[Entry]", factor_set: "FactorSet") -> "Axis":
    """Return the axis to compare by: `by`, or the only one that varies. Raises UserError if more than one varies."""
    from werkzaam.domain.comparison import Axis, varying
    from werkzaam.wording.comparisons import what_varies

    if by is not None:
        return Axis(parse_choice("--by", by, AXES))
    axes = varying([entry.evaluation for entry in entries])
    if len(axes) > 1:
        message = _(
            "These files differ in more than one thing: leave out those that do not belong, or choose --by {axes}."
        )
        options = _(" or --by ").join(axis.value for axis in axes)
        raise UserError(message.format(axes=options), *what_varies(axes, entries, factor_set))
    return axes[0] if axes else Axis.DATE


def _write(comparison: "Comparison", output: "Output") -> None:
    """Write a comparison; for partners, Markdown, HTML and Word give the agenda of their meeting."""
    from werkzaam.domain.comparison import Axis

    if output.form == "json":
        from werkzaam.formats.json_comparisons import comparison_json

        output.text(comparison_json(comparison))
    elif output.form == "table" or comparison.axis is not Axis.PERSPECTIVE:
        from werkzaam.documents.comparison import comparison_document

        output.document(comparison_document(comparison))
    else:
        from werkzaam.documents.agenda import agenda_document
        from werkzaam.domain.agenda import agenda

        output.document(agenda_document(agenda(comparison)))
