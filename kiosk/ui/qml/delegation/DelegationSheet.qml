pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models
import "../staff"

// A delegation's list, each member with a tick, and the one button that lets in all who are ticked; then who
// went in, and who could not and why. Fills the page between head and foot.
Item {
    id: sheet

    required property DelegationModel delegation
    readonly property bool result: delegation.state === "result"
    readonly property bool over: result || (delegation.state === "list" && delegation.coming === 0 && delegation.absent === 0)
    readonly property int columnLeft: Theme.margin
    readonly property int columnWidth: Theme.portrait ? Theme.pageWidth - 2 * Theme.margin : Theme.leftWidth
    readonly property int listTop: Theme.portrait ? Math.max(Theme.reachTop, shown.y + shown.height) + Theme.spaceS : Theme.headHeight + Theme.spaceS
    readonly property int buttonTop: Theme.footTop - Theme.spaceM - Theme.primaryHeight
    readonly property int listBottom: Theme.portrait ? buttonTop - Theme.spaceM : Theme.footTop - Theme.spaceM

    // Whose it is to let them in, where not of who is at the screen.
    property string whose: ""

    // All is said.
    signal done

    function said(): string {
        switch (delegation.state) {
        case "busy":
            //% "正在登记入场，请稍候。"
            return qsTrId("delegation.busy");
        case "failed":
            //% "没有办成，没有人入场。请再试一次，或找工作人员。"
            return qsTrId("delegation.failed");
        case "result":
            if (delegation.badges > 0)
                //% "%1 张胸卡在打印，从屏幕下方依次出来。"
                return qsTrId("delegation.badges").arg(delegation.badges);
            //% "胸卡都已打过，请直接入场。"
            return qsTrId("delegation.no_badges");
        default:
            if (delegation.coming === 0 && delegation.absent === 0)
                //% "全团都已入场。"
                return qsTrId("delegation.all_here");
            //% "没来的人，点一下去掉勾。"
            return qsTrId("delegation.how");
        }
    }

    Column {
        id: shown

        x: sheet.columnLeft
        y: Theme.headHeight + Theme.spaceS
        width: sheet.columnWidth
        spacing: Theme.spaceXs

        StyledText {
            width: parent.width
            typeStyle: Theme.title
            text: sheet.delegation.name
            maximumLineCount: 2
            elide: Text.ElideRight
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.body
            color: Theme.colour.inkSoft
            //% "领队 %1·%2"
            //% "领队 %1"
            text: sheet.delegation.coach !== "" ? qsTrId("delegation.leader_coach").arg(sheet.delegation.leader).arg(sheet.delegation.coach) : qsTrId("delegation.leader").arg(sheet.delegation.leader)
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.display
            //% "%1 人已入场"
            //% "已到 %n，共 %1 人"
            text: sheet.result ? qsTrId("delegation.admitted").arg(sheet.delegation.admitted) : qsTrId("delegation.arrived", sheet.delegation.here).arg(sheet.delegation.expected)
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.lead
            text: qsTrId("delegation.arrived", sheet.delegation.here).arg(sheet.delegation.expected)
            visible: sheet.result
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.lead
            font.weight: sheet.delegation.state === "list" ? Font.Normal : Font.Bold
            text: sheet.said()
        }
        StyledText {
            width: parent.width
            topPadding: Theme.spaceS
            typeStyle: Theme.row
            //% "没能入场 %1 人，请到服务台"
            text: qsTrId("delegation.refused").arg(sheet.delegation.refused.total)
            visible: sheet.result && sheet.delegation.refused.total > 0
        }
    }
    RowList {
        id: list

        x: Theme.portrait ? sheet.columnLeft : Theme.rightLeft
        y: sheet.listTop
        width: Theme.portrait ? sheet.columnWidth : Theme.rightWidth
        rows: sheet.delegation.members
        rowHeight: Theme.memberRow
        room: sheet.listBottom - y
        //% "名单"
        name: qsTrId("delegation.list")
        //% "第 %1 到 %2 人，共 %3 人"
        words: qsTrId("delegation.page")
        visible: !sheet.result && total > 0

        delegate: MemberRow {
            width: list.view.width
            onTapped: sheet.delegation.toggle(attendee)
        }
    }
    RowList {
        id: refused

        x: list.x
        y: sheet.listTop
        width: list.width
        rows: sheet.delegation.refused
        rowHeight: Theme.memberRow
        room: sheet.listBottom - y
        name: qsTrId("delegation.list")
        words: qsTrId("delegation.page")
        visible: sheet.result && total > 0

        delegate: RefusedRow {
            width: refused.view.width
        }
    }
    StaffButton {
        whose: sheet.over ? "" : sheet.whose
        x: sheet.columnLeft
        y: sheet.buttonTop
        width: sheet.columnWidth
        height: Theme.primaryHeight
        primary: true
        typeStyle: Theme.title
        free: sheet.over || (sheet.delegation.coming > 0 && sheet.delegation.state !== "busy")
        icon: sheet.over ? "" : "way_in"
        //% "完成"
        //% "%1 人一起入场"
        text: sheet.over ? qsTrId("delegation.done") : qsTrId("delegation.let_in").arg(sheet.delegation.coming)
        onTapped: {
            if (sheet.over)
                sheet.done();
            else
                sheet.delegation.let_in();
        }
    }
}
