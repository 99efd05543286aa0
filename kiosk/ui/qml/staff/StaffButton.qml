import QtQuick
import Kiosk

// What only some of staff may do. Who may not sees it where it always stands, grey, with a lock and whose it is.
ActionButton {
    id: button

    // Whose it is, in a word (Shift.whose); nothing where it is theirs who are signed in.
    required property string whose
    // Whether it can be done now, by whoever may.
    property bool free: true

    enabled: free && whose === ""
    name: whose !== "" ? text + " " + whose : text
    lift: whose !== "" ? owner.height / 2 : 0

    Row {
        id: owner

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Math.max(0, (parent.height - 2 * height - Theme.spaceXs) / 4)
        spacing: Theme.spaceXs
        visible: button.whose !== ""

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            size: words.height * 0.8
            name: "lock"
            ink: button.ink
        }
        StyledText {
            id: words

            typeStyle: Theme.caption
            color: button.ink
            text: button.whose
            wrapMode: Text.NoWrap
        }
    }
}
