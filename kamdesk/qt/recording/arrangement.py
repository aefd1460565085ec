"""Which fields of a kind are asked at once, in which order; the others stand under "more"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kamdesk.domain.knowledge import KINDS
from kamdesk.domain.knowledge.described import Described, described

ASKED: Mapping[str, str] = {
    "need": "what kind importance met rank",
    "satisfaction": "asked score said",
    "competitor": "name region strengths weaknesses",
    "competitor_move": "competitor_id behaviour purpose motive severity said",
    "rival_reason": "reason competitor_id weight said",
    "win_condition": "what kind competitor_id cost approver due_on state",
    "our_reason": "purpose motive behaviour said",
    "service_item": "name kind",
    "service_mark": "item_id competitor_id given wanted rating said",
    "benefit": "what kind since worth",
    "benefit_valuation": "score said",
    "terms": "what kind since until share days",
    "agreement": "name kind first_day last_day amount",
    "intended_term": "months open_ended said",
    "retention_measure": "what kind hard_to_copy by_price owner due_on state",
    "loyalty_judgement": "judgement why",
    "exit_criterion": "what sign amount days",
    "exit_decision": "decision sign why decided_by",
    "value_deed": "what touch kind contact_id worth cost hard_to_copy",
    "internal_request": "what department due_on cost asked_of state",
    "care_event": "what kind calendar month day_of_month leap contact_id wish",
    "risk": "hazard place first_month last_month at_stake insured what",
    "advice": "what contact_id answer",
    "worth": "aspect score why",
    "potential": "amount category said",
    "serving_cost": "kind amount first_day last_day",
    "margin": "amount tax_included first_day last_day",
    "account_nature": "kind segment pattern",
    "life_cycle": "what kind days last_on next_on",
    "account_team": "name function part since",
    "delivery": "promised_on arrived_on product_id quantity transport stock_out_days",
    "report_issue": "paper audience contact_id to_whom",
    "development_plan": "to_stage due_on owner why",
    "target": "metric amount quantity first_day last_day name",
    "target_reason": "for_whom reason said",
    "target_cause": "cause amount quantity first_day last_day said",
    "key_rule": "valid_from pass_mark set_by why",
    "rule_criterion": "criterion amount quantity weight required",
    "rule_exception": "account_id is_key why approver until",
    "service_policy": "value_class key_only visits contacts reports valid_from",
    "prospect": "expected_on qualified reason amount source call_again_on",
    "lead_passed": "passed_to taken_on said",
    "team_member": "name title phone since administrator",
    "member_duty": "account_id record may_change may_export",
    "handover": "given_by taken_by reason handed_on state",
    "supply_setting": "lead_weeks cover_weeks product_id",
    "season_factor": "month factor product_id",
    "suggested_order": "state signed_on said",
    "suggested_line": "product_id quantity agreed",
    "alliance_point": "point score said",
}
LAST = ("said_by", "known_on")
"""Who said it, and when: asked of every kind, after the thing itself."""
BESIDE = {"currency", "unit"}
"""Typed beside the number that they are of."""
NEVER = {"recorded_by", "subject", "subject_id"}
"""Known without asking."""
NOBODY_SAYS = frozenset({"season_factor", "supply_setting", "key_rule", "rule_criterion", "service_item"})
"""Kinds that are set by ourselves: no customer says them."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The fields asked ``first``, and ``more``."""

    first: tuple[Described, ...]
    more: tuple[Described, ...]

    def fields(self) -> tuple[Described, ...]:
        return self.first + self.more


def arrange(kind: str, given: Mapping[str, object]) -> Arrangement:
    """The fields of a form that is opened with what is ``given``, which it doesn't ask."""
    told = {field.name: field for field in described(KINDS[kind])}
    hidden = BESIDE | NEVER | set(given)
    if kind in NOBODY_SAYS:
        hidden = hidden | {"said_by"}
    wanted = [*ASKED.get(kind, "").split(), *(name for name in told if told[name].needed), *LAST]
    order = dict.fromkeys(name for name in wanted if name in told and name not in hidden)
    for name in LAST:
        if name in order:
            order.pop(name)
            order[name] = None
    first = tuple(told[name] for name in order)
    rest = tuple(field for name, field in told.items() if name not in order and name not in hidden)
    return Arrangement(first, rest)
