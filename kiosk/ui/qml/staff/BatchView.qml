pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// Many at once: what it comes to or how far it has come, to be read; then what is chosen, and what can be done.
Item {
    id: view

    required property StaffModel staff
    readonly property BatchModel batch: staff.batch
    readonly property string condition: batch.state
    readonly property bool ready: condition !== "loading" && condition !== "failed"
    readonly property bool choosing: condition === "choosing"
    readonly property bool resting: condition === "interrupted" || condition === "stopped" || condition === "paused" || condition === "broken" || condition === "elsewhere"
    readonly property bool moving: condition === "opening" || condition === "working" || condition === "waiting"
    readonly property int actionTop: sizes.bottom - sizes.actionHeight

    StaffSizes {
        id: sizes
    }
    BatchStanding {
        id: standing

        x: Theme.margin
        y: sizes.top
        width: sizes.columnWidth
        batch: view.batch
        visible: view.ready
    }
    StateNote {
        x: sizes.secondLeft
        y: sizes.reach
        width: sizes.columnWidth
        condition: view.condition
        //% "名单没有读出来"
        failedText: qsTrId("batch.failed")
        onAgain: view.batch.retry()
    }
    Card {
        id: chosen

        x: Theme.margin
        y: sizes.portrait ? Math.max(sizes.reach, standing.y + standing.height + sizes.gap) : standing.y + standing.height + sizes.gap
        width: sizes.columnWidth
        height: sections.height
        visible: view.choosing

        Column {
            id: sections

            width: parent.width

            Repeater {
                model: view.batch.sections

                BatchSection {
                    width: sections.width
                    visible: modelData.open || view.batch.section === "" || !sizes.portrait || !Theme.low
                    onTapped: view.batch.open_section(modelData.id)
                }
            }
        }
    }
    BatchOptions {
        x: sizes.secondLeft
        y: !sizes.portrait ? sizes.reach : view.choosing ? chosen.y + chosen.height + sizes.gap : Math.max(sizes.reach, standing.y + standing.height + sizes.gap)
        width: sizes.columnWidth
        batch: view.batch
        visible: view.choosing || view.resting && view.condition !== "elsewhere"
    }
    StyledText {
        x: sizes.secondLeft
        y: view.actionTop - Theme.spaceM - height
        width: sizes.columnWidth
        typeStyle: Theme.lead
        font.weight: Font.Bold
        text: {
            if (view.batch.askingEnd)
                //% "剩下的不打了？已经打好的照样能用。"
                return qsTrId("batch.end_asked");
            switch (view.batch.listState) {
            case "printing":
                //% "正在打装箱单。"
                return qsTrId("batch.list_printing");
            case "printed":
                //% "装箱单已送去打印。"
                return qsTrId("batch.list_printed");
            case "failed":
                //% "装箱单没有打出来，请看看打印机，再试一次。"
                return qsTrId("batch.list_failed");
            default:
                return "";
            }
        }
        visible: view.ready && text !== ""
    }
    Row {
        id: acts

        readonly property int half: (width - spacing) / 2

        x: sizes.secondLeft
        y: view.actionTop
        width: sizes.columnWidth
        spacing: Theme.gutter
        visible: view.ready

        StaffButton {
            whose: view.batch.shift.whose.batch
            width: parent.width
            height: sizes.actionHeight
            primary: true
            icon: "printer"
            free: view.batch.startable
            //% "开始打印"
            text: qsTrId("batch.start")
            visible: view.choosing
            onTapped: view.batch.start()
        }
        ActionButton {
            width: parent.width
            height: sizes.actionHeight
            icon: "pause"
            enabled: !view.batch.stopping
            //% "停下来"
            text: qsTrId("batch.stop")
            visible: view.moving
            onTapped: view.batch.stop()
        }
        StaffButton {
            whose: view.batch.shift.whose.batch
            width: acts.half
            height: sizes.actionHeight
            icon: "close"
            //% "没出齐"
            text: qsTrId("batch.not_all")
            visible: view.condition === "asked"
            onTapped: view.batch.answer(false)
        }
        StaffButton {
            whose: view.batch.shift.whose.batch
            width: acts.half
            height: sizes.actionHeight
            primary: true
            icon: "check"
            //% "都出来了"
            text: qsTrId("batch.all_out")
            visible: view.condition === "asked"
            onTapped: view.batch.answer(true)
        }
        StaffButton {
            whose: view.batch.shift.whose.batch
            width: acts.half
            height: sizes.actionHeight
            //% "不打了"
            text: qsTrId("batch.end")
            visible: view.resting && view.condition !== "elsewhere" && !view.batch.askingEnd
            onTapped: view.batch.ask_end()
        }
        StaffButton {
            whose: view.batch.shift.whose.batch
            width: view.condition === "elsewhere" ? parent.width : acts.half
            height: sizes.actionHeight
            primary: true
            icon: "printer"
            //% "接着打"
            text: qsTrId("batch.go_on")
            visible: view.resting && !view.batch.askingEnd
            onTapped: view.batch.go_on()
        }
        ActionButton {
            width: acts.half
            height: sizes.actionHeight
            //% "留着"
            text: qsTrId("batch.keep")
            visible: view.resting && view.batch.askingEnd
            onTapped: view.batch.keep()
        }
        ActionButton {
            width: acts.half
            height: sizes.actionHeight
            primary: true
            //% "确认不打了"
            text: qsTrId("batch.end_sure")
            visible: view.resting && view.batch.askingEnd
            onTapped: view.batch.end()
        }
        StaffButton {
            whose: view.batch.shift.whose.batch
            width: acts.half
            height: sizes.actionHeight
            icon: "sheets"
            free: view.batch.listState !== "printing"
            //% "打装箱单"
            text: qsTrId("batch.print_list")
            visible: view.condition === "whole"
            onTapped: view.batch.print_list()
        }
        ActionButton {
            width: acts.half
            height: sizes.actionHeight
            primary: true
            icon: "check"
            //% "完成"
            text: qsTrId("batch.close")
            visible: view.condition === "whole"
            onTapped: view.batch.close()
        }
    }
}
