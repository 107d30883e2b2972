#!/usr/bin/env bash
# Reviews the pull requests that forks.py listed: review_forks.sh FILE FOLDER. FOLDER gets a text for each, named by its number.
# Nothing of a fork is run: its commits are only read, by the program of this branch.
set -euo pipefail
file=$1 folder=$2

mkdir -p "$folder"
while read -r number first head; do
  # The log of this run is not that of the pull request, so annotations in it would stand beside nothing.
  # One that takes too long, or that cannot be looked at, must not keep all others waiting, nor come again before it changes.
  timeout 2m .github/scripts/review.sh "$first" "$head" "$folder/$number" > /dev/null || true
  printf '\n<!-- %s -->\n' "$head" | cat "$folder/$number/review.md" - > "$folder/$number.md"
  rm -rf "${folder:?}/$number"
done < "$file"
