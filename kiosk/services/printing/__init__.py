"""Badges on paper: the queue of single badges, and batches of sheets."""
