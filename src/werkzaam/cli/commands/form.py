"""`werkzaam form`: a page on which a partner without the program fills in an evaluation."""

from typing import Annotated

from werkzaam.cli.options import Collaboration, Factors, Lang, OutputPath, PerspectiveId, Previous, option
from werkzaam.cli.values import load_factor_set, parse_collaboration, parse_date, parse_perspective
from werkzaam.errors import ExitCode
from werkzaam.language import N_, _


def form(
    collaboration: Collaboration = None,
    perspective: PerspectiveId = None,
    day: Annotated[
        str | None, option("--date", "D", N_("The day of the evaluation; otherwise it is asked on the page."))
    ] = None,
    previous: Previous = None,
    output: OutputPath = None,
    factors: Factors = None,
    lang: Lang = None,
) -> int:
    """Write a page on which an evaluation is filled in."""
    from werkzaam.cli.inputs import read_answers
    from werkzaam.cli.interview.other_evaluations import OtherEvaluations
    from werkzaam.cli.output import Output, say
    from werkzaam.domain.evaluation import is_joint
    from werkzaam.files.writing import RULES
    from werkzaam.formats.form import Form, form_page

    factor_set = load_factor_set(factors, lang)
    collaboration = parse_collaboration(collaboration)
    perspective = parse_perspective(perspective, factor_set)
    date = parse_date(day)
    destination = Output(output, inputs=(previous, factors))
    others = OtherEvaluations()
    if previous is not None:
        others.previous = read_answers(previous, factor_set).evaluation
        if collaboration is not None:
            say(*others.remarks(collaboration))
        collaboration = collaboration or others.previous.collaboration
        if not is_joint(factor_set, others.previous):  # a page is filled in by one partner
            perspective = perspective or others.previous.perspective
    asides = {factor.id: others.asides(factor_set, factor) for factor in factor_set.factors}
    asked = Form(factor_set, collaboration, perspective, date, asides)
    destination.text(form_page(asked, RULES))
    if not destination.is_stdout:
        say(_("Send it to whoever fills it in; it opens in a browser."))
    return ExitCode.DONE
