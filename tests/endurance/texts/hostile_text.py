"""Text that tries to be more than text, in every place and through every command: it stays text."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import cycle, islice
from pathlib import Path

from tests.endurance.calling import Done, called
from tests.endurance.figures import Effort, Figures, Tally
from tests.endurance.texts import hostile_names, poisoned
from tests.endurance.texts.every_call import LINES, Call, commands, every_call, start_of, text_options
from tests.endurance.texts.hostile_samples import RAW, SAMPLES, TRACE
from tests.endurance.texts.outputs import ends, problems, too_wide, wrong_characters
from tests.formats import hostile

HARMLESS = poisoned.HARMLESS
_SET = {"WERKZAAM_FACTORS": "set.yaml"}
_WITH_AN_OPTION = 3
"""A command, an argument and an option."""
_WIDTHS: tuple[int, ...] = (1, 2, 10, 20, 40, 60, 100, 132, 500)
_MANY_MARKS = "e" + "\u0301" * 10_000


def texts(effort: Effort) -> Figures:
    """Put each text in every place of a set and of answers at once, and give every call there is."""
    tally, calls = Tally(), list(every_call())
    samples = SAMPLES | ({text: text for text in hostile.ONE_LINE} if effort is Effort.LONG else {})
    tally.remarks.append(f"{len(samples)} texts, {len(calls)} calls")
    with poisoned.folder() as place:
        poisoned.poison(place, HARMLESS)
        harmless = {call: _called(place, call.words) for call in calls}
        for number, (name, text) in enumerate(samples.items()):
            poisoned.poison(place, text)
            for call in calls if effort is Effort.LONG else _each_format(calls, number):
                found = problems(_called(place, call.words), call.form, harmless[call], text, HARMLESS)
                tally.judge(f"{name[:40]!r}: {call.name}", [*found, *_trace(place)])
    return tally.figures("hostile texts")


def widths(effort: Effort) -> Figures:
    """Draw every table on consoles of several widths, with and without colours."""
    tally = Tally()
    drawn = [call for call in every_call() if call.form == "table" and not call.writes]
    widths_tried = _WIDTHS
    if effort is Effort.SHORT:
        drawn, widths_tried = [call for call in drawn if "--format" in call.words], (40,)
    with poisoned.folder() as place:
        for name, text in SAMPLES.items():
            poisoned.poison(place, text)
            for width in widths_tried:
                for call in drawn:
                    said = _called(place, call.words, {"COLUMNS": str(width)})
                    wide = too_wide(said.out, width) if width > 10 else ()
                    tally.judge(f"{name} on {width} columns: {call.name}", [*ends(said), *wide])
                    coloured = _called(place, call.words, {"COLUMNS": str(width), "FORCE_COLOR": "1"})
                    tally.judge(f"{name} in colours: {call.name}", _other_than_colours(coloured, said))
    return tally.figures("widths")


def one_place(effort: Effort) -> Figures:
    """Put a text in the place of each key and each value in turn, so that files are wrong in every way."""
    tally, samples = Tally(), [*SAMPLES.values(), _MANY_MARKS, 12, True, None, 1.5, [], {}, ["x"], {"x": "y"}]
    with poisoned.folder() as place:
        poisoned.poison(place, HARMLESS)
        for name, data in (("a", poisoned.poisoned_answers(HARMLESS)), ("set", poisoned.poisoned_set(HARMLESS))):
            for where, changed in _wrong(data, samples, effort):
                with poisoned.put_back(place):
                    poisoned.write(place / f"{name}.yaml", changed)
                    tally.judge(f"{name}.yaml, {where}", list(_judged_alike(place, name)))
            for kind, content in RAW.items():
                with poisoned.put_back(place):
                    (place / f"{name}.yaml").write_bytes(content)
                    tally.judge(f"{kind} as {name}.yaml", list(_judged_alike(place, name)))
    return tally.figures("a text in one place")


def options(effort: Effort) -> Figures:
    """Give a text with every option, as every argument and as every setting."""
    tally, samples = Tally(), {name: text.replace("\0", "") for name, text in SAMPLES.items()}
    samples |= {"bytes": "a\udcff\udcfeb", "empty": "", "blank": " \t"}
    with poisoned.folder() as place:
        poisoned.poison(place, HARMLESS)
        calls = [list(_calls_with(text)) for text in samples.values()]
        for number, (name, found) in enumerate(zip(samples, calls, strict=True)):
            for words, variables in found if effort is Effort.LONG else found[number % 11 :: 11]:
                said = _called(place, words, variables)
                tally.judge(f"{name}: {' '.join(words)[:60]!r} {list(variables)}", [*ends(said), *_trace(place)])
    return tally.figures("options")


PARTS: Mapping[str, Callable[[Effort], Figures]] = {
    "hostile texts": texts,
    "widths": widths,
    "a text in one place": one_place,
    "options": options,
    **hostile_names.PARTS,
}
"""What `python -m tests.endurance` can run of this."""


def _each_format(calls: Sequence[Call], number: int) -> list[Call]:
    """Return calls that choose a format, or have none, and each time a few others."""
    chosen = [call for call in calls if "--format" in call.words or len(call.words) < _WITH_AN_OPTION]
    return [*chosen, *[call for call in calls if call not in chosen][number % 8 :: 8]]


def _calls_with(text: str) -> Iterator[tuple[Sequence[str], Mapping[str, str]]]:
    for name, option, is_pair in text_options():
        for value in [text, f"team={text}"] if is_pair else [text]:
            yield [*start_of(name), f"{option}={value}"], {}
    for name in commands():
        yield from (([*start, text], {}) for start in ([name], [name, "--"], start_of(name)))
        yield [*start_of(name), f"--{text}"], {}
        yield from ((start_of(name), {setting: text}) for setting in ("WERKZAAM_LANG", "COLUMNS", "WERKZAAM_FACTORS"))
    yield from (([text], {}), ([f"--{text}"], {}), (["--lang", text, "report", "--x"], {}))


def _wrong(data: object, samples: Sequence[object], effort: Effort) -> Iterator[tuple[str, object]]:
    """Return data with one of the samples in one place: each in each, or in some places one each."""
    if effort is Effort.SHORT:
        turn = cycle(samples)
        yield from islice(poisoned.placed(data, lambda: next(turn)), 0, None, 4)
        return
    for sample in samples:
        yield from poisoned.placed(data, lambda sample=sample: sample)  # type: ignore[misc] # mypy sees no default here


def _judged_alike(place: Path, name: str) -> Iterator[str]:
    """Return what is wrong with how commands take a file, which is good for all of them or for none."""
    judged = _called(place, ["validate", f"{name}.yaml"])
    used = _called(place, ["report", "a.yaml", "--format", "html"] if name == "a" else ["factors"])
    asked = _called(place, ["check", "a.yaml"])
    for said in (judged, used, asked):
        yield from (*ends(said), *_trace(place))
    if (judged.code == 0) != (used.code == 0):
        yield f"validate ends with {judged.code}, and what uses the file with {used.code}: {judged.out}{used.err}"


def _called(place: Path, words: Sequence[str], variables: Mapping[str, str] | None = None) -> Done:
    """Give a call, and put back what it made or changed."""
    with poisoned.put_back(place):
        return called(words, place, LINES, {**_SET, **(variables or {})})


def _trace(place: Path) -> list[str]:
    return ["it was run"] if (place / TRACE).exists() else []


def _other_than_colours(coloured: Done, plain: Done) -> list[str]:
    """Return what colours bring along that is none."""
    without = coloured.without_colours()
    found = list(wrong_characters(without))
    if "".join(without.out.split()) != "".join(plain.out.split()):
        found.append("colours change what is read")
    return found
