"""The staff part of the window: a view-model a view, all wiped when staff sign out."""
