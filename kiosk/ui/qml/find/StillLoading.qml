import QtQuick
import Kiosk

// Being read. It usually takes less than a frame or two, so it says so only when it takes longer.
Card {
    id: card

    property bool due: Theme.still

    height: words.height + 2 * Theme.homeInset
    opacity: due ? 1 : 0

    Timer {
        interval: Theme.patience
        running: card.visible && !card.due
        onTriggered: card.due = true
    }
    StyledText {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: Theme.homeInset
        anchors.right: parent.right
        anchors.rightMargin: Theme.homeInset
        anchors.verticalCenter: parent.verticalCenter
        typeStyle: Theme.title
        //% "正在读取，请稍候"
        text: qsTrId("find.loading")
    }
}
