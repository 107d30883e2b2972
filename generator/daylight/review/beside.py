"""Work that another process does meanwhile, on a copy of all that is in memory when it begins."""

import multiprocessing
from collections.abc import Callable
from typing import TypeVar

from daylight.workers import cores

Made = TypeVar("Made")


def beside(work: Callable[[], Made]) -> Callable[[], Made]:
    """Begins some work, and returns what waits for it and gives its result, which travels back by pickle.

    Where only one process may run, the work is done at once. What it raises is raised where the result is asked for.
    """
    if cores() < 2:
        done = _tried(work)
        return lambda: _result(*done)
    fork = multiprocessing.get_context("fork")
    receiver, sender = fork.Pipe(duplex=False)
    process = fork.Process(target=lambda: sender.send(_tried(work)))
    process.start()
    sender.close()

    def wait() -> Made:
        done = receiver.recv()
        process.join()
        return _result(*done)

    return wait


def _tried(work: Callable[[], Made]) -> tuple[Made | None, Exception | None]:
    try:
        return work(), None
    except Exception as e:  # it belongs to whoever asks for the result
        return None, e


def _result(made: Made | None, wrong: Exception | None) -> Made:
    if wrong:
        raise wrong
    return made
