"""Lists of an office about accounts that are known: debt, payments, stock, goods in transit, prices, sales, shares."""
