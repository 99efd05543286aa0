"""Badges on paper and as pictures: composed once, drawn as PDF, in dots, and on sheets of many."""
