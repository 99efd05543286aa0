pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// A school's graduates by degree: one bar cut in parts, and the words that the parts repeat.
Item {
    id: bar

    required property list<var> degrees
    required property FindSizes sizes

    function tone(index: int): color {
        return [Theme.colour.brand, Theme.colour.brandPressed, Theme.colour.lineStrong][index % 3];
    }

    Row {
        id: parts

        width: parent.width

        Repeater {
            model: bar.degrees

            Rectangle {
                required property var modelData
                required property int index

                width: parts.width * modelData.share
                height: bar.sizes.degreeBar
                color: bar.tone(index)
                border.width: Theme.hair
                border.color: Theme.colour.raised
            }
        }
    }
    Row {
        anchors.top: parts.bottom
        anchors.topMargin: Theme.spaceXs
        spacing: Theme.spaceL

        Repeater {
            model: bar.degrees

            Row {
                id: legend

                required property var modelData
                required property int index

                spacing: Theme.spaceXs

                Rectangle {
                    anchors.verticalCenter: parent.verticalCenter
                    width: bar.sizes.poolBar
                    height: bar.sizes.poolBar
                    color: bar.tone(legend.index)
                }
                StyledText {
                    typeStyle: Theme.body
                    text: legend.modelData.degree
                    wrapMode: Text.NoWrap
                }
                StyledText {
                    typeStyle: Theme.body
                    font.weight: Font.Bold
                    text: legend.modelData.count
                    wrapMode: Text.NoWrap
                }
            }
        }
    }
}
