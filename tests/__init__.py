"""Tests; they import each other as `tests.…`, so that what several need stands in one module."""
