"""The tables of the book: `from kamdesk.db import tables as t`, then `t.account.c.name`."""

from kamdesk.db.tables.accounts import (
    account,
    account_closed,
    account_code,
    account_hours,
    account_phone,
    account_tag,
    unit_rule,
)
from kamdesk.db.tables.common import metadata
from kamdesk.db.tables.contacts import (
    contact,
    contact_phone,
    contact_post,
    contact_role,
    informant_assignment,
)
from kamdesk.db.tables.lines import leave, slot_change, visit_line, visit_slot
from kamdesk.db.tables.local import (
    LOCAL,
    attachment_content,
    book,
    change,
    draft,
    import_file,
    import_pending,
    import_sender,
    operation,
    replica,
    search_doc,
)
from kamdesk.db.tables.notes import attachment, note
from kamdesk.db.tables.promises import action, promise
from kamdesk.db.tables.reps import rep, working_hours
from kamdesk.db.tables.supply import (
    listed_stock,
    payment,
    product_price,
    receivable,
    supply_share,
    transit,
)
from kamdesk.db.tables.sync import (
    SYNC,
    sync_capsule,
    sync_origin,
    sync_owner,
    sync_package,
    sync_peer,
    sync_range,
    sync_received,
    sync_refused,
    sync_row,
    sync_scope,
    sync_stamp,
)
from kamdesk.db.tables.trade import order, order_line, product, sales_history
from kamdesk.db.tables.views import saved_view
from kamdesk.db.tables.visits import (
    report_amendment,
    report_met,
    stock_count,
    visit,
    visit_companion,
    visit_report,
)
from kamdesk.db.tables.week_end import account_share, week_closing

__all__ = [
    "LOCAL",
    "RECORDED",
    "account",
    "account_closed",
    "account_code",
    "account_hours",
    "account_phone",
    "account_share",
    "account_tag",
    "action",
    "attachment",
    "attachment_content",
    "book",
    "change",
    "contact",
    "contact_phone",
    "contact_post",
    "contact_role",
    "draft",
    "import_file",
    "import_pending",
    "import_sender",
    "informant_assignment",
    "leave",
    "listed_stock",
    "metadata",
    "note",
    "operation",
    "order",
    "order_line",
    "payment",
    "product",
    "product_price",
    "promise",
    "receivable",
    "rep",
    "replica",
    "report_amendment",
    "report_met",
    "sales_history",
    "saved_view",
    "search_doc",
    "slot_change",
    "stock_count",
    "supply_share",
    "sync_capsule",
    "sync_origin",
    "sync_owner",
    "sync_package",
    "sync_peer",
    "sync_range",
    "sync_received",
    "sync_refused",
    "sync_row",
    "sync_scope",
    "sync_stamp",
    "transit",
    "unit_rule",
    "visit",
    "visit_companion",
    "visit_line",
    "visit_report",
    "visit_slot",
    "week_closing",
    "working_hours",
]

RECORDED = frozenset(name for name, table in metadata.tables.items() if table not in LOCAL | SYNC)
"""The names of the tables whose every write is in the change log."""
