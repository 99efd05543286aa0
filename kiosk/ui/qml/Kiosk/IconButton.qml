import QtQuick
import Kiosk

// A square button with an icon; `name` is what it is called for those who hear the screen.
Tap {
    id: button

    required property string icon

    width: Theme.targetLeast
    height: Theme.targetLeast
    opacity: enabled ? 1 : 0.4

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusControl
        color: button.pressed ? Theme.colour.brandTint : Theme.colour.raised
        border.width: Theme.controlLine
        border.color: Theme.colour.lineStrong
    }
    Icon {
        anchors.centerIn: parent
        name: button.icon
    }
}
