import QtQuick
import Kiosk

// Text in one of Theme's styles. A label of one line is raised, because hanzi sit low in their line box.
Text {
    id: styled

    required property TypeStyle typeStyle
    property bool label: false

    color: Theme.colour.ink
    font.family: Theme.family
    font.pixelSize: typeStyle.size
    font.weight: typeStyle.weight
    lineHeight: typeStyle.line
    lineHeightMode: Text.FixedHeight
    wrapMode: Text.WordWrap
    bottomPadding: label ? typeStyle.lift * 2 : 0
    textFormat: Text.PlainText
    Accessible.role: Accessible.StaticText
    Accessible.name: styled.text
}
