import QtQuick
import Kiosk

// A member of a delegation who could not go in, and why: to be read.
Item {
    id: row

    required property int index
    required property string who
    required property string why

    //% "请到服务台"
    readonly property string said: why !== "" ? why : qsTrId("delegation.to_desk")

    height: Theme.memberRow
    Accessible.role: Accessible.StaticText
    Accessible.name: who + " " + said
    ListView.onPooled: visible = false
    ListView.onReused: {
        visible = true;
        Accessible.ignored = false;
    }

    Rectangle {
        width: parent.width
        height: Theme.hair
        color: Theme.colour.line
        visible: row.index > 0
    }
    StyledText {
        id: called

        anchors.left: parent.left
        anchors.leftMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        typeStyle: Theme.row
        label: true
        text: row.who
        wrapMode: Text.NoWrap
    }
    StyledText {
        anchors.left: called.right
        anchors.leftMargin: Theme.spaceM
        anchors.right: parent.right
        anchors.rightMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        typeStyle: Theme.body
        label: true
        horizontalAlignment: Text.AlignRight
        text: row.said
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
    }
}
