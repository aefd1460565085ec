"""Promises: what was promised, how it stands, why some were broken."""
