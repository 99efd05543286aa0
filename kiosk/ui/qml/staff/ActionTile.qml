import QtQuick
import Kiosk

// One of the things that staff do: icon over word.
Tap {
    id: tile

    required property string icon
    required property string text

    name: text

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusControl
        color: tile.pressed ? Theme.colour.brandTint : Theme.colour.raised
        border.width: Theme.controlLine
        border.color: Theme.colour.lineStrong
    }
    Column {
        anchors.centerIn: parent

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            name: tile.icon
        }
        StyledText {
            anchors.horizontalCenter: parent.horizontalCenter
            typeStyle: Theme.lead
            font.weight: Font.Bold
            text: tile.text
            wrapMode: Text.NoWrap
        }
    }
}
