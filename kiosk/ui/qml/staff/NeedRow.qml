import QtQuick
import Kiosk

// Something that staff should do: its verdict shape, what, why, and the one button that leads to it.
Item {
    id: row

    required property var modelData
    required property int index

    // Whether it asks once, in place.
    property bool asking: false
    // Whose it is, where it is dealt with here and now, and not theirs who are signed in.
    property string whose: ""

    signal led(leadsTo: string)
    signal confirmed
    signal kept

    function actionOf(leadsTo: string): string {
        switch (leadsTo) {
        case "printers":
            //% "去打印机"
            return qsTrId("staff.to_printers");
        case "batch":
            return qsTrId("batch.go_on");
        case "settings":
        case "scanners":
            //% "去设置"
            return qsTrId("staff.to_settings");
        case "resume":
            //% "恢复入场"
            return qsTrId("staff.resume");
        case "pause":
            return qsTrId("staff.pause");
        case "log":
            //% "看记录"
            return qsTrId("guard.to_log");
        case "stalls":
            //% "去展位"
            return qsTrId("staff.to_stalls");
        case "floor":
            //% "去看看"
            return qsTrId("floor.to_floor");
        case "sync":
            return qsTrId("floor.to_floor");
        case "floor:stalls":
            return qsTrId("staff.to_stalls");
        case "clock":
            //% "时间没错"
            //% "确认没错"
            return asking ? qsTrId("staff.clock_sure") : qsTrId("staff.clock_right");
        case "time":
            return qsTrId("floor.to_floor");
        case "rescue":
            //% "我看过了"
            return qsTrId("staff.rescue_seen");
        default:
            //% "逐个查看"
            return qsTrId("staff.to_each");
        }
    }

    height: Math.max(sizes.needLeast, words.height + 2 * Theme.spaceS, ways.height + 2 * Theme.spaceS)
    Accessible.role: Accessible.StaticText
    Accessible.name: modelData.title

    StaffSizes {
        id: sizes
    }
    Rectangle {
        width: parent.width
        height: Theme.hair
        color: Theme.colour.line
        visible: row.index > 0
    }
    Drawing {
        id: shape

        anchors.left: parent.left
        anchors.leftMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        width: sizes.shape
        height: sizes.shape
        name: "verdict_" + row.modelData.level
        ink: Theme.shapeColour(row.modelData.level)
    }
    Column {
        id: words

        anchors.left: shape.right
        anchors.leftMargin: Theme.cardInset
        anchors.right: ways.left
        anchors.rightMargin: Theme.spaceM
        anchors.verticalCenter: parent.verticalCenter

        StyledText {
            width: parent.width
            typeStyle: Theme.row
            text: row.modelData.title
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.body
            color: Theme.colour.inkSoft
            text: row.modelData.detail
        }
    }
    Column {
        id: ways

        anchors.right: parent.right
        anchors.rightMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.targetGap

        StaffButton {
            whose: row.whose
            anchors.right: parent.right
            text: row.actionOf(row.modelData.leadsTo)
            onTapped: {
                if (row.asking)
                    row.confirmed();
                else
                    row.led(row.modelData.leadsTo);
            }
        }
        ActionButton {
            anchors.right: parent.right
            //% "不对，去改"
            text: qsTrId("staff.clock_wait")
            visible: row.asking
            onTapped: row.kept()
        }
    }
}
