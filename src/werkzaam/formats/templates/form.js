"use strict";
// The page on which a partner fills in an evaluation. First functions that write and read answers files as the program
// itself does, by the rules that came with the page; then the page itself. Nothing is sent or stored.

const { set, settled, rules, words, hints, noteLimit } = JSON.parse(document.getElementById("data").textContent);

// Texts, as they are saved.

const everywhere = (pattern) => new RegExp(pattern, "gu");
const LINE_ENDS = everywhere(rules.lineEnds);
const DROPPED = everywhere(rules.dropped);
const BYTES = everywhere(rules.bytes);
const BLANKS_AT_THE_END = new RegExp(`[${rules.blanks}]+$`, "u");
const BLANKS_AROUND = everywhere(`^[${rules.blanks}]+|[${rules.blanks}]+$`);
const SOMETHING = new RegExp(rules.something, "u");

/** A text on one line, without control characters and other characters that cannot be seen. */
function visible(text) {
  return text.replaceAll(BYTES, "?").replaceAll(LINE_ENDS, " ").replaceAll(DROPPED, "").replaceAll("\t", " ");
}

/** A text without blanks around it; empty if nothing in it can be seen. */
const stripped = (text) => (SOMETHING.test(text) ? text.replaceAll(BLANKS_AROUND, "") : "");

/** A note as it is saved: only visible characters and line ends, without blanks at line ends and around it. */
function tidy(note) {
  const lines = note.split(LINE_ENDS).map((line) => visible(line).replace(BLANKS_AT_THE_END, ""));
  return stripped(lines.join("\n"));
}

/** The length of a text in code points, as the program counts it: an emoji is one or a few. */
const lengthOf = (text) => [...text].length;

// Writing: each text in the style of the first pattern in the table that it matches.

const STYLES = rules.styles.map(([style, pattern]) => [style, new RegExp(pattern, "u")]);
const TO_ESCAPE = everywhere(rules.toEscape);
const STEP = "  ";

function escaped(sign) {
  const code = sign.codePointAt(0).toString(16).toUpperCase();
  return `\\${rules.named[sign] ?? (code.length > 2 ? `u${code.padStart(4, "0")}` : `x${code.padStart(2, "0")}`)}`;
}

/** A text as a block scalar; the head states the indentation if the text begins with what looks like more of it. */
function block(text, indent) {
  const head = /^[ \n]/u.test(text) ? "|2-" : "|-";
  return [head, ...text.split("\n").map((line) => (line ? indent + STEP + line : ""))].join("\n");
}

function scalar(text, indent = "") {
  const style = STYLES.find(([, pattern]) => pattern.test(text))?.[0];
  if (style === "'") return `'${text.replaceAll("'", "''")}'`;
  if (style === '"') return `"${text.replaceAll(TO_ESCAPE, escaped)}"`;
  return style === "|" ? block(text, indent) : text;
}

const line = (indent, key, value = "") => `${indent}${scalar(key)}:${value && ` ${value}`}\n`;

function factorText(id, { option = null, missing = null, note = null } = {}) {
  const indent = STEP.repeat(3);
  let text = line(STEP.repeat(2), id) + line(indent, "answer", option === null ? "" : scalar(option));
  if (missing) text += line(indent, "missing", missing.length > 0 ? "" : "[]");
  for (const condition of missing ?? []) text += `${indent}${STEP}- ${scalar(condition)}\n`;
  return note === null ? text : text + line(indent, "note", scalar(note, indent));
}

/** The text of the answers file; `answers` is a map from factor ids to answers. */
function answersText({ collaboration, date, perspective, note, answers }) {
  const head = [
    ["werkzaam", rules.format],
    ["factors", scalar(set.id)],
    ["version", set.version],
    ["collaboration", scalar(collaboration)],
    ["date", date],
    ["perspective", perspective === null ? null : scalar(perspective)],
    ["note", note === null ? null : scalar(note)],
  ];
  const lines = head.filter(([, value]) => value !== null).map(([key, value]) => line("", key, String(value)));
  lines.push(line("", "answers"));
  for (const [category, factors] of set.categories) {
    lines.push(line(STEP, category), ...factors.map((id) => factorText(id, answers.get(id))));
  }
  return lines.join("");
}

/** The name of the file: a-z, 0-9 and hyphens, and `.yaml`. */
function fileName({ collaboration, date, perspective }) {
  const letters = collaboration.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  const slug = letters.replaceAll(/[^a-z0-9]+/gu, "-").replaceAll(/^-|-$/gu, "").slice(0, 40).replace(/-$/u, "");
  const parts = ["werkzaam", date.slice(0, 4), perspective, slug || "samenwerking"];
  return `${parts.filter((part) => part !== null).join("-")}.yaml`;
}

// Reading: only what is written above. If writing it again gives the same text, all of it was understood.

const ENTRY = /^(?<indent> *)(?:- (?<item>.*)|(?<mark>'?)(?<key>[a-z0-9-]+)\k<mark>:(?: (?<value>.*))?)$/u;
const SIGNS = Object.fromEntries(Object.entries(rules.named).map(([sign, name]) => [name, sign]));

const ESCAPES = /\\(?:x([0-9A-F]{2})|u([0-9A-F]{4})|(.))/gu;

/** The character of an escape; of one that is not written above, the replacement character. */
const unescaped = (_all, two, four, name) => SIGNS[name] ?? String.fromCodePoint(Number.parseInt(two ?? four ?? "FFFD", 16));

// `lines` are those still to be read, the next one at the end: whatever is read is taken off.

/** The text of a block scalar, whose head was read. */
function blockIn(lines, indent) {
  const texts = [];
  while (lines.length > 0 && (lines.at(-1) === "" || lines.at(-1).startsWith(indent))) texts.push(lines.pop());
  return texts.map((text) => text.slice(indent.length)).join("\n");
}

function valueIn(text, lines, indent) {
  if (text === "[]") return [];
  if (text.startsWith("|")) return blockIn(lines, indent + STEP);
  if (text.startsWith("'")) return text.slice(1, -1).replaceAll("''", "'");
  if (text.startsWith('"')) return text.slice(1, -1).replaceAll(ESCAPES, unescaped);
  return text;
}

function entryAt(lines, least) {
  const found = ENTRY.exec(lines.at(-1) ?? "")?.groups;
  return found && found.indent.length >= least ? found : null;
}

/** The list or map, perhaps empty, at an indentation of at least `least`. */
function nodeIn(lines, least) {
  const [items, map] = [[], new Map()];
  for (let found = entryAt(lines, least); found; found = entryAt(lines, least)) {
    const { indent, item, key, value } = found;
    lines.pop();
    if (item) items.push(valueIn(item, [], ""));
    else map.set(key, value ? valueIn(value, lines, indent) : nodeIn(lines, indent.length + 1));
  }
  return items.length > 0 ? items : map;
}

const stringOrNull = (value) => (typeof value === "string" ? value : null);

function answerIn(fields) {
  const missing = fields?.get("missing");
  return {
    option: stringOrNull(fields?.get("answer")),
    missing: Array.isArray(missing) ? missing : null,
    note: stringOrNull(fields?.get("note")),
  };
}

const below = (node) => (node instanceof Map ? [...node] : []);

/** The evaluation in an answers file; whatever is not where it should be counts as absent. */
function evaluationIn(root) {
  const factors = below(root.get("answers")).flatMap(([, category]) => below(category));
  return {
    collaboration: stringOrNull(root.get("collaboration")) ?? "",
    date: stringOrNull(root.get("date")) ?? "",
    perspective: stringOrNull(root.get("perspective")),
    note: stringOrNull(root.get("note")),
    answers: new Map(factors.map(([id, fields]) => [id, answerIn(fields instanceof Map ? fields : null)])),
  };
}

/** The root of an answers file as a map; an empty one if the text is something else. */
function rootOf(text) {
  // oxlint-disable-next-line no-array-reverse -- Safari 15 knows no toReversed
  const root = nodeIn(text.replace(/\n$/u, "").split("\n").reverse(), 0);
  return root instanceof Map ? root : new Map();
}

/** A collaboration, a perspective or a date as it is shown. */
function shown(key, value) {
  const isPerspective = key === "perspective" && Object.hasOwn(set.perspectives, value);
  return (isPerspective ? set.perspectives[value] : value) || words.notSaid;
}

/** A name in a form in which names that look the same are the same. */
const plain = (name) => name.normalize("NFC").toLowerCase();

/** The reason why this page cannot open a file, judged by all but its answers; null if there is none. */
function refusal(root) {
  if (!root.has("werkzaam") || !root.has("answers")) return words.noAnswers;
  if (root.get("factors") !== set.id || root.get("version") !== String(set.version)) return words.otherSet;
  if (root.has("actions")) return words.agreements;
  for (const key of ["collaboration", "perspective", "date"]) {
    const [ours, theirs] = [settled[key], stringOrNull(root.get(key)) ?? ""];
    if (ours !== null && plain(ours) !== plain(theirs)) {
      return said(words.otherEvaluation, { ours: shown(key, ours), theirs: shown(key, theirs) });
    }
  }
  return null;
}

// The page: the state of the evaluation is that of its form fields.

const element = (id) => document.getElementById(id);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const form = element("form");

/** A sentence with the values for its parts in braces. */
const said = (sentence, values) => sentence.replaceAll(/\{(\w+)\}/gu, (_all, name) => values[name]);
const counted = (count, one, many) => said(count === 1 ? one : many, { count });

/** The question about one factor. */
class Question {
  /** Whether the opened file has a partial answer without `missing`: it is saved so until the question is changed. */
  isUnsaid = false;

  /** The `missing` of the opened file, if the page does not ask for it: it is saved until the answer is changed. */
  keptMissing = null;

  constructor(id) {
    this.id = id;
    this.block = element(`q:${id}`);
    this.options = all("input[type=radio]", this.block);
    this.missing = this.block.querySelector(".missing");
    this.conditions = all("input[type=checkbox]", this.block);
    this.note = this.block.querySelector("textarea");
    this.clear = this.block.querySelector(".clear");
    this.link = document.querySelector(`a[href="#q:${id}"]`);
  }

  get chosen() {
    return this.options.find((option) => option.checked) ?? null;
  }

  get asksConditions() {
    return this.missing !== null && this.chosen !== null && "partial" in this.chosen.dataset;
  }

  get answer() {
    const named = this.conditions.filter((condition) => condition.checked).map((condition) => condition.value);
    return {
      option: this.chosen?.value ?? null,
      missing: this.asksConditions && !this.isUnsaid ? named : this.keptMissing,
      note: tidy(this.note.value) || null,
    };
  }

  set answer({ option = null, missing = null, note = null }) {
    for (const input of this.options) input.checked = input.value === option;
    for (const condition of this.conditions) condition.checked = missing?.includes(condition.value) ?? false;
    this.isUnsaid = missing === null && this.asksConditions;
    this.keptMissing = this.block.querySelector(".missing:not(.paper)") === null ? missing : null;
    this.note.value = note ?? "";
    this.show();
    showNote(this.note);
  }

  /** Show the parts of the question that belong to the chosen answer. */
  show() {
    this.clear.hidden = this.chosen === null;
    this.link.parentElement.hidden = this.chosen !== null;
    if (this.missing) this.missing.hidden = !this.asksConditions;
  }

  empty() {
    this.chosen.checked = false;
    this.keptMissing = null;
    this.show();
    this.options[0].focus();
  }
}

const questions = set.categories.flatMap(([, factors]) => factors).map((id) => new Question(id));
const byBlock = new Map(questions.map((question) => [question.block, question]));
const questionOf = (node) => byBlock.get(node.closest(".question"));

function evaluation() {
  return {
    collaboration: settled.collaboration ?? stripped(visible(element("collaboration").value)),
    date: settled.date ?? element("date").value,
    perspective: settled.perspective ?? document.querySelector("[name=perspective]:checked")?.value ?? null,
    note: tidy(element("note").value) || null,
    answers: new Map(questions.map((question) => [question.id, question.answer])),
  };
}

function show({ collaboration, date, perspective, note, answers }) {
  if (settled.collaboration === null) element("collaboration").value = collaboration;
  if (settled.date === null) element("date").value = date;
  for (const input of all("[name=perspective]")) input.checked = input.value === perspective;
  element("note").value = note ?? "";
  showNote(element("note"));
  for (const question of questions) question.answer = answers.get(question.id) ?? {};
  showProgress();
}

function showProgress() {
  const count = questions.filter((question) => question.chosen === null).length;
  element("open").textContent = counted(count, words.oneOpen, words.manyOpen);
  element("goToNext").textContent = said(words.next, { count });
  for (const id of ["left", "goToNext"]) element(id).hidden = count === 0;
  element("all").hidden = count > 0;
}

/** A hint in a list; none if the browser does not support its expression, as Safari 15 does not: it is only an aid. */
function hintFor([pattern, sentence]) {
  try {
    return [[new RegExp(pattern, "iu"), sentence]];
  } catch {
    return [];
  }
}

const HINTS = hints.flatMap((hint) => hintFor(hint));

/** Grow the field of a note with its text, and show remarks on personal data and length. */
function showNote(note) {
  note.parentElement.dataset.text = note.value;
  const text = tidy(note.value);
  // As typed: what is pasted may hold other spaces and hyphens.
  const typed = text.normalize("NFKC").replaceAll(/\p{Pd}/gu, "-");
  const found = HINTS.map(([pattern, sentence]) => [pattern.exec(typed)?.[0], sentence]);
  const lines = found.filter(([sign]) => sign).map(([sign, sentence]) => said(sentence, { text: sign }));
  const room = noteLimit - lengthOf(text);
  if (room < 0) lines.unshift(said(words.tooLong, { length: lengthOf(text), limit: noteLimit }));
  else if (room <= noteLimit / 10) lines.unshift(counted(room, words.oneLeft, words.manyLeft));
  note.setAttribute("aria-invalid", room < 0);
  const remark = element(note.getAttribute("aria-describedby"));
  if (remark.textContent !== lines.join("\n")) remark.textContent = lines.join("\n");
}

const tell = (sentence) => (element("told").textContent = sentence);

function isDay(text) {
  const day = new Date(`${text}T00:00:00Z`);
  return /^(?!0000)\d{4}-\d\d-\d\d$/u.test(text) && !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(text);
}

/** The field to correct before a file can be made, and the message for it; null if there is none. */
function obstacle({ collaboration, date, perspective }) {
  if (!stripped(collaboration)) return [element("collaboration"), words.nameNeeded];
  if (!isDay(date)) return [element("date"), words.dateNeeded];
  const sides = all("[name=perspective]");
  if (sides.length > 0 && perspective === null) return [sides[0], words.perspectiveNeeded];
  const note = all("textarea[aria-invalid=true]")[0];
  return note ? [note, words.noteTooLong] : null;
}

/** The evaluation if it can be saved; else null, after the field to correct has the focus and a message is shown. */
function finished() {
  const present = evaluation();
  const [field, sentence] = obstacle(present) ?? [];
  if (!field) return present;
  tell(sentence);
  field.focus();
  return null;
}

let kept = "";
const isUnsaved = () => answersText(evaluation()) !== kept;

function save() {
  const present = finished();
  if (!present) return;
  kept = answersText(present);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([kept], { type: "application/yaml" }));
  link.download = fileName(present);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  tell(said(words.saved, { file: link.download }));
}

function showAsText() {
  const present = finished();
  if (!present) return;
  const text = element("text");
  text.value = answersText(present);
  text.parentElement.hidden = false;
  text.focus();
  text.select();
}

async function copy() {
  const text = element("text");
  text.select();
  try {
    await navigator.clipboard.writeText(text.value);
  } catch {
    tell(words.copyByHand);
    return;
  }
  kept = text.value;
  tell(words.copied);
}

/**
 * The text of a file, without what a mail or an editor puts around it; null if it is too large, unreadable or not UTF-8.
 * If its last line has no end, it stays as it is, and is refused: it may have been cut off.
 */
async function textOf(file) {
  if (file.size > rules.maximumSize) return null;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
    return text.endsWith("\n") ? `${text.replaceAll("\r\n", "\n").trimEnd()}\n`.replace(/^\s*\n/u, "") : text;
  } catch {
    return null;
  }
}

/** Open the text of a file if the page can hold all of it, else leave the page as it is; return the message to show. */
function takeUp(text) {
  const root = rootOf(text);
  const refused = refusal(root);
  if (refused) return refused;
  const before = evaluation();
  show(evaluationIn(root));
  if (answersText(evaluation()) === text) {
    kept = text;
    return words.opened;
  }
  show(before);
  return words.notOurs;
}

async function openFile(file) {
  const text = await textOf(file);
  if (text === null) tell(words.noAnswers);
  else if (!isUnsaved() || confirm(words.replace)) {
    forget();
    tell(takeUp(text));
  }
}

let lastSeen = null;

/** Go to the first open question after the one that last had the focus, or else to the first open question. */
function goToNext() {
  const behind = questions.indexOf(lastSeen) + 1;
  const order = [...questions.slice(behind), ...questions.slice(0, behind)];
  const next = order.find((question) => question.chosen === null);
  next?.block.scrollIntoView();
  next?.options[0].focus({ preventScroll: true });
}

/** Today in the time zone of the browser, as YYYY-MM-DD. */
function today() {
  const now = new Date();
  return [String(now.getFullYear()).padStart(4, "0"), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, "0")).join("-");
}

/** Remove the message and the text, which hold no longer after a change of the answers. */
function forget() {
  tell("");
  element("text").parentElement.hidden = true;
}

const buttons = { save, showAsText, copy, goToNext, choose: () => element("file").click() };

form.addEventListener("click", ({ target }) => {
  if (target.classList.contains("clear")) {
    questionOf(target).empty();
    showProgress();
    forget();
  } else if (Object.hasOwn(buttons, target.id)) buttons[target.id]();
});
form.addEventListener("input", ({ target }) => {
  if (target.id === "file" || target.id === "text") return;
  forget();
  if (target.localName === "textarea") showNote(target);
});
form.addEventListener("change", ({ target }) => {
  if (target.type !== "radio" && target.type !== "checkbox") return;
  const question = questionOf(target);
  if (!question) return;
  question.isUnsaid = false;
  question.keptMissing = null;
  question.show();
  showProgress();
});
form.addEventListener("focusin", ({ target }) => {
  lastSeen = questionOf(target) ?? lastSeen;
});
form.addEventListener("submit", (event) => event.preventDefault());
element("file").addEventListener("change", async ({ target }) => {
  const [file] = target.files;
  if (file) await openFile(file);
  target.value = "";
});
addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return;
  // Otherwise the browser saves the page without the answers.
  event.preventDefault();
  save();
});
addEventListener("beforeunload", (event) => {
  if (isUnsaved()) event.preventDefault();
});

// Discard form values that the browser restored: the parts of the page that belong to them would not be shown.
form.reset();
if (settled.date === null) element("date").value = today();
showProgress();
kept = answersText(evaluation());
element("unscripted").remove();
form.hidden = false;
