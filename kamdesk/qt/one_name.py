"""One name for the rep: where it changes in the settings, is undone or comes from another laptop, the card follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kamdesk.qt.jobs import week_end as jobs

if TYPE_CHECKING:
    from kamdesk.qt.main_window import MainWindow

translate = QCoreApplication.translate


def follow(window: MainWindow) -> None:
    """Call the card as the rep is called, and say what that asks of the rep."""

    def done(taken: tuple[str, bool] | None) -> None:
        if window.made("week_end"):
            window.week_end.circle.read()
        if taken is not None:
            _tell(window, *taken)

    def failed(error: Exception) -> None:
        window.notice.warn(window.desk.speech.error(error))
        done(None)

    window.desk.runner.read(jobs.take_name, done=done, failed=failed, now=window.desk.now())


def _tell(window: MainWindow, name: str, known: bool) -> None:
    if not known:
        said = translate("OneName", "You are called {name} here and on your card.")
        window.notice.tell(said.format(name=name))
        return
    said = translate(
        "OneName",
        "You are called {name} here and on your card. Give everybody whom you meet the new card before the next "
        "package; until they add it they know you by the old name.",
    )
    window.notice.tell(
        said.format(name=name), translate("OneName", "To the card"), lambda: _show_card(window)
    )


def _show_card(window: MainWindow) -> None:
    window.go("week_end")
    window.week_end.show_part("circle")
