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
_NO_TEXT_FILES = "only Windows tells texts from other files; elsewhere there is no such flag"
_ITS_WORDS = "what is said comes from the kind of the error and its number, and names the path that was given"
_SOONER = "comes to the same, with more or less work"

_FILES = "werkzaam.files"
EQUAL = (
    Equal("werkzaam.domain.summation.Summation.__init__", "lru_cache(None)", _SOONER),
    Equal("werkzaam.domain.summation.parts_of_one", "range(2, ", "one divides whatever there is"),
    Equal(f"{_FILES}.answer_ids.IdCheck._answer", "(missing) or True", _SOONER),
    Equal(
        f"{_FILES}.folder_locks._lock", "time.monotonic() >= end", "patience ends at no moment that anybody could name"
    ),
    Equal(f"{_FILES}.reading._bounded", "len(content) >= expected", "another read finds nothing more"),
    Equal(f"{_FILES}.permissions._hand_over", '"XXwin32XX"', _WINDOWS),
    Equal(f"{_FILES}.permissions._hand_over", '"WIN32"', _WINDOWS),
    Equal(f"{_FILES}.permissions.carry_over", '"XXwin32XX"', _WINDOWS),
    Equal(f"{_FILES}.permissions.carry_over", '"WIN32"', _WINDOWS),
    Equal(f"{_FILES}.saving._sync", '"XXwin32XX"', _WINDOWS),
    Equal(f"{_FILES}.saving._sync", '"WIN32"', _WINDOWS),
    Equal(f"{_FILES}.saving._sync_folder", '"XXwin32XX"', _WINDOWS),
    Equal(f"{_FILES}.saving._sync_folder", '"WIN32"', _WINDOWS),
    Equal(f"{_FILES}.saving._opened", 'getattr(None, "O_BINARY", 0)', _NO_TEXT_FILES),
    Equal(f"{_FILES}.saving._opened", '"XXO_BINARYXX"', _NO_TEXT_FILES),
    Equal(f"{_FILES}.saving._opened", '"o_binary"', _NO_TEXT_FILES),
    Equal(f"{_FILES}.saving._opened", '"O_BINARY", 1)', "1 is O_WRONLY, which is asked for already"),
    Equal(f"{_FILES}.saving._check_writable", "OSError(errno.ELOOP, ", _ITS_WORDS),
    Equal(f"{_FILES}.saving._check_writable", "FileNotFoundError(None)", _ITS_WORDS),
    Equal(f"{_FILES}.saving._check_writable", "IsADirectoryError(None)", _ITS_WORDS),
    Equal(f"{_FILES}.saving._check_writable", "PermissionError(None)", _ITS_WORDS),
    Equal(f"{_FILES}.reading_back._essence", '(answer.note or "XXXX")', "nothing, by another name on both sides"),
    Equal(f"{_FILES}.reading_back._essence", '(action.owner or "XXXX")', "nothing, by another name on both sides"),
    Equal(f"{_FILES}.writing.dump", "sort_keys=None", "None is no as well"),
    Equal(f"{_FILES}.yaml_tree._Reader._no_text", "ScalarNode(None, ", "which of them is called says the tag already"),
    Equal(f"{_FILES}.yaml_tree._Reader._tag", "(len(event.value) <= LONGEST_NUMBER) and False", _SOONER),
    Equal(f"{_FILES}.yaml_tree._Reader._tag", "(len(event.value) <= LONGEST_NUMBER) or True", _SOONER),
    Equal(f"{_FILES}.yaml_tree._Reader._tag", "len(event.value) < LONGEST_NUMBER", _SOONER),
    Equal(f"{_FILES}.yaml_tree._Reader._value", "(tag == _STRING) and False", _SOONER),
    Equal(f"{_FILES}.yaml_tree._resolved", "(True, True)", "for a scalar only the first is looked at"),
)
