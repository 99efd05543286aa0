import QtQuick
import Kiosk

// A delegation: its name, leader and coach, and how many of it are here.
Tap {
    id: row

    required property int index
    required property string delegation
    required property string title
    required property string leader
    required property string coach
    required property int arrived
    required property int expected
    readonly property bool all: arrived >= expected

    name: title
    height: sizes.personRow
    ListView.onPooled: visible = false
    ListView.onReused: {
        visible = true;
        Accessible.ignored = false;
    }

    StaffSizes {
        id: sizes
    }
    Rectangle {
        anchors.fill: parent
        anchors.margins: Theme.hair
        radius: Theme.radiusControl
        color: row.pressed ? Theme.colour.brandTint : Theme.colour.raised
    }
    Rectangle {
        width: parent.width
        height: Theme.hair
        color: Theme.colour.line
        visible: row.index > 0
    }
    Column {
        anchors.left: parent.left
        anchors.leftMargin: Theme.cardInset
        anchors.right: count.left
        anchors.rightMargin: Theme.spaceM
        anchors.verticalCenter: parent.verticalCenter

        StyledText {
            width: parent.width
            typeStyle: Theme.row
            text: row.title
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.body
            color: Theme.colour.inkSoft
            text: row.coach !== "" ? qsTrId("delegation.leader_coach").arg(row.leader).arg(row.coach) : qsTrId("delegation.leader").arg(row.leader)
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }
    }
    StyledText {
        id: count

        anchors.right: chevron.left
        anchors.rightMargin: Theme.spaceM
        anchors.verticalCenter: parent.verticalCenter
        typeStyle: Theme.row
        label: true
        //% "%1 / %2 已到齐"
        text: row.all ? qsTrId("staff.all_arrived").arg(row.arrived).arg(row.expected) : row.arrived + " / " + row.expected
        wrapMode: Text.NoWrap
    }
    Icon {
        id: chevron

        anchors.right: parent.right
        anchors.rightMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        size: Theme.iconRow
        name: "chevron"
    }
}
