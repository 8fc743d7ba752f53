"""LibreOffice without a window, to see on how many sheets a Word document is printed."""

import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

OFFICE = shutil.which("soffice")


def sheets(documents: Mapping[str, bytes], folder: Path) -> dict[str, int]:
    """Return on how many sheets each document is printed."""
    assert OFFICE is not None
    for name, content in documents.items():
        (folder / f"{name}.docx").write_bytes(content)
    own = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [str(folder / f"{name}.docx") for name in documents]
    call = [OFFICE, own, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(call, check=True, capture_output=True, timeout=400)
    return {name: len(re.findall(rb"/Type\s*/Page\b", (folder / f"{name}.pdf").read_bytes())) for name in documents}
