"""Runs everybody in every task, in rounds of one turn for each contestant: those of a round are compared with each other.

Arguments: the file for the samples, how many rounds, milliseconds of a turn; then, if not all, the tasks and contestants.
"""

from __future__ import annotations

import asyncio
import gc
import os
import sys
import time
from collections.abc import Iterable

from .contestant import Contestant
from .contestants import CONTESTANTS
from .equality import require_equal
from .scene import Scene
from .tasks import TASKS, Task

LEAST_WARMUP = 3
MEASURE = "hand-written"


async def turn(task: Task, operations: int, contestant: Contestant, nanoseconds: int) -> tuple[float, float]:
    """Microseconds and processor microseconds of one operation."""
    calls = 0
    cpu = time.process_time_ns()
    start = time.perf_counter_ns()
    passed = 0
    while passed < nanoseconds:
        await task(contestant)
        calls += 1
        passed = time.perf_counter_ns() - start
    cpu = time.process_time_ns() - cpu
    return passed / 1000 / calls / operations, cpu / 1000 / calls / operations


def wanted(only: list[str], names: Iterable[str]) -> list[str]:
    """Those that are named, or all where none of their sort is."""
    every = list(names)
    named = [name for name in every if name in only]
    return named or every


async def main(file: str, rounds: int, milliseconds: int, only: list[str]) -> None:
    scene = Scene(os.environ["FLASH_TEST_POSTGRESQL_URL"])
    await scene.create()
    names = wanted(only, CONTESTANTS)
    if MEASURE not in names:
        names.insert(0, MEASURE)
    samples: list[str] = []
    try:
        await require_equal(scene, {name: CONTESTANTS[name] for name in names})
        for task_name in wanted(only, TASKS):
            task, operations = TASKS[task_name]
            contestants = {name: CONTESTANTS[name]() for name in names}
            for contestant in contestants.values():
                await contestant.open(scene.url)
            for round in range(-max(LEAST_WARMUP, rounds // 2), rounds):
                for name, contestant in contestants.items():
                    await scene.reset()
                    gc.collect()
                    micros, cpu = await turn(task, operations, contestant, milliseconds * 1_000_000)
                    if round >= 0:
                        samples.append(f"postgresql\t{task_name}\t{name}\t{micros}\t{cpu}\n")
            for contestant in contestants.values():
                await contestant.close()
            with open(file, "w") as output:
                output.writelines(samples)
            print(f"postgresql {task_name}")
    finally:
        await scene.close()


asyncio.run(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4:]))
