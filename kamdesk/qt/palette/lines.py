"""What was found, put into words: the lines of the palette."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kamdesk.qt.palette.commands import Command
from kamdesk.qt.palette.line import Line, Marks

if TYPE_CHECKING:
    from kamdesk.qt.desk import Desk
    from kamdesk.qt.jobs import Recent, SearchView
    from kamdesk.reads.found import Excerpt, Hit
    from kamdesk.reads.leads import Lead
    from kamdesk.reads.search import Building, Group

ICONS = {
    "contact": "user",
    "promise": "handshake",
    "visit": "history",
    "note": "message-square",
    "action": "list-todo",
    "order": "receipt",
    "product": "package",
    "attachment": "paperclip",
    "known": "layers",
}
_SPOKEN_FIELDS = frozenset(
    {"rival_note", "next_step", "workaround", "cause_text", "objective", "code", "phone"}
)
MOST_COMMANDS = 5
ELSEWHERE = 3


class Lines(QObject):
    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def heading(self, kind: str) -> str:
        return {
            "account": self.tr("Accounts"),
            "contact": self.tr("Contacts"),
            "promise": self.tr("Promises"),
            "visit": self.tr("Visits"),
            "note": self.tr("Notes"),
            "action": self.tr("To do"),
            "order": self.tr("Orders"),
            "product": self.tr("Products"),
            "attachment": self.tr("Files"),
            "known": self.tr("Found out"),
        }.get(kind, kind)

    def field(self, name: str) -> str:
        return {
            "rival_note": self.tr("about a rival"),
            "next_step": self.tr("next step"),
            "workaround": self.tr("workaround"),
            "cause_text": self.tr("cause"),
            "objective": self.tr("objective"),
            "code": self.tr("code"),
            "phone": self.tr("telephone"),
        }[name]

    def of(self, view: SearchView, commands: Sequence[Command]) -> list[Line]:
        """All that was found: records by kind, the window's actions where their words fit better than any text."""
        by_name = {command.name: command for command in commands}
        acts = [
            self._act(by_name[name], marks)
            for name, marks in view.commands[:MOST_COMMANDS]
            if name in by_name
        ]
        named = [group for group in view.found.groups if group.tier < ELSEWHERE]
        others = [group for group in view.found.groups if group.tier >= ELSEWHERE]
        lines = [*self._indexing(view.found.index), *self._leads(view.leads)]
        for group in named:
            lines += self._group(group)
        if acts:
            lines += [Line("heading", self.tr("Actions")), *acts]
        for group in others:
            lines += self._group(group)
        if not view.found.groups and not view.commands and not view.leads:
            typed = view.found.typed.strip()
            words = self.tr("Nothing is called “{typed}”, and nothing holds it").format(typed=typed)
            lines.append(Line("say", words, icon="search"))
            if view.named:
                lines += [
                    Line("heading", self.tr("Accounts that a part of it names")),
                    *self.hits(view.named),
                ]
            lines.append(self._add(view.found.typed))
        return lines

    def _leads(self, leads: Sequence[Lead]) -> Iterable[Line]:
        """Who has the role that was typed, or the page of the account on which it is answered."""
        if leads:
            yield Line("heading", self.tr("At this account"))
        for lead in leads:
            if lead.person is not None:
                line = self.hit(lead.person)
                yield replace(line, quiet=self._desk.speech.text(f"contact_role.{lead.role}"))
            else:
                yield self._lead(lead)

    def _lead(self, lead: Lead) -> Line:
        said = self._desk.speech.text
        title = self.page(lead.section)
        if lead.question:
            title = said(f"question.ask.{lead.question}")
        elif lead.role:
            title = self.tr("{role}: not recorded yet").format(role=said(f"contact_role.{lead.role}"))
        icon = {"people": "user", "questions": "circle-help"}.get(lead.section, "store")
        name = lead.account.title.text
        return Line("lead", title, detail=name, icon=icon, name=lead.section, hit=lead.account, lead=lead)

    def page(self, section: str) -> str:
        return {
            "people": self.tr("People"),
            "needs": self.tr("Needs, value"),
            "promises": self.tr("Promises"),
            "rivals": self.tr("Competition"),
            "stage": self.tr("Stage"),
            "risks": self.tr("Risks, days"),
            "trade": self.tr("Stock, orders"),
            "line": self.tr("Fixed visits"),
            "files": self.tr("Attachments"),
            "history": self.tr("Dealings"),
            "questions": self.tr("Questions"),
        }[section]

    def _add(self, typed: str) -> Line:
        words = self.tr("Add the account “{name}”").format(name=typed.strip())
        return Line("add", words, icon="plus", name=typed.strip())

    def before_typing(self, recent: Recent, commands: Sequence[Command]) -> list[Line]:
        """What was opened and typed last; the pages where there is nothing yet."""
        lines = [*self._indexing(recent.index)]
        if recent.hits:
            lines += [Line("heading", self.tr("Opened last")), *self.hits(recent.hits)]
        if recent.typed:
            lines.append(Line("heading", self.tr("Searched for last")))
            lines += [Line("typed", typed, icon="clock", name=typed) for typed in recent.typed]
        if not recent.hits and not recent.typed:
            lines.append(Line("heading", self.tr("Actions")))
            lines += [
                self._act(command, ())
                for command in commands
                if command.name in ("add_account", "import_list")
            ]
            lines += [self._act(command, ()) for command in commands[-6:]]
        return lines

    def _indexing(self, index: Building) -> Iterable[Line]:
        if not index.ready:
            share = round(100 * index.done / index.total)
            words = self.tr("The book is being read in, {share} %: not everything is found yet")
            yield Line("say", words.format(share=share), icon="clock")

    def _group(self, group: Group) -> list[Line]:
        lines = [Line("heading", self.heading(group.kind)), *self.hits(group.hits)]
        if group.after is not None:
            lines.append(self.more(group))
        return lines

    def hits(self, hits: Sequence[Hit]) -> list[Line]:
        """The lines of records that are shown together."""
        names: dict[str, set[str | None]] = defaultdict(set)
        for hit in hits:
            names[hit.title.text if hit.kind == "account" else hit.account.text].add(hit.account_id)
        shared = {name for name, accounts in names.items() if len(accounts) > 1}
        return [self.hit(hit, shared) for hit in hits]

    def more(self, group: Group) -> Line:
        """The line that offers the next page of a list."""
        words = self.tr("More: {kind}").format(kind=self.heading(group.kind))
        return Line("more", words, icon="chevron-right", name=group.kind, after=group.after)

    def hit(self, hit: Hit, shared: Container[str] = ()) -> Line:
        """A record: its name or what was hit in it, and under that where it belongs.

        Beside a name that is ``shared`` by another account, be it shown or not, stands where the account is.
        """
        speech = self._desk.speech
        side = speech.day_or_year(hit.day, self._desk.today()) if hit.day else ""
        detail, marks = self._detail(hit, shared)
        return Line(
            "hit",
            hit.title.text,
            hit.title.marks,
            quiet=self._quiet(hit),
            detail=detail,
            detail_marks=marks,
            side=side,
            icon=ICONS.get(hit.kind, ""),
            badge=(hit.value_class, hit.is_key) if hit.kind == "account" else None,
            name=hit.kind,
            hit=hit,
        )

    def _quiet(self, hit: Hit) -> str:
        """What goes with a name; of what was found out its kind."""
        if hit.kind != "known":
            return hit.quiet
        return self._desk.speech.text(f"record.one.{hit.id.partition('@')[0]}")

    def _detail(self, hit: Hit, shared: Container[str]) -> tuple[str, Marks]:
        """The account and the other text that was hit, in one line, with the letters that were typed."""
        parts: list[tuple[str, Excerpt | None]] = []
        if hit.kind != "account" and hit.account.text:
            parts.append((hit.account.text, hit.account))
            if (hit.shared or hit.account.text in shared) and hit.place:
                parts.append((hit.place, None))
        if hit.field in _SPOKEN_FIELDS:
            parts.append((self.field(hit.field), None))
        if hit.snippet.text:
            parts.append((hit.snippet.text, hit.snippet))
        if hit.kind == "account" and hit.place and (not parts or hit.shared or hit.title.text in shared):
            parts.insert(0, (hit.place, None))
        text, marks = "", []
        for piece, excerpt in parts:
            begin = len(text) + (1 if text else 0)
            text = f"{text}·{piece}" if text else piece
            marks += [(begin + start, begin + end) for start, end in (excerpt.marks if excerpt else ())]
        return text, tuple(marks)

    def _act(self, command: Command, marks: Marks) -> Line:
        return Line("act", command.words[0], marks, key=command.key, icon=command.icon, name=command.name)
