"""Maps the domain's classes onto the tables; the classes don't know that they are stored."""

from __future__ import annotations

from functools import cache

from sqlalchemy import Table
from sqlalchemy.orm import registry

from kamdesk.db import tables as t
from kamdesk.domain import (
    account,
    contact,
    debt,
    line,
    note,
    promise,
    rep,
    supply,
    trade,
    view,
    visit,
    week_end,
)
from kamdesk.domain.knowledge import KINDS
from kamdesk.domain.row import Row

CLASSES: dict[type[Row], Table] = {
    account.Account: t.account,
    account.AccountClosed: t.account_closed,
    account.AccountCode: t.account_code,
    account.AccountHours: t.account_hours,
    account.AccountPhone: t.account_phone,
    account.AccountTag: t.account_tag,
    account.UnitRule: t.unit_rule,
    contact.Contact: t.contact,
    contact.ContactPhone: t.contact_phone,
    contact.ContactPost: t.contact_post,
    contact.ContactRole: t.contact_role,
    contact.InformantAssignment: t.informant_assignment,
    contact.InformantShare: t.informant_share,
    debt.Receivable: t.receivable,
    debt.Payment: t.payment,
    line.VisitLine: t.visit_line,
    line.VisitSlot: t.visit_slot,
    line.SlotChange: t.slot_change,
    line.Leave: t.leave,
    note.Note: t.note,
    note.Attachment: t.attachment,
    promise.Promise: t.promise,
    promise.Action: t.action,
    rep.Rep: t.rep,
    rep.WorkingHours: t.working_hours,
    supply.ListedStock: t.listed_stock,
    supply.Transit: t.transit,
    supply.ProductPrice: t.product_price,
    supply.SupplyShare: t.supply_share,
    trade.Product: t.product,
    trade.Order: t.order,
    trade.OrderLine: t.order_line,
    trade.SalesHistory: t.sales_history,
    visit.Visit: t.visit,
    visit.VisitCompanion: t.visit_companion,
    visit.VisitReport: t.visit_report,
    visit.ReportAmendment: t.report_amendment,
    visit.ReportMet: t.report_met,
    visit.StockCount: t.stock_count,
    view.SavedView: t.saved_view,
    week_end.WeekClosing: t.week_closing,
    week_end.AccountShare: t.account_share,
    **{kind: t.metadata.tables[name] for name, kind in KINDS.items()},
}
"""Every recorded class and its table."""

BY_TABLE: dict[str, type[Row]] = {table.name: kind for kind, table in CLASSES.items()}


@cache
def map_domain() -> registry:
    """Instruments the domain's classes; calling it again changes nothing."""
    mapper_registry = registry(metadata=t.metadata)
    for kind, table in CLASSES.items():
        mapper_registry.map_imperatively(kind, table)
    return mapper_registry
