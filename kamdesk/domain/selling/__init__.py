"""What accounts buy, told in figures: curve and classes, trend, season, rhythm.

All are pure functions of frozen facts. A figure comes with what it is made of; where it can't be told it is None with
the reason, never 0.
"""
