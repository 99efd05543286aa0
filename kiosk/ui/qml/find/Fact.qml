import QtQuick
import Kiosk

// A label over its value.
Column {
    id: fact

    required property string label
    required property string value
    property int lines: Theme.large ? 2 : 1

    visible: value !== ""

    StyledText {
        width: parent.width
        typeStyle: Theme.caption
        color: Theme.colour.inkSoft
        text: fact.label
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
    }
    StyledText {
        width: parent.width
        typeStyle: Theme.portrait ? Theme.body : Theme.caption
        font.weight: Font.Medium
        text: fact.value
        wrapMode: Text.Wrap
        maximumLineCount: fact.lines
        elide: Text.ElideRight
    }
}
