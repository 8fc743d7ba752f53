"""What Tab offers, as a shell asks for it; real shells stand in tests/sessions/test_completion.py."""

import pytest

from werkzaam.cli.main import run


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("check --answer te", ["team=ja", "team=deels", "team=nee", "team=weet-niet", "team=nvt"]),
        ("check --answer t", ["team=", "tijd="]),
        ("check --answer x", []),
        ("check --answer team=d", ["team=deels"]),
        ("check --missing team=is-vast,", ["team=is-vast,is-deskundig", "team=is-vast,woont-dichtbij"]),
        ("check --missing team=is-vsat,", []),
        ("check --missing tijd=", ["tijd="]),
        ("check --note con", ["contact="]),
        ("check --perspective s", ["school", "samen"]),
        ("check --lang ", ["nl", "en"]),
        ("overview --by ", ["date", "perspective", "collaboration"]),
        ("compare --by d", ["date"]),
        ("report --format j", ["json"]),
        ("export --format ", ["csv", "jsonl", "xlsx"]),
        ("schema ", ["answers", "factors"]),
        ("check --factors weg.yaml --answer t", []),
    ],
)
@pytest.mark.usefixtures("folder")
def test_what_can_stand_on_the_line_is_offered(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], typed: str, offered: list[str]
) -> None:
    words = f"werkzaam {typed}".split(" ")
    monkeypatch.setenv("COLUMNS", "80")  # the program sets what follows: have it put back
    monkeypatch.setenv("LANGUAGE", "")
    monkeypatch.setenv("PYDANTIC_DISABLE_PLUGINS", "")
    monkeypatch.setenv("WERKZAAM_FACTORS", "klein.yaml")
    monkeypatch.setenv("_WERKZAAM_COMPLETE", "complete_fish")
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", " ".join(words))
    monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "get-args")
    monkeypatch.setenv("_TYPER_COMPLETE_WORD_TO_COMPLETE", words[-1])
    with pytest.raises(SystemExit) as ended:
        run([])
    lines = capsys.readouterr().out.splitlines()
    assert (ended.value.code, [line.split("\t")[0] for line in lines if line]) == (0, offered)


@pytest.mark.parametrize(("before", "typed", "offered"), [("team", "d", ["deels"]), ("xyzzy", "", [])])
@pytest.mark.usefixtures("folder")
def test_behind_the_equals_sign_that_bash_takes_for_a_word_values_alone_are_offered(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], before: str, typed: str, offered: list[str]
) -> None:
    for name in ("COLUMNS", "LANGUAGE", "PYDANTIC_DISABLE_PLUGINS", "_WERKZAAM_BEFORE_EQUALS_SIGN"):
        monkeypatch.setenv(name, "")
    monkeypatch.delenv("_WERKZAAM_BEFORE_EQUALS_SIGN")
    monkeypatch.setenv("WERKZAAM_FACTORS", "klein.yaml")
    monkeypatch.setenv("_WERKZAAM_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", f"werkzaam\ncheck\n--answer\n{before}\n=\n{typed}")
    monkeypatch.setenv("COMP_CWORD", "5")
    with pytest.raises(SystemExit):
        run([])
    assert capsys.readouterr().out.split() == offered
