import QtQuick
import Kiosk

// A chip with a zone's badge before its name.
Tap {
    id: chip

    required property string letter
    required property string text
    required property string count
    property bool chosen: false
    // Where many share a narrow column: badge and count; the map beside them has the names.
    property bool compact: false

    name: letter + " " + text + " " + count
    height: Theme.chipHeight
    width: Math.max(Theme.targetLeast, content.width + Theme.spaceM + Theme.spaceS)

    Rectangle {
        anchors.fill: parent
        radius: height / 2
        color: chip.chosen ? Theme.colour.brand : chip.pressed ? Theme.colour.brandTint : Theme.colour.raised
        border.width: chip.chosen ? 0 : Theme.controlLine
        border.color: Theme.colour.lineStrong
    }
    Row {
        id: content

        anchors.centerIn: parent
        spacing: Theme.spaceXs

        ZoneSign {
            anchors.verticalCenter: parent.verticalCenter
            size: Theme.iconButton
            letter: chip.letter
        }
        StyledText {
            anchors.verticalCenter: parent.verticalCenter
            typeStyle: Theme.body
            label: true
            color: chip.chosen ? Theme.colour.onBrand : Theme.colour.ink
            text: chip.text
            visible: !chip.compact
            wrapMode: Text.NoWrap
        }
        StyledText {
            anchors.verticalCenter: parent.verticalCenter
            typeStyle: Theme.caption
            label: true
            color: chip.chosen ? Theme.colour.onBrand : Theme.colour.inkSoft
            text: chip.count
            wrapMode: Text.NoWrap
        }
    }
}
