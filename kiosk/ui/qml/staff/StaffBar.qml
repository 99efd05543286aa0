import QtQuick
import Kiosk
import Kiosk.Models

// Graphite: where one is, who is signed in, seconds until sign-out, the time.
Rectangle {
    id: bar

    required property Models models
    readonly property StaffModel staff: models.staff

    function titleOf(view: string): string {
        switch (view) {
        case "search":
            //% "查人"
            return qsTrId("staff.title_search");
        case "recent":
            //% "最近与撤销"
            return qsTrId("staff.title_recent");
        case "log":
            return qsTrId("guard.log");
        case "twice":
            return qsTrId("staff.twice");
        case "stalls":
        case "floor":
            //% "展位与通道"
            return qsTrId("floor.title");
        case "delegations":
            //% "代表团"
            return qsTrId("staff.title_delegations");
        case "printers":
            //% "打印机"
            return staff.printers.layouts.opened ? qsTrId("printing.layouts") : qsTrId("staff.title_printers");
        case "batch":
            return qsTrId("printing.batch");
        case "pack":
            //% "资料包"
            return qsTrId("staff.title_pack");
        case "sync":
            //% "各机同步"
            return qsTrId("sync.title");
        case "place":
            //% "本机的位置"
            return qsTrId("keeper.title_place");
        case "screen":
            //% "屏幕"
            return qsTrId("keeper.link_screen");
        case "time":
            //% "时间"
            return qsTrId("keeper.link_time");
        case "fair":
            //% "活动、演练"
            return qsTrId("keeper.link_fair");
        case "power":
            //% "关机"
            return qsTrId("keeper.link_power");
        case "scanners":
            //% "扫码枪"
            return qsTrId("scanners.title");
        case "settings":
            //% "本机设置"
            return qsTrId("staff.title_settings");
        default:
            //% "值班台"
            return qsTrId("staff.title");
        }
    }

    height: Theme.headHeight
    color: Theme.colour.staff

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.hair
        color: Theme.colour.line
        visible: Theme.contrast
    }
    Icon {
        id: lock

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: Theme.headShift
        name: "lock"
        ink: Theme.colour.onStaff
    }
    StyledText {
        id: title

        anchors.left: lock.right
        anchors.leftMargin: Theme.spaceS
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: Theme.headShift
        typeStyle: Theme.row
        label: true
        color: Theme.colour.onStaff
        text: bar.titleOf(bar.staff.view)
        wrapMode: Text.NoWrap
    }
    StyledText {
        anchors.left: title.right
        anchors.leftMargin: Theme.spaceM
        anchors.right: left.left
        anchors.rightMargin: Theme.spaceS
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: Theme.headShift
        typeStyle: Theme.body
        label: true
        color: Theme.colour.onStaff
        text: bar.staff.member
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
    }
    Grid {
        id: left

        anchors.right: time.left
        anchors.rightMargin: Theme.spaceM
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: Theme.headShift
        // Beside each other where there is room.
        columns: Theme.portrait ? 1 : 2
        columnSpacing: Theme.spaceL
        horizontalItemAlignment: Grid.AlignRight
        verticalItemAlignment: Grid.AlignVCenter

        StyledText {
            typeStyle: heard.visible ? Theme.caption : Theme.body
            label: true
            color: Theme.colour.onStaff
            //% "%1 秒后锁定"
            text: qsTrId("staff.signs_out").arg(bar.models.idle.seconds)
            wrapMode: Text.NoWrap
        }
        StyledText {
            id: heard

            typeStyle: Theme.caption
            label: true
            color: Theme.colour.onStaff
            text: bar.staff.sync.headLine
            wrapMode: Text.NoWrap
            visible: text !== ""
        }
    }
    StyledText {
        id: time

        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: Theme.headShift
        typeStyle: Theme.title
        label: true
        font.weight: Font.Medium
        color: Theme.colour.onStaff
        text: bar.models.clock.time
        wrapMode: Text.NoWrap
    }
}
