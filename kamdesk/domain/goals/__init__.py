"""A goal broken down into days' work, and a gap taken apart. The parts always add up to the whole, exactly."""
