pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// The next sessions, in both languages; a touch opens one. Where today's are over it says so, and what comes next.
Item {
    id: programme

    required property AttractModel attract
    required property AttractWords words
    readonly property VisitSizes sizes: VisitSizes {}

    signal chosen(id: string)

    height: head.height + (card.visible ? card.height + Theme.spaceXs : 0)
    visible: attract.when !== ""

    Column {
        id: head

        width: parent.width

        StyledText {
            width: parent.width
            typeStyle: programme.sizes.attractService
            text: programme.words.programmeZh()
            maximumLineCount: 1
            elide: Text.ElideRight
        }
        StyledText {
            width: parent.width
            typeStyle: programme.sizes.attractNote
            color: Theme.colour.inkSoft
            text: programme.words.programmeEn()
            maximumLineCount: 1
            elide: Text.ElideRight
        }
    }
    Card {
        id: card

        anchors.bottom: parent.bottom
        width: parent.width
        height: rows.height
        visible: programme.attract.sessions.length > 0

        Column {
            id: rows

            width: parent.width

            Repeater {
                model: programme.attract.sessions

                AttractSession {
                    required property var modelData
                    required property int index

                    width: rows.width
                    first: index === 0
                    time: modelData.time
                    zh: modelData.zh
                    en: modelData.en
                    place: modelData.place
                    // Both languages, as all of this page.
                    //% "正在进行 Now"
                    note: modelData.on ? qsTrId("attract.now") : ""
                    onTapped: programme.chosen(modelData.id)
                }
            }
        }
    }
}
