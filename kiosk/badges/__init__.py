"""A badge as PDF."""
