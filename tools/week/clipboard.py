"""Holds the clipboard of a display: each line of standard input, a JSON text, becomes what Ctrl+V pastes."""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import QSocketNotifier
from PySide6.QtGui import QGuiApplication


def hold() -> int:
    app = QGuiApplication(sys.argv[:1])
    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)

    def take() -> None:
        line = sys.stdin.readline()
        if not line:
            app.quit()
            return
        app.clipboard().setText(json.loads(line))
        print(flush=True)

    notifier.activated.connect(take)
    return app.exec()


if __name__ == "__main__":
    sys.exit(hold())
