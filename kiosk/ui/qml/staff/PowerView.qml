pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// Whether this kiosk may be switched off, and why; then wait, take a stick, or switch it off.
Item {
    id: view

    required property Models models
    readonly property StaffModel staff: models.staff
    readonly property PowerModel power: staff.power
    readonly property bool ready: power.state === "ready"
    // Until it is known nothing is shown.
    readonly property string level: power.level !== "" ? power.level : "admit"

    StaffSizes {
        id: sizes
    }
    StationSizes {
        id: own
    }
    Column {
        id: shown

        x: Theme.margin
        y: sizes.top
        width: sizes.columnWidth
        spacing: Theme.spaceM
        visible: view.ready

        Row {
            width: parent.width
            spacing: Theme.spaceM

            Drawing {
                id: sign

                anchors.verticalCenter: parent.verticalCenter
                width: own.sign
                height: own.sign
                name: "verdict_" + view.level
                ink: Theme.shapeColour(view.level)
            }
            StyledText {
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - sign.width - parent.spacing
                typeStyle: Theme.headline
                //% "可以关机"
                //% "可以关机，请先看一眼"
                //% "先别关，等一等更稳妥"
                text: view.power.level === "admit" ? qsTrId("keeper.may_off") : view.power.level === "notice" ? qsTrId("keeper.may_off_look") : qsTrId("keeper.better_wait")
            }
        }
        Card {
            width: parent.width
            height: remarks.height

            Column {
                id: remarks

                width: parent.width

                Repeater {
                    model: view.power.remarks

                    RemarkRow {
                        width: remarks.width
                    }
                }
            }
        }
    }
    Column {
        x: sizes.secondLeft
        y: sizes.portrait ? Math.max(sizes.reach, shown.visible ? shown.y + shown.height + sizes.gap : 0) : sizes.top
        width: sizes.columnWidth
        spacing: Theme.spaceM

        StateNote {
            width: parent.width
            condition: view.power.state
            //% "能不能关机没有读出来"
            failedText: qsTrId("keeper.power_failed")
            onAgain: view.power.retry()
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.lead
            font.weight: Font.Bold
            text: view.power.said
            visible: text !== ""
        }
        Column {
            width: parent.width
            spacing: Theme.targetGap
            visible: view.ready && view.power.asking === ""

            ActionButton {
                width: parent.width
                height: own.bigButton
                icon: "wait"
                //% "再等等，先不关"
                text: qsTrId("keeper.wait")
                onTapped: view.staff.open("desk")
            }
            ActionButton {
                width: parent.width
                height: own.bigButton
                icon: "sync"
                //% "先拷到 U 盘"
                text: qsTrId("keeper.to_stick")
                visible: view.power.onlyHere
                onTapped: view.staff.open("sync")
            }
            ActionButton {
                width: parent.width
                height: own.bigButton
                icon: "turn_back"
                //% "重新启动本程序"
                text: qsTrId("keeper.again")
                onTapped: view.power.ask_again()
            }
            ActionButton {
                width: parent.width
                height: own.bigButton
                icon: "power"
                primary: view.power.level === "admit"
                //% "还是要关机"
                //% "关机"
                text: view.power.level === "refuse" ? qsTrId("keeper.off_anyway") : qsTrId("keeper.off")
                onTapped: view.power.ask_off()
            }
        }
        AskPanel {
            width: parent.width
            visible: view.ready && view.power.asking !== ""
            whose: view.power.shift.whose.shut_down
            //% "重新启动本程序？"
            //% "关掉本机？"
            title: view.power.asking === "again" ? qsTrId("keeper.again_asked") : qsTrId("keeper.off_asked")
            //% "扫码停几秒，然后自己回来。已记下的都不会丢。"
            //% "不再扫码；备份一次，存好，然后关电源。已记下的都不会丢。"
            detail: view.power.asking === "again" ? qsTrId("keeper.again_detail") : qsTrId("keeper.off_detail")
            keepText: qsTrId("keeper.not_yet")
            sureText: view.power.asking === "again" ? qsTrId("keeper.again") : qsTrId("keeper.off")
            onKept: view.power.keep()
            onAgreed: view.power.sure()
        }
    }
}
