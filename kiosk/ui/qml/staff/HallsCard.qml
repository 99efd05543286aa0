pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// People in each hall now, and in the session behind this door; of how many.
Card {
    id: card

    required property DeskModel desk

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
            width: parent.width
            typeStyle: Theme.caption
            color: Theme.colour.inkSoft
            //% "现在各馆人数"
            text: qsTrId("staff.halls")
        }
        Grid {
            id: grid

            width: parent.width
            columns: card.desk.halls.length > 1 ? 2 : 1
            columnSpacing: sizes.gateGap

            Repeater {
                model: card.desk.halls.slice(0, sizes.hallsMost)

                Item {
                    id: hall

                    required property var modelData
                    readonly property bool full: modelData.capacity > 0 && modelData.inside >= modelData.capacity

                    width: (grid.width - (grid.columns - 1) * grid.columnSpacing) / grid.columns
                    height: sizes.gateRow
                    Accessible.role: Accessible.StaticText
                    Accessible.name: called.text + " " + inside.text

                    StyledText {
                        id: called

                        anchors.verticalCenter: parent.verticalCenter
                        width: parent.width - inside.width - Theme.spaceS
                        typeStyle: Theme.body
                        label: true
                        text: hall.modelData.name
                        wrapMode: Text.NoWrap
                        elide: Text.ElideRight
                    }
                    StyledText {
                        id: inside

                        anchors.right: parent.right
                        anchors.verticalCenter: parent.verticalCenter
                        typeStyle: Theme.body
                        label: true
                        font.weight: hall.full ? Font.Bold : Font.Medium
                        //% "%1 / %2 满"
                        text: hall.full ? qsTrId("staff.hall_full").arg(Theme.grouped(hall.modelData.inside)).arg(Theme.grouped(hall.modelData.capacity)) : hall.modelData.capacity > 0 ? Theme.grouped(hall.modelData.inside) + " / " + Theme.grouped(hall.modelData.capacity) : Theme.grouped(hall.modelData.inside)
                        wrapMode: Text.NoWrap
                    }
                }
            }
        }
    }
}
