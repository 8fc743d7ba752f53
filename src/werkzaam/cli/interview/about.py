"""What an evaluation is about, as far as it is known yet."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from werkzaam.cli.interview.given import Given
from werkzaam.cli.interview.others import Others


@dataclass(slots=True)
class About:
    """What is known of an evaluation before its file is: from the call, then from what is asked."""

    collaboration: str | None
    perspective: str | None
    date: date | None
    given: Given
    previous: str | None
    """The file of an earlier evaluation; None: there is none."""
    beside: Sequence[str]
    """The files of partners."""
    others: Others = field(default_factory=Others)
    """What those files hold."""
