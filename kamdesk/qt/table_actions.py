"""The actions about accounts and their table: their words, keys and places in the menus."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

ACCOUNT_KEYS = {
    "find": "Ctrl+F",
    "add_account": "Ctrl+Shift+A",
    "edit_account": "Ctrl+E",
}
TABLE_KEYS = {
    "copy_rows": "Ctrl+Ins",
    "export_table": "Ctrl+Shift+E",
    "save_view": "Ctrl+Alt+V",
    "units_tree": "Ctrl+T",
    "change_many": "Ctrl+Alt+E",
    "move_units": "Ctrl+Alt+M",
    "give_accounts": "Ctrl+Alt+H",
    "find_duplicates": "Ctrl+Alt+F",
    "merge_chosen": "Ctrl+Alt+J",
}


def table_words() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "find": translate("Action", "Filter the accounts"),
        "add_account": translate("Action", "New account…"),
        "edit_account": translate("Action", "Edit the account…"),
        "copy_rows": translate("Action", "Copy the selected accounts"),
        "export_table": translate("Action", "Save what is shown as a workbook…"),
        "save_view": translate("Action", "Save what is shown as a view…"),
        "units_tree": translate("Action", "Accounts as a tree of units"),
        "change_many": translate("Action", "Change the selected accounts together…"),
        "move_units": translate("Action", "Move under another account…"),
        "give_accounts": translate("Action", "Hand over to a colleague…"),
        "find_duplicates": translate("Action", "Find duplicates…"),
        "merge_chosen": translate("Action", "Merge the two selected accounts…"),
    }
