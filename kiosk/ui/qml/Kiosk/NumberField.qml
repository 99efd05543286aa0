import QtQuick
import Kiosk

// Shows what the digit pad has typed, with a caret; it takes no keys itself.
Rectangle {
    id: field

    required property string text

    height: Theme.fieldHeight
    radius: Theme.radiusControl
    color: Theme.colour.raised
    border.width: Theme.focusLine
    border.color: Theme.colour.brand

    StyledText {
        id: typed

        anchors.left: parent.left
        anchors.leftMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        typeStyle: Theme.title
        label: true
        text: field.text
        wrapMode: Text.NoWrap
    }
    Rectangle {
        anchors.left: typed.right
        anchors.leftMargin: Theme.hair
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.controlLine
        height: Theme.title.size
        color: Theme.colour.brand
    }
}
