"""Reading of answers that somebody sent: as a file, or as the text of an e-mail."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import takewhile

from werkzaam.domain.factor_set import FactorSet
from werkzaam.errors import UserError
from werkzaam.files import answers
from werkzaam.files.answers import AnswersFile
from werkzaam.files.problems import Problem, Severity, UnusableFileError
from werkzaam.files.reading import LINE_END, Source
from werkzaam.files.recognition import is_yaml_name
from werkzaam.files.yaml.tree import parse
from werkzaam.language import _

_PAGE = re.compile(r"(?:<!--.*?-->\s*)?<(?:!doctype html|html)\b", re.IGNORECASE | re.DOTALL)
_FIRST_LINE = re.compile(r"(?P<quoted>(?:>[ \xa0]?)*)werkzaam:[ \xa0]\d+[ \xa0]*")
_OURS = re.compile(r"^[> \xa0]*(?:werkzaam|collaboration):", re.IGNORECASE | re.MULTILINE)
_OF_A_FILE = re.compile(r"[ \t]*(?:#|$)|---|[a-z]+:")
"""The lines that may precede the key `werkzaam` in an answers file; any other shows that it is an e-mail."""
_RESHAPED = re.compile(
    r"^[> \xa0]*werkzaam:[ \xa0]+\d+[ \xa0]+factors:"  # all in one line
    r"|^answers:[ \xa0]*[\r\n]+[a-z0-9-]+:[ \xa0]*[\r\n]+[a-z0-9-]+:",  # nothing indented
    re.MULTILINE,
)
"""Changes that e-mail makes to the layout of a text, and nobody makes by hand."""
_LONG_WORD = re.compile(r"\S{40}")
"""A word for which an e-mail may start a new line behind the indentation of a note."""
_ENCODED = re.compile(r"^Content-Transfer-Encoding: *quoted-printable", re.IGNORECASE)
"""A line above a text in which other signs stand for some of its letters, as mail programs keep it on disk."""
_STRUCTURE = re.compile(r"[ \xa0]*(?:-[ \xa0]|'?[a-z0-9-]+'?:[ \xa0])?")
"""The indentation, hyphen and key at the start of a line, where an e-mail may have no-break spaces."""


def read(source: Source, factor_set: FactorSet) -> AnswersFile:
    """Read an answers file, or the text of one in an e-mail.

    The text of an e-mail is accepted only if nothing is lost: written again, it has to be identical; and only if it
    holds answers once, since in a reply to others nobody can tell which count. The file is never saved to. Raises
    UnusableFileError as `answers.read` does; it may say instead what to ask of the sender.
    """
    try:
        return answers.read(source, factor_set)
    except UnusableFileError as error:
        found = _out_of_mail(source, factor_set)
        if found is None:
            raise UnusableFileError(_to_ask(source, error.problems)) from error
        return found


def _out_of_mail(source: Source, factor_set: FactorSet) -> AnswersFile | None:
    from werkzaam.files.writing import answers_text  # hardly any file comes this way

    lines = LINE_END.split(source.text)
    starts = _starts(lines)
    if len(starts) != 1 or ("=" in source.text and any(map(_ENCODED.match, lines[: starts[0]]))):
        return None
    text = "".join(f"{line}\n" for line in _answers_lines(lines[starts[0] :]))
    try:
        read = answers.read(Source(source.name, text), factor_set)
    except UserError:
        return None
    if answers_text(factor_set, read.evaluation) != text:
        return None
    message = _("Read out of the text of a mail; what stands around the answers was passed over.")
    warning = Problem(source.name, starts[0] + 1, 1, message, Severity.WARNING)
    return read._replace(warnings=(warning, *read.warnings))


def _starts(lines: Iterable[str]) -> list[int]:
    """Return the indexes of the lines on which the text of an answers file seems to begin."""
    return [number for number, line in enumerate(lines) if _FIRST_LINE.fullmatch(line)]


def _answers_lines(lines: list[str]) -> list[str]:
    """Return the lines of an answers file as they were sent; none if it is uncertain where the file ends.

    An e-mail breaks long lines anywhere: text right below the last line may be the rest of it, and so may a long word
    below an empty line, if that had indentation alone.
    """
    found = _FIRST_LINE.fullmatch(lines[0])
    plain = list(_unquoted(lines, found["quoted"] if found else ""))
    head = plain[: plain.index("answers:") + 1] if "answers:" in plain else plain
    below = plain[len(head) :]
    own = list(takewhile(lambda line: not line or line[0] == " " or line == "actions:", below))
    behind = below[len(own) :]
    if behind and (own[-1:] != [""] or _LONG_WORD.match(behind[0])):
        return []
    whole = [*head, *own]
    while whole and not whole[-1]:
        whole.pop()
    return whole


def _unquoted(lines: Iterable[str], quoted: str) -> Iterator[str]:
    """Return lines without the reply marks `quoted` and trailing blanks, and with plain spaces where they begin."""
    bare = quoted.rstrip(" \xa0")
    for line in lines:
        inside = line.removeprefix(quoted if line.startswith(quoted) else bare)
        structure = _STRUCTURE.match(inside)
        end = structure.end() if structure else 0
        yield (inside[:end].replace("\xa0", " ") + inside[end:]).rstrip(" \xa0")


def _to_ask(source: Source, problems: Iterable[Problem]) -> list[Problem]:
    """Return what to ask of the sender of a text; `problems` themselves if it seems to be as it was sent."""
    if _PAGE.match(source.text.lstrip()):
        message = _("This is the page itself: ask for the file that “Save answers” on that page makes.")
        return [source.problem(0, message)]
    message = _("A mail seems to have changed this text: ask for the file itself, as an attachment.")
    changed = Problem(source.name, 0, 0, message)
    if _stands_in_a_mail(source.text) or _RESHAPED.search(source.text):
        return [changed]
    if not is_yaml_name(source.name) and _OURS.search(source.text) and _is_broken(source):
        return [changed, *problems]
    return [*problems]


def _stands_in_a_mail(text: str) -> bool:
    """Return whether answers begin below other text than comments and keys, or behind reply marks."""
    lines = LINE_END.split(text)
    return any(
        lines[start].startswith(">") or not all(map(_OF_A_FILE.match, lines[:start])) for start in _starts(lines)
    )


def _is_broken(source: Source) -> bool:
    """Return whether neither the program nor the form made the text: it is no YAML."""
    with suppress(UnusableFileError):
        parse(source)
        return False
    return True
