import QtQuick
import Kiosk
import Kiosk.Models

// Something unexpected happened: call staff. It goes home by itself.
KioskPage {
    id: page

    title: qsTrId("help.title")

    Question {
        text: qsTrId("out.title")
        how: qsTrId("out.how")
    }
    Choices {
        id: choices

        x: Theme.answerLeft
        y: Theme.answerTop
        width: Theme.answerWidth
        rows: [
            {
                "icon": "desk",
                "title": qsTrId("out.desk").arg(page.models.help.desk),
                "detail": qsTrId("out.desk_how"),
                "action": ""
            }
        ]
        visible: page.models.help.desk !== ""
    }
    ActionButton {
        anchors.right: choices.right
        anchors.top: choices.bottom
        anchors.topMargin: Theme.spaceM
        primary: true
        icon: "home"
        text: qsTrId("out.home")
        onTapped: page.models.navigation.home()
    }
}
