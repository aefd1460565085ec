"""The print language that all papers share: type, marks, blanks, tables, flow of columns, the file itself.

One ink, one typeface in two weights. Lengths are millimetres from the top left corner of the sheet, type
sizes are points, a text's ``y`` is its baseline unless a docstring says otherwise.
"""
