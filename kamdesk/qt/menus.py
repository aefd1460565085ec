"""Which actions stand in which menu, in their order; an empty name is a line between them."""

from __future__ import annotations

GOALS = (
    "set_target", "edit_target", "remove_target", "", "explain_gap", "add_goal_action", "add_goal_reason", "",
    "add_plan",
)  # fmt: skip
MARKET = (
    "confirm_rule", "mark_by_rule", "add_exception", "add_policy", "", "add_prospect", "edit_prospect", "pass_lead", "",
    "add_move", "add_competitor", "add_share", "", "add_member", "add_duty",
)  # fmt: skip
VISITS = (
    "write_report", "unplanned_visit", "miss_visit", "", "add_slot", "move_slot", "wish_time", "end_slot", "",
    "propose_line", "repair_line", "",
    "next_warning", "previous_warning", "", "leave", "line_history",
)  # fmt: skip
BOOK = (
    "new_book", "open_book", "demo_book", "", "import_list", "template", "questions", "export", "",
    "hand_over", "take_package", "",
    "print_paper", "show_briefing", "save_paper", "save_plan", "save_briefing", "", "back_up", "restore",
    "passphrase", "", "quit",
)  # fmt: skip
TABLE = (
    "change_many", "move_units", "give_accounts", "merge_chosen", "find_duplicates", "", "copy_rows", "export_table",
)  # fmt: skip
MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("book", BOOK),
    ("edit", ("undo", "redo", "last_steps", "", "paste_list", "", "search", "find", "", "settings")),
    (
        "account",
        (
            "add_account",
            "edit_account",
            "",
            "add_contact",
            "add_promise",
            "add_note",
            "attach_files",
            "",
            *TABLE,
            "",
            "record_answer",
            "secrecy",
        ),
    ),
    ("visits", VISITS),
    (
        "promise",
        (
            "add_promise",
            "",
            "keep_promise",
            "break_promise",
            "substitute_promise",
            "withdraw_promise",
            "",
            "move_due",
            "reopen_promise",
            "edit_promise",
            "",
            "copy_promises",
        ),
    ),
    ("goals", GOALS),
    ("market", MARKET),
    (
        "view",
        (
            "today",
            "line",
            "accounts",
            "promises",
            "goals",
            "market",
            "papers",
            "week_end",
            "back",
            "",
            "units_tree",
            "save_view",
            "",
            "week_before",
            "this_week",
            "week_after",
            "",
            "zoom_in",
            "zoom_out",
            "zoom_fit",
            "",
            "line_week",
            "line_cycle",
            "line_list",
            "",
            "chinese",
            "english",
            "",
            "follow_system",
            "light",
            "dark",
        ),
    ),
    ("help", ("guide", "", "about")),
)
PROMISE_DEEDS = tuple(
    name for menu, names in MENUS if menu == "promise" for name in names if name not in ("", "add_promise")
)
"""What is done to the promises chosen in their list."""
