#!/usr/bin/env bash
# Says what the commits from FIRST to LAST change and what must be put right: review.sh FIRST LAST FOLDER [PREVIEW].
# FOLDER gets review.md, for the comment and the summary; the log gets annotations. Ends with 1 where something must be put right.
# REPOSITORY is its address, for links to files, and RUN that of the run which keeps the preview.
set -euo pipefail
first=$1 last=$2 folder=$3 preview=${4:-}
daylight() { .venv/bin/python -m daylight "$@"; }

guide=${REPOSITORY:+$REPOSITORY/blob/HEAD/}docs/leak.md

mkdir -p "$folder"
echo "**This change could not be looked at.** The log of the run says why." > "$folder/review.md" # until something else is known
private=0
daylight guard "$first..$last" > "$folder/private.txt" || private=$?
[[ $private == 0 || -s $folder/private.txt ]] || exit "$private" # it did not end well, as where a commit is not there
if ((private)); then
  # Neither the pages nor what they would say may be shown. What was found is not in this text.
  {
    echo "**Something here must not be public, and is in these commits. Do not merge them.**"
    echo "[What to do now]($guide) says it step by step; do not write here what it is."
    echo
    echo '```text'
    cat "$folder/private.txt"
    echo '```'
  } > "$folder/review.md"
  rm "$folder/private.txt"
  daylight guard "$first..$last" --format github || true
  exit 1
fi
rm "$folder/private.txt"
wrong=0
daylight review "$first..$last" --format github || wrong=1
options=()
[[ -z $preview ]] || options+=(--preview "$preview" --preview-link "${RUN:-}")
daylight review "$first..$last" --format markdown --repository "${REPOSITORY:-}" "${options[@]}" > "$folder/said.md" || wrong=1
[[ ! -s $folder/said.md ]] || mv "$folder/said.md" "$folder/review.md"
rm -f "$folder/said.md"
exit "$wrong"
