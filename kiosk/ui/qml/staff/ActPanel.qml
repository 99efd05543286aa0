pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// Who is chosen, why a badge is needed, and the two ways to one; what became of it is said in place.
Card {
    id: panel

    required property PeopleModel people
    readonly property bool answered: people.said !== "" || people.notDone

    function called(reason: string): string {
        switch (reason) {
        case "lost":
            //% "遗失"
            return qsTrId("staff.reason_lost");
        case "damaged":
            //% "损坏"
            return qsTrId("staff.reason_damaged");
        default:
            //% "打印不清"
            return qsTrId("staff.reason_misprint");
        }
    }
    function said(): string {
        if (people.busy)
            //% "正在办，请稍候。"
            return qsTrId("staff.act_busy");
        if (people.notDone)
            //% "没有办成，请再试一次。"
            return qsTrId("staff.not_done");
        //% "先选原因，再补打或换新证。"
        return people.said !== "" ? people.said : qsTrId("staff.act_how");
    }

    height: content.height + 2 * Theme.cardInset

    Column {
        id: content

        x: Theme.cardInset
        y: Theme.cardInset
        width: parent.width - 2 * Theme.cardInset
        spacing: Theme.spaceM

        Column {
            width: parent.width

            StyledText {
                width: parent.width
                typeStyle: Theme.row
                text: panel.people.chosenName
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
            }
            StyledText {
                width: parent.width
                typeStyle: Theme.body
                font.weight: panel.answered ? Font.Bold : Font.Normal
                color: panel.answered ? Theme.colour.ink : Theme.colour.inkSoft
                text: panel.said()
            }
        }
        Flow {
            width: parent.width
            spacing: Theme.targetGap

            Repeater {
                model: panel.people.reasons

                Chip {
                    required property string modelData

                    text: panel.called(modelData)
                    chosen: panel.people.reason === modelData
                    onTapped: panel.people.choose_reason(modelData)
                }
            }
        }
        Item {
            readonly property bool narrow: again.implicitWidth + anew.implicitWidth + Theme.gutter > width

            width: parent.width
            height: narrow ? 2 * Theme.buttonHeight + Theme.targetGap : Theme.buttonHeight

            ActionButton {
                id: again

                width: parent.narrow ? parent.width : implicitWidth
                height: Theme.buttonHeight
                enabled: !panel.people.busy
                icon: "printer"
                //% "补打同一张证"
                text: qsTrId("staff.reprint")
                onTapped: panel.people.reprint()
            }
            ActionButton {
                id: anew

                anchors.bottom: parent.bottom
                anchors.right: parent.right
                width: parent.narrow ? parent.width : parent.width - again.width - Theme.gutter
                height: Theme.buttonHeight
                enabled: !panel.people.busy
                primary: true
                icon: "badge"
                //% "换新证，旧证停用"
                text: qsTrId("staff.reissue")
                onTapped: panel.people.reissue()
            }
        }
    }
}
