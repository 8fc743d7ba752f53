"""What is loaded late, and has to be there when something was typed."""

from contextlib import suppress

from rich.cells import cell_len


def load_what_saving_needs() -> None:
    """Load all that would first be loaded between a typed text and the end of its save, or what is said of it then.

    Called while the first question stands: from then on nothing is lost where the program is replaced or removed. What
    cannot be loaded is left to whoever needs it.
    """
    cell_len("\N{GRINNING FACE}")  # the widths of characters, which rich loads where it needs them
    with suppress(ImportError, OSError):
        from werkzaam.domain.privacy import load_check_digits
        from werkzaam.files import merging  # noqa: F401 (loaded, for whoever needs it next)
        from werkzaam.wording import personal_data  # noqa: F401 (likewise)

        load_check_digits()
