pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// What pages are put together from.
GallerySection {
    id: section

    GalleryRow {
        heading: section.words.question_word ?? ""

        Repeater {
            model: ["", section.words.problem ?? ""]

            Question {
                required property string modelData

                width: section.width
                text: section.words.question ?? ""
                how: section.words.how ?? ""
                problem: modelData
            }
        }
    }
    GalleryRow {
        heading: section.words.button_row ?? ""

        Repeater {
            model: [true, false]

            ButtonRow {
                required property bool modelData

                cancelText: section.words.leave ?? ""
                previousText: section.words.back ?? ""
                nextText: section.words.next ?? ""
                nextEnabled: modelData
            }
        }
    }
    GalleryRow {
        heading: section.words.pager ?? ""

        Repeater {
            model: [false, true]

            Pager {
                required property bool modelData

                width: section.width
                height: Theme.keyHeight
                text: section.words.pages ?? ""
                hasBefore: modelData
                hasAfter: true
            }
        }
    }
    GalleryRow {
        heading: section.words.card ?? ""

        Card {
            width: section.width
            height: Theme.primaryHeight

            StyledText {
                anchors.left: parent.left
                anchors.leftMargin: Theme.cardInset
                anchors.verticalCenter: parent.verticalCenter
                typeStyle: Theme.body
                text: section.words.desk_how ?? ""
            }
        }
    }
}
