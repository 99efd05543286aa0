import QtQuick
import Kiosk

// Something that staff should do: its verdict shape, what, and why.
Item {
    id: row

    required property var modelData
    required property int index

    height: Theme.staffNeed
    Accessible.role: Accessible.StaticText
    Accessible.name: modelData.title

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
        width: Theme.staffShape
        height: Theme.staffShape
        name: "verdict_" + row.modelData.level
        ink: Theme.shapeColour(row.modelData.level)
    }
    Column {
        anchors.left: shape.right
        anchors.leftMargin: Theme.cardInset
        anchors.right: parent.right
        anchors.rightMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter

        StyledText {
            width: parent.width
            typeStyle: Theme.row
            text: row.modelData.title
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.body
            color: Theme.colour.inkSoft
            text: row.modelData.detail
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }
    }
}
