"""One scenario in a process of its own (`python -m tests.crash.run SCENARIO FOLDER`), which says what is confirmed."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.crash.every import SCENARIOS

if __name__ == "__main__":
    name, folder = sys.argv[1:]
    SCENARIOS[name].act(Path(folder), lambda what: os.write(1, f"{what}\n".encode()) and None)
