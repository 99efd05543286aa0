"""The directory: what is looked for, narrowed, listed and counted."""
