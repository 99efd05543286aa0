import QtQuick
import Kiosk
import Kiosk.Models

// Where to apply, for a phone to take along: the code, for which post it is, and the host that it leads to.
// The kiosk opens nothing. A link too long for a code that phones read says so.
Rectangle {
    id: panel

    required property Models models
    required property CardSizes sizes
    required property string link
    required property string host
    // The post that the link is for, where each has its own.
    required property string post

    x: sizes.codeLeft
    y: sizes.codeTop
    width: sizes.codeWidth
    height: sizes.codeHeight
    radius: Theme.radiusCard
    color: Theme.colour.sunk

    Qr {
        id: code

        x: panel.sizes.codeInset
        y: panel.sizes.codeInset
        models: panel.models
        text: panel.link
        //% "投递用的二维码，网址在 %1"
        name: qsTrId("card.code_name").arg(panel.host)
    }
    Column {
        anchors.left: code.fits ? code.right : parent.left
        anchors.leftMargin: code.fits ? Theme.spaceL : Theme.cardInset
        anchors.right: parent.right
        anchors.rightMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.spaceXs / 2

        StyledText {
            width: parent.width
            typeStyle: Theme.row
            //% "用手机扫码投递"
            //% "网址太长，画不成码"
            text: code.fits ? qsTrId("card.scan") : qsTrId("card.no_code")
            wrapMode: Text.NoWrap
            fontSizeMode: Text.HorizontalFit
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.body
            text: panel.post
            visible: text !== "" && code.fits
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.body
            //% "请到展位问一问怎样投递。"
            text: qsTrId("card.no_code_how")
            visible: !code.fits
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.body
            color: Theme.colour.inkSoft
            //% "打开 %1"
            text: qsTrId("card.opens").arg(panel.host)
            wrapMode: Text.NoWrap
            // A host is told by its end.
            elide: Text.ElideLeft
        }
    }
}
