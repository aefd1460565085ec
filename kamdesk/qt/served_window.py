"""A window with those who open its dialogs, each loaded when first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast

from kamdesk.qt.walked_window import WalkedWindow

if TYPE_CHECKING:
    from kamdesk.qt.account_desk import AccountDesk
    from kamdesk.qt.handing_desk import HandingDesk
    from kamdesk.qt.main_window import MainWindow
    from kamdesk.qt.record_desk import RecordDesk
    from kamdesk.qt.week_end_desk import WeekEndDesk
    from kamdesk.qt.window_title import WindowTitle


class ServedWindow(WalkedWindow):
    """Nothing is imported above that a bare window does not need."""

    @cached_property
    def title(self) -> WindowTitle:
        """What the title says, made with the first page in view."""
        from kamdesk.qt.window_title import WindowTitle

        return WindowTitle(cast("MainWindow", self))

    @cached_property
    def cards(self) -> AccountDesk:
        """The dialogs about an account, loaded when the first of them is asked for."""
        from kamdesk.qt.account_desk import AccountDesk

        return AccountDesk(self.desk, cast("MainWindow", self))

    @cached_property
    def handing(self) -> HandingDesk:
        """Accounts handed over, loaded when it is first asked for."""
        from kamdesk.qt.handing_desk import HandingDesk

        return HandingDesk(self.desk, cast("MainWindow", self))

    @cached_property
    def week_end_desk(self) -> WeekEndDesk:
        """What the end of the week asks for outside its page, loaded when it is first asked for."""
        from kamdesk.qt.week_end_desk import WeekEndDesk

        return WeekEndDesk(self.desk, cast("MainWindow", self))

    @cached_property
    def records(self) -> RecordDesk:
        """The forms for what is found out, loaded when the first of them is asked for."""
        from kamdesk.qt.record_desk import RecordDesk

        return RecordDesk(self.desk, cast("MainWindow", self))
