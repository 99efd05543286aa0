import QtQuick
import Kiosk

// Could not be loaded: never looks like "nothing found". A bar and a square sign beside the words.
Card {
    id: card

    required property string title
    required property string sentence

    signal again

    height: content.height + 2 * Theme.homeInset

    Column {
        id: content

        anchors.left: parent.left
        anchors.leftMargin: Theme.homeInset
        anchors.right: parent.right
        anchors.rightMargin: Theme.homeInset
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.spaceM

        Row {
            spacing: Theme.spaceM

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                size: Theme.iconPanel
                name: "help"
            }
            StyledText {
                width: content.width - Theme.iconPanel - Theme.spaceM
                anchors.verticalCenter: parent.verticalCenter
                typeStyle: Theme.title
                text: card.title
            }
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.lead
            text: card.sentence
        }
        ActionButton {
            //% "再试一次"
            text: qsTrId("find.again")
            onTapped: card.again()
        }
    }
}
