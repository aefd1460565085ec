"""One cell's text → one value of the domain, or the doubt that keeps it from being one."""
