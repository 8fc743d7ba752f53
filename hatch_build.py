"""Build step: puts the message catalogues and the built-in factor set where the installed program finds them."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent
LOCALES = ROOT / "src" / "werkzaam" / "locale"


def compile_catalogues() -> None:
    """Write a `.mo` beside every `.po`; fuzzy and untranslated messages are left out, and shown in English."""
    for source in LOCALES.rglob("*.po"):
        with source.open("rb") as po, source.with_suffix(".mo").open("wb") as mo:
            write_mo(mo, read_po(po))


class Resources(BuildHookInterface[Any]):
    """The build hook that hatchling calls before it collects the files of a wheel, also of an editable one."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the catalogues; add the factor set, unless the wheel is editable and reads it from the checkout."""
        compile_catalogues()
        if version != "editable":
            build_data["force_include"][str(ROOT / "factors.yaml")] = "werkzaam/factors.yaml"


if __name__ == "__main__":
    compile_catalogues()
