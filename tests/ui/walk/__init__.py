"""The walk: every page in every language, orientation and mode, seen, touched and heard.

`seen` reads a window into plain values once a look; the other modules each find one kind of fault in them, a
sentence a fault, which names the text or control and the figure.
"""
