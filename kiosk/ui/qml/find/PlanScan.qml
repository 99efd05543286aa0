import QtQuick
import Kiosk
import Kiosk.Models

// A badge is waited for: the next one that is scanned says who stands here, and admits nobody.
Card {
    id: card

    required property VisitorModel visitor
    required property PlanModel plan
    required property PlanSizes sizes

    signal cancelled

    height: content.height + 2 * Theme.homeInset

    ScanSign {
        id: sign

        anchors.right: parent.right
        anchors.rightMargin: Theme.homeInset
        anchors.verticalCenter: parent.verticalCenter
        size: card.sizes.planSign
    }
    Column {
        id: content

        anchors.left: parent.left
        anchors.leftMargin: Theme.homeInset
        anchors.right: sign.left
        anchors.rightMargin: Theme.spaceL
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.spaceM

        StyledText {
            width: parent.width
            typeStyle: Theme.title
            //% "请扫胸卡"
            text: qsTrId("plan.scan")
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.lead
            //% "把胸卡上的二维码对准下方扫描口。"
            text: qsTrId("plan.scan_how")
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.lead
            font.weight: Font.Medium
            //% "这不是本场的胸卡，或已换新。请换一张再扫。"
            text: qsTrId("plan.scan_unknown")
            visible: card.visitor.unknown
        }
        ActionButton {
            //% "先不扫"
            text: qsTrId("plan.scan_cancel")
            onTapped: card.cancelled()
        }
    }
}
