"""The week as a grid: weekdays × hours, stops as blocks that can be dragged."""
