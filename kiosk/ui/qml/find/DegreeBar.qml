pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// A school's graduates by degree: a column each, with its word, its number and a bar of that share of all.
Row {
    id: chart

    required property list<var> degrees
    required property CardSizes sizes
    readonly property int column: (width - spacing * Math.max(0, degrees.length - 1)) / Math.max(1, degrees.length)

    spacing: Theme.spaceM

    Repeater {
        model: chart.degrees

        Item {
            id: part

            required property var modelData

            width: chart.column
            height: chart.sizes.degreesRoom
            Accessible.role: Accessible.StaticText
            Accessible.name: part.modelData.degree + " " + Theme.grouped(part.modelData.count)

            StyledText {
                anchors.left: parent.left
                anchors.right: number.left
                anchors.rightMargin: Theme.spaceXs
                typeStyle: Theme.body
                text: part.modelData.degree
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
            }
            StyledText {
                id: number

                anchors.right: parent.right
                typeStyle: Theme.body
                font.weight: Font.Bold
                text: Theme.grouped(part.modelData.count)
                wrapMode: Text.NoWrap
            }
            Rectangle {
                y: number.height
                width: parent.width
                height: chart.sizes.poolBar
                color: Theme.colour.sunk

                Rectangle {
                    width: Math.max(Theme.hair, parent.width * part.modelData.share)
                    height: parent.height
                    color: Theme.colour.brand
                }
            }
        }
    }
}
