"""`werkzaam check`: its options. What it does stands in the package `interview`, which is loaded when it runs."""

from typing import Annotated

from werkzaam.cli import completion
from werkzaam.cli.options import Collaboration, Day, Factors, Lang, PerspectiveId, Previous, argument, flag, option
from werkzaam.language import N_


def check(
    file: Annotated[
        str | None,
        argument("FILE", N_("The answers file: made if it is not there, otherwise taken up where it was left.")),
    ] = None,
    previous: Previous = None,
    beside: Annotated[
        list[str] | None,
        option(
            "--beside",
            "FILE",
            N_("A partner's own evaluation, to agree on joint answers; repeat it for each partner."),
        ),
    ] = None,
    collaboration: Collaboration = None,
    perspective: PerspectiveId = None,
    day: Day = None,
    answers: Annotated[
        list[str] | None,
        option("--answer", "FACTOR=OPTION", N_("Answer a factor; nothing after = empties it."), completion.answers),
    ] = None,
    missing: Annotated[
        list[str] | None,
        option(
            "--missing", "FACTOR=ID,ID", N_("Name the conditions that are missing from a factor."), completion.factor
        ),
    ] = None,
    notes: Annotated[
        list[str] | None,
        option("--note", "FACTOR=TEXT", N_("Write a note on a factor; nothing after = removes it."), completion.factor),
    ] = None,
    review: Annotated[bool, flag("--review", N_("Walk through all questions, also answered ones."))] = False,
    plain: Annotated[bool, flag("--plain", N_("Ask with lines of text instead of single keys."))] = False,
    no_input: Annotated[
        bool, flag("--no-input", N_("Ask nothing: take the answers of this call, and report."))
    ] = False,
    factors: Factors = None,
    lang: Lang = None,
) -> int:
    """Ask, save after every answer, print the report and return the exit code."""
    from werkzaam.cli.interview.call import Call
    from werkzaam.cli.interview.interview import interview

    return interview(
        Call(
            file=file,
            previous=previous,
            beside=beside or (),
            collaboration=collaboration,
            perspective=perspective,
            day=day,
            answers=answers or (),
            missing=missing or (),
            notes=notes or (),
            review=review,
            plain=plain,
            no_input=no_input,
            factors=factors,
            lang=lang,
        )
    )
