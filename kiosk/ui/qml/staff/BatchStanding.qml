pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// What a batch comes to, or how far it has come: to be read from a step away.
Column {
    id: standing

    required property BatchModel batch
    readonly property string condition: batch.state
    readonly property bool troubled: batch.trouble.title !== undefined && (condition === "stopped" || condition === "waiting" || condition === "asked")
    readonly property bool moving: condition === "opening" || condition === "working" || condition === "waiting"
    readonly property bool begun: moving || condition === "asked" || condition === "stopped" || condition === "paused" || condition === "broken"

    function badges(count: int): string {
        //% "%1 张胸卡"
        return qsTrId("counted.badges", count).arg(Theme.grouped(count));
    }
    function sheets(count: int): string {
        //% "%1 张纸"
        return qsTrId("counted.sheets", count).arg(Theme.grouped(count));
    }
    function title(): string {
        switch (condition) {
        case "choosing":
            if (!batch.drafted)
                //% "正在算有几张"
                return qsTrId("batch.counting");
            if (batch.unsaid)
                //% "请先选谁的胸卡"
                return qsTrId("batch.say_whom");
            //% "%1，%2"
            //% "选中的人都有胸卡了"
            return batch.badges > 0 ? qsTrId("batch.comes_to").arg(badges(batch.badges)).arg(sheets(batch.sheets)) : qsTrId("batch.all_have");
        case "interrupted":
            //% "有一批没有打完"
            return qsTrId("batch.interrupted");
        case "opening":
            //% "正在排版"
            return qsTrId("batch.opening");
        case "working":
        case "waiting":
            //% "已打 %1 / %n 张胸卡"
            return qsTrId("batch.printed_of", batch.badges).arg(batch.badgesDone);
        case "asked":
            if (batch.first === batch.last)
                //% "第 %1 张纸，出来了吗？"
                return qsTrId("batch.came_out_one").arg(batch.first);
            //% "第 %1 到 %2 张纸，都出来了吗？"
            return qsTrId("batch.came_out_asked").arg(batch.first).arg(batch.last);
        case "stopped":
            //% "打印停了"
            return troubled ? batch.trouble.title : qsTrId("batch.stopped");
        case "paused":
            //% "停在第 %1 张纸"
            return qsTrId("batch.paused").arg(batch.sheetsDone);
        case "elsewhere":
            //% "本机正在别处打印这一批"
            return qsTrId("batch.elsewhere");
        case "whole":
            //% "打完了：%1，%2"
            return qsTrId("batch.whole").arg(badges(batch.badgesDone)).arg(sheets(batch.sheetsDone));
        default:
            //% "没有打下去"
            return qsTrId("batch.broken");
        }
    }
    function how(): string {
        switch (condition) {
        case "choosing":
            if (batch.printerless)
                //% "没有能打整张纸的打印机。请在本机设置里接一台，再来打印。"
                return qsTrId("batch.printerless");
            //% "%n 排。开始以后可以随时停下，接着打不重不漏。"
            //% "开始以后可以随时停下，接着打不重不漏。"
            return batch.rows > 0 ? qsTrId("batch.how_rows", batch.rows) : qsTrId("batch.how");
        case "interrupted":
            //% "已打 %n 张胸卡。接着打从第 %1 张纸开始，不重不漏。"
            return qsTrId("batch.goes_on", batch.badgesDone).arg(batch.sheetsDone + 1);
        case "opening":
            //% "签到照常。"
            return qsTrId("batch.meanwhile");
        case "working":
        case "waiting":
            if (troubled)
                return batch.trouble.action;
            return pace();
        case "asked":
            //% "请看看打印机。没出齐：这几张作废，整段重打。"
            return qsTrId("batch.look");
        case "stopped":
            //% "修好后接着打，从第 %1 张纸开始，不重不漏。"
            return (troubled ? batch.trouble.action + "\n" : "") + qsTrId("batch.mended").arg(batch.sheetsDone + 1);
        case "paused":
            //% "接着打从第 %1 张纸开始，不重不漏。"
            return qsTrId("batch.from_sheet").arg(batch.sheetsDone + 1);
        case "elsewhere":
            //% "请等那边打完，再来看。"
            return qsTrId("batch.wait_there");
        case "whole":
            //% "请对着装箱单放好，再签字。"
            return qsTrId("batch.pack");
        default:
            //% "已打的不会重打。请再试一次；不行，请联系主办方。"
            return qsTrId("batch.try_again");
        }
    }
    function pace(): string {
        //% "第 %1 / %2 张纸"
        const sheet = qsTrId("batch.sheet_of").arg(batch.sheetsDone).arg(batch.sheets);
        if (batch.stopping)
            //% "打完这一段就停。"
            return qsTrId("batch.stops_soon");
        if (batch.minutesLeft < 0)
            return sheet;
        //% "，约 %1 分钟打完"
        //% "，不到 1 分钟打完"
        return sheet + (batch.minutesLeft > 1 ? qsTrId("batch.minutes_left").arg(batch.minutesLeft) : qsTrId("batch.soon_done"));
    }

    spacing: Theme.spaceM

    StaffSizes {
        id: sizes
    }
    Row {
        width: parent.width
        spacing: Theme.spaceM

        Drawing {
            id: sign

            anchors.verticalCenter: parent.verticalCenter
            width: sizes.shape
            height: sizes.shape
            name: standing.condition === "whole" ? "verdict_admit" : "verdict_notice"
            ink: Theme.shapeColour(standing.condition === "whole" ? "admit" : "notice")
            visible: standing.condition === "whole" || standing.condition === "stopped" || standing.condition === "broken" || standing.condition === "asked"
        }
        StyledText {
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - (sign.visible ? sign.width + parent.spacing : 0)
            typeStyle: Theme.title
            text: standing.title()
        }
    }
    Rectangle {
        width: parent.width
        height: sizes.workBar
        radius: height / 2
        color: Theme.colour.sunk
        border.width: Theme.hair
        border.color: Theme.colour.lineStrong
        visible: standing.begun
        Accessible.role: Accessible.ProgressBar
        Accessible.name: standing.title()

        Rectangle {
            width: Math.max(parent.height, parent.width * standing.batch.share)
            height: parent.height
            radius: height / 2
            color: Theme.colour.brand
        }
    }
    StyledText {
        width: parent.width
        typeStyle: Theme.lead
        text: standing.how()
        visible: text !== ""
    }
    StyledText {
        width: parent.width
        typeStyle: Theme.lead
        font.weight: Font.Bold
        //% "有 %1 位的名字里有打不出的字，请手写：%2"
        text: qsTrId("batch.by_hand").arg(standing.batch.leftOut).arg(standing.batch.leftOutNames)
        visible: standing.batch.leftOut > 0
    }
    FactGrid {
        width: parent.width
        visible: standing.condition === "interrupted"
        facts: !visible ? [] : [
            {
                //% "开始"
                "label": qsTrId("batch.ordered_at"),
                "value": standing.batch.interrupted.at
            },
            {
                "label": qsTrId("batch.whom"),
                "value": standing.batch.interrupted.whom
            },
            {
                "label": qsTrId("batch.order"),
                "value": standing.batch.interrupted.order
            },
            {
                "label": qsTrId("batch.paper"),
                "value": standing.batch.interrupted.sheet
            }
        ]
    }
}
