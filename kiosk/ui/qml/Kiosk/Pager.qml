import QtQuick
import Kiosk

// The foot of a list: which rows are shown of how many, and two buttons that turn the page.
Item {
    id: pager

    required property string text
    required property bool hasBefore
    required property bool hasAfter
    // What stands further down, if it is worth a button of its own.
    property string beyond: ""

    signal turnedBack
    signal turnedOn
    signal wentBeyond

    StyledText {
        id: place

        anchors.left: parent.left
        anchors.leftMargin: Theme.cardInset
        anchors.right: further.visible ? further.left : turns.left
        anchors.rightMargin: Theme.spaceS
        anchors.verticalCenter: parent.verticalCenter
        typeStyle: Theme.body
        label: true
        color: Theme.colour.inkSoft
        text: pager.text
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
    }
    ActionButton {
        id: further

        anchors.right: turns.left
        anchors.rightMargin: Theme.spaceM
        anchors.verticalCenter: parent.verticalCenter
        height: Theme.targetLeast
        inset: Theme.spaceM
        typeStyle: Theme.body
        text: pager.beyond
        trailingIcon: "down"
        visible: pager.beyond !== "" && place.x + place.implicitWidth + Theme.spaceM + width + Theme.spaceM < turns.x
        onTapped: pager.wentBeyond()
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
