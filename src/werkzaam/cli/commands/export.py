"""`werkzaam export`: answers, conditions, scores, actions or factors of many evaluations as rows."""

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from werkzaam.cli.options import Factors, Lang, ManyPaths, OnlyPerspective, OutputPath, choice, flag, output_format
from werkzaam.cli.values import load_factor_set, parse_choice, parse_perspective, today
from werkzaam.language import N_, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from werkzaam.cli.output import Output
    from werkzaam.domain.factor_set import FactorSet
    from werkzaam.files.answers import AnswersFile
    from werkzaam.formats.tables import ScoredFile, Table

    Add = Callable[[ScoredFile], object]

WHAT = ("answers", "conditions", "scores", "actions", "factors")
WORKBOOK = "xlsx"
FORMATS = ("csv", "jsonl", WORKBOOK)


def export(
    paths: ManyPaths,
    what: Annotated[
        str | None,
        choice("--what", WHAT, N_("What the rows are; otherwise answers, and in a workbook a sheet for each.")),
    ] = None,
    perspective: OnlyPerspective = None,
    no_notes: Annotated[bool, flag("--no-notes", N_("Leave the notes out."))] = False,
    form: Annotated[str, output_format(FORMATS)] = FORMATS[0],
    output: OutputPath = None,
    factors: Factors = None,
    lang: Lang = None,
) -> int:
    """Write rows about every evaluation, each evaluation as soon as its file is read."""
    from werkzaam.cli.many_files import ManyFiles
    from werkzaam.cli.output import Output, warn_of_name
    from werkzaam.domain.score import score
    from werkzaam.formats.tables import TABLES, ScoredFile
    from werkzaam.wording.likeness import repeated_evaluations

    factor_set, day = load_factor_set(factors, lang), today()
    form = parse_choice("--format", form, FORMATS)
    only = parse_perspective(perspective, factor_set)
    asked = [parse_choice("--what", what, WHAT)] if what is not None else WHAT if form == WORKBOOK else WHAT[:1]
    tables = {name: TABLES[name].without_notes() if no_notes else TABLES[name] for name in asked}
    destination = Output(output, inputs=(*paths, factors), form=form)
    files = ManyFiles(paths, factor_set, only)
    added = _workbook if form == WORKBOOK else _text
    with added(destination, factor_set, tables) as add:

        def take(file: "AnswersFile") -> None:
            result = score(factor_set, file.evaluation)
            add(ScoredFile(file.source.name, factor_set, file.evaluation, result, day))

        files.read(take, lambda: repeated_evaluations(files.likeness), with_bar=not destination.is_stdout)
    if form != WORKBOOK and output and output.lower().endswith(f".{WORKBOOK}"):
        warn_of_name(Path(output), WORKBOOK)
    return files.exit_code


@contextmanager
def _text(destination: "Output", factor_set: "FactorSet", tables: "Mapping[str, Table]") -> "Iterator[Add]":
    """Give the block a function that writes the rows of an evaluation; if no file is found, nothing is written."""
    from werkzaam.formats.tabular import csv_header, csv_rows, jsonl_rows

    (table,) = tables.values()
    columns = table.columns
    header, text = {"csv": (csv_header(columns), csv_rows), "jsonl": ("", jsonl_rows)}[destination.form]
    ahead = iter([header + text(table.of_set(factor_set), columns)])  # before the first row
    with destination.writer() as write:
        yield lambda exported: write(next(ahead, "") + text(table.of_evaluation(exported), columns))
        write(next(ahead, ""))


@contextmanager
def _workbook(destination: "Output", factor_set: "FactorSet", tables: "Mapping[str, Table]") -> "Iterator[Add]":
    """Give the block a function that adds an evaluation to a workbook; at the end, print how many texts were cut."""
    from werkzaam.cli.output import say
    from werkzaam.formats.workbook import workbook
    from werkzaam.terminal.interruption import Interruptions

    signals = Interruptions()  # so that, however the program is ended, the temporary files are removed
    with (
        signals.held(),
        signals.delivered(),
        destination.binary() as stream,
        workbook(stream, factor_set, tables) as book,
    ):
        yield book.add
    if book.cut:
        message = ngettext(
            "{count} text is too long for a cell of a workbook, and was cut off. --format jsonl has it whole.",
            "{count} texts are too long for a cell of a workbook, and were cut off. --format jsonl has them whole.",
            book.cut,
        )
        say(message.format(count=book.cut))
