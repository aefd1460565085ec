"""What a rep finds out: a table of each kind, its columns as the kind's fields are declared."""

from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, Date, Integer, Table, Text

from kamdesk.db.tables.common import link, metadata, row
from kamdesk.domain.knowledge import KINDS
from kamdesk.domain.knowledge.described import As, Described, described

_TYPES: dict[As, type[Any]] = {
    As.TEXT: Text,
    As.WORDS: Text,
    As.CHOICE: Text,
    As.DAY: Date,
    As.FLAG: Boolean,
    As.NUMBER: Integer,
    As.MONEY: BigInteger,
    As.QUANTITY: BigInteger,
    As.RATE: Integer,
}


def _column(field: Described) -> Column[Any]:
    if field.link:
        return link(field.name, field.link, required=field.needed, index=field.part)
    return Column(field.name, _TYPES[field.shape], nullable=not field.needed and field.usual is None)


def _table(name: str) -> Table:
    return Table(name, metadata, *row(), *(_column(field) for field in described(KINDS[name])))


need = _table("need")
satisfaction = _table("satisfaction")
competitor = _table("competitor")
competitor_move = _table("competitor_move")
rival_reason = _table("rival_reason")
win_condition = _table("win_condition")
our_reason = _table("our_reason")
service_item = _table("service_item")
service_mark = _table("service_mark")
benefit = _table("benefit")
benefit_valuation = _table("benefit_valuation")
terms = _table("terms")
agreement = _table("agreement")
intended_term = _table("intended_term")
retention_measure = _table("retention_measure")
loyalty_judgement = _table("loyalty_judgement")
exit_criterion = _table("exit_criterion")
exit_decision = _table("exit_decision")
value_deed = _table("value_deed")
internal_request = _table("internal_request")
care_event = _table("care_event")
risk = _table("risk")
advice = _table("advice")
stage_assessment = _table("stage_assessment")
stage_sign = _table("stage_sign")
alliance_point = _table("alliance_point")
target = _table("target")
target_reason = _table("target_reason")
target_cause = _table("target_cause")
development_plan = _table("development_plan")
key_rule = _table("key_rule")
rule_criterion = _table("rule_criterion")
rule_exception = _table("rule_exception")
service_policy = _table("service_policy")
worth = _table("worth")
potential = _table("potential")
serving_cost = _table("serving_cost")
margin = _table("margin")
account_nature = _table("account_nature")
life_cycle = _table("life_cycle")
account_team = _table("account_team")
team_member = _table("team_member")
member_duty = _table("member_duty")
handover = _table("handover")
prospect = _table("prospect")
lead_passed = _table("lead_passed")
delivery = _table("delivery")
suggested_order = _table("suggested_order")
suggested_line = _table("suggested_line")
supply_setting = _table("supply_setting")
season_factor = _table("season_factor")
report_issue = _table("report_issue")
checked = _table("checked")
evidence = _table("evidence")
