"""Suggested order 建议订单: from the stock counted at visits to what should be ordered; blank where nothing tells."""
