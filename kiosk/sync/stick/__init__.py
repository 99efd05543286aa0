"""Facts and packs on a stick: written whole or not at all, read as far as they are whole."""
