#!/usr/bin/env bash
# Says what the commits from FIRST to LAST change and what must be put right: review.sh FIRST LAST FOLDER [PREVIEW].
# FOLDER gets review.md, for the comment and the summary; the log gets annotations. Ends with 1 where something must be put right.
# REPOSITORY is its address, for links to files, and RUN that of the run which keeps the preview.
set -euo pipefail
first=$1 last=$2 folder=$3 preview=${4:-}
daylight() { .venv/bin/python -m daylight "$@"; }

mkdir -p "$folder"
private=0
daylight guard "$first..$last" > "$folder/private.txt" || private=$?
((private < 2)) || exit "$private" # a mistake of the workflow, such as a commit that is not there
if ((private)); then
  # Neither the pages nor what they would say may be shown. What was found is not in this text.
  {
    echo "**Something here must not be public, and is in these commits. Do not merge them.**"
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
daylight review "$first..$last" --format markdown --repository "${REPOSITORY:-}" "${options[@]}" > "$folder/review.md" || wrong=1
exit "$wrong"
