"""How `werkzaam check` was called, with which answers, what is known of the evaluation, and which command is next."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

from werkzaam.cli.interview.other_evaluations import OtherEvaluations
from werkzaam.cli.shell import as_argument, options_again, own_command
from werkzaam.cli.values import parse_text, today
from werkzaam.domain.evaluation import Answer, Evaluation, tidy
from werkzaam.domain.factor_set import Factor, FactorSet, Option
from werkzaam.errors import UserError
from werkzaam.files.problems import suggestion
from werkzaam.language import _
from werkzaam.visible import beginning, visible, visible_lines
from werkzaam.wording.notes import length_problem, remarks


class GivenAnswers(NamedTuple):
    """Answers, missing conditions and notes of a call, by factor id; an empty value removes what is there."""

    options: Mapping[str, str]
    missing: Mapping[str, tuple[str, ...]]
    notes: Mapping[str, str]

    @classmethod
    def parse(
        cls, factor_set: FactorSet, answers: Sequence[str], missing: Sequence[str], notes: Sequence[str]
    ) -> "GivenAnswers":
        """Parse FACTOR=VALUE words. Raises UserError with a line for each that the factor set does not allow."""
        problems: list[str] = []
        given = cls(
            {factor.id: value for factor, value in _pairs("--answer", answers, factor_set, problems)},
            {factor.id: _ids(value) for factor, value in _pairs("--missing", missing, factor_set, problems)},
            {factor.id: tidy(visible_lines(value)) for factor, value in _pairs("--note", notes, factor_set, problems)},
        )
        problems += _wrong_values(factor_set, given)
        if problems:
            raise UserError(*problems)
        return given

    def answers(self, factor_set: FactorSet, evaluation: Evaluation) -> dict[str, Answer]:
        """Return the answers that the call changes in an evaluation, by factor id.

        Raises UserError with a line for each factor on which --missing would have no effect.
        """
        named = {*self.options, *self.missing, *self.notes}
        factors = [factor for factor in factor_set.factors if factor.id in named]
        problems = [line for factor in factors for line in self._without_effect(factor, evaluation.answer(factor.id))]
        if problems:
            raise UserError(*problems)
        answers = {factor.id: self._answer(factor, evaluation.answer(factor.id)) for factor in factors}
        return {factor_id: answer for factor_id, answer in answers.items() if answer != evaluation.answer(factor_id)}

    def remarks(self) -> Iterator[str]:
        """Yield a line for everything in the notes that looks like personal data, without repeating it."""
        for factor_id, note in self.notes.items():
            for remark in remarks(note, masks=True):
                yield f"--note {factor_id}: {remark}"

    def _answer(self, factor: Factor, now: Answer) -> Answer:
        option = self._option(factor, now)
        answer = now.with_option(option)._replace(note=self.notes.get(factor.id, now.note) or None)
        if factor.id not in self.missing or not (option and option.is_partial):
            return answer
        named = (condition.id for condition in factor.conditions if condition.id in self.missing[factor.id])
        return answer._replace(missing=tuple(named))

    def _without_effect(self, factor: Factor, now: Answer) -> Iterator[str]:
        option = self._option(factor, now)
        if self.missing.get(factor.id) and not (option and option.is_partial):
            message = _(
                "--missing {factor}: what is missing counts only after a partial answer; here it says “{answer}”."
            )
            yield message.format(factor=factor.id, answer=visible(option.name) if option else _("open"))

    def _option(self, factor: Factor, now: Answer) -> Option | None:
        """Return the option of a factor after the call's --answer is applied; None if the factor is open."""
        chosen = self.options.get(factor.id, now.option)
        return factor.option(chosen) if chosen else None


def _pairs(
    option: str, words: Iterable[str], factor_set: FactorSet, problems: list[str]
) -> Iterator[tuple[Factor, str]]:
    """Yield each factor with its value; append a message to `problems` for each word that is invalid.

    A message names the factor without its value: a note may be long, and may hold what should not be repeated.
    """
    seen: set[str] = set()
    for word in words:
        try:
            name, equals, value = parse_text(option, word).partition("=")
        except UserError as error:
            problems.append(str(error))
            continue
        factor = factor_set.factor_by_id.get(name)
        if not equals:
            message = _("{option} {word}: an equals sign is missing: write it as FACTOR=VALUE.")
            problems.append(message.format(option=option, word=beginning(word)))
        elif factor is None:
            message = _("{option} {word}: the factor set has no factor “{id}”.").format(
                option=option, word=beginning(name), id=beginning(name)
            )
            problems.append(message + suggestion(name, factor_set.factor_by_id))
        elif name in seen:
            problems.append(_("{option} {word}: this factor is named twice.").format(option=option, word=name))
        else:
            yield factor, value
        seen.add(name)


def _ids(value: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in value.split(",") if item.strip())


def _wrong_values(factor_set: FactorSet, given: GivenAnswers) -> Iterator[str]:
    """Yield a message for each option, condition and note that its factor cannot have."""
    for factor_id, value in given.options.items():
        factor = factor_set.factor_by_id[factor_id]
        known = [option.id for option in factor.scale]
        if value and value not in known:
            message = _("--answer {factor}: “{id}” is not an answer to this factor; the answers are: {options}.")
            message = message.format(factor=factor_id, id=value, options=", ".join(known))
            yield message + suggestion(factor.meant(value), known)
    for factor_id, ids in given.missing.items():
        known = [condition.id for condition in factor_set.factor_by_id[factor_id].conditions]
        for condition in ids:
            if condition not in known:
                message = _("--missing {factor}: this factor has no condition “{id}”.")
                yield message.format(factor=factor_id, id=condition) + suggestion(condition, known)
    for factor_id, note in given.notes.items():
        if problem := length_problem(note):
            yield f"--note {factor_id}: {problem}"


@dataclass(slots=True)
class Details:
    """What is known of an evaluation before its file is opened: from the call, then from answers to questions."""

    collaboration: str | None
    perspective: str | None
    date: date | None
    given: GivenAnswers
    previous: str | None
    """Path of the previous evaluation's file; None if there is none."""
    beside: Sequence[str]
    """Paths of the partners' files."""
    others: OtherEvaluations = field(default_factory=OtherEvaluations)
    """The evaluations read from the files `previous` and `beside`."""

    @property
    def year(self) -> int:
        """The year of a new evaluation."""
        return (self.date or today()).year

    @property
    def known_collaboration(self) -> str | None:
        """Name of the collaboration: from the call, or shared by all partners; None if it has to be asked."""
        return self.collaboration or self.others.collaboration


class Call(NamedTuple):
    """The arguments and options of `werkzaam check`, as they were given."""

    file: str | None
    previous: str | None
    beside: Sequence[str]
    collaboration: str | None
    perspective: str | None
    day: str | None
    answers: Sequence[str]
    missing: Sequence[str]
    notes: Sequence[str]
    review: bool
    plain: bool
    no_input: bool
    factors: str | None
    lang: str | None

    def another(self, *words: str) -> str:
        """Return another command to run, with the factor set and the language of this one."""
        return own_command(*words, *options_again(self.factors, self.lang))

    def again(self, path: Path | None, details: Details, *, is_begun: bool) -> str:
        """Return the command that continues this call, with the details and answers unless they are in the file.

        `is_begun` is whether the file at `path` was opened or made, and so has them, if it is still there.
        """
        words = ["check", *([as_argument(path)] if path else [])]
        if path is None or not is_begun or not path.exists():
            given = {
                "--collaboration": details.collaboration,
                "--perspective": details.perspective,
                "--date": details.date and details.date.isoformat(),
            }
            words += [word for option, value in given.items() if value for word in (option, value)]
            for option, values in (("--answer", self.answers), ("--missing", self.missing), ("--note", self.notes)):
                words += [word for value in values for word in (option, value)]
        words += ["--previous", details.previous] if details.previous else []
        words += [word for file in self.beside for word in ("--beside", file)]
        words += ["--review"] * self.review + ["--plain"] * self.plain
        return self.another(*words)
