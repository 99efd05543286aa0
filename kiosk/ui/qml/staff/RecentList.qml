pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// The newest decisions, as many as there is room for.
Column {
    id: list

    required property DeskModel desk
    required property int room
    readonly property int most: Math.floor((room - Theme.title.line - spacing) / sizes.recentRow)

    spacing: Theme.spaceS
    visible: most > 0

    StaffSizes {
        id: sizes
    }
    StyledText {
        typeStyle: Theme.title
        //% "最近"
        //% "还没有人扫码"
        text: list.desk.recent.length > 0 ? qsTrId("staff.recent") : qsTrId("staff.no_recent")
    }
    Card {
        width: parent.width
        height: lines.height
        visible: list.desk.recent.length > 0

        Column {
            id: lines

            width: parent.width

            Repeater {
                model: list.desk.recent.slice(0, Math.max(0, list.most))

                RecentLine {
                    width: lines.width
                }
            }
        }
    }
}
