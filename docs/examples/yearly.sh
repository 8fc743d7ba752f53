#!/bin/sh
# The yearly round over a folder with the answers files of many collaborations:
#
#     sh yearly.sh FOLDER YEAR
#
# makes a new folder, yearly-YEAR, in the current one:
#
#     overview.html, overview.csv   every year beside the others
#     answers.csv                   every answer as a row, for other programs
#     reports/...html               one page for each evaluation of that year, named after the path of its file
#     years/...html                 the same collaboration and perspective through the years, where it has several files;
#                                   one whose name is spelled otherwise in one year is another one here
#
# Exit codes: 0 all is there; 1 a file has a fault and is left out, a page could not be made, or there is no evaluation
# of that year, as was told; 2 the call is wrong.
# Another factor set: put WERKZAAM_FACTORS=PATH before it.
set -u

fail() {
    echo "$1" >&2
    exit 2
}

[ $# -eq 2 ] || fail "usage: sh yearly.sh FOLDER YEAR"
case $2 in [0-9][0-9][0-9][0-9]) year=$2 ;; *) fail "no year: $2" ;; esac
case $1 in /*) folder=${1%/} ;; *) folder=./${1%/} ;; esac # so that no name is taken for an option
[ -d "$folder" ] || fail "no folder: $1"
out=yearly-$year
mkdir "$out" || exit 2 # what an earlier round made stays as it is
groups=$(mktemp -d) || exit 2
trap 'rm -rf "$groups"' EXIT
trap 'exit 130' INT TERM HUP

worst=0
try() { "$@" || worst=1; }

# The value of a top-level key of an answers file. Files that the program writes have it on a line of its own.
value() { sed -n "s/^$1: *//p" "$2" | head -n 1 | tr -d "\"'\r" | sed 's/ #.*//; s/ *$//'; }

# Call a function with every answers file of our factor set below a folder, whatever its name is.
each_file() {
    for path in "$2"/*; do
        [ ! -L "$path" ] || continue # the program follows no links either
        if [ -d "$path" ]; then
            each_file "$1" "$path"
        elif [ -f "$path" ] && [ "$(value factors "$path")" = "$set_id" ]; then
            case $path in *.[yY][aA][mM][lL] | *.[yY][mM][lL]) "$1" "$path" ;; esac
        fi
    done
}

# Those that belong together are listed in one file, each as a word of the shell, so that odd names do no harm.
group() { printf '%s\n' "$(value collaboration "$1")" "$(value perspective "$1")" | cksum | tr ' ' -; }
word() { printf "'%s' " "$(printf '%s\n' "$1" | LC_ALL=C sed "s/'/'\\\\''/g")"; }

collect() {
    of=$(value date "$1")
    [ "${of%%-*}" -le "$year" ] 2>/dev/null || return 0
    # A fault costs only its own file. Where there is none in the folder, no file has to be judged by itself.
    [ $worst -eq 0 ] || werkzaam validate "$1" >/dev/null 2>&1 || return 0
    word "$1" >>"$groups/$(group "$1")"
    [ "${of%%-*}" != "$year" ] || word "$1" >>"$groups/now"
}

through_the_years() {
    page=$out/years/${1#"$folder"/}.html
    eval "set -- $(cat "$groups/$(group "$1")")"
    [ $# -gt 1 ] || return 0
    mkdir -p "${page%/*}"
    try werkzaam compare "$@" --by date --format html --output "$page"
}

set_id=$(werkzaam factors --format json | sed -n 's/^  "id": "\(.*\)",$/\1/p')
[ -n "$set_id" ] || exit 2

try werkzaam validate "$folder"
try werkzaam overview "$folder" --by date --format html --output "$out/overview.html"
try werkzaam overview "$folder" --by date --format csv --output "$out/overview.csv"
try werkzaam export "$folder" --output "$out/answers.csv"
each_file collect "$folder"
eval "set -- $(cat "$groups/now" 2>/dev/null)"
[ $# -eq 0 ] || try werkzaam report "$@" --format html --output "$out/reports/"
for path in "$@"; do through_the_years "$path"; done
echo "evaluations of $year: $#"
[ $# -gt 0 ] || worst=1
exit $worst
