"""The gallery: our own controls in every state, for who builds pages with them."""
