pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// A graphite bar means that staff is here. Sign in, then what needs doing, or find and print.
KioskPage {
    id: page

    readonly property StaffModel staff: models.staff
    readonly property string view: staff.view

    framed: false
    typing: view === "search"

    Rectangle {
        id: bar

        width: parent.width
        height: Theme.headHeight
        color: Theme.colour.staff

        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: Theme.hair
            color: Theme.colour.line
            visible: Theme.contrast
        }
        Row {
            anchors.left: parent.left
            anchors.leftMargin: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.spaceS

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: "lock"
                ink: Theme.colour.onStaff
            }
            StyledText {
                anchors.verticalCenter: parent.verticalCenter
                typeStyle: Theme.row
                label: true
                color: Theme.colour.onStaff
                //% "找谁？"
                //% "值班台"
                text: page.view === "search" ? qsTrId("staff.search_title") : qsTrId("staff.title")
                wrapMode: Text.NoWrap
            }
            StyledText {
                anchors.verticalCenter: parent.verticalCenter
                typeStyle: Theme.body
                label: true
                color: Theme.colour.onStaff
                text: page.staff.member
                wrapMode: Text.NoWrap
            }
        }
        Row {
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.spaceM

            StyledText {
                anchors.verticalCenter: parent.verticalCenter
                typeStyle: Theme.body
                label: true
                color: Theme.colour.onStaff
                //% "%1 秒后自动退出"
                text: qsTrId("staff.signs_out").arg(page.models.idle.seconds)
                wrapMode: Text.NoWrap
            }
            StyledText {
                anchors.verticalCenter: parent.verticalCenter
                typeStyle: Theme.title
                label: true
                font.weight: Font.Medium
                color: Theme.colour.onStaff
                text: page.models.clock.time
                wrapMode: Text.NoWrap
            }
        }
    }
    Loader {
        y: bar.height
        width: parent.width
        height: Theme.footTop - bar.height
        sourceComponent: page.view === "pin" ? pinView : page.view === "search" ? searchView : deskView
    }
    StaffFoot {
        anchors.bottom: parent.bottom
        width: parent.width
        staff: page.staff
    }
    Component {
        id: pinView

        Item {
            Question {
                y: Theme.questionTop - Theme.headHeight
                //% "请输入您的 PIN"
                text: qsTrId("staff.pin_question")
                //% "四到八位，每人一个；60 秒无操作自动退出。"
                how: qsTrId("staff.pin_how")
                //% "这个 PIN 没有对上，请再输一次"
                problem: page.staff.refused ? qsTrId("staff.pin_refused") : ""
            }
            Column {
                x: Theme.answerLeft
                y: Theme.answerTop - Theme.headHeight
                spacing: Theme.spaceM

                NumberField {
                    width: Theme.padWidth
                    text: page.staff.pin
                }
                DigitPad {
                    ready: page.staff.pinComplete
                    //% "登录"
                    doneText: qsTrId("staff.sign_in")
                    onDigit: key => page.staff.digit(key)
                    onErase: page.staff.erase()
                    onDone: page.staff.sign_in()
                }
            }
        }
    }
    Component {
        id: deskView

        StaffDesk {
            staff: page.staff
        }
    }
    Component {
        id: searchView

        StaffSearch {
            staff: page.staff
        }
    }
}
