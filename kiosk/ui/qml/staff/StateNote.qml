import QtQuick
import Kiosk

// What a view says while it reads, and when it could not: never as if there were nothing.
Card {
    id: note

    required property string condition
    required property string failedText

    signal again

    height: content.height + 2 * Theme.homeInset
    visible: condition === "loading" || condition === "failed"

    Column {
        id: content

        anchors.left: parent.left
        anchors.leftMargin: Theme.homeInset
        anchors.right: parent.right
        anchors.rightMargin: Theme.homeInset
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.spaceM

        Row {
            width: parent.width
            spacing: Theme.spaceM

            Icon {
                id: sign

                anchors.verticalCenter: parent.verticalCenter
                size: Theme.iconPanel
                name: note.condition === "failed" ? "help" : "wait"
            }
            StyledText {
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - sign.width - parent.spacing
                typeStyle: Theme.row
                //% "正在读取，请稍候"
                text: note.condition === "failed" ? note.failedText : qsTrId("staff.loading")
            }
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.lead
            //% "内容都在，只是这次没有读出来。再试不行，请联系主办方。"
            text: qsTrId("staff.failed_how")
            visible: note.condition === "failed"
        }
        ActionButton {
            //% "再试一次"
            text: qsTrId("staff.again")
            visible: note.condition === "failed"
            onTapped: note.again()
        }
    }
}
