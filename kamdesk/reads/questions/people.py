"""The people of each unit with their roles in the buying centre. Informants' assignments are not read here."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.domain.questions.view import Held, Person
from kamdesk.reads.questions.scope import Scope


def read_people(connection: Connection, scope: Scope, today: date) -> dict[str, tuple[Person, ...]]:
    """Whoever holds a post or a role today, each person once a unit, by the posts' rank."""
    roles = _roles(connection, scope, today)
    post, who = t.contact_post.c, t.contact.c
    chosen = (
        select(
            post.account_id,
            who.id,
            who.name,
            post.title,
            post.department,
            post.support,
            post.influence,
            post.counterpart,
        )
        .join_from(t.contact_post, t.contact, post.contact_id == who.id)
        .where(post.deleted_at.is_(None), who.deleted_at.is_(None), *scope.among(post.account_id))
        .where(post.until.is_(None) | (post.until >= today))
        .order_by(post.account_id, post.rank, post.id)
    )
    found: dict[str, dict[str, Person]] = defaultdict(dict)
    for row in connection.execute(chosen):
        unit, contact_id = scope.unit(row.account_id), row.id
        if unit is not None and contact_id not in found[unit]:
            found[unit][contact_id] = Person(
                contact_id,
                row.name,
                row.title,
                row.department,
                row.support,
                row.influence,
                row.counterpart,
                tuple(roles.pop((unit, contact_id), ())),
            )
    names = _names(connection, {contact for _, contact in roles})
    for (unit, contact_id), held in roles.items():
        if contact_id in names:
            found[unit][contact_id] = Person(
                contact_id, names[contact_id], None, None, None, None, None, tuple(held)
            )
    return {unit: tuple(people.values()) for unit, people in found.items()}


def _roles(connection: Connection, scope: Scope, today: date) -> dict[tuple[str, str], list[Held]]:
    row = t.contact_role.c
    chosen = (
        select(
            row.account_id,
            row.contact_id,
            row.id,
            row.role,
            row.standing,
            row.how_known,
            row.since,
            row.recorded_at,
        )
        .where(row.deleted_at.is_(None), *scope.among(row.account_id))
        .where(row.until.is_(None) | (row.until >= today))
        .order_by(row.id)
    )
    found: dict[tuple[str, str], list[Held]] = defaultdict(list)
    for account_id, contact_id, row_id, role, standing, how, since, recorded in connection.execute(chosen):
        unit = scope.unit(account_id)
        if unit is not None:
            found[unit, contact_id].append(Held(row_id, role, standing, how, since or recorded.date()))
    return found


def _names(connection: Connection, ids: set[str]) -> dict[str, str]:
    who = t.contact.c
    return {
        row.id: row.name
        for row in connection.execute(
            select(who.id, who.name).where(who.deleted_at.is_(None), who.id.in_(ids))
        )
    }
