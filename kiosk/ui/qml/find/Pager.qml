import QtQuick
import Kiosk
import Kiosk.Models

// The foot of a list: which rows are shown of how many, and two buttons that turn the page.
Item {
    id: pager

    required property PagedRows rows
    //% "第 %1 到 %2 个，共 %3 个"
    property string text: qsTrId("find.page").arg(rows.first).arg(rows.last).arg(rows.total)
    readonly property bool needed: rows.hasBefore || rows.hasAfter

    StyledText {
        anchors.left: parent.left
        anchors.leftMargin: Theme.cardInset
        anchors.right: turns.left
        anchors.rightMargin: Theme.spaceS
        anchors.verticalCenter: parent.verticalCenter
        typeStyle: Theme.body
        label: true
        color: Theme.colour.inkSoft
        text: pager.text
        visible: pager.needed
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
    }
    Row {
        id: turns

        anchors.right: parent.right
        anchors.rightMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.targetGap
        visible: pager.needed

        IconButton {
            width: Theme.footWidth
            //% "上一页"
            name: qsTrId("find.page_back")
            icon: "up"
            enabled: pager.rows.hasBefore
            onTapped: pager.rows.turnBack()
        }
        IconButton {
            width: Theme.footWidth
            //% "下一页"
            name: qsTrId("find.page_on")
            icon: "down"
            enabled: pager.rows.hasAfter
            onTapped: pager.rows.turnOn()
        }
    }
}
