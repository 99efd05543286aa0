pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// Whatever is pressed once.
GallerySection {
    id: section

    GalleryRow {
        heading: section.words.plain ?? ""

        Repeater {
            model: section.conditions.filter(each => each.id !== "on")

            GalleryState {
                id: plain

                ActionButton {
                    text: section.words.next
                    held: plain.pressed
                    enabled: !plain.disabled
                }
            }
        }
    }
    GalleryRow {
        heading: section.words.primary ?? ""

        Repeater {
            model: section.conditions.filter(each => each.id !== "on")

            GalleryState {
                id: primary

                ActionButton {
                    primary: true
                    icon: "printer"
                    text: section.words.print
                    held: primary.pressed
                    enabled: !primary.disabled
                }
            }
        }
    }
    GalleryRow {
        heading: section.words.alarming ?? ""

        Repeater {
            model: section.conditions.filter(each => each.id !== "on")

            GalleryState {
                id: alarming

                ActionButton {
                    alarming: true
                    icon: "pause"
                    text: section.words.pause
                    held: alarming.pressed
                    enabled: !alarming.disabled
                }
            }
        }
    }
    GalleryRow {
        heading: section.words.icon ?? ""

        Repeater {
            model: section.conditions.filter(each => each.id !== "on")

            GalleryState {
                id: icon

                IconButton {
                    icon: "rotate"
                    name: section.words.turn
                    held: icon.pressed
                    enabled: !icon.disabled
                }
            }
        }
    }
    GalleryRow {
        heading: section.words.foot ?? ""

        Repeater {
            model: section.conditions

            GalleryState {
                id: foot

                FootButton {
                    icon: "larger"
                    text: section.words.foot
                    checkable: true
                    on: foot.on
                    held: foot.pressed
                    enabled: !foot.disabled
                }
            }
        }
    }
    Rectangle {
        width: section.width
        height: onBrand.height + Theme.spaceL
        radius: Theme.radiusCard
        color: Theme.colour.brand

        Flow {
            id: onBrand

            anchors.verticalCenter: parent.verticalCenter
            anchors.left: parent.left
            anchors.leftMargin: Theme.spaceM
            anchors.right: parent.right
            anchors.rightMargin: Theme.spaceM
            spacing: Theme.spaceM

            Repeater {
                model: section.conditions.filter(each => each.id !== "on")

                ActionButton {
                    id: back

                    required property var modelData

                    onBrand: true
                    text: section.words.back
                    held: modelData.id === "pressed"
                    enabled: modelData.id !== "disabled"

                    FocusRing {
                        target: back.modelData.id === "focused" ? back : null
                    }
                }
            }
            Repeater {
                model: section.conditions.filter(each => each.id === "rest" || each.id === "disabled")

                TwoWordButton {
                    required property var modelData

                    width: (section.width - Theme.spaceL) / (Theme.portrait ? 1 : 3)
                    height: Theme.primaryHeight
                    filled: modelData.id === "rest"
                    enabled: modelData.id !== "disabled"
                    zh: section.words.stay_zh
                    en: section.words.stay_en
                }
            }
        }
    }
}
