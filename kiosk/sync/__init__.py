"""How facts travel between kiosks: the wire format."""
