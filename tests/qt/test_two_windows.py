"""Two windows, two processes, one book: the second says why it can't be opened, and opens it once it is free."""

from __future__ import annotations

from tests.processes import Other
from tests.qt.desk_books import Filled

WINDOW = """
import sys
from pathlib import Path
from kamdesk.assets import folder
from kamdesk.bootstrap import make_shelf
from kamdesk.places import Places, find_places
from kamdesk.qt.launch import make_app, make_window
from kamdesk.settings import Settings
from tests.books import NOW
from PySide6.QtWidgets import QApplication, QLabel

book = Path(sys.argv[1])
shelf = make_shelf(book, None, places=find_places(), settings=Settings("en"), ask=lambda: NOW, hold=True)
app = make_app()
window = make_window(app, shelf, folder("resources"), lambda: NOW)
window.show()
window.books.start()
while True:
    while not window.desk.runner.is_idle():
        app.processEvents()
    app.processEvents()
    said = [label.text() for label in window.welcome.findChildren(QLabel) if label.isVisible() and label.text()]
    print(window.page(), *said, sep=" | ", flush=True)
    if sys.stdin.readline().strip() != "again":
        break
    window.books.open_again()
window.desk.runner.close()
print("closed", flush=True)
"""


def test_the_second_window_is_told_and_opens_it_later(filled: Filled, monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("KAMDESK_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    with Other(WINDOW, filled.path) as first, Other(WINDOW, filled.path) as second:
        said = {first.says(): first, (refusal := second.says()): second}
        if refusal.startswith("today"):
            first, second = second, first
        refusal = next(each for each in said if each.startswith("welcome"))
        assert sum(each.startswith("today") for each in said) == 1, "one of them has the book"
        assert "is in use by another kamdesk window" in refusal
        assert "Close that window" in refusal
        first.tell("end")
        assert first.says() == "closed"
        second.tell("again")
        assert second.says().startswith("today")
        second.tell("end")
        assert second.says() == "closed"
