pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// Every language in its own name above the foot's switch, the spoken one filled. A touch anywhere else takes
// none of them.
KioskLayer {
    id: layer

    readonly property Modes modes: models ? models.modes : null
    readonly property list<var> languages: modes ? modes.languages : []

    // Tab goes round the languages, and never to the page below.
    KeyNavigation.tab: names.itemAt(0)
    KeyNavigation.backtab: names.itemAt(names.count - 1)
    Keys.onEscapePressed: layer.modes.leave_list()

    MouseArea {
        anchors.fill: parent
        onClicked: layer.modes.leave_list()
    }
    Card {
        anchors.right: parent.right
        anchors.rightMargin: Theme.footMargin
        y: Theme.footTop - height - Theme.spaceXs
        width: grid.width + 2 * Theme.cardInset
        height: grid.height + 2 * Theme.cardInset
        border.width: Theme.controlLine
        border.color: Theme.colour.lineStrong

        MouseArea {
            anchors.fill: parent
        }
        Grid {
            id: grid

            x: Theme.cardInset
            y: Theme.cardInset
            columns: layer.languages.length > Theme.languagesInColumn ? 2 : 1
            spacing: Theme.targetGap

            Repeater {
                id: names

                model: layer.languages

                ActionButton {
                    id: name

                    required property var modelData
                    required property int index

                    width: Theme.languageWidth
                    text: name.modelData.name
                    primary: name.modelData.code === layer.modes.language
                    checkable: true
                    checked: primary
                    KeyNavigation.tab: names.itemAt((name.index + 1) % names.count)
                    KeyNavigation.backtab: names.itemAt((name.index + names.count - 1) % names.count)
                    onTapped: layer.modes.choose_language(name.modelData.code)
                }
            }
        }
    }
}
