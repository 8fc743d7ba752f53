"""Modules that are loaded late, but before the first answer has to be saved."""

from contextlib import suppress

from rich.cells import cell_len


def load_what_saving_needs() -> None:
    """Load now what a save, or a remark on a saved note, would otherwise import, so an upgrade meanwhile loses nothing.

    Called while the first question is shown. What cannot be loaded now is left to the code that needs it.
    """
    cell_len("\N{GRINNING FACE}")  # makes rich load the widths of characters
    with suppress(ImportError, OSError):
        from werkzaam.domain.privacy import load_check_digits
        from werkzaam.files import merging  # noqa: F401 (imported only to be loaded)
        from werkzaam.wording import personal_data  # noqa: F401 (imported only to be loaded)

        load_check_digits()
