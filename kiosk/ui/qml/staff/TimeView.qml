pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// The kiosk's time, large; then whether it is right, or digits for another one.
Item {
    id: view

    required property Models models
    readonly property TimeModel time: models.staff.time
    readonly property bool ready: time.state === "ready"

    function runs(after: string): string {
        switch (after) {
        case "own":
            //% "本机自己走的时间"
            return qsTrId("keeper.runs_own");
        case "own_unsure":
            //% "本机自己走的时间；机器关过，请核对"
            return qsTrId("keeper.runs_unsure");
        case "sample":
            //% "示例活动的时间"
            return qsTrId("keeper.runs_sample");
        default:
            //% "跟着系统的时间"
            return qsTrId("keeper.runs_machine");
        }
    }

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
        spacing: Theme.spaceS
        visible: view.ready

        StyledText {
            width: parent.width
            typeStyle: Theme.hero
            text: view.models.clock.time
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.headline
            //% "%1 年 %2"
            text: qsTrId("keeper.year_day").arg(view.time.year).arg(view.models.clock.day)
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.lead
            color: Theme.colour.inkSoft
            text: view.runs(view.time.runs)
        }
    }
    Column {
        x: sizes.secondLeft
        y: sizes.portrait ? Math.max(sizes.reach, shown.visible ? shown.y + shown.height + sizes.gap : 0) : sizes.top
        width: sizes.columnWidth
        spacing: Theme.spaceM

        StateNote {
            width: parent.width
            condition: view.time.state
            //% "时间的情况没有读出来"
            failedText: qsTrId("keeper.time_failed")
            onAgain: view.time.retry()
        }
        Card {
            width: parent.width
            height: wrong.height + 2 * Theme.cardInset
            visible: view.ready && !view.time.trusted && !view.time.setting

            Row {
                id: wrong

                x: Theme.cardInset
                y: Theme.cardInset
                width: parent.width - 2 * Theme.cardInset
                spacing: Theme.spaceM

                Drawing {
                    id: sign

                    anchors.verticalCenter: parent.verticalCenter
                    width: sizes.shape
                    height: sizes.shape
                    name: "verdict_refuse"
                    ink: Theme.shapeColour("refuse")
                }
                StyledText {
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - sign.width - parent.spacing
                    typeStyle: Theme.lead
                    //% "本机最新的记录是 %1，比现在晚。核对前所有人都转人工。"
                    text: qsTrId("keeper.time_behind").arg(view.time.newest)
                }
            }
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.lead
            font.weight: Font.Bold
            text: {
                if (view.time.outcome === "confirmed")
                    //% "时间已确认，照常入场。"
                    return qsTrId("keeper.time_confirmed");
                if (view.time.outcome === "not_done")
                    //% "没有改成，请再试一次。"
                    return view.time.said !== "" ? view.time.said : qsTrId("keeper.time_not_done");
                return view.time.said;
            }
            visible: view.ready && text !== ""
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.lead
            text: view.time.machine
            visible: view.ready && text !== ""
        }
        Row {
            width: parent.width
            spacing: Theme.gutter
            visible: view.ready && !view.time.setting

            StaffButton {
                width: (parent.width - parent.spacing) / 2
                height: own.bigButton
                free: !view.time.busy
                whose: view.time.shift.whose.clock
                //% "改时间"
                text: qsTrId("keeper.time_change")
                onTapped: view.time.begin()
            }
            StaffButton {
                width: (parent.width - parent.spacing) / 2
                height: own.bigButton
                primary: true
                icon: "check"
                free: !view.time.busy
                whose: view.time.shift.whose.clock
                //% "时间没错"
                text: qsTrId("keeper.time_right")
                onTapped: view.time.confirm()
            }
        }
        Row {
            id: fields

            width: parent.width
            spacing: Theme.gutter
            visible: view.ready && view.time.setting

            TimePart {
                width: Math.round((parent.width - parent.spacing) * own.dayShare / 100)
                //% "日期"
                label: qsTrId("keeper.day")
                text: view.time.day
                chosen: view.time.part === "day"
                onTapped: view.time.choose("day")
            }
            TimePart {
                width: parent.width - x
                //% "时间"
                label: qsTrId("keeper.time")
                text: view.time.time
                chosen: view.time.part === "time"
                onTapped: view.time.choose("time")
            }
        }
        DigitPad {
            width: parent.width
            keyHeight: own.padKey
            visible: view.ready && view.time.setting && view.time.asks === ""
            ready: view.time.complete
            //% "设成这个时间"
            doneText: qsTrId("keeper.time_set")
            onDigit: key => view.time.digit(key)
            onErase: view.time.erase()
            onDone: view.time.set()
        }
        ActionButton {
            //% "不改了"
            text: qsTrId("keeper.time_keep")
            visible: view.ready && view.time.setting && view.time.asks === ""
            onTapped: view.time.keep()
        }
        AskPanel {
            width: parent.width
            visible: view.ready && view.time.asks !== ""
            //% "这个时间比记录早"
            title: qsTrId("keeper.time_early")
            detail: view.time.asks
            keepText: qsTrId("keeper.not_yet")
            //% "照这个时间改"
            sureText: qsTrId("keeper.time_anyway")
            possible: !view.time.busy
            onKept: view.time.keep()
            onAgreed: view.time.set()
        }
    }
}
