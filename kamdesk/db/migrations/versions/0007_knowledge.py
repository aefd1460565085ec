"""What a rep finds out: needs, rivals, services, goals, the rule and the rest; actions of plans and targets."""

from collections.abc import Callable

from alembic import op

revision = "0007"
down_revision = "0006"

# Each column as "name type", "!" where it must be filled; ">" leads to a row of another table, ">>" with an index.
TABLES = {
    "need": (
        "known_on day!, said_by >contact, recorded_by >rep, account_id >>account!, what text!, "
        "kind text, rank whole, importance whole, met whole, verified_on day, until day"
    ),
    "satisfaction": (
        "known_on day!, said_by >contact, recorded_by >rep, account_id >>account!, asked text!, "
        "score whole!, said text"
    ),
    "competitor": (
        "known_on day!, said_by >contact, recorded_by >rep, name text!, short_name text, region text, "
        "strengths text, weaknesses text, until day"
    ),
    "competitor_move": (
        "known_on day!, said_by >contact, recorded_by >rep, competitor_id >competitor!, purpose text!, "
        "motive text!, behaviour text!, account_id >>account, region text, product_id >product, "
        "said text, severity whole, response text, owner text, due_on day, response_state text, "
        "until day"
    ),
    "rival_reason": (
        "known_on day!, said_by >contact, recorded_by >rep, account_id >>account!, reason text!, "
        "competitor_id >competitor, weight whole, said text, until day"
    ),
    "win_condition": (
        "known_on day!, said_by >contact, recorded_by >rep, account_id >>account!, what text!, "
        "kind text!, state text!, competitor_id >competitor, cost big, currency text, approver text, "
        "due_on day, met_on day"
    ),
    "our_reason": (
        "known_on day!, said_by >contact, recorded_by >rep, account_id >>account!, purpose text!, "
        "motive text!, behaviour text!, said text, until day"
    ),
    "service_item": ("known_on day!, said_by >contact, recorded_by >rep, name text!, kind text, rank whole"),
    "service_mark": (
        "known_on day!, said_by >contact, recorded_by >rep, account_id >>account!, "
        "item_id >service_item!, competitor_id >competitor, given text!, wanted flag, rating whole, "
        "said text"
    ),
    "benefit": (
        "known_on day!, said_by >contact, recorded_by >rep, account_id >>account!, what text!, "
        "kind text!, since day, until day, worth big, currency text"
    ),
    "benefit_valuation": (
        "known_on day!, said_by >contact, recorded_by >rep, benefit_id >>benefit!, score whole!, said text"
    ),
    "terms": (
        "known_on day!, said_by >contact, recorded_by >rep, account_id >>account!, what text!, "
        "kind text!, since day, until day, share whole, days whole, amount big, currency text, "
        "approver text"
    ),
    "agreement": (
        "known_on day!, said_by >contact, recorded_by >rep, account_id >>account!, name text!, "
        "kind text!, number text, signed_on day, first_day day!, last_day day, amount big, "
        "currency text, quantity big, unit text"
    ),
    "intended_term": (
        "known_on day!, said_by >contact, recorded_by >rep, account_id >>account!, months whole, "
        "open_ended flag!, said text"
    ),
    "retention_measure": (
        "known_on day!, said_by >contact, recorded_by >rep, account_id >>account!, what text!, "
        "kind text!, by_price flag!, hard_to_copy whole, owner text, due_on day, state text!, "
        "done_on day"
    ),
    "loyalty_judgement": (
        "known_on day!, said_by >contact, recorded_by >rep, account_id >>account!, judgement text!, why text"
    ),
    "exit_criterion": (
        "known_on day!, said_by >contact, recorded_by >rep, account_id >>account!, sign text!, "
        "what text!, amount big, currency text, days whole, until day"
    ),
    "exit_decision": (
        "known_on day!, said_by >contact, recorded_by >rep, account_id >>account!, decision text!, "
        "sign text, why text, decided_by text"
    ),
    "value_deed": (
        "known_on day!, said_by >contact, recorded_by >rep, account_id >>account!, what text!, "
        "touch text!, kind text!, contact_id >contact, visit_id >visit, worth big, cost big, "
        "currency text, hard_to_copy whole, effect_seen text"
    ),
    "internal_request": (
        "known_on day!, said_by >contact, recorded_by >rep, what text!, department text!, "
        "account_id >>account, promise_id >promise, asked_of text, due_on day, cost big, "
        "currency text, state text!, answered_by text, answered_on day, outcome text"
    ),
    "care_event": (
        "known_on day!, said_by >contact, recorded_by >rep, account_id >>account!, what text!, "
        "kind text!, contact_id >contact, calendar text!, year whole, month whole!, "
        "day_of_month whole!, leap flag!, yearly flag!, wish text, request_id >internal_request, "
        "outcome text, done_on day, until day"
    ),
    "risk": (
        "known_on day!, said_by >contact, recorded_by >rep, account_id >>account!, hazard text!, "
        "place text, what text, first_month whole, last_month whole, at_stake big, currency text, "
        "insured text!, until day"
    ),
    "advice": (
        "known_on day!, said_by >contact, recorded_by >rep, risk_id >>risk!, what text!, "
        "contact_id >contact, answer text!, answered_on day, outcome text, loss_avoided big, "
        "currency text"
    ),
    "stage_assessment": (
        "known_on day!, said_by >contact, recorded_by >rep, account_id >>account!, stage text!, why text"
    ),
    "stage_sign": (
        "known_on day!, said_by >contact, recorded_by >rep, assessment_id >>stage_assessment!, "
        "sign text!, seen flag!, said text"
    ),
    "alliance_point": (
        "known_on day!, said_by >contact, recorded_by >rep, point text!, score whole!, "
        "account_id >>account, said text"
    ),
    "target": (
        "known_on day!, said_by >contact, recorded_by >rep, metric text!, first_day day!, "
        "last_day day!, amount big, currency text, quantity big, unit text, name text, "
        "account_id >>account, product_id >product, rep_id >rep, parent_id >target, set_by text"
    ),
    "target_reason": (
        "known_on day!, said_by >contact, recorded_by >rep, target_id >>target!, for_whom text!, "
        "reason text!, said text"
    ),
    "target_cause": (
        "known_on day!, said_by >contact, recorded_by >rep, target_id >>target!, first_day day!, "
        "last_day day!, cause text!, amount big, currency text, quantity big, unit text, "
        "account_id >>account, product_id >product, said text"
    ),
    "development_plan": (
        "known_on day!, said_by >contact, recorded_by >rep, account_id >>account!, to_stage text!, "
        "due_on day!, from_stage text, owner text, state text!, reached_on day, target_id >target, "
        "why text"
    ),
    "key_rule": (
        "known_on day!, said_by >contact, recorded_by >rep, name text, valid_from day!, "
        "pass_mark whole, set_by text, confirmed_on day, confirmed_by text, why text"
    ),
    "rule_criterion": (
        "known_on day!, said_by >contact, recorded_by >rep, rule_id >>key_rule!, criterion text!, "
        "amount big, currency text, quantity big, unit text, weight whole, required flag!, rank whole"
    ),
    "rule_exception": (
        "known_on day!, said_by >contact, recorded_by >rep, account_id >>account!, rule_id >key_rule, "
        "is_key flag!, why text!, approver text, until day"
    ),
    "service_policy": (
        "known_on day!, said_by >contact, recorded_by >rep, value_class text!, key_only flag!, "
        "stage text, visits whole, contacts whole, reports whole, said text, valid_from day!, "
        "confirmed_on day, set_by text"
    ),
    "worth": (
        "known_on day!, said_by >contact, recorded_by >rep, account_id >>account!, aspect text!, "
        "score whole!, why text"
    ),
    "potential": (
        "known_on day!, said_by >contact, recorded_by >rep, account_id >>account!, amount big!, "
        "currency text, category text, said text"
    ),
    "serving_cost": (
        "known_on day!, said_by >contact, recorded_by >rep, account_id >>account!, kind text!, "
        "first_day day!, last_day day!, amount big!, currency text, said text"
    ),
    "margin": (
        "known_on day!, said_by >contact, recorded_by >rep, account_id >>account!, first_day day!, "
        "last_day day!, amount big!, currency text, tax_included flag, product_id >product, "
        "source text"
    ),
    "account_nature": (
        "known_on day!, said_by >contact, recorded_by >rep, account_id >>account!, kind text!, "
        "segment text, pattern text, said text"
    ),
    "life_cycle": (
        "known_on day!, said_by >contact, recorded_by >rep, account_id >>account!, kind text!, "
        "what text!, product_id >product, days whole, last_on day, next_on day, until day"
    ),
    "account_team": (
        "known_on day!, said_by >contact, recorded_by >rep, account_id >>account!, name text!, "
        "function text!, part text!, rep_id >rep, phone text, since day!, until day"
    ),
    "team_member": (
        "known_on day!, said_by >contact, recorded_by >rep, name text!, title text, phone text, "
        "rep_id >rep, administrator flag!, since day!, until day"
    ),
    "member_duty": (
        "known_on day!, said_by >contact, recorded_by >rep, member_id >>team_member!, "
        "account_id >account, record text!, may_change flag!, may_export flag!, until day"
    ),
    "handover": (
        "known_on day!, said_by >contact, recorded_by >rep, account_id >>account!, given_by text!, "
        "taken_by text!, to_rep_id >rep, reason text!, handed_on day, introduced_on day, state text!, "
        "said text"
    ),
    "prospect": (
        "known_on day!, said_by >contact, recorded_by >rep, account_id >>account!, expected_on day, "
        "source text, qualified text!, reason text, amount big, currency text, call_again_on day, "
        "said text"
    ),
    "lead_passed": (
        "known_on day!, said_by >contact, recorded_by >rep, account_id >>account!, passed_to text!, "
        "to_account_id >account, to_rep_id >rep, taken_on day, returned_on day, return_reason text, "
        "said text"
    ),
    "delivery": (
        "known_on day!, said_by >contact, recorded_by >rep, account_id >>account!, promised_on day!, "
        "arrived_on day, order_id >order, product_id >product, quantity big, unit text, "
        "transport text, stock_out_days whole, cause text, said text"
    ),
    "suggested_order": (
        "known_on day!, said_by >contact, recorded_by >rep, account_id >>account!, state text!, "
        "visit_id >visit, signed_on day, order_id >order, said text"
    ),
    "suggested_line": (
        "known_on day!, said_by >contact, recorded_by >rep, suggestion_id >>suggested_order!, "
        "product_id >product!, quantity big, agreed big, unit text, rank whole"
    ),
    "supply_setting": (
        "known_on day!, said_by >contact, recorded_by >rep, account_id >>account, product_id >product, "
        "lead_weeks whole, cover_weeks whole"
    ),
    "season_factor": (
        "known_on day!, said_by >contact, recorded_by >rep, month whole!, factor whole!, "
        "product_id >product, account_id >>account"
    ),
    "report_issue": (
        "known_on day!, said_by >contact, recorded_by >rep, paper text!, audience text!, "
        "account_id >>account, contact_id >contact, to_whom text, version text, visit_id >visit, "
        "said text"
    ),
    "checked": (
        "known_on day!, said_by >contact, recorded_by >rep, question text!, outcome text!, "
        "account_id >>account, reason text, checked_by text"
    ),
    "evidence": (
        "known_on day!, said_by >contact, recorded_by >rep, subject text!, subject_id text!, "
        "visit_id >visit, note_id >note, attachment_id >attachment, said text"
    ),
}
TYPES = {"text": "TEXT", "day": "DATE", "flag": "BOOLEAN", "whole": "INTEGER", "big": "BIGINT"}
ACTION = (
    "what text!, account_id >>account, visit_id >>visit, owner text, due_on day, state text!, done_on day, "
    "plan_id >>development_plan, target_id >>target"
)
LINK = 'CONSTRAINT fk_{table}_{name} FOREIGN KEY("{name}") REFERENCES "{target}" (id) DEFERRABLE INITIALLY DEFERRED'


def upgrade() -> None:
    run = op.get_bind().exec_driver_sql
    for name, columns in TABLES.items():
        _create(run, name, columns)
    # SQLite adds no named, deferred link to a table that is there: the table is made anew.
    run("DROP INDEX ix_action_account_id")
    run("DROP INDEX ix_action_visit_id")
    run("ALTER TABLE action RENAME TO action_before")
    _create(run, "action", ACTION)
    kept = "id, recorded_at, deleted_at, what, account_id, visit_id, owner, due_on, state, done_on"
    run(f"INSERT INTO action ({kept}) SELECT {kept} FROM action_before")
    run("DROP TABLE action_before")


def _create(run: Callable[[str], object], table: str, told: str) -> None:
    lines = ["id TEXT NOT NULL", "recorded_at TEXT NOT NULL", "deleted_at TEXT"]
    links, indexes = [f"CONSTRAINT pk_{table} PRIMARY KEY (id)"], []
    for each in told.split(", "):
        name, kind = each.split(" ")
        needed, kind = " NOT NULL" * kind.endswith("!"), kind.rstrip("!")
        lines.append(f'"{name}" {TYPES.get(kind, "TEXT")}{needed}')
        if kind.startswith(">"):
            links.append(LINK.format(table=table, name=name, target=kind.lstrip(">")))
        if kind.startswith(">>"):
            indexes.append(f'CREATE INDEX ix_{table}_{name} ON "{table}" ("{name}")')
    run(f'CREATE TABLE "{table}" ({", ".join(lines + links)})')
    for index in indexes:
        run(index)
