pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// Admissions by gate, today, in two columns.
Card {
    id: card

    required property DeskModel desk

    height: grid.height + 2 * Theme.spaceXs

    StaffSizes {
        id: sizes
    }
    Grid {
        id: grid

        x: sizes.inset
        y: Theme.spaceXs
        width: parent.width - 2 * sizes.inset
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
                    //% "%1（本机）"
                    text: gate.modelData.here ? qsTrId("staff.gate_here").arg(gate.modelData.name) : gate.modelData.name
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
                    //% "已放行 %1"
                    text: qsTrId("staff.gate_admitted").arg(Number(gate.modelData.admitted).toLocaleString(Qt.locale("en_US"), "f", 0))
                    wrapMode: Text.NoWrap
                }
            }
        }
    }
}
