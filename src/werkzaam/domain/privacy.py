"""Finds what looks like personal data in a text. Names cannot be found reliably, and are not looked for."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from enum import Enum, auto
from typing import NamedTuple

from werkzaam.visible import SPACES, UNSEEN


class PersonalData(Enum):
    """A kind of personal data that a piece of text can look like."""

    BSN = auto()
    """A citizen service number, or the education number of a pupil without one: nine digits with a check digit."""
    E_MAIL = auto()
    PHONE = auto()
    IBAN = auto()
    ADDRESS = auto()
    """A postcode with a house number: together they point at one home."""
    BIRTH_DATE = auto()


class Finding(NamedTuple):
    """A piece of text that looks like personal data, from index `start` up to, not including, `end`."""

    kind: PersonalData
    start: int
    end: int


_DROPPED = "\0"
_TYPED = {
    **dict.fromkeys((*range(0x2010, 0x2016), 0x2212), "-"),
    **dict.fromkeys((0x2018, 0x2019), "'"),
    **{ord(sign) + 0xFEE0: sign for sign in map(chr, range(0x21, 0x7F))},  # of full width
}
"""What is typed for a hyphen, an apostrophe or a full-width sign of a word processor, a phone or a web page."""

# Every repetition below has an upper bound, so that the time is linear in the length of any text.

_LINE_END = r"\r?\n[ #]{0,40}"
"""A line end, and the indentation or the sign of a comment with which a file goes on."""
# Nine digits by themselves, or in the groups in which people write them; behind a word such as BSN in any groups.
_NINE_DIGITS = re.compile(
    r"(?<![\w-])(?<!\d[.,])(?<!€)(?<!€ )(?<!(?i:eur) )"
    r"(?:\d{9}|\d{4}[ .]\d{2}[ .]\d{3}|\d{3}([ .-])\d{3}\1\d{3})(?!\w|[-.,]\d| ?(?:€|(?i:eur)))"
    r"|(?i:bsn|burgerservice|sofi|onderwijs-?(?:nummer|nr)|pgn)[^\d\n]{0,20}(?P<named>\d(?:[ .-]?\d){8})(?!\w|[.,]\d)"
)
_E_MAIL = re.compile(
    r"[\w.+-]{1,64}(?:(?<!\bgit)@| @ | ?[\[({](?:at|apenstaart(?:je)?|@)[\])}] ?)"
    r"(?:[\w-]{1,63}(?:\.| ?[\[({](?:dot|punt|\.)[\])}] ?)){1,8}[^\W\d_]{2,24}",
    re.IGNORECASE,
)
_GAP = r"[ ./()_-]{0,3}"
# 06-09-2026 14:30, which is a date and a time; but 06-12-34-56-78 goes on. And 06/10 13/10 20/10, which are three.
_DATE = r"\(?\d\d(?:([-/._ ])\d{1,2}\1(?:(?:19|20)\d\d(?!\d)|\d\d(?!\d|\1\d))|/\d\d? \d\d?/)"
# 06, or an area code of three or four digits; another country's number after a plus or 00. But 06:30 is a time, and
# 0745 1200 are two.
_PHONE = re.compile(
    rf"(?<![\w+-])(?<!\b\d[./])(?<!\b\d\d[./])(?<!\b\d{{4}}[./])(?<!NL\d\d [A-Z]{{4}} )(?!{_DATE})"
    rf"(?:(?:\+ ?31|0031){_GAP}(?:0\)?)?(?:{_GAP}\d){{9}}|316\d{{8}}"
    rf"|(?:\+1{_GAP}[2-9]\d\d|\+[2-9]\d{{1,2}}|00(?:3[0-9]|4[0134789]|90|212))(?:{_GAP}\d){{7,11}}"
    rf"|\(?06(?!:\d\d\b):?(?:{_GAP}\d){{8}}"
    rf"|\(?0(?:[1-5]\d\d:(?:{_GAP}\d){{6}}|(?:[1-5]\d|(?:7\d|8[4578])(?!\d[ -])):?(?:{_GAP}\d){{7}}))"
    r"(?!-?\d|\.\d)"
)
# A lookahead, so that a false start right before an IBAN does not consume part of it.
_IBAN = re.compile(
    r"(?:(?<!\w)|(?<=\biban))(?=(?P<iban>(?:NL ?|[A-Z]{2})\d\d(?:[ .-]?[A-Z0-9]){11,30})(?!\w))",
    re.IGNORECASE | re.ASCII,
)
_SHORTEST_IBAN = 15
# No kind of school or firm behind a year, no unit behind an amount, no small word behind a number; nr, and what is
# counted by a page, pupil or point, in small letters alone.
_POSTCODE = (
    r"(?<!\w)[1-9]\d{3}[ -]?(?!(?:(?i:[bhmpsv]o|s[ads]|[bnc]v|[ckm]m|[km]g|[gkm]b|[cdm]l|st|ha|kw|pk|al|d[eu]|e[nru]"
    r"|he|hu|i[nks]|j[aer]|m[es]|n[au]|o[fmp]|t[em]|uw|v[as]|w[eo]|z[eo])|ll|nr|p[jmpwx])(?![^\W\d_]))"
    r"(?:[A-Z]{2}|[a-z]{2})(?![^\W\d_])"
)
_NO_YEAR = r"(?!(?:199|20[0-4])\d(?:[ -]|[A-Za-z]{2}\d))"
"""Postcodes in Haarlem look like years: they need a street or a word beside them, or a gap right behind the letters."""
_NUMBER = (
    rf"(?!(?:19|20)\d\d\b|{_POSTCODE})"  # 3511 AA, 3512 AB are two postcodes
    r"[1-9]\d{0,4}(?: ?(?:[A-Za-z]|bis|hs|I{2,3}|IV)\b)?(?:[-/ ](?:\d{1,3}|[A-Za-z]|I{2,3})\b)?\b"
)
_STREET = (
    r"(?i:(?<=straat |gracht |singel )|(?<=plein |steeg |markt )|(?<=laan |kade |dijk |park |str\. )"
    r"|(?<=str |weg |hof |pad )|(?<=ln ))(?:nr\.? )?"
)
_ADDRESS = re.compile(
    # 1234 AB nr 5a, and 1234 AB 5; but 1234 AB, 12 leerlingen and 1234 AB 12-03-2026 are none
    rf"(?:{_POSTCODE}[ ,;/(-]{{0,3}}(?:{_LINE_END})?(?:en |met )?(?i:(?:h(?:uis)?[. -]?)?(?:nummer|nr|no))[ .:]{{0,3}}"
    rf"|{_NO_YEAR}{_POSTCODE}[ ,/+#_-]{{0,3}})"
    rf"{_NUMBER}(?![-/:.,]\d|%)"
    r"(?! (?:[a-z]{2,20}(?:en|s)|uur|jaar|keer|januari|februari|maart|april|mei|jun[ij]|juli)\b)"
    # Dorpsstraat 5, 1234 AB
    rf"|(?<![\w/.,:€-])(?<!€ )(?<!(?i:postbus) )(?<!(?i:antwoordnummer) ){_NUMBER}[ ,;(]{{0,3}}(?:{_LINE_END})?"
    rf"(?:(?:en |met )?(?i:postcode|pc)[ .:]{{1,3}}|(?:(?:te|in) )?\(?{_NO_YEAR}){_POSTCODE}"
    # Dorpsstraat 5, Utrecht (1234 AB), and 1234 AB Utrecht, Dorpsstraat 5
    rf"|{_STREET}{_NUMBER}[^\d\n]{{1,50}}?{_POSTCODE}|{_POSTCODE}[^\d\n]{{1,50}}?{_STREET}{_NUMBER}"
)
_MONTH = (
    r"(?:jan(?:uar[iy])?|feb(?:r(?:uari|uary)?)?|maart|mrt|mar(?:ch)?|apr(?:il)?|mei|may|jun[eij]?|jul[iy]?|aug(?:ust(?:us)?)?"
    r"|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![^\W\d_])"
)
_BIRTH_DATE = re.compile(
    r"(?<![\w-])(?:(?P<word>geb(?:oren|oorte\w{0,12}|dat\w{0,3}|(?!\.? ?[a-z](?![\w.])))|verjaar(?:dag|t)|(?<!\d )jarig"
    r"|born|birth\w{0,8}|d\.?o\.?b(?!-[a-z])|g\.d)\b[^\d\n]{0,30}"
    rf"(?:(?:(?<=:)|(?<=\bop)) ?{_LINE_END})?)?(?P<date>"
    r"\d{4}([-/. ])\d{1,2}\3\d{1,2}|\d{1,2} ?([-/. ]) ?\d{1,2} ?\4 ?(?:\d{4}|'?\d{2})"
    r"|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)?\d\d|(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
    rf"|\d{{1,2}}(?:e|de|ste|st|nd|rd|th)?[-/. ]{{0,2}}(?:of )?{_MONTH}(?:[-/., ]{{0,3}}'?(?:\d{{4}}|\d{{2}}))?"
    rf"|{_MONTH}[. ]{{1,2}}\d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
    # right behind its word also without a year; 12-18 is an age
    r"|(?:(?<=\bop )|(?<=dag )|(?<=dag: ))(?:0?[1-9]|[12]\d|3[01])[-/](?:0?[1-9]|1[0-2])(?![-/.]\d))(?!\d)"
    # op 12 maart 2010 in Utrecht geboren
    r"(?(word)|(?=\.? (?:(?:is|werd) (?:hij|zij|ze) )?(?:(?:in|te) [^\W\d_]{1,30} )?(?:geboren|jarig)\b))",
    re.IGNORECASE,
)

_WITHOUT_CHECK_DIGITS = {PersonalData.PHONE: _PHONE, PersonalData.ADDRESS: _ADDRESS, PersonalData.E_MAIL: _E_MAIL}
HINTS = {
    PersonalData.E_MAIL: _E_MAIL.pattern,
    PersonalData.PHONE: _PHONE.pattern,
    PersonalData.BSN: r"(?:(?<![\w-])|(?<=bsn))\d{9}(?![\w-])",
}
"""Patterns for hints in the form: JavaScript reads them nearly as Python does, with the flags `iu`. No check digits."""


def personal_data(text: str) -> list[Finding]:
    """Return what looks like personal data in a text, in the order of the text and without overlaps."""
    typed = re.sub(f"[{UNSEEN}]", _DROPPED, re.sub(f"[\t{SPACES}]", " ", text.translate(_TYPED)))
    typed = re.sub("(?<! ) {2}(?! )", f" {_DROPPED}", typed)  # more spaces part columns
    places: Sequence[int] = range(len(typed))
    if _DROPPED in typed:  # in few texts, and it takes long
        places = [at for at in places if typed[at] != _DROPPED]
        typed = typed.replace(_DROPPED, "")
    findings: list[Finding] = []
    for kind, start, end in sorted(_candidates(typed), key=lambda finding: (finding.start, -finding.end)):
        if not findings or places[start] >= findings[-1].end:
            findings.append(Finding(kind, places[start], places[end - 1] + 1))
    return findings


def _candidates(text: str) -> Iterator[Finding]:
    for match in _NINE_DIGITS.finditer(text):
        group = "named" if match["named"] else 0
        if _is_bsn(match[group]):
            yield Finding(PersonalData.BSN, *match.span(group))
    for match in _IBAN.finditer(text):
        start, end = match.start(), match.start() + _iban_length(match["iban"])
        if end > start:
            yield Finding(PersonalData.IBAN, start, end)
    for match in _BIRTH_DATE.finditer(text):
        yield Finding(PersonalData.BIRTH_DATE, *match.span("date"))
    for kind, pattern in _WITHOUT_CHECK_DIGITS.items():
        if kind is PersonalData.E_MAIL and not re.search(r"[@([{]", text):
            continue  # looking for a sign between two words is a third of the work
        for match in pattern.finditer(text):
            yield Finding(kind, *match.span())


def load_check_digits() -> None:
    """Load the library for check digits before it is needed. Raises ImportError or OSError if it cannot be loaded."""
    _is_bsn("")
    _iban_length("")


def _is_bsn(text: str) -> bool:
    from stdnum.nl import bsn, onderwijsnummer  # slow to load, and few texts hold nine digits

    digits = re.sub(r"\D", "", text)
    return bool(bsn.is_valid(digits) or onderwijsnummer.is_valid(digits))


def _iban_length(text: str) -> int:
    """Return the length of the IBAN with which a text begins, which words may follow; 0 if there is none."""
    from stdnum import iban  # slow to load, and few texts hold what looks like one
    from stdnum.exceptions import ValidationError

    while len(text) >= _SHORTEST_IBAN:
        with suppress(ValidationError):
            iban.validate(text, check_country=False)
            return len(text)
        text = text[: max(0, *map(text.rfind, " .-"))]
    return 0
