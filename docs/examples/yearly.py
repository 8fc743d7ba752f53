"""What stays: conditions that were missing two years in a row, and agreements that are overdue.

    python3 yearly.py FOLDER YEAR

An example of a script around werkzaam: it reads `overview`, `export` and `factors` as JSON, and needs nothing but
Python and the program. A collaboration whose name is spelled otherwise in one year is another one here. It ends with
the highest exit code that it met: 1 where a file has a fault.
"""

import json
import subprocess
import sys
from collections import defaultdict
from operator import itemgetter
from typing import Any

codes = [0]


def werkzaam(*words: str) -> str:
    """Return what a call of the program prints; what goes wrong it tells on stderr by itself."""
    done = subprocess.run(["werkzaam", *words], stdout=subprocess.PIPE, encoding="utf-8", check=False)
    codes.append(done.returncode)
    if done.returncode > 1:
        sys.exit(done.returncode)
    return done.stdout


def exported(what: str, folder: str) -> list[dict[str, Any]]:
    """Return the rows of one kind about every evaluation."""
    lines = werkzaam("export", "--what", what, "--format", "jsonl", "--", folder).splitlines()
    return [json.loads(line) for line in lines]


def condition_texts() -> dict[tuple[str, str], str]:
    """Return the text of every condition, by the ids of its factor and of itself."""
    categories = json.loads(werkzaam("factors", "--format", "json"))["categories"]
    factors = [factor for category in categories for factor in category["factors"]]
    return {(factor["id"], item["id"]): item["text"] for factor in factors for item in factor["conditions"]}


def print_scores(groups: list[dict[str, Any]]) -> None:
    """Print the mean score of every year."""
    for group in groups:
        score = group["score"]
        mean = "no score" if score["mean"] is None else f"mean score {score['mean']:.2f}"
        print(f"{group['key']}: {mean}, {score['n']} of {group['n']} evaluations have one")


def print_missing_again(rows: list[dict[str, Any]], texts: dict[tuple[str, str], str], year: int) -> None:
    """Print for each collaboration and perspective which conditions were missing in a year and in the one before."""
    missing: dict[Any, set[tuple[str, str]]] = defaultdict(set)
    for row in rows:
        side = row["collaboration"], row["perspective"] or ""
        missing[side, int(row["date"][:4])].update((row["factor"], condition) for condition in row["missing"])
    for side in sorted({side for side, _year in missing}):
        again = missing[side, year] & missing[side, year - 1]
        print_list(f"{', '.join(filter(None, side))}: missing in {year - 1} and {year}", [texts[ids] for ids in again])


def print_overdue(actions: list[dict[str, Any]], year: int) -> None:
    """Print which agreements should have been kept by the last day of a year, and are open in their latest file."""
    latest: dict[Any, dict[str, Any]] = {}
    for action in sorted(actions, key=itemgetter("date")):
        if action["date"] <= f"{year}-12-31":
            latest[itemgetter("collaboration", "perspective", "factor", "what")(action)] = action
    late: dict[str, list[str]] = defaultdict(list)
    for action in latest.values():
        if action["status"] == "open" and action["due"] and action["due"] <= f"{year}-12-31":
            late[action["file"]].append(f"{action['due']} {action['what']}")
    for file in sorted(late):
        print_list(f"{file}: open and overdue", late[file])


def print_list(title: str, lines: list[str]) -> None:
    """Print a list under its title, unless it is empty."""
    if lines:
        print(f"\n{title}", *(f"- {line}" for line in sorted(lines)), sep="\n")


def main(folder: str, year: int) -> None:
    """Print everything about a year, below what the program tells of the files."""
    overview = json.loads(werkzaam("overview", "--by", "date", "--format", "json", "--", folder))
    answers, actions, texts = exported("answers", folder), exported("actions", folder), condition_texts()
    print_scores(overview["groups"])
    print_missing_again(answers, texts, year)
    print_overdue(actions, year)
    sys.exit(max(codes))


if __name__ == "__main__":
    try:
        _name, folder_given, year_given = sys.argv
        year_asked = int(year_given)
    except ValueError:
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    main(folder_given, year_asked)
