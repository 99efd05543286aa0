import QtQuick
import Kiosk

// A way to see or to move: icon, word, and its state said in a word. On is filled.
Tap {
    id: tile

    required property string icon
    required property string text
    required property string said
    property bool on: false
    readonly property color ink: on ? Theme.colour.onBrand : Theme.colour.ink

    name: text + " " + said

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusControl
        color: tile.on ? (tile.pressed ? Theme.colour.brandPressed : Theme.colour.brand) : tile.pressed ? Theme.colour.brandTint : Theme.colour.raised
        border.width: tile.on ? 0 : Theme.controlLine
        border.color: Theme.colour.lineStrong
    }
    Column {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.spaceXs

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            size: Theme.iconFoot
            name: tile.icon
            ink: tile.ink
        }
        StyledText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            typeStyle: Theme.body
            font.weight: Font.Bold
            color: tile.ink
            text: tile.text
            wrapMode: Text.NoWrap
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.footWordLeast
        }
        StyledText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            typeStyle: Theme.body
            color: tile.ink
            text: tile.said
            wrapMode: Text.NoWrap
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.footWordLeast
        }
    }
}
