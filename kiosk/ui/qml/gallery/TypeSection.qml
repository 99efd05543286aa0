pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// Every type style in its size, with its name.
GallerySection {
    id: section

    Repeater {
        model: section.samples ? section.samples.typeStyles : []

        Column {
            id: sample

            required property string modelData
            readonly property TypeStyle typeStyle: Theme[modelData] as TypeStyle

            width: section.width

            StyledText {
                typeStyle: Theme.caption
                color: Theme.colour.inkSoft
                text: sample.modelData + " " + sample.typeStyle.size
            }
            StyledText {
                width: parent.width
                typeStyle: sample.typeStyle
                text: section.words.sample ?? ""
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
            }
        }
    }
}
