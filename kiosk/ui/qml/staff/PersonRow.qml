import QtQuick
import Kiosk

// Somebody staff has found: name, organisation, type, and what is known of the visit.
Tap {
    id: row

    required property var modelData
    required property int index

    name: modelData.name
    height: sizes.personRow

    StaffSizes {
        id: sizes
    }
    Rectangle {
        anchors.fill: parent
        anchors.margins: Theme.hair
        radius: Theme.radiusCard
        color: row.modelData.chosen || row.pressed ? Theme.colour.brandTint : Theme.colour.raised
    }
    Rectangle {
        width: Theme.spaceXs
        height: parent.height
        color: Theme.colour.brand
        visible: row.modelData.chosen
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
        anchors.right: state.left
        anchors.rightMargin: Theme.spaceM + (row.modelData.barred ? sizes.shapeSmall : 0)
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: -Theme.spaceXs / 2

        StyledText {
            width: parent.width
            typeStyle: Theme.row
            text: row.modelData.name + (row.modelData.stall === "" ? "" : "  " + row.modelData.stall)
            wrapMode: Text.NoWrap
            elide: Text.ElideMiddle
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.body
            color: Theme.colour.inkSoft
            text: row.modelData.note !== "" ? row.modelData.note : [row.modelData.type, row.modelData.organisation, row.modelData.phone].filter(each => each !== "").join(Theme.latin ? ", " : "·")
            wrapMode: Text.NoWrap
            elide: Text.ElideMiddle
        }
    }
    Drawing {
        anchors.right: state.left
        anchors.rightMargin: Theme.spaceS
        anchors.verticalCenter: parent.verticalCenter
        width: sizes.shapeSmall
        height: sizes.shapeSmall
        name: "verdict_refuse"
        ink: Theme.shapeColour("refuse")
        visible: row.modelData.barred
    }
    Column {
        id: state

        anchors.right: parent.right
        anchors.rightMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: -Theme.spaceXs / 2

        StyledText {
            anchors.right: parent.right
            typeStyle: Theme.body
            font.weight: Font.Medium
            //% "禁止入场"
            //% "已入场"
            //% "未入场"
            text: row.modelData.barred ? qsTrId("staff.barred") : row.modelData.inside ? qsTrId("staff.inside_yes") : qsTrId("staff.inside_no")
            wrapMode: Text.NoWrap
        }
        StyledText {
            anchors.right: parent.right
            typeStyle: Theme.body
            color: Theme.colour.inkSoft
            //% "打印 %1 次"
            //% "有留言"
            text: row.modelData.remark !== "" ? qsTrId("staff.has_remark") : qsTrId("staff.prints").arg(row.modelData.prints)
            wrapMode: Text.NoWrap
        }
    }
}
