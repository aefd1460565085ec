"""The pages of the window: each reads its rows through the runner and reads them again when they have changed."""
