pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// Who is chosen, why a badge is needed, and the two ways to one; what became of it is said in place.
Card {
    id: panel

    required property PeopleModel people

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
                font.weight: panel.people.said === "" ? Font.Normal : Font.Bold
                color: panel.people.said === "" ? Theme.colour.inkSoft : Theme.colour.ink
                //% "正在办，请稍候。"
                //% "先选原因，再补打或换新证。"
                text: panel.people.said !== "" ? panel.people.said : panel.people.busy ? qsTrId("staff.act_busy") : qsTrId("staff.act_how")
            }
        }
        Flow {
            width: parent.width
            spacing: Theme.targetGap

            Repeater {
                model: panel.people.reasons

                Chip {
                    required property var modelData

                    text: modelData.words
                    chosen: panel.people.reason === modelData.id
                    onTapped: panel.people.choose_reason(modelData.id)
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
