import QtQuick
import Kiosk
import Kiosk.Models

// Where staff are, and what one can try oneself.
KioskPage {
    id: page

    title: qsTrId("help.title")

    Question {
        text: qsTrId("help.desk").arg(page.models.help.desk)
        how: qsTrId("help.desk_how")
    }
    Choices {
        x: Theme.answerLeft
        y: Theme.answerTop
        width: Theme.answerWidth
        rows: [
            {
                "icon": "scan",
                "title": qsTrId("help.scan"),
                "detail": qsTrId("help.scan_how"),
                "action": ""
            },
            {
                "icon": "badge",
                "title": qsTrId("help.lost"),
                "detail": qsTrId("help.lost_how"),
                "action": ""
            }
        ]
    }
    ActionButton {
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.footHeight + Theme.spaceL
        icon: "lock"
        text: qsTrId("help.staff")
        onTapped: page.models.navigation.go("staff")
    }
}
