pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// Every colour of the palette in use, with its name.
GallerySection {
    id: section

    Flow {
        width: section.width
        spacing: Theme.spaceM

        Repeater {
            model: section.samples ? section.samples.colours : []

            Column {
                id: swatch

                required property string modelData

                width: Theme.homeArtSmall

                Rectangle {
                    width: parent.width
                    height: Theme.keyHeight
                    color: Theme.colour[swatch.modelData]
                    border.width: Theme.hair
                    border.color: Theme.colour.lineStrong
                }
                StyledText {
                    width: parent.width
                    typeStyle: Theme.footWord
                    text: swatch.modelData + " " + Theme.colour[swatch.modelData]
                }
            }
        }
    }
}
