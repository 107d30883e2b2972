"""Spreads work over the cores of a machine by forking, so that what is already in memory need not be copied."""

import gc
import multiprocessing
import os
import sys
from collections.abc import Callable, Sequence

_work: tuple[Callable, Sequence] = (lambda part: part, ())


def cores() -> int:
    """How many processes may run at once; 1 where a process cannot be forked safely."""
    if sys.platform != "linux":
        return 1
    return len(os.sched_getaffinity(0))


def spread(work: Callable, parts: Sequence, each: int | None = None) -> list:
    """`[work(part) for part in parts]`, in as many processes as there are cores. Results travel back by pickle.

    After `each` parts a process gives way to a new one, whose memory holds nothing yet but what all share.
    """
    global _work
    if len(parts) < 2 or cores() < 2:
        return [work(part) for part in parts]
    _work = (work, parts)
    frozen = gc.get_freeze_count()
    gc.freeze()  # else the collector writes to every object, and every page of memory is copied
    try:
        with multiprocessing.get_context("fork").Pool(min(cores(), len(parts)), gc.disable, maxtasksperchild=each) as pool:
            return pool.map(_one, range(len(parts)), chunksize=1)
    finally:
        if not frozen:  # who froze objects before wants them to stay so
            gc.unfreeze()


def _one(i: int):
    work, parts = _work
    return work(parts[i])


def split(items: Sequence, at_least: int, each_core: int = 8) -> list[Sequence]:
    """Cuts a list into some parts for each core; into one where it holds fewer than `at_least` items."""
    if len(items) < at_least:
        return [items]
    size = -(-len(items) // (cores() * each_core))
    return [items[i : i + size] for i in range(0, len(items), size)]
