"""What the terms of the field mean and the rules they keep: standard library only, no storage, no screen."""
