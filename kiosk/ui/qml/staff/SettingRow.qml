import QtQuick
import Kiosk

// A setting: what it is called, and what it may be at the right.
Item {
    id: row

    required property string text
    property bool lined: false
    default property alias controls: places.data

    height: sizes.settingRow

    StaffSizes {
        id: sizes
    }
    Rectangle {
        width: parent.width
        height: Theme.hair
        color: Theme.colour.line
        visible: row.lined
    }
    StyledText {
        anchors.left: parent.left
        anchors.leftMargin: Theme.cardInset
        anchors.right: places.left
        anchors.rightMargin: Theme.spaceM
        anchors.verticalCenter: parent.verticalCenter
        typeStyle: Theme.lead
        text: row.text
    }
    Row {
        id: places

        anchors.right: parent.right
        anchors.rightMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.targetGap
    }
}
