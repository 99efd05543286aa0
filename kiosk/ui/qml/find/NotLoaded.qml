import QtQuick
import Kiosk

// Could not be loaded, or is not there: says so, and has a way on. Never looks like "nothing found".
Card {
    id: card

    required property string title
    required property string sentence
    property string icon: "help"
    //% "再试一次"
    property string buttonText: qsTrId("find.again")

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
                name: card.icon
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
            text: card.buttonText
            onTapped: card.again()
        }
    }
}
