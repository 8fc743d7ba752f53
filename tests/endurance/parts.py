"""What there is to endure; another part is another line."""

from tests.endurance.code.mutants import mutants
from tests.endurance.inputs.fuzzing import fuzzing
from tests.endurance.inputs.hand_saves import hand_styled_files
from tests.endurance.inputs.hostile_files import hostile_files
from tests.endurance.inputs.patterns import patterns
from tests.endurance.saving import faults
from tests.endurance.saving.concurrency import concurrency
from tests.endurance.texts import hostile_names, hostile_text
from tests.endurance.trying import Part

PARTS: dict[str, Part] = {
    "faulty system calls": faults.faulty_system_calls,
    "kills": faults.kills,
    "full disks": faults.full_disks,
    "concurrency": concurrency,
    "fuzzing": fuzzing,
    "hand-styled files": hand_styled_files,
    "hostile files": hostile_files,
    "patterns": patterns,
    "hostile texts": hostile_text.texts,
    "a text in one place": hostile_text.one_place,
    "options": hostile_text.options,
    "hostile names": hostile_names.names,
    "told commands": hostile_names.told_commands,
    "completions": hostile_names.completions,
    "mutants": mutants,
}
