"""The parts of ``tools/drive_week.py``."""
