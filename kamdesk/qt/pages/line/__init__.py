"""Line: the fixed week as a grid, who asked for its changes, and the accounts that wait for a place in it."""
