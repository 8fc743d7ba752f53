"""Texts that try to be more than text: one of each kind, and what each must never become."""

from werkzaam.formats.tables import ANSWER_COLUMNS

MARK = "FORGED"
"""No line of ours begins with it: where one does, a text has made a line of its own."""
TRACE = "touched"
"""What a text makes in the current folder, where anything in it is run."""

_FAMILY = "👨\u200d👩\u200d👧\u200d👦"
SAMPLES = {
    "terminal": "\x1b[31mrood\x1b[2J\x1b]0;titel\x07\x1b]52;c;Zm9v\x07\x1b]8;;https://evil.nl\x1b\\klik\x1b]8;;\x1b\\"
    "\x9b2J\x9d52;c;x\x9c\x08\x7f\x00\x1bP1$r\x1b\\\x1b[6n\x0e\x1bc einde",
    "direction": "a\u202eb\u202c \u2066c\u2069\u200f\u200e\u061c\u202ad\u202d\u2067\u2068 einde",
    "unseen": "a\ufeffb\U000e0041\ufff9c\ufffbd\u200be\u2060f\u200dg\xadh\u034fi\u180ej\ufe0fk"
    "\U000e0100l\ufffe\uffff einde",
    "marks": "e" + "\u0301" * 1000,
    "signs": f"{_FAMILY} 👩\u200d🏫 🇳🇱 👍🏽 1\ufe0f\u20e3 ❤\ufe0f ☎\ufe0e 東京 ｗｉｄｅ ﷽ 각",
    "families": _FAMILY * 25,
    "wide": "東" * 300,
    "long": "x" * 1500,
    "rich": "[bold]x[/nope] [/] [link=https://evil.nl]k[/link] :warning: [@click=app.bell]x[/] \\[b] [[1]",
    "html": "</title></style></script><script>alert(1)</script><img src=x onerror=alert(1)>\"'><svg onload=x>"
    "&lt;&#60;-->",
    "address": "javascript:alert(1)//https://evil.nl www.evil.nl a@b.nl @naam #12",
    "markdown": "# kop *a* [a](https://evil.nl) ![a](https://evil.nl/x.png) <https://evil.nl> | a | b | ~~c~~ `d` $e$",
    "blocks": "een\n---\n- a\n1. b\n> c\n```\nd\n| e | f |\n|---|---|\n\n    g\n\n# h\n[x]: https://evil.nl",
    "formula": '=HYPERLINK("https://evil.nl")',
    "formulas": "-1+1\n=1+1\n@SUM(A1)",
    "template": "{{ 7 * 7 }}{% raw %}{# weg #}{{ self.__init__.__globals__ }}{{ config }}",
    "format": "{0.__class__} {file} {id} {} {!r} {0:>99999999999} {count} {name.__globals__} %(x)s %s %n $x ${x}",
    "shell": f"$(touch {TRACE}) `touch {TRACE}`; touch {TRACE} & touch {TRACE} | '\" \\ > {TRACE} !!\ntouch {TRACE}",
    "yaml": f"!!python/object/apply:os.system ['touch {TRACE}'] &a *a <<: # weg\n---\n...\n%YAML 9.9",
    "lines": "een\r\n" + "".join(f"{end}{MARK}: twee" for end in "\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029\t"),
    "columns": ",".join(ANSWER_COLUMNS) + '","",\n"x\r\n=1',
}
"""By kind; each is short enough for a note, and can be seen."""

NAMES = [
    "\x1b[31m.yaml", "\x1b]0;x\x07.yaml", "\x9b2J.yaml", f"a\n{MARK}: b.yaml", f"a\r{MARK}.yaml", f"a\u2028{MARK}.yaml",
    "a\u202eb\u2066.yaml", "\ufeffa.yaml", "[bold]x[.nope] [red].yaml", "b\udcff\udcfe.yaml", "-rf.yaml", "--help.yaml",
    "x" * 245 + ".yaml", "東" * 81 + ".yaml", "e" + "\u0301" * 100 + ".yaml", f"$(touch {TRACE}).yaml",
    f"`touch {TRACE}`.yaml", f"'; touch {TRACE} #.yaml", f'"; touch {TRACE} #.yaml', f"a & touch {TRACE}.yaml",
    "a b\tc.yaml", "{0.__class__} {file}.yaml", "%s%n.yaml", "=1+1.yaml", "@SUM(A1).yaml", "*.yaml", "~root.yaml",
    "<img src=x onerror=alert(1)>.yaml", "{{ 7*7 }}.yaml", "![a](b).yaml", "a\\b.yaml", "!!.yaml", "a:1:1: klopt.yaml",
]  # fmt: skip
"""Names of files; Linux allows every byte but two in one, and up to 255 of them."""
