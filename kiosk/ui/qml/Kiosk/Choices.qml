pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// A card of rows, each with icon, title and detail; those with an action can be touched.
Card {
    id: choices

    // icon, title, detail, action ("" for none)
    required property var rows
    // As high as a page has room for.
    property int rowHeight: Theme.choiceCard
    property TypeStyle detailStyle: Theme.body

    signal chosen(action: string)

    height: column.height

    Column {
        id: column

        width: parent.width

        Repeater {
            model: choices.rows

            StepRow {
                id: row

                required property var modelData
                required property int index

                width: column.width
                height: Math.max(choices.rowHeight, leastHeight)
                detailStyle: choices.detailStyle
                icon: modelData.icon
                title: modelData.title
                detail: modelData.detail
                tappable: modelData.action !== ""
                onTapped: choices.chosen(modelData.action)

                Rectangle {
                    width: parent.width
                    height: Theme.hair
                    color: Theme.colour.line
                    visible: row.index > 0
                }
            }
        }
    }
}
