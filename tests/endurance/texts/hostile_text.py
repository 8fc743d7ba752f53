"""Text that tries to be more than text, in every place and through every command: it stays text."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import cycle, islice
from pathlib import Path

from tests.endurance.calling import Done, called
from tests.endurance.texts import poisoned
from tests.endurance.texts.every_call import LINES, Call, commands, every_call, start_of, text_options
from tests.endurance.texts.hostile_samples import SAMPLES
from tests.endurance.texts.outputs import ends, problems, too_wide
from tests.endurance.texts.poisoned import HARMLESS
from tests.endurance.trying import Effort, Try

_NARROW = {"COLUMNS": "40", "FORCE_COLOR": "1"}
_SETTINGS = ("WERKZAAM_LANG", "COLUMNS", "WERKZAAM_FACTORS")
_WITH_AN_OPTION = 3
"""A command, an argument and an option."""


def texts(effort: Effort) -> Iterator[Try]:
    """Put each text in every place of a set and of answers at once, and give every call there is."""
    calls, step = list(every_call()), effort.pick(5, 1)
    with poisoned.folder() as place:
        poisoned.poison(place, HARMLESS)
        harmless = {call: _called(place, call.words) for call in calls}
        for number, (name, text) in enumerate(SAMPLES.items()):
            given = calls[number % step :: step]
            expected = harmless | _as_long(place, given, text)
            poisoned.poison(place, text)
            for call in given:
                wrong = list(problems(_called(place, call.words), call.form, expected[call], text))
                if call.form == "table" and not call.writes:
                    narrow = _called(place, call.words, _NARROW).without_colours()
                    wrong += [*ends(narrow), *too_wide(narrow.out, 40)]
                yield f"{name}: {call.name}", [*wrong, *poisoned.trace(place)]


def in_every_format(text: str) -> list[str]:
    """Return what is wrong where each command is given once in each of its formats, with a text in every place."""
    calls = [call for call in every_call() if "--format" in call.words or len(call.words) < _WITH_AN_OPTION]
    with poisoned.folder() as place:
        poisoned.poison(place, HARMLESS)
        harmless = {call: _called(place, call.words) for call in calls} | _as_long(place, calls, text)
        poisoned.poison(place, text)
        said = {call: _called(place, call.words) for call in calls}
        wrong = [f"{c.name}: {what}" for c in calls for what in problems(said[c], c.form, harmless[c], text)]
        return [*wrong, *poisoned.trace(place)]


def _as_long(place: Path, calls: Sequence[Call], text: str) -> dict[Call, Done]:
    """Return what calls say of a harmless text as long as another, where what lies on the table depends on that."""
    poisoned.poison(place, poisoned.harmless_as(text))
    return {
        call: _called(place, call.words)
        for call in calls
        if call.words[0] == "report" and call.form in ("html", "docx")
    }


def one_place(effort: Effort) -> Iterator[Try]:
    """Put a text in the place of each key and each value in turn, so that files are wrong in every way."""
    samples = [*SAMPLES.values(), 12, True, None, 1.5, [], {}, ["x"], {"x": "y"}]
    turn = cycle(samples)
    with poisoned.folder() as place:
        poisoned.poison(place, HARMLESS)
        for name, data in (("a", poisoned.poisoned_answers(HARMLESS)), ("set", poisoned.poisoned_set(HARMLESS))):
            for _sample in range(effort.pick(1, len(samples))):
                for where, changed in islice(poisoned.placed(data, turn), 0, None, effort.pick(4, 1)):
                    with poisoned.put_back(place):
                        poisoned.write(place / f"{name}.yaml", changed)
                        yield f"{name}.yaml, {where}", list(_judged_alike(place, name))
                next(turn)  # another one in each place


def _judged_alike(place: Path, name: str) -> Iterator[str]:
    """Return what is wrong with how commands take a file, which is good for all of them or for none."""
    judged = _called(place, ["validate", f"{name}.yaml"])
    used = _called(place, ["report", "a.yaml", "--format", "html"] if name == "a" else ["factors"])
    for said in (judged, used, _called(place, ["check", "a.yaml"])):
        yield from (*ends(said), *poisoned.trace(place))
    if (judged.code == 0) != (used.code == 0):
        yield f"validate ends with {judged.code}, and what uses the file with {used.code}: {judged.out}{used.err}"


def options(effort: Effort) -> Iterator[Try]:
    """Give a text with every option, as every argument and as every setting."""
    samples = SAMPLES | {"bytes": "a\udcff\udcfeb", "empty": "", "blank": " \t"}
    with poisoned.folder() as place:
        poisoned.poison(place, HARMLESS)
        for number, (name, text) in enumerate(samples.items()):
            step = effort.pick(11, 1)
            for words, variables in islice(_calls_with(text.replace("\0", "")), number % step, None, step):
                wrong = [*ends(_called(place, words, variables)), *poisoned.trace(place)]
                yield f"{name}: {' '.join(words)[:60]!r} {list(variables)}", wrong


def _calls_with(text: str) -> Iterator[tuple[Sequence[str], Mapping[str, str]]]:
    for name, option, is_pair in text_options():
        for value in [text, f"team={text}"] if is_pair else [text]:
            yield [*start_of(name), f"{option}={value}"], {}
    for name in commands():
        yield from (([*start, text], {}) for start in ([name], [name, "--"], start_of(name)))
        yield [*start_of(name), f"--{text}"], {}
        yield from ((start_of(name), {setting: text}) for setting in _SETTINGS)
    yield from (([text], {}), ([f"--{text}"], {}), (["--lang", text, "report", "--x"], {}))


def _called(place: Path, words: Sequence[str], variables: Mapping[str, str] | None = None) -> Done:
    """Give a call, and put back what it made or changed."""
    with poisoned.put_back(place):
        return called(words, place, LINES, {**poisoned.SET, **(variables or {})})
