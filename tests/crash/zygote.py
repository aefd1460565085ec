"""A process that forks one child for each job it is told: a child begins at once, with everything loaded.

A job is a line of JSON: what to do in which folder, and when the child is to be killed, at which boundary or after how
many seconds. The answer is a line of JSON: whether it was killed, how many boundaries it passed, what it confirmed,
what it failed with.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kamdesk.domain.errors import KamdeskError
from tests.crash.boundaries import Boundaries
from tests.crash.every import SCENARIOS
from tests.crash.room import found_full, no_room


def carry_out(job: dict[str, Any], written: int) -> None:
    """What a child does. It says each thing at once: it may not come to its end."""
    scenario, folder = SCENARIOS[job["scenario"]], Path(job["folder"])

    def say(**said: Any) -> None:
        os.write(written, (json.dumps(said) + "\n").encode())

    try:
        if job["deed"] == "prepare":
            scenario.prepare(folder)
        elif job["deed"] == "judge":
            scenario.judge(folder, job["confirmed"])
        else:
            boundaries = Boundaries(job.get("boundary"))
            boundaries.install()
            say(ready=True)
            room = no_room(job.get("write"), folder, once=bool(job.get("once")), again=bool(job.get("again")))
            with no_file_larger(job.get("limit")), room:
                try:
                    scenario.act(folder, lambda what: say(confirmed=what))
                except KamdeskError as error:
                    if "limit" not in job and "write" not in job:
                        raise
                    say(told=error.code)
            say(boundaries=boundaries.passed, **(found_full() if "write" in job else {}))
    except BaseException:
        say(failed=traceback.format_exc())


@contextmanager
def no_file_larger(bytes_: int | None) -> Iterator[None]:
    """What writes beyond it is told that there is no room."""
    if bytes_ is None:
        yield
        return
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def warm(job: dict[str, Any]) -> None:
    """Runs the scenario here: what is compiled and kept on the way every child has from the first."""
    scenario, folder, confirmed = SCENARIOS[job["scenario"]], Path(job["folder"]), list[str]()
    scenario.prepare(folder)
    scenario.act(folder, confirmed.append)
    scenario.judge(folder, confirmed)


def one_job(job: dict[str, Any]) -> dict[str, Any]:
    """Forks, perhaps kills, and tells what became of the child."""
    if job["deed"] == "warm":
        warm(job)
        return {"failed": None}
    read, written = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        carry_out(job, written)
        os._exit(0)
    os.close(written)
    with os.fdopen(read, encoding="utf-8") as said:
        first = said.readline() if job["deed"] == "act" else ""
        began = time.monotonic()
        if "seconds" in job:
            time.sleep(job["seconds"])
            os.kill(child, signal.SIGKILL)
        lines = [json.loads(line) for line in (first, *said) if line.endswith("\n")]
    took = time.monotonic() - began
    _, status = os.waitpid(child, 0)
    return {
        **next((line for line in lines if "writes" in line), {}),
        "killed": os.WIFSIGNALED(status),
        "took": took,
        "boundaries": next((line["boundaries"] for line in lines if "boundaries" in line), 0),
        "confirmed": [line["confirmed"] for line in lines if "confirmed" in line],
        "told": next((line["told"] for line in lines if "told" in line), None),
        "failed": next((line["failed"] for line in lines if "failed" in line), None),
    }


if __name__ == "__main__":
    for line in sys.stdin:
        sys.stdout.write(json.dumps(one_job(json.loads(line))) + "\n")
        sys.stdout.flush()
