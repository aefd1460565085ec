"""The end of the week: fill the gaps, close, hand over, take in, settle what two books wrote differently."""
