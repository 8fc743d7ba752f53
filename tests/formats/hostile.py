"""Texts that try to be more than text, and evaluations in which every text is such a one."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from werkzaam.domain.difference import Difference, difference
from werkzaam.domain.evaluation import Action, Answer, Evaluation
from werkzaam.domain.factor_set import Category, Condition, Factor, FactorSet, Option, Perspective, Source

TEXTS = (
    # terminals
    "\x1b[31mrood\x1b[0m", "\x1b]0;titel\x07x", "\x9b2Jx", "\x9d52;c;x\x9c", "een\x08\x7ftwee", "nul\x00nul",
    # reading order, and what nobody sees
    "a\u202eb\u202cc", "a\u2066b\u2069c", "\u200f\u200ex\u061c", "\ufeffx", "x\U000e0041y", "a\u200bb", "a\u2060b",
    # HTML
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", '"><svg onload=alert(1)>', "' autofocus x='",
    "<b>vet</b>", "<!-- weg -->", "<!-- x", "-->", "</title><h1>x", "</style>x", "<![CDATA[x]]>", "<?php x ?>",
    "<!doctype x>", "&lt;b&gt; &amp; &#60; &copy &nbsp; &#x3c;", "a < b > c & d", "<a href='https://evil.nl'>x</a>",
    # templates and formats
    "{{ 7 * 7 }}", "{% raw %}", "{# weg #}", "{{ set.title }}", "{note}", "{0}", "%s %(x)s", "${x}", "$x^2$", "$$x$$",
    # Markdown, in a line
    "*a* **b** ***c***", "_a_ __b__", "a_b_c", "`a` ``b``", "~~a~~ ~b~", "[a](https://evil.nl)",
    "![a](https://evil.nl/x.png)",
    "[a]", "[a][b]", "[a]: https://evil.nl", "[^1]", "[^1]: voet", "- [ ] taak", "[x] taak", "\\", "a\\",
    "\\*a\\*", "a\\\\",
    "<https://evil.nl>", "<a@b.nl>", "a\\|b", "|", "a | b", "| a | b |", "\\|", "`|`", "a  ", "a\\\nb",
    # Markdown, at the start of a line
    "# kop", "###### kop", "#", "# a #", "a #", "a ##", "#12", "- a", "* a", "+ a", "1. a", "1) a", "2026. a",
    "> a", ">a",
    "---", "- - -", "***", "___", "===", "=", "-", "--", "```\na\n```", "~~~\na", "````", "a\n---", "a\n===",
    "a\n-", "a\n=",
    "a | b\n--- | ---\nc | d", "a\n|-", "a\n:-", "a\n-:", "a\n:-:", "a\n-|-", "een\n\n    code", "    code", "\tcode",
    "een\n- twee\n  - drie", "een\n\n\n\n\ntwee", "\n\neen", "een\n", "een\r\ntwee\rdrie", "een\n   \ntwee",
    "een\u2028twee",
    "[a]:\n<x>", "a\n: b", "::: x", "+++\nx\n+++",
    # addresses and references
    "http://evil.nl", "https://evil.nl/a_b_c?d=e&f=g#h", "HTTPS://EVIL.NL", "ftp://evil.nl", "www.evil.nl",
    "WWW.evil.nl",
    "_www.evil.nl", "*www.evil.nl", "(www.evil.nl)", "~www.evil.nl", "éwww.evil.nl", "-www.evil.nl", "a/www.evil.nl",
    "a@b.nl", "a.b+c@d-e.nl.", "mailto:a@b.nl", "xmpp:a@b.nl/c", "@naam", "(@naam)", "a@b@c.nl", "_a@b.nl",
    "javascript:x",
    "https:\\//evil.nl", "http:///evil.nl", "https://a https://b", "x:https://evil.nl", "http://http://x.nl",
    ":warning:", ":+1:", "12:30:15",
    # spreadsheets
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\x00=1", "\u202e=1", '=HYPERLINK("https://evil.nl")',
    "'=1", " =1",
    'a"b', "a,b", '"', "a;b",
    # and what is only text
    "één ß 東京 😀 👩\u200d🏫", "l'école", "“zo”", "50 %", "a/b", "x" * 300, "x y " * 100,
)  # fmt: skip
"""Every one of these must come out as it went in, less what cannot be seen."""

SAMPLES = (
    "*a* <b>x</b> | [b](https://evil.nl) ' \" &lt; @c {{ 7 * 7 }} \x1b[31m\u202e\x9b!",
    "# een\n- twee\r\n\r\n    drie",
    "1. a",
)
"""Something of everything, for results in which every text is this one: that each text is escaped shows with any."""


def texts() -> st.SearchStrategy[str]:
    """Draw a text that somebody could write: any characters, pieces of markup among them."""
    pieces = st.one_of(st.sampled_from(TEXTS), st.text(max_size=8), st.sampled_from("\n #-=|`*_[]()<>&:@\\.1aw\t\x1b"))
    return st.lists(pieces, min_size=1, max_size=6).map("".join)


def poisoned_set(factor_set: FactorSet, text: str) -> FactorSet:
    """Return a set in which every text is this one."""

    def option(found: Option) -> Option:
        return found._replace(name=text, help=text)

    def condition(found: Condition) -> Condition:
        return found._replace(text=text, help=text)

    def factor(found: Factor) -> Factor:
        return found._replace(
            text=text,
            help=text,
            source=text,
            scale=tuple(map(option, found.scale)),
            conditions=tuple(map(condition, found.conditions)),
        )

    def category(found: Category) -> Category:
        return found._replace(name=text, help=text, factors=tuple(map(factor, found.factors)))

    return replace(
        factor_set,
        title=text,
        introduction=text,
        question=text,
        source=Source(text, text, text),
        perspectives=tuple(Perspective(found.id, text) for found in factor_set.perspectives),
        options=tuple(map(option, factor_set.options)),
        categories=tuple(map(category, factor_set.categories)),
    )


def poisoned_answers(text: str) -> Evaluation:
    """Return an evaluation with the small set in which every text is this one; its report has every part."""
    return Evaluation(
        collaboration=text,
        date=date(2026, 11, 23),
        perspective="samen",
        note=text,
        answers={
            "team": Answer("deels", ("is-vast", "woont-dichtbij"), text),
            "contact": Answer("weet-niet", None, text),
            "ruimte": Answer("nee", None, text),
            "tijd": Answer(None, None, text),
        },
        actions=(Action(text, "team", text, date(2026, 1, 1)),),
    )


def poisoned_difference(text: str, factor_set: FactorSet) -> Difference:
    """Return a difference with the small set in which every text is this one: notes came and went, conditions moved."""
    answers = {"team": Answer("deels", ("is-deskundig",)), "ruimte": Answer("ja", None, text)}
    later = Evaluation(text, date(2027, 11, 24), "school", answers=answers, version=1)
    return difference(poisoned_set(factor_set, text), poisoned_answers(text), later, retired=[text])


def answers_to_all(factor_set: FactorSet, text: str) -> Evaluation:
    """Return an evaluation of any set in which every part of a report is filled, and every text is this one."""
    options = [option.id for option in factor_set.options]
    return Evaluation(
        collaboration=text,
        date=date(2026, 11, 23),
        perspective=factor_set.perspectives[0].id if factor_set.perspectives else None,
        note=text,
        answers={
            factor.id: Answer(options[number % len(options)], (), text)
            for number, factor in enumerate(factor_set.factors[:-1])
        },
        actions=(Action(text, None, text, date(2026, 1, 1)), Action(text)),
    )
