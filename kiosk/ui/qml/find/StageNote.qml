import QtQuick
import Kiosk

// A word on a dark ground, about time or place: in 6 minutes, on now, over, here.
Rectangle {
    id: note

    required property string text
    // What is past stands back.
    property bool soft: false

    width: words.width + 2 * Theme.spaceXs
    height: words.height
    radius: Theme.spaceXs / 2
    color: soft ? Theme.colour.sunk : Theme.colour.ink
    visible: text !== ""

    StyledText {
        id: words

        anchors.centerIn: parent
        typeStyle: Theme.caption
        label: true
        font.weight: Font.Bold
        color: note.soft ? Theme.colour.inkSoft : Theme.colour.surface
        text: note.text
        wrapMode: Text.NoWrap
    }
}
