pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// People inside against the approved headcount, and admissions by gate.
Card {
    id: card

    required property StaffModel staff

    function grouped(number: int): string {
        return Number(number).toLocaleString(Qt.locale("en_US"), "f", 0);
    }

    height: Math.max(inside.height, gates.height) + 2 * Theme.cardInset

    Column {
        id: inside

        x: Theme.cardInset
        y: Theme.cardInset
        width: (parent.width - 3 * Theme.cardInset) / 2

        StyledText {
            width: parent.width
            typeStyle: Theme.body
            color: Theme.colour.inkSoft
            //% "馆内人数（批准上限 %1）"
            //% "馆内人数"
            text: card.staff.capacity > 0 ? qsTrId("staff.inside_of").arg(card.grouped(card.staff.capacity)) : qsTrId("staff.inside")
        }
        Row {
            spacing: Theme.spaceM

            StyledText {
                id: number

                typeStyle: Theme.hero
                text: card.grouped(card.staff.inside)
                wrapMode: Text.NoWrap
            }
            StyledText {
                anchors.baseline: number.baseline
                typeStyle: Theme.row
                font.weight: Font.Normal
                text: Math.round(card.staff.share * 100) + "%"
                visible: card.staff.capacity > 0
                wrapMode: Text.NoWrap
            }
        }
        Rectangle {
            width: parent.width
            height: Theme.staffBar
            color: Theme.colour.sunk
            visible: card.staff.capacity > 0

            Rectangle {
                width: parent.width * Math.min(1, card.staff.share)
                height: parent.height
                color: Theme.colour.ink
            }
        }
    }
    Column {
        id: gates

        anchors.right: parent.right
        anchors.rightMargin: Theme.cardInset
        y: Theme.cardInset
        width: inside.width

        StyledText {
            width: parent.width
            typeStyle: Theme.body
            color: Theme.colour.inkSoft
            //% "已放行"
            text: qsTrId("staff.gates")
        }
        Repeater {
            model: card.staff.gates

            Item {
                id: gate

                required property var modelData

                width: gates.width
                height: Theme.lead.line + Theme.spaceS

                StyledText {
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - admitted.width - Theme.spaceS
                    typeStyle: Theme.lead
                    label: true
                    text: gate.modelData.name
                    wrapMode: Text.NoWrap
                    elide: Text.ElideRight
                }
                StyledText {
                    id: admitted

                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    typeStyle: Theme.lead
                    label: true
                    text: card.grouped(gate.modelData.admitted)
                    wrapMode: Text.NoWrap
                }
            }
        }
    }
}
