"""What the dialog of a proposed line says where there is nothing to compare: before, during and without a find."""

from __future__ import annotations

from kamdesk.domain.errors import RuleError
from kamdesk.qt.speech import Speech
from kamdesk.qt.theme import Theme
from kamdesk.qt.widgets.states import EmptyState


class ProposalEmpty(EmptyState):
    """Its button leads to where the missing can be given."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "route", first_icon="settings")

    def show_stage(self, stage: str, some: bool, error: Exception | None, speech: Speech) -> None:
        """``some``: there are accounts to visit. ``error``: why nothing could be planned."""
        if stage == "empty":
            self.say(*(self._failed(error, speech) if error is not None else self._lacking(some)))
            return
        said = {
            "searching": (
                self.tr("Searching…"),
                self.tr("Stop ends it early: what was found until then stands. Nothing is written."),
            ),
            "ready": (
                self.tr("Nothing is changed by searching"),
                self.tr(
                    "What is found is shown beside today's line. You choose what to accept of it; promised times "
                    "never move."
                ),
            ),
            "found": (
                self.tr("Nothing better was found"),
                self.tr("The line can stay as it is. Searching longer or building it anew may find more."),
            ),
        }
        self.say(*said.get(stage, ("", "")), "")

    def _failed(self, error: Exception, speech: Speech) -> tuple[str, str, str]:
        said = speech.error(error)
        if isinstance(error, RuleError) and error.code == "plan_no_home":
            return self.tr("Nothing can be planned yet"), said, self.tr("Settings")
        return self.tr("The search failed"), said, ""

    def _lacking(self, some: bool) -> tuple[str, str, str]:
        go = self.tr("Import a list")
        if some:
            said = self.tr(
                "Without them no way can be counted. Give them on each account, or import a list that has them."
            )
            return self.tr("No account has coordinates"), said, go
        said = self.tr("First the accounts: take in the customer list that the office gave you.")
        return self.tr("There is no account to visit"), said, go
