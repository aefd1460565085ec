"""Foreign files: the bytes of a list become frozen records, each with the cell it came from. No SQL, no clock."""
