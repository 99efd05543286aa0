import QtQuick
import Kiosk

// A badge that did not print: whose (masked), when, why, and once more.
Item {
    id: row

    required property var modelData
    required property int index

    signal again

    height: Math.max(Theme.rowHeight, words.height + 2 * Theme.spaceS)

    Rectangle {
        width: parent.width
        height: Theme.hair
        color: Theme.colour.line
        visible: row.index > 0
    }
    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: Theme.cardInset
        anchors.right: button.left
        anchors.rightMargin: Theme.spaceM
        anchors.verticalCenter: parent.verticalCenter

        StyledText {
            width: parent.width
            typeStyle: Theme.row
            text: (row.modelData.who !== "" ? row.modelData.who : qsTrId("staff.nobody")) + "  " + row.modelData.at
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.body
            color: Theme.colour.inkSoft
            text: row.modelData.problem
        }
    }
    ActionButton {
        id: button

        anchors.right: parent.right
        anchors.rightMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        //% "再打一次"
        text: qsTrId("staff.print_again")
        onTapped: row.again()
    }
}
