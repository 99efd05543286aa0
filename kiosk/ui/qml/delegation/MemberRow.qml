import QtQuick
import Kiosk

// A member of a delegation: a tick that one touch takes away; none to be taken from who is in already.
Tap {
    id: row

    required property int index
    required property string who
    required property string attendee
    required property string detail
    required property bool arrived
    required property bool ticked

    height: Theme.memberRow
    name: who
    checkable: true
    checked: ticked
    enabled: !arrived
    ListView.onPooled: visible = false
    ListView.onReused: {
        visible = true;
        Accessible.ignored = false;
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
    Rectangle {
        id: box

        anchors.left: parent.left
        anchors.leftMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.tickBox
        height: Theme.tickBox
        radius: Theme.radiusControl
        color: row.arrived ? Theme.colour.sunk : row.ticked ? Theme.colour.brand : Theme.colour.raised
        border.width: row.ticked ? 0 : Theme.controlLine
        border.color: Theme.colour.lineStrong

        Icon {
            anchors.centerIn: parent
            size: Theme.iconButton
            name: "check"
            ink: row.arrived ? Theme.colour.inkSoft : Theme.colour.onBrand
            visible: row.ticked
        }
    }
    StyledText {
        id: called

        anchors.left: box.right
        anchors.leftMargin: Theme.spaceM
        anchors.verticalCenter: parent.verticalCenter
        typeStyle: Theme.row
        label: true
        color: row.ticked ? Theme.colour.ink : Theme.colour.inkSoft
        text: row.who
        wrapMode: Text.NoWrap
    }
    StyledText {
        anchors.left: called.right
        anchors.leftMargin: Theme.spaceM
        anchors.right: standing.left
        anchors.rightMargin: Theme.spaceS
        anchors.verticalCenter: parent.verticalCenter
        typeStyle: Theme.body
        label: true
        color: Theme.colour.inkSoft
        text: row.detail
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
    }
    StyledText {
        id: standing

        anchors.right: parent.right
        anchors.rightMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        typeStyle: Theme.body
        label: true
        font.weight: Font.Medium
        //% "已到"
        //% "没来"
        text: row.arrived ? qsTrId("delegation.here") : row.ticked ? "" : qsTrId("delegation.absent")
        wrapMode: Text.NoWrap
    }
}
