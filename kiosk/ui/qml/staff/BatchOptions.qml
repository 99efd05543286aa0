pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// What may be chosen in one section of a batch: groups of chips, each under its title.
Column {
    id: options

    required property BatchModel batch

    spacing: Theme.spaceM

    Repeater {
        model: options.batch.options

        Column {
            id: group

            required property var modelData

            width: options.width
            spacing: Theme.spaceXs

            StyledText {
                width: parent.width
                typeStyle: Theme.body
                color: Theme.colour.inkSoft
                text: group.modelData.title
                visible: text !== ""
            }
            Flow {
                width: parent.width
                spacing: Theme.targetGap

                Repeater {
                    model: group.modelData.chips

                    Chip {
                        required property var modelData

                        inset: Theme.spaceM
                        text: modelData.text
                        count: modelData.count
                        chosen: modelData.chosen
                        onTapped: options.batch.choose(modelData.id)
                    }
                }
            }
        }
    }
}
