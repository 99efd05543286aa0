import QtQuick
import Kiosk

// A stall that nobody came to, or that was given up: its number, whose it is, and giving it back.
Item {
    id: row

    required property int index
    required property string stall
    required property string host
    required property bool released
    property bool busy: false
    property string whose: ""

    signal back

    height: sizes.stallRow
    Accessible.role: Accessible.StaticText
    Accessible.name: stall + " " + host
    ListView.onPooled: visible = false
    ListView.onReused: {
        visible = true;
        Accessible.ignored = false;
    }

    StaffSizes {
        id: sizes
    }
    Rectangle {
        width: parent.width
        height: Theme.hair
        color: Theme.colour.line
        visible: row.index > 0
    }
    StyledText {
        id: number

        x: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        width: sizes.stallNumber
        typeStyle: Theme.row
        label: true
        text: row.stall
        wrapMode: Text.NoWrap
    }
    StyledText {
        anchors.left: number.right
        anchors.leftMargin: Theme.spaceS
        anchors.right: back.visible ? back.left : parent.right
        anchors.rightMargin: back.visible ? Theme.spaceS : Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        typeStyle: Theme.body
        label: true
        text: row.host
        wrapMode: Text.NoWrap
        elide: Text.ElideMiddle
    }
    StaffButton {
        id: back

        whose: row.whose
        anchors.right: parent.right
        anchors.rightMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        height: Theme.targetLeast
        typeStyle: Theme.body
        free: !row.busy
        //% "还给单位"
        text: qsTrId("staff.give_back")
        visible: row.released
        onTapped: row.back()
    }
}
