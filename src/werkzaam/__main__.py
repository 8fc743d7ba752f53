"""`werkzaam` and `python -m werkzaam`."""

import sys


def main() -> None:
    """Run the program with the arguments it was called with."""
    from werkzaam.cli.main import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
