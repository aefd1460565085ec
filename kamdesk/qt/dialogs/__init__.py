"""Dialogs that record one thing each; what is wrong is said in the dialog, and nothing typed is lost."""
