"""The SQLite driver: sqlcipher3, a current engine that can also encrypt. It ships no types.

Whatever is no exact int, float, text or bytes it asks for an adapter, and without one for two methods that None hasn't:
eight times what SQLite takes for the value. With these two a row with empty fields costs what a full one does.
"""

import importlib
from typing import Any

driver: Any = importlib.import_module("sqlcipher3.dbapi2")
driver.register_adapter(type(None), {}.get)
driver.register_adapter(bool, int)
