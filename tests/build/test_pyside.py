from __future__ import annotations

import os
import subprocess
import sys

CALLS = 1000
CODE = f"""
import os, sys
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap
application = QGuiApplication([])
pixmap = QPixmap(8, 8)
painter = QPainter(pixmap)
before = sys.getrefcount(None)
for _ in range({CALLS}):
    painter.setBrush(Qt.BrushStyle.NoBrush)
print(before - sys.getrefcount(None), flush=True)
os._exit(0)
"""


def test_void_calls_keep_the_references_to_none() -> None:
    """PySide6 6.12.0 loses one a call on Python 3.11, and the program dies after some thousand paints."""
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, env=env, check=True)
    assert int(done.stdout) < CALLS // 10
