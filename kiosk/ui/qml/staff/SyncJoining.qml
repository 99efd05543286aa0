import QtQuick
import Kiosk
import Kiosk.Models

// This kiosk has no certificate of the venue: the number that the hub's screen shows as well, and what to do.
Card {
    id: card

    required property Models models
    readonly property var own: models.staff.sync.own
    readonly property string code: own.code ?? ""

    height: Math.max(words.height, qr.visible ? qr.height : 0) + 2 * Theme.cardInset

    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: Theme.cardInset
        anchors.right: qr.visible ? qr.left : parent.right
        anchors.rightMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter

        StyledText {
            width: parent.width
            typeStyle: Theme.row
            //% "本机还没有加入本场地"
            text: qsTrId("sync.own_joining")
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.display
            text: card.code
            visible: text !== ""
            wrapMode: Text.NoWrap
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.lead
            text: card.own.words ?? ""
        }
    }
    Qr {
        id: qr

        anchors.right: parent.right
        anchors.rightMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        models: card.models
        text: card.own.qr ?? ""
        //% "同一个号码的二维码"
        name: qsTrId("sync.qr")
        visible: text !== ""
    }
}
