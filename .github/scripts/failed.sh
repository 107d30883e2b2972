#!/usr/bin/env bash
# Opens an issue where the site could not be published (FAILED is true), with the address of the RUN, and closes it otherwise.
set -euo pipefail
text=$(mktemp)
if [[ $FAILED == true ]]; then
  cat > "$text" <<EOF
The site could not be published, so that it stays as it was. What is open or closed on it may be wrong from now on.

[The run]($RUN) says why. This issue is closed when the site is published again.
EOF
fi
python3 "$(dirname "$0")/issue.py" daylight-failed "The site could not be published" "$text"
