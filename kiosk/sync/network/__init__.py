"""Machines of a venue talk over its network: who is there, one talk a pair, packs, the courier's process."""
