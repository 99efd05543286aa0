import QtQuick
import Kiosk

// Text in one of Theme's styles. A label of one line is raised, because hanzi sit low in their line box.
Text {
    required property TypeStyle style
    property bool label: false

    color: Theme.colour.ink
    font.family: Theme.family
    font.pixelSize: style.size
    font.weight: style.weight
    lineHeight: style.line
    lineHeightMode: Text.FixedHeight
    wrapMode: Text.WordWrap
    bottomPadding: label ? style.lift * 2 : 0
    textFormat: Text.PlainText
}
