pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import "../find"

// Whatever is chosen among others.
GallerySection {
    id: section

    GalleryRow {
        heading: section.words.chip ?? ""

        Repeater {
            model: section.conditions

            GalleryState {
                id: chip

                Chip {
                    text: section.words.zone
                    count: section.conditions.length
                    chosen: chip.on
                    held: chip.pressed
                    enabled: !chip.disabled
                }
            }
        }
    }
    GalleryRow {
        heading: section.words.segments ?? ""

        Segments {
            optionHeight: Theme.keyHeight
            options: [
                {
                    "id": "walk",
                    "name": section.words.walk ?? "",
                    "icon": "straight",
                    "on": true
                },
                {
                    "id": "lift",
                    "name": section.words.lift ?? "",
                    "icon": "lift",
                    "on": false
                },
                {
                    "id": "none",
                    "name": section.words.leave ?? "",
                    "on": false,
                    "enabled": false
                }
            ]
        }
    }
    GalleryRow {
        heading: section.words.rows ?? ""

        Choices {
            width: section.width
            rows: ["find", ""].map(action => ({
                        "icon": action === "" ? "desk" : "search",
                        "title": (action === "" ? section.words.desk : section.words.find) ?? "",
                        "detail": (action === "" ? section.words.desk_how : section.words.find_how) ?? "",
                        "action": action
                    }))
        }
    }
    GalleryRow {
        heading: section.words.home_card ?? ""

        Repeater {
            model: section.conditions

            GalleryState {
                id: card

                HomeCard {
                    width: Theme.portrait ? section.width : Theme.homeHeroWidth
                    height: Theme.homeProgramme
                    artSize: Theme.homeArtSmall
                    art: "stalls_art"
                    artChosen: "stall_chosen_art"
                    title: section.words.find
                    detail: section.words.find_how
                    filled: card.on
                    held: card.pressed
                    enabled: !card.disabled
                }
            }
        }
    }
}
