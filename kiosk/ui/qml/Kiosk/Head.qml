import QtQuick
import Kiosk
import Kiosk.Models

// Page name left, date and time right.
Item {
    id: head

    required property Models models
    required property string title

    height: Theme.headHeight

    StyledText {
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: when.left
        anchors.rightMargin: Theme.spaceM
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: Theme.headShift
        typeStyle: Theme.row
        label: true
        text: head.title
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
    }
    Row {
        id: when

        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: Theme.headShift
        spacing: Theme.spaceS

        StyledText {
            anchors.verticalCenter: parent.verticalCenter
            typeStyle: Theme.body
            label: true
            color: Theme.colour.inkSoft
            text: head.models.clock.day
            wrapMode: Text.NoWrap
        }
        StyledText {
            anchors.verticalCenter: parent.verticalCenter
            typeStyle: Theme.title
            label: true
            font.weight: Font.Medium
            text: head.models.clock.time
            wrapMode: Text.NoWrap
        }
    }
}
