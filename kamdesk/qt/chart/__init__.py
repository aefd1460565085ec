"""The buying centre drawn as who reports to whom. `forest`, `tidy`, `plan` and `walk` reckon and know nothing of Qt."""
