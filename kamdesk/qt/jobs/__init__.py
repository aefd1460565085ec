"""What the window asks of the book, one small function a job, carried out in the runner's thread.

Operations and reads are imported where they run: they bring SQLAlchemy, reportlab and openpyxl, and the window is to
stand before those are loaded.
"""

from kamdesk.qt.jobs.accounts import (
    AccountTable,
    AccountView,
    account_table,
    account_view,
    add_note,
    add_promise,
    change_promise,
    save_account,
    save_contact,
    settle_promise,
)
from kamdesk.qt.jobs.book import (
    History,
    book_state,
    history,
    make_copy,
    rep_card,
    save_briefing,
    save_plan,
    undo,
)
from kamdesk.qt.jobs.line import (
    LineView,
    add_slot,
    end_slot,
    line_view,
    move_preview,
    move_slot,
    slot_history,
)
from kamdesk.qt.jobs.lists import (
    ImportProblem,
    ImportView,
    Stopped,
    import_files,
)
from kamdesk.qt.jobs.visits import (
    ReportFields,
    ReportSubject,
    ReportView,
    VisitRef,
    drop_draft,
    keep_draft,
    miss_visit,
    move_visit,
    report_view,
    report_visit,
)

__all__ = [
    "AccountTable",
    "AccountView",
    "History",
    "ImportProblem",
    "ImportView",
    "LineView",
    "ReportFields",
    "ReportSubject",
    "ReportView",
    "Stopped",
    "VisitRef",
    "account_table",
    "account_view",
    "add_note",
    "add_promise",
    "add_slot",
    "book_state",
    "change_promise",
    "drop_draft",
    "end_slot",
    "history",
    "import_files",
    "keep_draft",
    "line_view",
    "make_copy",
    "miss_visit",
    "move_preview",
    "move_slot",
    "move_visit",
    "rep_card",
    "report_view",
    "report_visit",
    "save_account",
    "save_briefing",
    "save_contact",
    "save_plan",
    "settle_promise",
    "slot_history",
    "undo",
]
