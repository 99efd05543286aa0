"""What is true of fairs: pure functions and frozen dataclasses. No clock, no I/O, standard library only."""
