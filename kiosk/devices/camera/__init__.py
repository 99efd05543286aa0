"""A camera as a scanner: its frames' brightness is read for codes, and no frame is ever kept."""
