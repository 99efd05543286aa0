import QtQuick
import Kiosk
import Kiosk.Models

// Sign out, and pause: always in reach, and it asks once, in place.
Rectangle {
    id: foot

    required property StaffModel staff
    readonly property bool signedIn: staff.view !== "pin"

    height: Theme.footHeight
    color: Theme.colour.raised

    Rectangle {
        width: parent.width
        height: Theme.hair
        color: Theme.colour.line
    }
    ActionButton {
        id: out

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.staffOut
        height: Theme.footTarget
        icon: foot.signedIn ? "lock" : "back"
        //% "退出值班台"
        //% "返回"
        text: foot.signedIn ? qsTrId("staff.sign_out") : qsTrId("staff.leave")
        onTapped: foot.staff.sign_out()
    }
    ActionButton {
        id: keepOn

        anchors.left: out.right
        anchors.leftMargin: Theme.gutter
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.staffKeepOn
        height: Theme.footTarget
        //% "不暂停"
        text: qsTrId("staff.pause_not")
        visible: foot.staff.askingPause
        onTapped: foot.staff.keep_on()
    }
    ActionButton {
        anchors.left: keepOn.visible ? keepOn.right : out.right
        anchors.leftMargin: Theme.gutter
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        height: Theme.footTarget
        alarming: !foot.staff.paused
        primary: foot.staff.paused
        icon: foot.staff.paused ? "way_in" : "pause"
        //% "恢复入场"
        //% "确认暂停"
        //% "暂停全部入场"
        text: foot.staff.paused ? qsTrId("staff.resume") : foot.staff.askingPause ? qsTrId("staff.pause_sure") : qsTrId("staff.pause")
        visible: foot.signedIn
        onTapped: {
            if (foot.staff.paused || foot.staff.askingPause)
                foot.staff.pause();
            else
                foot.staff.ask_pause();
        }
    }
}
