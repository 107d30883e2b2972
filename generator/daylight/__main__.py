"""Lets `python -m daylight` do what the command `daylight` does."""

from daylight.cli import main

main()
