pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// Who of staff did what, in words, the latest first; narrowed to one thing by the chips, to one person by a row.
Item {
    id: view

    required property StaffModel staff
    readonly property LogModel log: staff.log
    readonly property bool ready: log.state === "ready"

    StaffSizes {
        id: sizes
    }
    Question {
        y: sizes.portrait ? Theme.questionTop : sizes.top
        text: qsTrId("guard.log")
        //% "谁在什么时候办了什么。点一行，只看这个人。"
        //% "您办过的事。别人办的，请负责人来查。"
        how: view.log.all ? qsTrId("guard.log_how") : qsTrId("guard.log_own")
    }
    RecentTabs {
        id: tabs

        x: sizes.secondLeft
        y: sizes.reach
        staff: view.staff
    }
    Flow {
        id: chips

        x: sizes.secondLeft
        y: tabs.y + tabs.height + Theme.spaceS
        width: sizes.columnWidth
        spacing: Theme.targetGap

        Repeater {
            model: [
                {
                    "id": "",
                    //% "全部"
                    "name": qsTrId("guard.topic_all")
                },
                {
                    "id": "door",
                    //% "登录"
                    "name": qsTrId("guard.topic_door")
                },
                {
                    "id": "entry",
                    //% "入场"
                    "name": qsTrId("guard.topic_entry")
                },
                {
                    "id": "badges",
                    //% "证件"
                    "name": qsTrId("guard.topic_badges")
                },
                {
                    "id": "floor",
                    //% "展位"
                    "name": qsTrId("guard.topic_floor")
                },
                {
                    "id": "kiosk",
                    //% "机器"
                    "name": qsTrId("guard.topic_kiosk")
                }
            ]

            Chip {
                required property var modelData

                inset: Theme.spaceM
                text: modelData.name
                chosen: view.log.topic === modelData.id
                onTapped: view.log.choose(modelData.id)
            }
        }
        Chip {
            inset: Theme.spaceM
            //% "只看 %1"
            text: qsTrId("guard.only").arg(view.log.only)
            chosen: true
            goes: true
            visible: view.log.only !== ""
            onTapped: view.log.everybody()
        }
    }
    StateNote {
        x: sizes.secondLeft
        y: chips.y + chips.height + Theme.spaceM
        width: sizes.columnWidth
        condition: list.total > 0 ? "" : view.log.state
        //% "记录没有读出来"
        failedText: qsTrId("guard.log_failed")
        onAgain: view.log.retry()
    }
    RowList {
        id: list

        x: sizes.secondLeft
        y: chips.y + chips.height + Theme.spaceM
        width: sizes.columnWidth
        rows: view.log.rows
        rowHeight: sizes.logRow
        room: older.y - Theme.spaceS - y
        name: qsTrId("guard.log")
        //% "第 %1 到 %2 条，读出了 %3 条"
        words: view.log.more ? qsTrId("guard.page_more") : qsTrId("staff.page")
        visible: total > 0

        delegate: LogRow {
            width: list.view.width
            onTapped: view.log.only_of(by)
        }
    }
    StyledText {
        x: sizes.secondLeft
        y: list.y
        width: sizes.columnWidth
        typeStyle: Theme.title
        //% "这里还没有记录"
        text: qsTrId("guard.log_none")
        visible: view.ready && list.total === 0
    }
    ActionButton {
        id: older

        x: sizes.secondLeft
        y: sizes.bottom - height
        width: sizes.columnWidth
        typeStyle: Theme.body
        icon: "down"
        //% "再往前看"
        text: qsTrId("guard.older")
        visible: view.log.more
        onTapped: view.log.older()
    }
}
