"""Rules that put right what a cell holds, and the lists they look things up in. Pure."""
