"""One target of the fuzzing, guided by coverage: `python -m tests.endurance.inputs.guided TARGET RUNS FOLDER`.

The folder holds good inputs to start from; what leads to new places is added to it, and what fell.
"""

import sys
from collections.abc import Sequence
from random import Random

import atheris

with atheris.instrument_imports(include=["werkzaam"]):
    from tests.endurance.inputs import seeds
    from tests.endurance.inputs.fuzzing import LONGEST_INPUT, MEMORY, PATIENCE, TARGETS, changed

_PIECES = seeds.pieces()
_SENSIBLE = 0.7
"""How often a change is one that makes sense to a reader of YAML; else it is one of bytes."""


def _mutated(content: bytes, longest: int, seed: int) -> bytes:
    chance = Random(seed)  # noqa: S311 (to be repeated)
    if chance.random() < _SENSIBLE:
        return changed(content, chance, _PIECES)[:longest]
    mutated: bytes = atheris.Mutate(content, longest)
    return mutated


def main(words: Sequence[str]) -> None:
    """Try a target so many times; the process ends with 0, or in the midst of it with the input that fell."""
    name, runs, folder = words
    options = (
        f"-runs={runs}",
        "-seed=1",
        f"-max_len={LONGEST_INPUT}",
        f"-timeout={PATIENCE}",
        f"-malloc_limit_mb={MEMORY}",
        f"-artifact_prefix={folder}/fell-",
        "-print_final_stats=1",
        "-verbosity=0",
    )
    atheris.Setup([sys.argv[0], *options, folder], TARGETS[name].takes, custom_mutator=_mutated)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])
