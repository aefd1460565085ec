"""Item models over frozen rows: ``set_rows`` is the only way in."""
