import QtQuick
import Kiosk

// Something that staff should do: its verdict shape, what, why, and the one button that leads to it.
Item {
    id: row

    required property var modelData
    required property int index

    signal led(leadsTo: string)

    function actionOf(leadsTo: string): string {
        switch (leadsTo) {
        case "printers":
            //% "去打印机"
            return qsTrId("staff.to_printers");
        case "settings":
            //% "去设置"
            return qsTrId("staff.to_settings");
        case "resume":
            //% "恢复入场"
            return qsTrId("staff.resume");
        default:
            //% "逐个查看"
            return qsTrId("staff.to_each");
        }
    }

    height: Math.max(sizes.needLeast, words.height + 2 * Theme.spaceS)
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
        anchors.right: action.left
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
    ActionButton {
        id: action

        anchors.right: parent.right
        anchors.rightMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        text: row.actionOf(row.modelData.leadsTo)
        onTapped: row.led(row.modelData.leadsTo)
    }
}
