import QtQuick
import Kiosk

// A square button with an icon; `name` is what it is called for those who hear the screen.
Tap {
    id: button

    required property string icon
    // The icon turned clockwise by so many degrees, as a compass needle is.
    property real iconTurn: 0

    width: Theme.targetLeast
    height: Theme.targetLeast

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusControl
        color: !button.enabled ? Theme.colour.sunk : button.checked ? Theme.colour.brand : button.pressed ? Theme.colour.brandTint : Theme.colour.raised
        border.width: button.enabled ? Theme.controlLine : 0
        border.color: Theme.colour.lineStrong
    }
    Icon {
        anchors.centerIn: parent
        name: button.icon
        rotation: button.iconTurn
        ink: !button.enabled ? Theme.colour.inkSoft : button.checked ? Theme.colour.onBrand : Theme.colour.ink
    }
}
