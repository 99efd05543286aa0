"""Sign, verify, keyed hash, seal to a venue; and where keys are kept."""
