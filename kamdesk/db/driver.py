"""The SQLite driver: sqlcipher3, a current engine that can also encrypt. It ships no types."""

import importlib
from typing import Any

driver: Any = importlib.import_module("sqlcipher3.dbapi2")
