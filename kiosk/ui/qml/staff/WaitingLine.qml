import QtQuick
import Kiosk

// A badge that waits: whose (masked), since when.
Item {
    id: line

    required property var modelData
    required property int index

    height: sizes.printLine

    StaffSizes {
        id: sizes
    }
    Rectangle {
        width: parent.width
        height: Theme.hair
        color: Theme.colour.line
        visible: line.index > 0
    }
    StyledText {
        anchors.left: parent.left
        anchors.leftMargin: Theme.cardInset
        anchors.right: at.left
        anchors.rightMargin: Theme.spaceM
        anchors.verticalCenter: parent.verticalCenter
        typeStyle: Theme.body
        label: true
        text: line.modelData.who !== "" ? line.modelData.who : qsTrId("staff.nobody")
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
    }
    StyledText {
        id: at

        anchors.right: parent.right
        anchors.rightMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        typeStyle: Theme.body
        label: true
        color: Theme.colour.inkSoft
        //% "%1 起"
        text: qsTrId("staff.waits_since").arg(line.modelData.at)
        wrapMode: Text.NoWrap
    }
}
