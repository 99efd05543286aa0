import QtQuick
import Kiosk.Models

// What the attract page says, in both languages at once: a text is a pair, one with _zh and one with _en.
QtObject {
    id: words

    required property AttractModel attract
    required property HomeModel home

    //% "轻触屏幕，或直接扫码"
    readonly property string doZh: qsTrId("attract.do_zh")
    //% "Touch the screen, or scan your code"
    readonly property string doEn: qsTrId("attract.do_en")

    // The largest word: what one can do, or why nobody goes in now.
    function wordZh(): string {
        switch (home.closedBecause) {
        case "paused":
            //% "入场暂停"
            return qsTrId("attract.paused_zh");
        case "full":
            //% "馆内已满"
            return qsTrId("attract.full_zh");
        case "not_open":
            //% "还没开门"
            return qsTrId("attract.not_open_zh");
        case "other_day":
            //% "今天不开放"
            return qsTrId("attract.other_day_zh");
        case "over":
            //% "今天已结束"
            return qsTrId("attract.over_zh");
        default:
            //% "找到您的展位"
            //% "找到学校展位"
            return attract.schoolsHost ? qsTrId("attract.find_school_zh") : qsTrId("attract.find_zh");
        }
    }
    function saidZh(): string {
        switch (home.closedBecause) {
        case "paused":
        case "full":
            //% "请在这里稍候，恢复后再扫码"
            return qsTrId("attract.wait_zh");
        case "not_open":
            //% "%1 开门。现在可以先找展位、看日程"
            return qsTrId("attract.opens_zh").arg(home.opensAt);
        case "other_day":
            //% "%1 %2 开门。现在可以先找展位、看日程"
            return qsTrId("attract.opens_on_zh").arg(attract.opensZh).arg(home.opensAt);
        case "over":
            //% "现在可以先找展位、看日程"
            return qsTrId("attract.meanwhile_zh");
        default:
            if (attract.stalls === 0)
                return "";
            //% "%1 个展位，%2 个展馆"
            //% "%1 个展位"
            return attract.levels > 1 ? qsTrId("attract.halls_zh").arg(attract.stalls).arg(attract.levels) : qsTrId("attract.stalls_zh").arg(attract.stalls);
        }
    }
    function english(): string {
        switch (home.closedBecause) {
        case "paused":
            //% "Entry is paused. Please wait here."
            return qsTrId("attract.paused_en");
        case "full":
            //% "The hall is full. Please wait here."
            return qsTrId("attract.full_en");
        case "not_open":
            //% "Doors open at %1. Look around here."
            return qsTrId("attract.opens_en").arg(home.opensAt);
        case "other_day":
            //% "Opens %1 at %2. Look around here."
            return qsTrId("attract.opens_on_en").arg(attract.opensEn).arg(home.opensAt);
        case "over":
            //% "Over for today. Look around here."
            return qsTrId("attract.over_en");
        default:
            return find();
        }
    }
    function find(): string {
        //% "Find your stall."
        //% "Find a school's stall."
        const found = attract.schoolsHost ? qsTrId("attract.find_school_en") : qsTrId("attract.find_en");
        if (attract.stalls === 0)
            return found;
        //% "%1 stalls in %2 halls."
        //% "%1 stalls."
        const count = attract.levels > 1 ? qsTrId("attract.halls_en").arg(attract.stalls).arg(attract.levels) : qsTrId("attract.stalls_en").arg(attract.stalls);
        return found + " " + count;
    }
    // What this kiosk does: icon, zh, en, and the page it leads to.
    function services(): var {
        const found = [first()];
        if (home.standsAt === "in")
            found.push({
                "icon": "badge",
                //% "打印胸卡"
                "zh": qsTrId("attract.badge_zh"),
                //% "Print a badge"
                "en": qsTrId("attract.badge_en"),
                "page": "check_in"
            });
        return found.concat([
            {
                "icon": "search",
                //% "找展位"
                "zh": qsTrId("attract.stall_zh"),
                //% "Find a stall"
                "en": qsTrId("attract.stall_en"),
                "page": "find"
            },
            {
                "icon": "calendar",
                //% "看日程"
                "zh": qsTrId("attract.programme_zh"),
                //% "Programme"
                "en": qsTrId("attract.programme_en"),
                "page": "programme"
            }
        ]);
    }
    function first(): var {
        switch (home.standsAt) {
        case "out":
            return {
                "icon": "exit",
                //% "离场"
                "zh": qsTrId("attract.leave_zh"),
                //% "Leave"
                "en": qsTrId("attract.leave_en"),
                "page": "check_in"
            };
        case "foyer":
            return {
                "icon": "badge",
                //% "领胸卡"
                "zh": qsTrId("attract.get_badge_zh"),
                //% "Get a badge"
                "en": qsTrId("attract.get_badge_en"),
                "page": "check_in"
            };
        default:
            return {
                "icon": "scan",
                //% "签到"
                "zh": qsTrId("attract.check_in_zh"),
                //% "Check in"
                "en": qsTrId("attract.check_in_en"),
                "page": "check_in"
            };
        }
    }
    function programmeZh(): string {
        switch (attract.when) {
        case "today":
            //% "今日日程"
            return qsTrId("attract.today_zh");
        case "tomorrow":
            //% "今天的活动都结束了，明天还有"
            //% "明天的日程"
            return attract.dayOver ? qsTrId("attract.over_tomorrow_zh") : qsTrId("attract.tomorrow_zh");
        case "later":
            //% "%1 的日程"
            return qsTrId("attract.later_zh").arg(attract.dateZh);
        default:
            //% "今天的活动都结束了，谢谢您来"
            return qsTrId("attract.day_over_zh");
        }
    }
    function programmeEn(): string {
        switch (attract.when) {
        case "today":
            //% "On today"
            return qsTrId("attract.today_en");
        case "tomorrow":
            //% "That was today's programme. Tomorrow:"
            //% "On tomorrow"
            return attract.dayOver ? qsTrId("attract.over_tomorrow_en") : qsTrId("attract.tomorrow_en");
        case "later":
            //% "On %1"
            return qsTrId("attract.later_en").arg(attract.dateEn);
        default:
            //% "That was today's programme. Thank you for coming."
            return qsTrId("attract.day_over_en");
        }
    }
}
