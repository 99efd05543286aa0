"""Every control says in words what it is, to those who do not see it."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface

from kiosk.ui.navigation import PAGES

ARGUMENTS = {"listing": "1", "way": "A003"}
TOUCHED = {QAccessible.Role.Button, QAccessible.Role.EditableText}


def tree(interface: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    if interface is None or not interface.isValid() or interface.state().invisible:
        return
    yield interface
    for index in range(interface.childCount()):
        yield from tree(interface.child(index))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_controls_have_names_and_names_are_words(window, settle, page, language):
    QAccessible.setActive(True)
    window.models.modes.speak(language)
    if page != "home":
        window.models.navigation.open(page, ARGUMENTS.get(page, ""))
    settle(window)
    found = list(tree(QAccessible.queryAccessibleInterface(window.quick)))
    assert any(each.role() in TOUCHED for each in found)
    for each in found:
        name = each.text(QAccessible.Text.Name)
        assert "QMLTYPE" not in name
        assert "undefined" not in name
        if each.role() in TOUCHED:
            assert name.strip(), f"a {each.role()} without a name"
    window.models.end_visit()
