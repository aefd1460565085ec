"""The stages of a relationship 关系阶段."""

from __future__ import annotations

from enum import StrEnum


class Stage(StrEnum):
    """The five stages in their order, and having left."""

    INCUBATION = "incubation"
    INITIAL = "initial"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"
    ALLIANCE = "alliance"
    EXITED = "exited"


STAGES = tuple(stage for stage in Stage if stage is not Stage.EXITED)
"""The five that an account goes through."""
