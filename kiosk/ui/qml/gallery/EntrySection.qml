pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// Whatever is typed into.
GallerySection {
    id: section

    readonly property string digits: "20232104"

    GalleryRow {
        heading: section.words.number ?? ""

        Repeater {
            model: ["", section.digits]

            NumberField {
                required property string modelData

                width: (section.width - Theme.spaceM) / (Theme.portrait ? 2 : 3)
                text: modelData
            }
        }
    }
    GalleryRow {
        heading: section.words.text ?? ""

        Repeater {
            model: ["", section.words.name ?? ""]

            TextEntry {
                required property string modelData

                width: (section.width - Theme.spaceM) / (Theme.portrait ? 1 : 3)
                icon: "search"
                hint: section.words.hint
                Component.onCompleted: text = modelData
            }
        }
    }
    GalleryRow {
        heading: section.words.boxes ?? ""

        Column {
            spacing: Theme.spaceM

            Repeater {
                model: ["", section.digits.slice(0, 2), section.digits.slice(0, 4)]

                DigitBoxes {
                    required property string modelData

                    length: section.digits.length / 2
                    typed: modelData
                }
            }
        }
    }
    GalleryRow {
        heading: section.words.pad ?? ""

        Grid {
            columns: Theme.portrait ? 1 : 2
            spacing: Theme.spaceXl

            Repeater {
                model: [false, true]

                DigitPad {
                    required property bool modelData

                    width: Theme.portrait ? section.width : (section.width - Theme.spaceXl) / 2
                    keyHeight: Theme.keyHeight
                    doneText: section.words.next
                    ready: modelData
                }
            }
        }
    }
}
