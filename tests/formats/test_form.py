"""The page on which an evaluation is filled in, as a partner meets it: by roles and labels, in a browser."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Literal

import pytest
import yaml
from playwright.sync_api import Dialog, Error, Locator, Page, expect

from tests import examples
from tests.formats.browser import NEEDS_CHROMIUM
from tests.formats.filling_in import opened, page_of
from tests.formats.readers import judged_as_it_is
from werkzaam.domain.evaluation import NOTE_LIMIT, Action, Answer, Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.questions import Aside, Asides
from werkzaam.files import factor_sets, reading
from werkzaam.files.writing import answers_text

pytestmark = [NEEDS_CHROMIUM, pytest.mark.long]


NAME, DAY = "Lyceum Oost & Straatwerk", date(2026, 11, 23)
WHICH, WHO = "Which collaboration is this about?", "Who is filling this in?"
SAVE, OPEN = "Save answers", "Open saved answers"


def factor(page: Page, text: str) -> Locator:
    return page.get_by_role("group", name=re.compile(re.escape(text)))


def option(page: Page, text: str, name: str) -> Locator:
    return factor(page, text).get_by_role("radio", name=name, exact=True)


def fill_in_details(page: Page) -> None:
    page.get_by_label(WHICH).fill(NAME)
    page.get_by_role("group", name=WHO).get_by_label("School").check()
    page.get_by_label("Date").fill(DAY.isoformat())


def saved(page: Page) -> tuple[str, bytes]:
    with page.expect_download() as found:
        page.get_by_role("button", name=SAVE).click()
    return found.value.suggested_filename, Path(found.value.path()).read_bytes()


def open_file(page: Page, content: bytes, name: str = "a.yaml") -> None:
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name=OPEN).click()
    chooser.value.set_files({"name": name, "mimeType": "application/yaml", "buffer": content})


def told(page: Page) -> Locator:
    return page.get_by_role("status")


def evaluation(**answers: Answer) -> Evaluation:
    return Evaluation(NAME, DAY, "school", answers=answers)


def written(small: FactorSet, **answers: Answer) -> bytes:
    return answers_text(small, evaluation(**answers)).encode()


def test_what_is_filled_in_saved_opened_changed_and_saved_is_what_the_program_writes(
    small: FactorSet, tmp_path: Path
) -> None:
    note = "Het gaat goed: 😀\n\n  - maar niet elke dag  "
    first = {
        "team": Answer("deels", ("is-deskundig",), "Het gaat goed: 😀\n\n  - maar niet elke dag"),
        "ruimte": Answer("deels", ()),
        "contact": Answer("nvt"),
    }
    with opened(page_of(small), tmp_path) as page:
        fill_in_details(page)
        option(page, "There is a permanent team.", "Partly").check()
        factor(page, "There is a permanent team.").get_by_label("Skilled team").check()
        factor(page, "There is a permanent team.").get_by_label("Note").fill(note)
        option(page, "There is one contact point.", "Not applicable").check()
        option(page, "There is a room of their own.", "Partly").check()
        name, content = saved(page)
        assert content == written(small, **first)
        assert name == "werkzaam-2026-school-lyceum-oost-straatwerk.yaml"
        expect(told(page)).to_contain_text(name)

        page.reload()
        expect(option(page, "There is a permanent team.", "Partly")).not_to_be_checked()
        for begin, end in ((b"", b""), (b"\n", b"\n"), (b"\n \n", b" \n\n")):  # what Notepad and mail make of it
            open_file(page, b"\xef\xbb\xbf" + (begin + content + end).replace(b"\n", b"\r\n"))
            expect(page.get_by_label(WHICH)).to_have_value(NAME)
            expect(told(page)).to_contain_text("The answers are here again")
            assert saved(page)[1] == content

        option(page, "There is a permanent team.", "Yes").check()
        option(page, "There is enough time.", "Don't know").check()
        factor(page, "There is one contact point.").get_by_role("button", name="Clear answer").click()
        changed = {**first, "team": Answer("ja", None, first["team"].note), "tijd": Answer("weet-niet")}
        assert saved(page)[1] == written(small, **{**changed, "contact": Answer()})


def test_nothing_is_chosen_for_anybody(small: FactorSet, tmp_path: Path) -> None:
    with opened(page_of(small), tmp_path) as page:
        assert page.locator("input:checked").count() == 0
        assert page.get_by_label("Date").input_value() == date.today().isoformat()  # noqa: DTZ011 (the local day)
        page.get_by_label(WHICH).fill(NAME)
        page.get_by_role("group", name=WHO).get_by_label("School").check()
        page.get_by_label("Date").fill(DAY.isoformat())
        assert saved(page)[1] == written(small)


def test_a_set_asks_no_more_than_it_has(tmp_path: Path) -> None:
    other = examples.other_scale()
    with opened(page_of(other), tmp_path) as page:
        page.get_by_label(WHICH).fill(NAME)
        page.get_by_label("Date").fill(DAY.isoformat())
        expect(page.get_by_role("radio")).to_have_count(5 + 5 + 2)
        page.get_by_role("group", name="The first thing.").get_by_label("2", exact=True).check()
        page.get_by_role("group", name="The third thing.").get_by_label("Not done").check()
        name, content = saved(page)
        assert name == "werkzaam-2026-lyceum-oost-straatwerk.yaml"
        said = Evaluation(NAME, DAY, answers={"first": Answer("2"), "third": Answer("not-done")})
        assert content == answers_text(other, said).encode()


def test_what_the_call_settled_stands_fast(small: FactorSet, tmp_path: Path) -> None:
    with opened(page_of(small, NAME, "school", DAY), tmp_path) as page:
        assert page.get_by_role("textbox").count() == 1 + len(small.factors)
        for shown in (NAME, "School", "2026-11-23"):
            expect(page.get_by_text(shown)).to_be_visible()
        assert saved(page)[1] == written(small)
        open_file(page, answers_text(small, Evaluation("Een ander", DAY, "school")).encode())
        expect(told(page)).to_contain_text("“Een ander”")


def test_what_is_still_needed_is_said_where_it_is(small: FactorSet, tmp_path: Path) -> None:
    with opened(page_of(small), tmp_path) as page:
        side = page.get_by_role("group", name=WHO).get_by_label("School")
        note = factor(page, "There is enough time.").get_by_label("Note")
        note.fill("😀" * (NOTE_LIMIT + 1))
        page.get_by_label(WHICH).fill(" \u00a0")
        page.get_by_label("Date").fill("")
        needed: list[tuple[Locator, Callable[[], None]]] = [
            (page.get_by_label(WHICH), lambda: page.get_by_label(WHICH).fill(NAME)),
            (page.get_by_label("Date"), lambda: page.get_by_label("Date").fill(DAY.isoformat())),
            (side, side.check),
            (note, lambda: note.fill("😀" * NOTE_LIMIT)),
        ]
        for field, mend in needed:
            page.get_by_role("button", name=SAVE).click()
            expect(told(page)).not_to_be_empty()
            expect(field).to_be_focused()
            mend()
        assert saved(page)[1] == written(small, tijd=Answer(note="😀" * NOTE_LIMIT))


def test_a_note_tells_how_much_is_left_and_what_looks_like_personal_data(small: FactorSet, tmp_path: Path) -> None:
    with opened(page_of(small), tmp_path) as page:
        time = factor(page, "There is enough time.")
        note = time.get_by_label("Note")
        note.fill("😀" * 3000)
        expect(note).to_have_accessible_description("")
        note.fill("😀" * 3990)
        expect(note).to_have_accessible_description("10 characters are left.")
        note.fill("😀" * 4001)
        expect(note).to_have_accessible_description(re.compile("4001"))
        for text in ("jan@school.nl", "06-12345678", "123456782", "BSN123456782"):
            note.fill(f"Vraag het via {text}.")
            found = re.escape(text.removeprefix("BSN"))
            expect(note).to_have_accessible_description(re.compile(f"“{found}”"))
        for pasted in ("06\u201112345678", "06\u201312345678", "06\u00a0-\u00a012345678", "06\u202f12345678"):
            note.fill(f"Vraag het via {pasted}.")
            expect(note).to_have_accessible_description(re.compile("phone"))
        note.fill("In 2024-2025 kwamen er 12 leerlingen, en dat kostte € 111.222.333.")
        expect(note).to_have_accessible_description("")


def test_conditions_are_asked_after_a_partial_answer_alone_and_marks_are_not_lost(
    small: FactorSet, tmp_path: Path
) -> None:
    with opened(page_of(small), tmp_path) as page:
        team = factor(page, "There is a permanent team.")
        missing = team.get_by_role("group", name="Which conditions are missing?")
        expect(missing).to_be_hidden()
        option(page, "There is a permanent team.", "Partly").check()
        missing.get_by_label("Permanent team").check()
        option(page, "There is a permanent team.", "No").check()
        expect(missing).to_be_hidden()
        option(page, "There is a permanent team.", "Partly").check()
        expect(missing.get_by_label("Permanent team")).to_be_checked()
        option(page, "There is one contact point.", "Partly").check()
        expect(factor(page, "There is one contact point.").get_by_role("checkbox")).to_have_count(0)


def test_what_a_file_leaves_unsaid_stays_unsaid_until_something_is_said(small: FactorSet, tmp_path: Path) -> None:
    unsaid = written(small, team=Answer("deels"), ruimte=Answer("deels"))
    with opened(page_of(small), tmp_path) as page:
        open_file(page, unsaid)
        expect(told(page)).not_to_be_empty()
        assert saved(page)[1] == unsaid
        option(page, "There is a room of their own.", "Partly").dispatch_event("change")
        assert saved(page)[1] == written(small, team=Answer("deels"), ruimte=Answer("deels", ()))


def test_what_is_missing_stays_with_its_answer_where_the_page_asks_nothing_of_that(
    small: FactorSet, tmp_path: Path
) -> None:
    kept = {"contact": Answer("deels", ("een-punt",)), "tijd": Answer("deels", ())}
    with opened(page_of(small), tmp_path) as page:
        open_file(page, written(small, **kept))
        expect(told(page)).not_to_be_empty()
        assert saved(page)[1] == written(small, **kept)
        option(page, "There is one contact point.", "No").check()
        factor(page, "There is enough time.").get_by_role("button", name="Clear answer").click()
        assert saved(page)[1] == written(small, contact=Answer("nee"))


def test_text_that_was_shown_goes_where_a_file_is_opened(small: FactorSet, tmp_path: Path) -> None:
    with opened(page_of(small), tmp_path) as page:
        page.on("dialog", lambda dialog: dialog.accept())
        fill_in_details(page)
        page.get_by_role("button", name="As text").click()
        expect(page.locator("#text")).to_be_visible()
        open_file(page, written(small, tijd=Answer("ja")))
        expect(told(page)).not_to_be_empty()
        expect(page.locator("#text")).to_be_hidden()


@pytest.mark.parametrize("perspective", [b"", b"perspective:\n"])
def test_a_file_from_no_side_is_refused_where_the_side_is_settled(
    small: FactorSet, tmp_path: Path, perspective: bytes
) -> None:
    with opened(page_of(small, perspective="samen"), tmp_path) as page:
        open_file(page, written(small).replace(b"perspective: school\n", perspective))
        expect(told(page)).to_contain_text("“Together”, and that file about “Not said”")


def test_a_name_that_looks_the_same_is_not_told_to_be_another(small: FactorSet, tmp_path: Path) -> None:
    composed, apart = "Lycée Oost", "lyce\u0301e oost"
    with opened(page_of(small, collaboration=composed), tmp_path) as page:
        open_file(page, written(small).replace(NAME.encode(), apart.encode()))
        expect(told(page)).to_contain_text("changed with another program")
        open_file(page, written(small).replace(NAME.encode(), b"constructor"))
        expect(told(page)).to_contain_text(re.compile("“Lycée Oost”.*“constructor”"))


def agreed(small: FactorSet) -> bytes:
    return answers_text(small, Evaluation(NAME, DAY, "school", actions=(Action("Bellen"),))).encode()


def unusable(small: FactorSet) -> Iterator[tuple[bytes, str]]:
    """Files that the page has to refuse, each with a part of what it says."""
    nothing, other, changed = "These are not answers", "another questionnaire", "changed with another program"
    whole = written(small)
    yield from ((content, nothing) for content in (b"", b"\xff\xfe\x00", b"PK\x03\x04", b"#" * (1024 * 1024 + 1)))
    yield whole.replace(b"factors: klein", b"factors: groot"), other
    yield whole.replace(b"version: 2", b"version: 1"), other
    yield whole + b"# even bellen\n", changed
    yield written(small, tijd=Answer("ja", note="Elke dag."))[: -len(b" dag.\n")], changed  # cut off
    yield b"  " + whole, changed
    for text in (rb"Goed zo \U0001F600", rb"1\_%", rb"http:\/\/x", rb"H:\users", rb"\u00e", b"\\"):
        yield whole.replace(b"answers:", b'note: "' + text + b'"\nanswers:'), changed
    yield b"werkzaam: 1\n" + b"- a\n" * 250_000, nothing
    head = b"date: 2026-11-23\nperspective: school\n"
    yield whole.replace(head, b"".join(reversed(head.splitlines(keepends=True)))), changed
    yield whole.replace(b"    ", b"     "), changed
    yield whole.replace(b"date: 2026-11-23", b"date: []\nnote: []"), changed
    yield written(small, tijd=Answer("misschien")), changed
    yield written(small, team=Answer("ja", ("is-vast",))), changed
    yield agreed(small), "There are agreements"


def test_a_file_that_the_page_cannot_hold_is_refused_with_a_word(small: FactorSet, tmp_path: Path) -> None:
    with opened(page_of(small), tmp_path) as page:
        page.on("dialog", lambda dialog: dialog.accept())
        fill_in_details(page)
        option(page, "There is a permanent team.", "Partly").check()
        before = saved(page)[1]
        for content, word in unusable(small):
            open_file(page, content)
            expect(told(page)).to_contain_text(word)
            assert saved(page)[1] == before


def test_who_leaves_or_opens_a_file_with_something_unsaved_is_asked_first(small: FactorSet, tmp_path: Path) -> None:
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    with opened(page_of(small), tmp_path) as page:
        page.on("dialog", answer)
        fill_in_details(page)
        with page.expect_event("dialog"):  # the file is read first
            open_file(page, written(small, tijd=Answer("ja")))
        expect(page.get_by_label(WHICH)).to_have_value(NAME)
        assert asked == ["confirm"]
        with pytest.raises(Error, match="ERR_ABORTED"):
            page.goto("about:blank")
        assert asked == ["confirm", "beforeunload"]
        saved(page)
        asked.clear()
        page.reload()
        assert asked == []


def test_the_text_can_be_copied_into_a_mail(small: FactorSet, tmp_path: Path) -> None:
    with opened(page_of(small), tmp_path, permissions=["clipboard-read", "clipboard-write"]) as page:
        fill_in_details(page)
        page.get_by_role("button", name="As text").click()
        text = page.get_by_label("Copy all of this text")
        expect(text).to_be_focused()
        assert text.input_value().encode() == written(small)
        page.get_by_role("button", name="Copy").click()
        expect(told(page)).to_contain_text("Copied")
        assert page.evaluate("navigator.clipboard.readText()").encode() == written(small)


def test_it_shows_what_is_open_and_leads_there(small: FactorSet, tmp_path: Path) -> None:
    with opened(page_of(small), tmp_path) as page:
        option(page, "There is a permanent team.", "No").check()
        page.get_by_role("button", name="Next open question (3)").click()
        expect(option(page, "There is one contact point.", "Yes")).to_be_focused()
        page.keyboard.press("Space")
        page.get_by_text("2 questions are open").click()
        links = page.get_by_role("link")
        assert links.all_inner_texts() == ["There is a room of their own. (good to have)", "There is enough time."]
        for text in ("There is a room of their own.", "There is enough time."):
            option(page, text, "No").check()
        expect(page.get_by_text("Everything is answered")).to_be_visible()


def test_a_keyboard_alone_is_enough(small: FactorSet, tmp_path: Path) -> None:
    with opened(page_of(small, day=DAY), tmp_path) as page:
        press = page.keyboard.press
        for key in ("Tab", "Tab"):
            press(key)
        page.keyboard.type(NAME)
        for key in ("Tab", "Space", "Tab", "ArrowDown", "Tab", "Tab", "Space"):
            press(key)
        with page.expect_download() as found:
            press("Control+s")
        with page.expect_download():
            press("Control+S")  # as with Caps Lock
        team = Answer("deels", ("is-deskundig",))
        assert Path(found.value.path()).read_bytes() == written(small, team=team)


@pytest.mark.parametrize(("scheme", "width"), [("light", 360), ("dark", 1200)])
def test_axe_finds_nothing_to_mend_while_it_is_filled_in(
    scheme: Literal["light", "dark"], width: int, small: FactorSet, tmp_path: Path
) -> None:
    with opened(page_of(small), tmp_path, width, color_scheme=scheme) as page:
        fill_in_details(page)
        option(page, "There is a permanent team.", "Partly").check()
        factor(page, "There is a permanent team.").get_by_label("Permanent team").check()
        factor(page, "There is a permanent team.").get_by_label("Note").fill("06-12345678 " * 350)
        page.get_by_text("3 questions are open").click()
        page.get_by_role("button", name=SAVE).click()
        page.evaluate("scrollTo(0, document.body.scrollHeight)")  # what lies over something else axe cannot judge
        assert judged_as_it_is(page)[1] == []
        factor(page, "There is a permanent team.").get_by_label("Note").fill("")
        page.get_by_role("button", name="As text").click()
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        assert judged_as_it_is(page)[1] == []


def test_last_year_lies_beside_the_questions(small: FactorSet, tmp_path: Path) -> None:
    team = small.factor_by_id["team"]
    said = Answer("deels", ("is-vast",), "Nog <b>even</b>\nkijken")
    before = Aside("On 2025-11-23", team, said, (Action("Bellen", "team"),))
    content = page_of(small, beside=lambda name: Asides((before,)) if name == "team" else Asides())
    with opened(content, tmp_path) as page:
        shown = factor(page, "There is a permanent team.").inner_text()
        assert "On 2025-11-23: Partly; missing: Permanent team" in shown
        assert "Nog <b>even</b>\nkijken" in shown
        assert "Bellen" in shown
        assert page.locator("input:checked").count() == 0


def test_without_its_script_it_says_so_and_can_be_printed(small: FactorSet, tmp_path: Path) -> None:
    with opened(page_of(small), tmp_path, java_script_enabled=False) as page:
        expect(page.get_by_text("You see no more than a preview")).to_be_visible()
        expect(page.get_by_role("button", name=SAVE)).to_be_hidden()


def test_on_paper_answers_stand_below_their_question_where_nothing_stands_between(tmp_path: Path) -> None:
    with opened(page_of(examples.other_scale()), tmp_path) as page:
        page.emulate_media(media="print")
        for question in page.locator(".question").all():
            heading, answers = question.locator("legend").bounding_box(), question.locator(".options").bounding_box()
            assert heading
            assert answers
            assert answers["y"] >= heading["y"] + heading["height"]
            assert answers["width"] == heading["width"]


def test_on_paper_the_question_stands_once_above_all_factors(small: FactorSet, tmp_path: Path) -> None:
    with opened(page_of(small), tmp_path) as page:
        question = page.get_by_text("Is this in place?").filter(visible=True)
        expect(question).to_have_count(len(small.factors))
        page.emulate_media(media="print")
        expect(question).to_have_count(1)


def many_factors(count: int) -> FactorSet:
    """Return a set of so many factors with four conditions each, in categories of fifty."""
    start = yaml.safe_load(examples.SMALL_SET)
    factors = [
        {
            "id": f"f{number}",
            "text": f"Dit is factor {number}, en zij klopt helemaal bij ons.",
            "conditions": [
                {"id": f"c{one}", "text": f"Voorwaarde {one} van deze factor geldt bij ons"} for one in range(4)
            ],
        }
        for number in range(count)
    ]
    start["categories"] = [
        {"id": f"deel-{first}", "name": f"Deel {first}", "factors": factors[first : first + 50]}
        for first in range(0, count, 50)
    ]
    return factor_sets.read(reading.Source("groot.yaml", yaml.safe_dump(start, allow_unicode=True)))


TIMED = """
(selector) => {
  const fields = document.querySelectorAll(selector), [field] = fields, times = [];
  for (let turn = 0; turn < 20; turn += 1) {
    const start = performance.now();
    if (field.type === "radio") fields[turn % fields.length].click();
    else {
      field.value += "x";
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
    document.body.offsetHeight;
    times.push(performance.now() - start);
  }
  return times.sort((one, other) => one - other)[10];
}
"""


def test_a_set_of_three_hundred_factors_is_no_burden(tmp_path: Path) -> None:
    content = page_of(many_factors(300))
    assert len(content.encode()) < 1_000_000
    with opened(content, tmp_path) as page:
        page.locator("textarea").nth(150).fill("Een lange notitie. " * 200)
        median = {field: page.evaluate(TIMED, field) for field in ("[name='q:f149']", "[id='note:f149']")}
    assert max(median.values()) < 50, "milliseconds, with the page laid out anew"
