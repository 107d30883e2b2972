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
        done = work()
        return lambda: done
    fork = multiprocessing.get_context("fork")
    receiver, sender = fork.Pipe(duplex=False)

    def run() -> None:
        try:
            sender.send((work(), None))
        except Exception as e:  # it belongs to the process that asked
            sender.send((None, e))

    process = fork.Process(target=run)
    process.start()
    sender.close()

    def wait() -> Made:
        made, wrong = receiver.recv()
        process.join()
        if wrong:
            raise wrong
        return made

    return wait
