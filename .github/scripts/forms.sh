#!/usr/bin/env bash
# Says on a pull request that the issue forms do not name what its records add: a fund, a priority, what a new rule asks for.
set -euo pipefail
.venv/bin/python -m daylight forms > /dev/null
if ! git diff --quiet -- .github/ISSUE_TEMPLATE; then
  echo '::warning file=.github/ISSUE_TEMPLATE/award.yml,title=Forms::the forms must name every fund and priority; type "make forms" and commit them'
  git restore .github/ISSUE_TEMPLATE
fi
