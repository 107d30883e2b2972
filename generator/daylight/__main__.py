"""Lets `python -m daylight` do what the command `daylight` does."""

import sys

try:
    from daylight.cli import main

    main()
except KeyboardInterrupt:  # before the command began
    sys.exit(1)
