import QtQuick
import Kiosk

// The foot of a list: which rows are shown of how many, and two buttons that turn the page.
Item {
    id: pager

    required property string text
    required property bool hasBefore
    required property bool hasAfter

    signal turnedBack
    signal turnedOn

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
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
    }
    Row {
        id: turns

        anchors.right: parent.right
        anchors.rightMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.targetGap

        IconButton {
            width: Theme.footWidth
            //% "上一页"
            name: qsTrId("find.page_back")
            icon: "up"
            enabled: pager.hasBefore
            onTapped: pager.turnedBack()
        }
        IconButton {
            width: Theme.footWidth
            //% "下一页"
            name: qsTrId("find.page_on")
            icon: "down"
            enabled: pager.hasAfter
            onTapped: pager.turnedOn()
        }
    }
}
