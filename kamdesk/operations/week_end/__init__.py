"""Handing over and taking in week packages; who this book is to others, and whom it knows."""
