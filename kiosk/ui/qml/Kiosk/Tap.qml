import QtQuick

// What can be touched. Touch answers in the same frame: `pressed` changes tone, nothing moves.
// A touch leaves the focus where it is, so that a field keeps its keyboard; Tab brings it here (FocusRing shows
// it), and then Enter and Space are a touch.
Item {
    id: tap

    readonly property bool pressed: area.pressed || held
    // Shown as if it were touched: for the gallery.
    property bool held: false
    property string name: ""
    // A switch or one of several choices, and whether it is on.
    property bool checkable: false
    property bool checked: false

    signal tapped

    activeFocusOnTab: true
    Accessible.role: checkable ? Accessible.CheckBox : Accessible.Button
    Accessible.name: name
    Accessible.checkable: checkable
    Accessible.checked: checked
    Accessible.onPressAction: tap.tapped()
    Accessible.onToggleAction: tap.tapped()
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter || event.key === Qt.Key_Space) {
            event.accepted = true;
            if (!event.isAutoRepeat)
                tap.tapped();
        }
    }

    MouseArea {
        id: area

        anchors.fill: parent
        onClicked: tap.tapped()
    }
}
