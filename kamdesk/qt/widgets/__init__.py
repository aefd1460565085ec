"""Small parts that several pages share: labels, buttons, cards, fields, painted marks."""
