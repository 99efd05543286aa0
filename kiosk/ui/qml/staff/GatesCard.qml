pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// Admissions by gate, today, in two columns.
Card {
    id: card

    required property DeskModel desk

    function called(gate: var): string {
        if (gate.others > 0)
            //% "另外 %n 个入口"
            return qsTrId("staff.gates_other", gate.others);
        //% "%1（本机）"
        return gate.here ? qsTrId("staff.gate_here").arg(gate.name) : gate.name;
    }

    height: column.height + 2 * Theme.spaceS

    StaffSizes {
        id: sizes
    }
    Column {
        id: column

        x: sizes.inset
        y: Theme.spaceS
        width: parent.width - 2 * sizes.inset

        StyledText {
            id: title

            width: parent.width
            typeStyle: Theme.caption
            color: Theme.colour.inkSoft
            //% "今天来过 %1 人，各入口已放行"
            text: qsTrId("staff.gates").arg(Theme.grouped(card.desk.turnout))
        }
        Grid {
            id: grid

            width: parent.width
            columns: card.desk.gates.length > 1 ? 2 : 1
            columnSpacing: sizes.gateGap

            Repeater {
                model: card.desk.gates

                Item {
                    id: gate

                    required property var modelData

                    width: (grid.width - (grid.columns - 1) * grid.columnSpacing) / grid.columns
                    height: sizes.gateRow
                    Accessible.role: Accessible.StaticText
                    Accessible.name: name.text + " " + admitted.text

                    StyledText {
                        id: name

                        anchors.verticalCenter: parent.verticalCenter
                        width: parent.width - admitted.width - Theme.spaceS
                        typeStyle: Theme.body
                        label: true
                        text: card.called(gate.modelData)
                        wrapMode: Text.NoWrap
                        elide: Text.ElideRight
                    }
                    StyledText {
                        id: admitted

                        anchors.right: parent.right
                        anchors.verticalCenter: parent.verticalCenter
                        typeStyle: Theme.body
                        label: true
                        font.weight: Font.Medium
                        text: Theme.grouped(gate.modelData.admitted)
                        wrapMode: Text.NoWrap
                    }
                }
            }
        }
    }
}
