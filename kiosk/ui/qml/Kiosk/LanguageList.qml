pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// Every language in its own name, the spoken one filled. A touch anywhere else takes none of them.
Card {
    id: list

    required property Modes modes
    readonly property list<var> languages: modes.languages

    width: grid.width + 2 * Theme.cardInset
    height: grid.height + 2 * Theme.cardInset
    Component.onCompleted: InputMethod.hide()

    MouseArea {
        x: -Theme.mm(Theme.widthMm + Theme.heightMm)
        y: x
        width: -2 * x
        height: width
        onClicked: list.modes.leave_list()
    }
    Rectangle {
        anchors.fill: parent
        radius: list.radius
        color: list.color
        border.width: Theme.controlLine
        border.color: Theme.colour.lineStrong

        MouseArea {
            anchors.fill: parent
        }
    }
    Grid {
        id: grid

        x: Theme.cardInset
        y: Theme.cardInset
        columns: list.languages.length > Theme.languagesInColumn ? 2 : 1
        spacing: Theme.targetGap

        Repeater {
            model: list.languages

            ActionButton {
                required property var modelData

                width: Theme.languageWidth
                text: modelData.name
                primary: modelData.code === list.modes.language
                checkable: true
                checked: primary
                onTapped: list.modes.choose_language(modelData.code)
            }
        }
    }
}
