"""What a partner sent back is read as it is, under whatever name a mail program gave it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.cli.calling import Call
from tests.files.test_received import in_a_mail
from werkzaam.domain.evaluation import Answer, Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.files.writing import answers_text


@pytest.mark.parametrize("name", ["a (1).yaml", "a.yaml.txt", "a.yml.txt", "a.yaml (1)", "antwoord"])
@pytest.mark.parametrize(
    "change", [lambda text: text.replace("\n", "\r\n"), in_a_mail], ids=["as it is", "out of a mail"]
)
def test_commands_read_it_under_whatever_name(
    name: str, change: Callable[[str], str], built_in: FactorSet, call: Call
) -> None:
    said = Evaluation("Lyceum Oost", date(2026, 11, 23), "onderwijs", answers={"vast-team": Answer("nee")})
    Path(name).write_bytes(change(answers_text(built_in, said)).encode())
    Path("b.yaml").write_text(answers_text(built_in, Evaluation("Lyceum Oost", date(2026, 11, 23), "gemeente")))
    assert "Nee: 1" in call("report", name).out
    assert call("compare", name, "b.yaml").code == 0
    together = call("check", "c.yaml", "--beside", name, "--perspective", "samen", stdin="q\n")
    assert (together.code, "onderwijs" in together.err) == (0, True)
