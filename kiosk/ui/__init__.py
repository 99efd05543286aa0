"""One view-model a page, one bridge between threads, QML beside them."""
