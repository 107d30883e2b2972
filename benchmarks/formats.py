"""Seconds of one core for all pages of an office, and for each format of its data: `formats.py FOLDER TODAY`."""

import gc
import os
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from daylight import build, exports, load, rules
from daylight.exports.file import info
from daylight.making.framed import renderer_of
from daylight.site import Site

os.sched_setaffinity(0, [min(os.sched_getaffinity(0))])
gc.disable()  # as `daylight build` does
load.PARALLEL = rules.PARALLEL = sys.maxsize


def forget(site: Site, records: list) -> None:
    """Nothing that was worked out for pages helps the formats, or the other way round."""
    site.kept.clear()
    site.once.clear()
    for record in records:
        record.kept = {name: value for name, value in record.kept.items() if name == "links"}


def timed(outputs: Iterable) -> tuple[float, list]:
    start = time.process_time()
    made = list(outputs)
    return time.process_time() - start, made


office, today = Path(sys.argv[1]), sys.argv[2]
site, _ = build.check(office, today)
html = build.frame_of(office, site)
records = [record for of in site.records.values() for record in of.values()]
for record in records:
    site.links_of(record)

forget(site, records)
start = time.process_time()
renderer = renderer_of(site, html)
for record in records:
    list(renderer.record_outputs(site, record))
for _ in (*renderer.outputs(site), *renderer.report_outputs(site)):
    pass
print("pages", time.process_time() - start)

forget(site, records)
infos = []
for module in (*exports.WHOLE, *exports.LAST):
    args = (sorted(infos),) if module in exports.LAST else ()
    seconds, files = timed(module.outputs(site, *args))
    infos += [info(file) for file in files]
    print(module.__name__.rpartition(".")[2], round(seconds, 2), sum(len(file.data) for file in files))
for module in exports.EACH:
    seconds, files = timed(output for record in records for output in module.record_outputs(site, record))
    print(f"{module.__name__.rpartition('.')[2]}_of_each", round(seconds, 2), sum(len(data) for _, data in files))
