"""Rows become what the fair is made of, and the ledger says what became of each."""
