import QtQuick
import Kiosk

// One of the newest decisions: when, who (masked), what.
Item {
    id: line

    required property var modelData
    required property int index

    height: Theme.staffRow

    Rectangle {
        width: parent.width
        height: Theme.hair
        color: Theme.colour.line
        visible: line.index > 0
    }
    StyledText {
        id: time

        x: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.staffTime
        typeStyle: Theme.body
        label: true
        color: Theme.colour.inkSoft
        text: line.modelData.time
        wrapMode: Text.NoWrap
    }
    StyledText {
        anchors.left: time.right
        anchors.leftMargin: Theme.spaceM
        anchors.right: verdict.left
        anchors.rightMargin: Theme.spaceM
        anchors.verticalCenter: parent.verticalCenter
        typeStyle: Theme.lead
        label: true
        text: line.modelData.who
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
    }
    StyledText {
        id: verdict

        anchors.right: parent.right
        anchors.rightMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        typeStyle: Theme.lead
        label: true
        text: line.modelData.verdict
        wrapMode: Text.NoWrap
    }
}
