"""Every result in every format, whole: one file each in `outputs`, made by the calls below from the files in `inputs`.

`pytest tests/golden --golden` writes the files anew; what changed in them is read in review.
"""

import re
import shlex
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests import word_documents, workbooks
from tests.cli.calling import Call
from werkzaam.cli.commands.export import WHAT

HERE = Path(__file__).parent
TEMPLATES = Path(__file__).parents[2] / "src" / "werkzaam" / "formats" / "templates"
PARTNERS = "2026-school.yaml 2026-samen.yaml"
YEARS = "2025-samen.yaml 2026-samen.yaml"
RESULTS = {
    "report": "report 2026-samen.yaml",
    "diff": f"diff {YEARS}",
    "agenda": f"compare {PARTNERS}",
    "years": f"compare {YEARS}",
    "overview": "overview . --by date",
    "factors": "factors",
}
OWN_SCALE = "--factors own/set.yaml"
"""A set that shows scores from 1 to 5, and that has grown since the first year."""
OWN_RESULTS = {
    "own-report": f"report own/2025.yaml {OWN_SCALE}",
    "own-diff": f"diff own/2025.yaml own/2026.yaml {OWN_SCALE}",
    "own-years": f"compare own/2025.yaml own/2026.yaml {OWN_SCALE}",
    "own-overview": f"overview own {OWN_SCALE}",
    "own-factors": f"factors {OWN_SCALE}",
}
DOCUMENTS = {"markdown": "md", "html": "html", "json": "json"}
CALLS = {
    **{f"{name}.{width}.txt": f"{call} [{width}]" for name, call in RESULTS.items() for width in (40, 80)},
    **{f"{name}.words.txt": f"{call} [words]" for name, call in RESULTS.items()},
    **{f"{name}.en.txt": f"{call} --lang en [80]" for name, call in RESULTS.items()},
    **{f"{name}.colours.txt": f"{call} [colours]" for name, call in RESULTS.items() if name == "report"},
    **{
        f"{name}.{ending}": f"{call} --format {form}"
        for name, call in RESULTS.items()
        for form, ending in DOCUMENTS.items()
    },
    **{f"{name}.80.txt": f"{call} [80]" for name, call in OWN_RESULTS.items()},
    **{f"{name}.words.txt": f"{call} [words]" for name, call in OWN_RESULTS.items() if name == "own-report"},
    **{
        f"{name}.{DOCUMENTS[form]}": f"{call} --format {form}"
        for name, call in OWN_RESULTS.items()
        for form in ("markdown", "html")
    },
    **{f"{name}.word.txt": f"{call} --format docx --output {name}.word.txt" for name, call in RESULTS.items()},
    "own-report.word.txt": f"{OWN_RESULTS['own-report']} --format docx --output own-report.word.txt",
    "own-report.json": f"{OWN_RESULTS['own-report']} --format json",
    "own-export.csv": f"export own {OWN_SCALE}",
    "report.csv": "report 2026-samen.yaml --format csv",
    "overview.csv": "overview . --by date --format csv",
    "export.csv": "export .",
    "export.jsonl": "export . --format jsonl",
    **{f"export.{what}.csv": f"export . --what {what}" for what in WHAT[1:]},
    "export.workbook.txt": "export . --format xlsx --output export.workbook.txt",
    "validate.txt": "validate faulty.yaml",
    "new.yaml": "new new.yaml --collaboration Proef --perspective school --date 2026-11-23",
    "check.yaml": "check check.yaml --collaboration Proef --perspective school --date 2026-11-23 --no-input "
    "--answer team=deels --missing team=is-vast --note 'team=Eerst dit.' --answer contact=nee",
    "form.html": "form --previous 2025-samen.yaml --perspective school",
    "form.en.html": "form --lang en --collaboration Proef --date 2026-11-23",
    "questions.txt": "check questions.yaml --plain --previous 2025-samen.yaml --perspective school --date 2026-11-23 "
    "--collaboration 'Lyceum Oost en Stichting Straatwerk'",
    "answers.schema.json": "schema answers",
    "factors.schema.json": "schema factors",
}
"""The calls, by the name of the file that holds what each gives; what stands in brackets says what it is shown on."""
LINES = "?\nd\n1 2\nt Nog eens kijken.\nj\nb\nw\n\nn\nd\n\nj\nsoms\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = Path(shutil.copytree(HERE / "inputs", tmp_path / "place"))
    monkeypatch.chdir(place)
    monkeypatch.setenv("WERKZAAM_FACTORS", "set.yaml")
    return place


@pytest.mark.parametrize("name", CALLS)
def test_a_result_is_as_it_was_read(
    name: str, folder: Path, call: Call, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    text = _result(name, folder, call, monkeypatch)
    golden = HERE / "outputs" / name
    if request.config.getoption("--golden"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8", newline="")
    assert text == golden.read_text(encoding="utf-8")


IN_LINES = (
    ".80.txt",
    ".md",
    "report.html",
    "report.word.txt",
    "form.html",
    "workbook.txt",
    "questions.txt",
    "new.yaml",
)


@pytest.mark.parametrize("name", [name for name in CALLS if name.endswith(IN_LINES)])
def test_the_line_end_behind_a_text_below_a_bar_is_never_seen(
    name: str, folder: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in (folder / "set.yaml", folder / "own" / "set.yaml"):
        data = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
        path.write_text(yaml.safe_dump(_in_lines(data), allow_unicode=True, sort_keys=False), encoding="utf-8")
    assert _result(name, folder, call, monkeypatch) == (HERE / "outputs" / name).read_text(encoding="utf-8")


def _in_lines(data: Any, *, is_text: bool = False) -> Any:  # noqa: ANN401 (YAML)
    """Return a factor set whose texts are as YAML reads them below `|`: with a line end."""
    if isinstance(data, str):
        return f"{data}\n" if is_text else data
    if isinstance(data, list):
        return [_in_lines(item) for item in data]
    if not isinstance(data, dict):
        return data
    texts = ("title", "publisher", "introduction", "question", "name", "text", "help")
    return {key: _in_lines(value, is_text=is_text or key in texts) for key, value in data.items()}


def _result(name: str, folder: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> str:
    words, _, shown_on = CALLS[name].partition(" [")
    _show_on(shown_on.removesuffix("]"), monkeypatch)
    done = call(*shlex.split(words), stdin=LINES)
    text = done.out
    if name == "questions.txt":
        text = done.err + done.out
    elif name.endswith(".yaml"):
        text = (folder / name).read_text(encoding="utf-8")
    elif "workbook" in name:
        text = workbooks.in_lines((folder / name).read_bytes())
    elif ".word." in name:
        text = word_documents.in_lines((folder / name).read_bytes())
    elif name.endswith(".html"):
        text = _without_what_every_page_has(text)
    return text


def _without_what_every_page_has(page: str) -> str:
    for name in ("page.css", "form.css", "form.js"):
        page = page.replace((TEMPLATES / name).read_text(encoding="utf-8"), "…\n")
    return re.sub(r"sha256-[\w+/=]+", "sha256-…", page)


def test_no_golden_file_is_left_of_what_is_no_longer_made(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--golden"):
        pytest.skip("files are being written, by other processes too")
    assert {path.name for path in (HERE / "outputs").iterdir()} == set(CALLS)


def _show_on(what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if what == "words":
        monkeypatch.setenv("TERM", "dumb")
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    elif what == "colours":
        monkeypatch.setenv("FORCE_COLOR", "1")
    elif what:
        monkeypatch.setenv("COLUMNS", what)
