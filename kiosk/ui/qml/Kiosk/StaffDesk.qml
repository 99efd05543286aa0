pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// What needs doing first, sorted by harm; then the newest decisions, the machine, and the way to a person.
Item {
    id: desk

    required property StaffModel staff

    Column {
        id: first

        x: Theme.margin
        y: Theme.spaceL
        width: Theme.staffColumnWidth
        spacing: Theme.spaceL

        StaffOccupancy {
            width: parent.width
            staff: desk.staff
        }
        Column {
            width: parent.width
            spacing: Theme.spaceS

            StyledText {
                typeStyle: Theme.title
                //% "要做的事 %1"
                //% "暂时没有要做的事"
                text: desk.staff.needs.length > 0 ? qsTrId("staff.needs").arg(desk.staff.needs.length) : qsTrId("staff.nothing")
            }
            Card {
                width: parent.width
                height: needs.height
                visible: desk.staff.needs.length > 0

                Column {
                    id: needs

                    width: parent.width

                    Repeater {
                        model: desk.staff.needs.slice(0, Theme.staffNeedsMost)

                        NeedRow {
                            width: needs.width
                        }
                    }
                }
            }
        }
    }
    Column {
        x: Theme.portrait ? Theme.margin : Theme.staffSecondLeft
        y: Theme.portrait ? first.y + first.height + Theme.spaceL : Theme.spaceL
        width: Theme.staffColumnWidth
        spacing: Theme.spaceL

        Column {
            width: parent.width
            spacing: Theme.spaceS

            StyledText {
                typeStyle: Theme.title
                //% "最近"
                //% "还没有人扫码"
                text: desk.staff.recent.length > 0 ? qsTrId("staff.recent") : qsTrId("staff.no_recent")
            }
            Card {
                width: parent.width
                height: recent.height
                visible: desk.staff.recent.length > 0

                Column {
                    id: recent

                    width: parent.width

                    Repeater {
                        model: desk.staff.recent.slice(0, Theme.staffRecentMost)

                        RecentLine {
                            width: recent.width
                        }
                    }
                }
            }
        }
        ActionButton {
            width: parent.width
            height: Theme.primaryHeight
            primary: true
            typeStyle: Theme.title
            icon: "search"
            //% "查人、补打、补证"
            text: qsTrId("staff.search")
            onTapped: desk.staff.open_search()
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.body
            color: Theme.colour.inkSoft
            text: desk.staff.machine.join(Theme.latin ? ". " : "；")
        }
    }
}
