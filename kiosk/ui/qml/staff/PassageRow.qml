import QtQuick
import Kiosk

// An aisle, lift, stairs, ramp or escalator: where it is, since when it is closed, and the button for it.
Item {
    id: row

    required property int index
    required property string passage
    required property string icon
    required property string name
    required property string place
    required property bool closed
    required property string since
    required property string by
    required property bool asked
    property bool busy: false
    property string whose: ""

    signal close
    signal open

    height: sizes.floorRow
    Accessible.role: Accessible.StaticText
    Accessible.name: name + " " + state.text
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
        height: parent.height
        color: Theme.colour.brandTint
        visible: row.asked
    }
    Rectangle {
        width: parent.width
        height: Theme.hair
        color: Theme.colour.line
        visible: row.index > 0
    }
    Icon {
        id: sign

        x: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        name: row.icon
        visible: !row.closed
    }
    Drawing {
        anchors.centerIn: sign
        width: sizes.shapeSmall
        height: sizes.shapeSmall
        name: "verdict_notice"
        ink: Theme.shapeColour("notice")
        visible: row.closed
    }
    Column {
        anchors.left: sign.right
        anchors.leftMargin: Theme.spaceM
        anchors.right: act.left
        anchors.rightMargin: Theme.spaceS
        anchors.verticalCenter: parent.verticalCenter

        StyledText {
            width: parent.width
            typeStyle: Theme.row
            text: row.name
            wrapMode: Text.NoWrap
            elide: Text.ElideMiddle
        }
        StyledText {
            id: state

            width: parent.width
            typeStyle: Theme.body
            font.weight: row.closed ? Font.Bold : Font.Normal
            color: row.closed ? Theme.colour.ink : Theme.colour.inkSoft
            text: {
                if (!row.closed)
                    return row.place;
                //% "%1 起关闭，%2"
                //% "%1 起关闭"
                return row.by !== "" ? qsTrId("floor.closed_by").arg(row.since).arg(row.by) : qsTrId("floor.closed_since").arg(row.since);
            }
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }
    }
    StaffButton {
        id: act

        whose: row.whose
        anchors.right: parent.right
        anchors.rightMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        height: Theme.targetLeast
        typeStyle: Theme.body
        free: !row.busy
        //% "开放"
        //% "关闭"
        text: row.closed ? qsTrId("floor.open") : qsTrId("floor.close")
        visible: !row.asked
        onTapped: {
            if (row.closed)
                row.open();
            else
                row.close();
        }
    }
}
