import QtQuick
import Kiosk
import Kiosk.Models

// "For my major": asks for the badge, says what it said, and has a way on for who has none.
Card {
    id: ask

    required property VisitorModel visitor
    required property FindSizes sizes
    property bool byHand: true
    readonly property bool bare: visitor.known && visitor.majorClass === ""

    signal handed
    signal ended

    height: words.height + buttons.height + Theme.spaceL + 2 * Theme.homeInset

    Row {
        id: words

        x: Theme.homeInset
        y: Theme.homeInset
        width: parent.width - 2 * Theme.homeInset
        spacing: Theme.spaceL

        ScanSign {
            id: sign

            size: Theme.buttonHeight * 2
            visible: !ask.bare
        }
        Column {
            width: parent.width - (sign.visible ? sign.width + Theme.spaceL : 0)
            spacing: Theme.spaceXs

            StyledText {
                width: parent.width
                typeStyle: ask.sizes.portrait ? Theme.headline : Theme.title
                //% "证上没有写专业"
                //% "没有认出这张证"
                //% "请扫胸卡"
                text: ask.bare ? qsTrId("facets.badge_bare") : ask.visitor.unknown ? qsTrId("facets.badge_unknown") : qsTrId("facets.badge_scan")
            }
            StyledText {
                width: parent.width
                typeStyle: Theme.lead
                color: Theme.colour.inkSoft
                //% "可以自己选一个专业类。"
                //% "请把本场的胸卡再扫一次，或自己选专业类。"
                //% "扫描窗在屏幕下方。只看您的专业类，不记录。"
                text: ask.bare ? qsTrId("facets.badge_bare_how") : ask.visitor.unknown ? qsTrId("facets.badge_unknown_how") : qsTrId("facets.badge_scan_how")
            }
        }
    }
    Row {
        id: buttons

        x: Theme.homeInset
        y: ask.height - height - Theme.homeInset
        spacing: Theme.spaceM

        ActionButton {
            //% "不用了"
            text: qsTrId("facets.badge_leave")
            typeStyle: ask.sizes.portrait ? Theme.lead : Theme.body
            onTapped: ask.ended()
        }
        ActionButton {
            primary: ask.bare
            //% "自己选专业类"
            text: qsTrId("facets.badge_hand")
            typeStyle: ask.sizes.portrait ? Theme.lead : Theme.body
            visible: ask.byHand
            onTapped: ask.handed()
        }
    }
}
