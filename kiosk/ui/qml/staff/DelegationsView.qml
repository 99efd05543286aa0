pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models
import "../delegation"

// All delegations, arrived of expected; one that is touched shows its list, to be let in.
Item {
    id: view

    required property DelegationsModel delegations

    StaffSizes {
        id: sizes
    }
    Question {
        y: sizes.portrait ? Theme.questionTop : sizes.top
        text: qsTrId("delegation.arrived", view.delegations.arrived).arg(view.delegations.total)
        //% "点一个团看名单、放行。"
        how: qsTrId("staff.delegations_how")
        visible: view.delegations.state === "ready" && !view.delegations.opened
    }
    StateNote {
        x: sizes.secondLeft
        y: sizes.reach
        width: sizes.columnWidth
        condition: view.delegations.opened ? "" : view.delegations.state
        //% "代表团没有读出来"
        failedText: qsTrId("staff.delegations_failed")
        onAgain: view.delegations.retry()
    }
    StyledText {
        x: sizes.secondLeft
        y: sizes.reach
        width: sizes.columnWidth
        typeStyle: Theme.title
        //% "这场没有代表团"
        text: qsTrId("staff.no_delegations")
        visible: view.delegations.state === "none"
    }
    RowList {
        id: list

        x: sizes.secondLeft
        y: sizes.reach
        width: sizes.columnWidth
        rows: view.delegations.rows
        rowHeight: sizes.personRow
        room: sizes.bottom - y
        name: qsTrId("staff.title_delegations")
        words: qsTrId("staff.page")
        visible: view.delegations.state === "ready" && !view.delegations.opened

        delegate: DelegationRow {
            width: list.view.width
            onTapped: view.delegations.open(delegation)
        }
    }
    Loader {
        anchors.fill: parent
        active: view.delegations.opened
        sourceComponent: opened
    }
    Component {
        id: opened

        DelegationSheet {
            delegation: view.delegations.one
            whose: view.delegations.shift.whose.arrive
            onDone: view.delegations.close()
        }
    }
}
