import QtQuick
import Kiosk

// Something to know before switching off: its shape, what, and what to do about it.
Item {
    id: row

    required property var modelData
    required property int index

    height: Math.max(sizes.remarkLeast, words.height + 2 * Theme.spaceS)
    Accessible.role: Accessible.StaticText
    Accessible.name: modelData.title

    StationSizes {
        id: sizes
    }
    Rectangle {
        width: parent.width
        height: Theme.hair
        color: Theme.colour.line
        visible: row.index > 0
    }
    Drawing {
        id: shape

        anchors.left: parent.left
        anchors.leftMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        width: sizes.signSmall
        height: sizes.signSmall
        name: "verdict_" + row.modelData.level
        ink: Theme.shapeColour(row.modelData.level)
    }
    Column {
        id: words

        anchors.left: shape.right
        anchors.leftMargin: Theme.spaceM
        anchors.right: parent.right
        anchors.rightMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter

        StyledText {
            width: parent.width
            typeStyle: Theme.lead
            font.weight: Font.Bold
            text: row.modelData.title
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.body
            color: Theme.colour.inkSoft
            text: row.modelData.detail
            visible: text !== ""
        }
    }
}
