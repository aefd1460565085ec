"""The window's forms, made from ``ui/*.ui`` by tools/make_forms.py. Never edited by hand."""
