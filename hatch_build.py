"""Puts the compiled search into the wheel where there is a C compiler; without one the wheel is of Python alone."""

from __future__ import annotations

import importlib.util
import sysconfig
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def maker(root: Path) -> ModuleType:
    """tools/make_core.py, which is no module of the package."""
    spec = importlib.util.spec_from_file_location("make_core", root / "tools" / "make_core.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError("tools/make_core.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class CoreHook(BuildHookInterface):
    """Builds the library beside its source; hatchling leaves out what git ignores, so it is named."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        made = maker(Path(self.root)).make_core()
        if made is None or version == "editable":
            return
        build_data["artifacts"].append(f"/kamdesk/planning/{made.name}")
        build_data["pure_python"] = False
        platform = sysconfig.get_platform().replace("-", "_").replace(".", "_")
        build_data["tag"] = f"py3-none-{platform}"  # ctypes: no matter which Python
