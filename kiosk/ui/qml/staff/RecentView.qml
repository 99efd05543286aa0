pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// The latest decisions, and taking one back: asks once, in its own row.
Item {
    id: view

    required property StaffModel staff
    readonly property DeskModel desk: staff.desk
    readonly property int listTop: tabs.y + tabs.height + Theme.spaceM

    StaffSizes {
        id: sizes
    }
    Question {
        id: question

        y: sizes.portrait ? Theme.questionTop : sizes.top
        //% "最近的放行"
        text: qsTrId("staff.recent_title")
        //% "放错了可以撤销，人数一起改回；被撤销的划掉。"
        how: qsTrId("staff.recent_how")
        problem: view.desk.notDone ? qsTrId("staff.not_done") : view.desk.said
    }
    RecentTabs {
        id: tabs

        x: sizes.secondLeft
        y: sizes.reach
        staff: view.staff
    }
    StateNote {
        x: sizes.secondLeft
        y: view.listTop
        width: sizes.columnWidth
        condition: view.desk.state
        failedText: qsTrId("staff.desk_failed")
        onAgain: view.desk.retry()
    }
    RowList {
        id: list

        x: sizes.secondLeft
        y: view.listTop
        width: sizes.columnWidth
        rows: view.desk.decisions
        rowHeight: sizes.decisionRow
        room: sizes.bottom - y
        //% "最近的放行"
        name: qsTrId("staff.recent_title")
        words: qsTrId("staff.page")
        visible: view.desk.state === "ready" && total > 0

        delegate: DecisionRow {
            width: list.view.width
            busy: view.desk.busy
            whose: view.desk.shift.whose.undo
            onAsked: view.desk.ask_undo(key)
            onKept: view.desk.keep()
            onUndo: view.desk.undo(key)
        }
    }
    StyledText {
        x: sizes.secondLeft
        y: view.listTop
        width: sizes.columnWidth
        typeStyle: Theme.title
        text: qsTrId("staff.no_recent")
        visible: view.desk.state === "ready" && list.total === 0
    }
}
