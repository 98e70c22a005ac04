"""Processes killed while they write to one file, again and again: `python -m tests.hostile.killing FOLDER TIMES SEED`.

Prints how many were killed, how many of them left a file behind, and how many found the file as nobody wrote it.
"""

import json
import os
import signal
import sys
import time
from pathlib import Path
from random import Random

from mobcalc.report.files import write

SIZES = (1, 50_000, 400_000)
"""Bytes of what is written in turn."""


def content(number):
    """What is written for the so-manieth time; its first byte tells how long it is."""
    return bytes([number % 252]) * SIZES[number % 252 % len(SIZES)]


def is_whole(data):
    """Whether it is what somebody wrote."""
    return bool(data) and data == content(data[0])


def writer(target, first):
    """Write without end."""
    while True:
        first += 1
        write(content(first), str(target), force=True)


def main():
    folder, times, random = Path(sys.argv[1]), int(sys.argv[2]), Random(int(sys.argv[3]))
    target = folder / "out.bin"
    write(content(0), str(target), force=False)
    left = torn = 0
    for number in range(times):
        child = os.fork()
        if child == 0:
            writer(target, number)
        time.sleep(random.uniform(0.0005, 0.01))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        torn += not is_whole(target.read_bytes())
        left += len(list(folder.iterdir())) > 1
    write(content(1), str(target), force=True)
    there = sorted(one.name for one in folder.iterdir())
    sys.stdout.write(json.dumps({"killed": times, "left": left, "torn": torn, "there": there}))


if __name__ == "__main__":
    main()
