pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import "../find"

// Whatever is drawn: verdicts, zones, time left, the scan sign, every icon with its name.
GallerySection {
    id: section

    GalleryRow {
        heading: section.words.verdicts ?? ""

        Repeater {
            model: section.samples ? section.samples.verdicts : []

            Rectangle {
                id: verdict

                required property string modelData

                width: Theme.homeArtSmall
                height: width
                color: Theme.verdictColour(modelData)

                Drawing {
                    anchors.fill: parent
                    anchors.margins: Theme.spaceM
                    name: "verdict_" + verdict.modelData
                    ink: Theme.onVerdict(verdict.modelData)
                }
            }
        }
        Repeater {
            model: section.samples ? section.samples.verdicts : []

            Drawing {
                required property string modelData

                width: Theme.iconPanel
                height: width
                name: "verdict_" + modelData
                ink: Theme.shapeColour(modelData)
            }
        }
    }
    GalleryRow {
        heading: section.words.zones ?? ""

        Repeater {
            model: section.samples ? section.samples.zones : []

            ZoneSign {
                required property string modelData

                letter: modelData
                size: Theme.iconPanel
            }
        }
    }
    GalleryRow {
        heading: section.words.rings ?? ""

        Repeater {
            model: section.conditions.length

            Ring {
                required property int index

                width: Theme.iconPanel
                height: width
                share: index / Math.max(1, section.conditions.length - 1)
                ink: Theme.colour.inkSoft
                track: Theme.colour.line
            }
        }
        ScanSign {
            size: Theme.homeSign / 2
        }
    }
    GalleryRow {
        heading: section.words.icons ?? ""

        Repeater {
            model: section.samples ? section.samples.icons : []

            Column {
                id: sign

                required property string modelData

                width: Theme.footWidth + Theme.spaceM

                Icon {
                    anchors.horizontalCenter: parent.horizontalCenter
                    size: Theme.iconPanel
                    name: sign.modelData
                }
                StyledText {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    typeStyle: Theme.footWord
                    color: Theme.colour.inkSoft
                    text: sign.modelData.replace("_", " ")
                }
            }
        }
    }
}
