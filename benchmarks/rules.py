"""Seconds of one core for loading an office, for all its rules, and for those about awards: `rules.py FOLDER TODAY`."""

import gc
import os
import sys
import time
from pathlib import Path

from daylight import load, rules
from daylight.record import Record
from daylight.schema import load_schemas

os.sched_setaffinity(0, [min(os.sched_getaffinity(0))])
gc.disable()  # as `daylight check` does
load.PARALLEL = rules.PARALLEL = sys.maxsize


def timed(work) -> tuple[float, object]:
    start = time.process_time()
    made = work()
    return time.process_time() - start, made


def forget(records: list[Record]) -> None:
    for record in records:
        record.kept = {name: value for name, value in record.kept.items() if name == "links"}


loading, (site, _) = timed(lambda: load.load(Path(sys.argv[1]), load_schemas(), sys.argv[2]))
records = [record for of in site.records.values() for record in of.values()]
everything, _ = timed(lambda: rules.check(site))
forget(records)
awards, _ = timed(lambda: [rules.check_record(site, award) for award in site.all("award")])
print(loading, everything, awards)
