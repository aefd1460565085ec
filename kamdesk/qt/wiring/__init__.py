"""What each page asks for, and who carries it out: one module a page, called once when the page is made."""
