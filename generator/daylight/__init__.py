"""Daylight publishes what an Office of the Police and Crime Commissioner does with public money."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("daylight")
except PackageNotFoundError:  # run from the folder, not installed
    __version__ = "0.1.0"
