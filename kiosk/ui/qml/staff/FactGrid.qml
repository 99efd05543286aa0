pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// Labels over values, row by row, to be read.
Card {
    id: card

    // objects of label and value
    required property var facts
    property int columns: 2
    property TypeStyle valueStyle: Theme.lead

    height: grid.height + 2 * Theme.cardInset

    Grid {
        id: grid

        x: Theme.cardInset
        y: Theme.cardInset
        width: parent.width - 2 * Theme.cardInset
        columns: card.columns
        columnSpacing: Theme.spaceM
        rowSpacing: Theme.spaceS

        Repeater {
            model: card.facts

            Column {
                id: fact

                required property var modelData

                width: (grid.width - (grid.columns - 1) * grid.columnSpacing) / grid.columns

                StyledText {
                    width: parent.width
                    typeStyle: Theme.caption
                    color: Theme.colour.inkSoft
                    text: fact.modelData.label
                }
                StyledText {
                    width: parent.width
                    typeStyle: card.valueStyle
                    text: fact.modelData.value
                }
            }
        }
    }
}
