import QtQuick
import Kiosk

// A part of the time: its digits as far as they are typed. The chosen one takes the next digit.
Tap {
    id: part

    required property string label
    required property string text
    property bool chosen: false

    name: label + " " + text
    checkable: true
    checked: chosen
    height: Math.max(sizes.field, words.height + 2 * Theme.spaceXs)

    StationSizes {
        id: sizes
    }
    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusControl
        color: part.pressed ? Theme.colour.brandTint : Theme.colour.raised
        border.width: part.chosen ? Theme.focusLine : Theme.controlLine
        border.color: part.chosen ? Theme.colour.brand : Theme.colour.lineStrong
    }
    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: Theme.cardInset
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter

        StyledText {
            typeStyle: Theme.caption
            color: Theme.colour.inkSoft
            text: part.label
            wrapMode: Text.NoWrap
        }
        StyledText {
            typeStyle: Theme.title
            label: true
            text: part.text
            wrapMode: Text.NoWrap
        }
    }
}
