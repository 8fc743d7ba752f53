"""`werkzaam` and `python -m werkzaam`."""

import gc
import sys

_OBJECTS_BETWEEN_COLLECTIONS = 300_000
"""Starting up and reading files makes many objects and hardly any garbage; looking for it takes a tenth of the time."""


def main() -> None:
    """Run the program with the arguments it was called with."""
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    from werkzaam.cli.main import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
