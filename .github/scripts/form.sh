#!/usr/bin/env bash
# Reads the form of the event that started the run: form.sh FOLDER. FOLDER gets reply.md and changes.patch, which may be empty.
# Nothing of what was typed goes into the log, where it would be read as a command or stay for good.
set -euo pipefail
folder=$1

mkdir -p "$folder"
.venv/bin/python -m daylight form "$GITHUB_EVENT_PATH" --today "$(TZ=Europe/London date +%F)" --reply "$folder/reply.md" --write ||
  [[ -s $folder/reply.md ]] # it ends with 1 where something must be put right, which is in the reply
if [[ -s $folder/reply.md ]]; then
  git add --all data
  git diff --cached --binary > "$folder/changes.patch"
  echo "is_form=yes" >> "$GITHUB_OUTPUT"
fi
