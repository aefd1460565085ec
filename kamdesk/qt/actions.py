"""Every action of the window, in one place: its words, its key, its menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from kamdesk.qt.faults import each_by_itself
from kamdesk.qt.goal_actions import GOAL_KEYS, goal_words
from kamdesk.qt.market_actions import MARKET_KEYS, market_words
from kamdesk.qt.menus import MENUS
from kamdesk.qt.table_actions import ACCOUNT_KEYS, TABLE_KEYS, table_words
from kamdesk.qt.widgets.buttons import key_text

KEYS = {
    "new_book": "Ctrl+Shift+N",
    "open_book": "Ctrl+O",
    "demo_book": "Ctrl+Alt+D",
    "import_list": "Ctrl+I",
    "template": "Ctrl+Alt+T",
    "paste_list": "Ctrl+Shift+V",
    "questions": "Ctrl+Shift+I",
    "export": "Ctrl+Shift+S",
    "print_paper": "Ctrl+P",
    "show_briefing": "Ctrl+B",
    "save_paper": "Ctrl+S",
    "save_plan": "Ctrl+Alt+P",
    "save_briefing": "Ctrl+Alt+B",
    "hand_over": "Ctrl+Shift+U",
    "take_package": "Ctrl+Shift+O",
    "back_up": "Ctrl+Shift+B",
    "restore": "Ctrl+Alt+R",
    "passphrase": "Ctrl+Alt+S",
    "quit": "Ctrl+Q",
    "undo": "Ctrl+Z",
    "redo": "Ctrl+Shift+Z",
    "last_steps": "Ctrl+Alt+Z",
    "search": "Ctrl+K",
    "today": "Ctrl+1",
    "line": "Ctrl+2",
    "accounts": "Ctrl+3",
    "promises": "Ctrl+4",
    "goals": "Ctrl+5",
    "market": "Ctrl+6",
    "papers": "Ctrl+7",
    "week_end": "Ctrl+8",
    "settings": "Ctrl+,",
    "back": "Alt+Up",
    "zoom_in": "Ctrl++",
    "zoom_out": "Ctrl+-",
    "zoom_fit": "Ctrl+0",
    "week_before": "Alt+Left",
    "week_after": "Alt+Right",
    "this_week": "Alt+Home",
    "chinese": "Ctrl+Alt+1",
    "english": "Ctrl+Alt+2",
    "follow_system": "Ctrl+Alt+0",
    "light": "Ctrl+Alt+L",
    "dark": "Ctrl+Alt+K",
    "add_contact": "Ctrl+Shift+C",
    "add_promise": "Ctrl+Shift+P",
    "add_note": "Ctrl+Shift+M",
    "attach_files": "Ctrl+Shift+F",
    "record_answer": "Ctrl+J",
    "secrecy": "Ctrl+Shift+K",
    "write_report": "Ctrl+R",
    "unplanned_visit": "Ctrl+N",
    "miss_visit": "Ctrl+Shift+D",
    "add_slot": "Ctrl+L",
    "move_slot": "Ctrl+M",
    "end_slot": "Ctrl+Shift+Del",
    "keep_promise": "K",
    "break_promise": "B",
    "substitute_promise": "S",
    "withdraw_promise": "W",
    "move_due": "D",
    "reopen_promise": "O",
    "edit_promise": "E",
    "copy_promises": "Ctrl+C",
    "propose_line": "Ctrl+Shift+R",
    "wish_time": "Ctrl+Alt+A",
    "repair_line": "Ctrl+Alt+X",
    "leave": "Ctrl+Shift+L",
    "line_history": "Ctrl+H",
    "next_warning": "F8",
    "previous_warning": "Shift+F8",
    "line_week": "F5",
    "line_cycle": "F6",
    "line_list": "F7",
    **ACCOUNT_KEYS,
    **TABLE_KEYS,
    **GOAL_KEYS,
    **MARKET_KEYS,
    "guide": "F1",
    "about": "Shift+F1",
}

EXCLUSIVE = (("chinese", "english"), ("follow_system", "light", "dark"))


class Actions(QObject):
    """The actions by name. What an action does is connected by the window."""

    about_to_show = Signal()
    """A menu opens: now is the time to say what is possible."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._actions: dict[str, QAction] = {}
        self._menus: dict[str, QMenu] = {}
        for name, key in KEYS.items():
            action = QAction(self)
            action.setShortcut(QKeySequence(key))
            action.setObjectName(name)
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            self._actions[name] = action
        for names in EXCLUSIVE:
            group = QActionGroup(self)
            for name in names:
                self._actions[name].setCheckable(True)
                group.addAction(self._actions[name])
        self._actions["quit"].setMenuRole(QAction.MenuRole.QuitRole)
        self._actions["about"].setMenuRole(QAction.MenuRole.AboutRole)
        self._actions["settings"].setMenuRole(QAction.MenuRole.PreferencesRole)
        self.retranslate()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def all(self) -> list[QAction]:
        return list(self._actions.values())

    def on(self, name: str, act: Callable[[], object]) -> None:
        """Connect what an action does."""
        self._actions[name].triggered.connect(lambda checked=False: act())

    def key(self, name: str) -> str:
        """The key of an action as it is written in labels."""
        return key_text(KEYS[name])

    def fill(self, bar: QMenuBar) -> None:
        """Put the menus into the menu bar: made here, for of what the bar makes PySide6 may lose sight."""
        for menu_name, names in MENUS:
            menu = QMenu(bar)
            bar.addMenu(menu)
            self._menus[menu_name] = menu
            menu.aboutToShow.connect(self.about_to_show)
            for name in names:
                if name:
                    menu.addAction(self._actions[name])
                else:
                    menu.addSeparator()
        self.retranslate()

    def menu(self, name: str) -> QMenu:
        return self._menus[name]

    def retranslate(self) -> None:
        for name, words in action_words().items():
            action = self._actions[name]
            action.setText(words)
            action.setToolTip(f"{words.replace('…', '')}  {self.key(name)}")
        titles = menu_words()
        each_by_itself(partial(menu.setTitle, titles[name]) for name, menu in self._menus.items())


def menu_words() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "book": translate("Menu", "&Book"),
        "edit": translate("Menu", "&Edit"),
        "account": translate("Menu", "&Account"),
        "visits": translate("Menu", "Vi&sits"),
        "promise": translate("Menu", "&Promises"),
        "goals": translate("Menu", "&Goals"),
        "market": translate("Menu", "&Market"),
        "view": translate("Menu", "&View"),
        "help": translate("Menu", "&Help"),
    }


def action_words(translate: Callable[[str, str], str] = QCoreApplication.translate) -> dict[str, str]:
    """What each action is called, in the language of the window or in that of ``translate``."""
    return {
        "new_book": translate("Action", "New book…"),
        "open_book": translate("Action", "Open book…"),
        "demo_book": translate("Action", "Open the demo book"),
        "import_list": translate("Action", "Import a list…"),
        "template": translate("Action", "Save a template to be filled in…"),
        "paste_list": translate("Action", "Paste a list…"),
        "questions": translate("Action", "Questions to decide…"),
        "export": translate("Action", "Export…"),
        "print_paper": translate("Action", "Print…"),
        "show_briefing": translate("Action", "The account's briefing"),
        "save_paper": translate("Action", "Save the paper in view as PDF…"),
        "save_plan": translate("Action", "Save the week plan as PDF…"),
        "save_briefing": translate("Action", "Save the briefing as PDF…"),
        "hand_over": translate("Action", "Hand over the week…"),
        "take_package": translate("Action", "Take in a week package…"),
        "back_up": translate("Action", "Back up now"),
        "restore": translate("Action", "Restore a backup…"),
        "passphrase": translate("Action", "Passphrase of the book…"),
        "quit": translate("Action", "Quit"),
        "undo": translate("Action", "Undo"),
        "redo": translate("Action", "Redo"),
        "last_steps": translate("Action", "Last steps…"),
        "search": translate("Action", "Search everything"),
        "today": translate("Action", "Today"),
        "line": translate("Action", "Line"),
        "accounts": translate("Action", "Accounts"),
        "promises": translate("Action", "Promises"),
        "goals": translate("Action", "Goals"),
        "market": translate("Action", "Market"),
        "papers": translate("Action", "Papers"),
        "week_end": translate("Action", "Week end"),
        "settings": translate("Action", "Settings"),
        "back": translate("Action", "Back"),
        "zoom_in": translate("Action", "Larger"),
        "zoom_out": translate("Action", "Smaller"),
        "zoom_fit": translate("Action", "Fit the width"),
        "week_before": translate("Action", "Previous week"),
        "week_after": translate("Action", "Next week"),
        "this_week": translate("Action", "This week"),
        "chinese": translate("Action", "中文"),
        "english": translate("Action", "English"),
        "follow_system": translate("Action", "Light or dark as the system"),
        "light": translate("Action", "Light"),
        "dark": translate("Action", "Dark"),
        "add_contact": translate("Action", "Add a contact…"),
        "add_promise": translate("Action", "Record a promise…"),
        "add_note": translate("Action", "Add a note…"),
        "attach_files": translate("Action", "Attach files…"),
        "record_answer": translate("Action", "Record what is wanted most…"),
        "secrecy": translate("Action", "Unlock or lock the informants"),
        "write_report": translate("Action", "Write the visit report"),
        "unplanned_visit": translate("Action", "Unplanned visit…"),
        "miss_visit": translate("Action", "The visit did not take place…"),
        "add_slot": translate("Action", "Add a fixed visit…"),
        "move_slot": translate("Action", "Move the fixed visit…"),
        "end_slot": translate("Action", "End the fixed visit…"),
        "keep_promise": translate("Action", "The promise is kept"),
        "break_promise": translate("Action", "The promise is broken…"),
        "substitute_promise": translate("Action", "Met in another way…"),
        "withdraw_promise": translate("Action", "Withdrawn by the customer…"),
        "move_due": translate("Action", "Another due day…"),
        "reopen_promise": translate("Action", "Open the promise again"),
        "edit_promise": translate("Action", "Edit the promise…"),
        "copy_promises": translate("Action", "Copy the promises as a table"),
        "propose_line": translate("Action", "Propose a line…"),
        "wish_time": translate("Action", "The customer asks for another time…"),
        "repair_line": translate("Action", "A day or a road is lost…"),
        "leave": translate("Action", "Leave and substitute…"),
        "line_history": translate("Action", "Changes of the line…"),
        "next_warning": translate("Action", "Next stop to look at"),
        "previous_warning": translate("Action", "Previous stop to look at"),
        "line_week": translate("Action", "Line: the week"),
        "line_cycle": translate("Action", "Line: the whole cycle"),
        "line_list": translate("Action", "Line: a list"),
        **table_words(),
        **goal_words(),
        **market_words(),
        "guide": translate("Action", "User guide"),
        "about": translate("Action", "Keys, and about kamdesk"),
    }
