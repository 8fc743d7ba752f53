"""Changes that no test can notice, because nobody could: judged one by one, each with the reason why."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Equal:
    """A change to a function after which everything that can be seen is the same."""

    function: str
    change: str
    """Some text of the changed lines, each behind a line end: enough to know them by."""
    reason: str


_WINDOWS = "only Windows takes this way"
_ITS_WORDS = "what is said comes from the kind of the error and its number, and names the path that was given"
_SOONER = "comes to the same, with more or less work"
_AS_WELL = "counts as the same there"
_NEVER_INSERTED = "every file has a collaboration, so that none is inserted"

_FILES = "werkzaam.files"
EQUAL = (
    Equal("werkzaam.domain.summation.Summation.__init__", "lru_cache(None)", _SOONER),
    Equal("werkzaam.domain.summation.parts_of_one", "range(2, ", "one divides whatever there is"),
    Equal(f"{_FILES}.answers.read_tree", "sorted(problems, ", "what is told at one place has no order of its own"),
    Equal(f"{_FILES}.yaml.comments.put_back", '"XXXX"', "has no margin either"),
    Equal(f"{_FILES}.reading.Source.line", "number + 2", "of the lines that follow only the first counts"),
    Equal(f"{_FILES}.reading._bounded", "len(content) >= expected", "another read finds nothing more"),
    Equal(f"{_FILES}.reading.decode", "Problem(name, 0, 1, ", "a problem without a line has no column"),
    Equal(f"{_FILES}.reading.decode", "Problem(name, 0, None, ", "a problem without a line has no column"),
    Equal(f"{_FILES}.reading._opened_if_regular", '"O_NOCTTY", None)', "every system but Windows has it"),
    Equal(f"{_FILES}.reading.read_content", "refuse_device(None)", _WINDOWS),
    Equal(f"{_FILES}.reading._content", "IsADirectoryError(", _WINDOWS),
    Equal(f"{_FILES}.reading.read_content", "sharing.read(None, ", _WINDOWS),
    Equal(f"{_FILES}.disk.saving._check_writable", "OSError(errno.ELOOP, ", _ITS_WORDS),
    Equal(f"{_FILES}.disk.saving._check_writable", "FileNotFoundError(None)", _ITS_WORDS),
    Equal(f"{_FILES}.disk.saving._check_writable", "IsADirectoryError(None)", _ITS_WORDS),
    Equal(f"{_FILES}.disk.saving._check_writable", "PermissionError(None)", _ITS_WORDS),
    Equal(f"{_FILES}.disk.saving._sync", "sys.platform != ", _WINDOWS),
    Equal(f"{_FILES}.disk.saving._sync_folder", "sys.platform != ", _WINDOWS),
    Equal(f"{_FILES}.disk.saving.refuse_unwritable", "refuse_impossible(None)", _WINDOWS),
    Equal(f"{_FILES}.editing.without_action", "Source(None, ", "only what is wrong with a text is told with its name"),
    Equal(f"{_FILES}.text_editor.TextEditor._is_plain_key", '"XX -XX"', "before a key, no X stands alone"),
    Equal(f"{_FILES}.text_editor.TextEditor._rewritten", "taken=None", _AS_WELL),
    Equal(f"{_FILES}.text_editor.TextEditor.rewritten_item", "taken=None", _AS_WELL),
    Equal(f"{_FILES}.text_editor.TextEditor._with_comments", "yaml.compose(text, )", _SOONER),
    Equal(f"{_FILES}.yaml.text_places.TextPlaces._any_colon_end", "None)", _AS_WELL),
    Equal(f"{_FILES}.writing.dump", "sort_keys=None", _AS_WELL),
    Equal(f"{_FILES}.yaml.faults.conflict", 'before = ""', _AS_WELL),
    Equal(f"{_FILES}.yaml.faults.without_value", "max(index - _NEAR, 1)", "no number stands where a file begins"),
    Equal(f"{_FILES}.yaml.tree._Reader._no_text", "ScalarNode(None, ", "which of them is called says the tag already"),
    Equal(f"{_FILES}.yaml.tree._Reader._tag", "len(event.value) < LONGEST_NUMBER", _SOONER),
    Equal(f"{_FILES}.yaml.tree._Reader._value", "(tag == _STRING) and False", _SOONER),
    Equal(f"{_FILES}.yaml.tree._resolved", "(True, True)", "for a scalar only the first is looked at"),
    Equal(f"{_FILES}.yaml.tree.parse", "in_structure(source, 1, ", "no file begins with the middle of a name"),
    Equal(f"{_FILES}.yaml.tree.parse", "in_structure(source, 0, None)", _AS_WELL),
    Equal(f"{_FILES}.reading.decode", "Problem(name, None, 0, ", _AS_WELL),
    Equal(f"{_FILES}.editing.with_name", "COLLABORATION", _NEVER_INSERTED),
    Equal(f"{_FILES}.editing.with_name", "XXcollaborationXX", _NEVER_INSERTED),
    Equal(f"{_FILES}.store.AnswersStore.__init__", ' = ""', "each save sets it first"),
    Equal(f"{_FILES}.store.AnswersStore.add_action", "Change(None, ", "what is added goes behind all others"),
)
