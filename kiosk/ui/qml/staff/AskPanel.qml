import QtQuick
import Kiosk

// What is asked once, in place: what, what follows, and two answers.
Card {
    id: panel

    required property string title
    property string detail: ""
    // What stands in the way, or should be known before.
    property string remark: ""
    required property string keepText
    required property string sureText
    property bool possible: true
    property bool alarming: false
    // Whose it is, in a word (Shift.whose); nothing where it is theirs who are signed in.
    property string whose: ""

    signal kept
    signal agreed

    height: content.height + 2 * Theme.cardInset

    Column {
        id: content

        x: Theme.cardInset
        y: Theme.cardInset
        width: parent.width - 2 * Theme.cardInset
        spacing: Theme.spaceM

        Column {
            width: parent.width
            spacing: Theme.spaceXs

            StyledText {
                width: parent.width
                typeStyle: Theme.row
                text: panel.title
            }
            StyledText {
                width: parent.width
                typeStyle: Theme.lead
                text: panel.detail
                visible: text !== ""
            }
            StyledText {
                width: parent.width
                typeStyle: Theme.lead
                font.weight: Font.Bold
                text: panel.remark
                visible: text !== ""
            }
        }
        Row {
            width: parent.width
            spacing: Theme.gutter

            ActionButton {
                id: keep

                text: panel.keepText
                onTapped: panel.kept()
            }
            StaffButton {
                width: parent.width - keep.width - parent.spacing
                primary: !panel.alarming
                alarming: panel.alarming
                free: panel.possible
                whose: panel.whose
                text: panel.sureText
                onTapped: panel.agreed()
            }
        }
    }
}
