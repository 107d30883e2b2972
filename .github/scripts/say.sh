#!/usr/bin/env bash
# Keeps the comment on pull request NUMBER, or on that of BRANCH, up to date: say.sh FILE.
set -euo pipefail
number=${NUMBER:-$(gh pr list --repo "$GITHUB_REPOSITORY" --state open --head "$BRANCH" --json number,isCrossRepository \
  --jq 'map(select(.isCrossRepository | not))[0].number // ""')}
if [[ -z $number ]]; then
  echo "The branch has no open pull request to write on."
  exit 0
fi
python3 "$(dirname "$0")/comment.py" "$number" daylight-review "$1"
