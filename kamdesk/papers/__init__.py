"""The printed papers: frozen data and words in, a PDF file out. No SQL, no clock, no screen.

``plan`` and ``briefing`` hold the data types, which reads fill; they import nothing heavy. ``write`` turns
them into files and brings reportlab with it: import it where a paper is made, not where the program starts.
``kit`` is the print language that all papers share.
"""
