import QtQuick
import Kiosk
import Kiosk.Models

// The badge that is being printed: how many come before it, that it is out, or where to collect it.
KioskPage {
    id: page

    readonly property BadgeModel badge: models.badge
    readonly property VisitSizes sizes: VisitSizes {}
    readonly property bool waiting: badge.state === "waiting"
    readonly property bool out: badge.state === "out"
    readonly property bool stopped: badge.state === "stopped"

    //% "领取胸卡"
    title: qsTrId("badge.title")

    function stateOf(step: int): string {
        const now = waiting ? 0 : out || stopped ? 2 : 1;
        return step < now ? "done" : step === now ? "now" : "later";
    }

    Question {
        id: question

        y: page.sizes.questionTop
        width: Theme.portrait ? Theme.homeHeroWidth : Theme.questionWidth
        //% "胸卡排队中"
        //% "请取走胸卡"
        //% "请到服务台\n取胸卡"
        //% "胸卡打印中"
        text: page.waiting ? qsTrId("badge.waiting") : page.out ? qsTrId("badge.out") : page.stopped ? qsTrId("badge.stopped") : qsTrId("badge.printing")
        how: {
            if (page.waiting)
                //% "%1，前面还有 %2 张"
                return qsTrId("badge.waiting_how").arg(page.badge.who).arg(page.badge.before);
            if (page.out)
                //% "%1，请挂在胸前，祝您顺利。"
                return qsTrId("badge.out_how").arg(page.badge.who);
            if (page.stopped)
                //% "%1，您已签到成功，这台打印机停了。"
                //% "%1，这台打印机停了，胸卡在服务台打。"
                return page.badge.foyer ? qsTrId("badge.stopped_foyer").arg(page.badge.who) : qsTrId("badge.stopped_how").arg(page.badge.who);
            //% "%1，约几秒后出来。"
            return page.badge.who === "" ? "" : qsTrId("badge.printing_how").arg(page.badge.who);
        }
    }
    Drawing {
        id: art

        x: Theme.portrait ? parent.width - Theme.margin - width : Theme.margin
        y: Theme.portrait ? page.sizes.questionTop : question.y + question.height + Theme.spaceL
        width: page.sizes.badgeArt
        height: width
        name: page.stopped ? "desk" : "badge_art"
        ink: Theme.colour.brand
    }
    Icon {
        anchors.left: Theme.portrait ? undefined : art.right
        anchors.top: Theme.portrait ? art.bottom : undefined
        anchors.topMargin: Theme.spaceM
        anchors.horizontalCenter: Theme.portrait ? art.horizontalCenter : undefined
        anchors.verticalCenter: Theme.portrait ? undefined : art.verticalCenter
        size: page.sizes.badgeDown
        name: "down"
        visible: page.out
    }
    ProgressLine {
        x: Theme.answerLeft
        y: page.sizes.progressTop
        width: Theme.answerWidth
        entries: [
            {
                "id": "queue",
                //% "排队"
                "label": qsTrId("badge.queue"),
                //% "前面 %1 张"
                //% "轮到您了"
                "value": page.waiting ? qsTrId("badge.queue_before").arg(page.badge.before) : qsTrId("badge.queue_over"),
                "state": page.stateOf(0)
            },
            {
                "id": "print",
                //% "打印"
                "label": qsTrId("badge.print"),
                //% "稍候"
                //% "停了"
                //% "完成"
                //% "正在打"
                "value": page.waiting ? qsTrId("badge.print_later") : page.stopped ? qsTrId("badge.print_stopped") : page.out ? qsTrId("badge.print_done") : qsTrId("badge.print_now"),
                "state": page.stopped ? "now" : page.stateOf(1)
            },
            {
                "id": "take",
                //% "取卡"
                "label": qsTrId("badge.take"),
                //% "屏幕下方"
                "value": page.stopped ? page.models.help.desk : qsTrId("badge.take_below"),
                "state": page.stateOf(2)
            }
        ]
    }
    Choices {
        id: choices

        x: Theme.answerLeft
        y: Theme.portrait ? page.sizes.answerTop + Theme.spaceS : page.sizes.progressBottom + Theme.spaceM
        width: Theme.answerWidth
        rows: [
            page.stopped ? {
                "icon": "desk",
                //% "请到 %1取卡"
                "title": qsTrId("badge.desk").arg(page.models.help.desk),
                //% "报姓名即可，不用重新登记"
                "detail": qsTrId("badge.desk_how"),
                "action": ""
            } : {
                "icon": "badge",
                //% "请从屏幕下方取走"
                //% "胸卡从屏幕下方出来"
                "title": page.out ? qsTrId("badge.take_it") : qsTrId("badge.below"),
                //% "拿到后请挂在胸前，再入场"
                "detail": qsTrId("badge.below_how"),
                "action": ""
            },
            {
                "icon": "search",
                //% "想先看展位？"
                "title": qsTrId("badge.find"),
                //% "点这里，按专业、岗位或单位名找"
                "detail": qsTrId("badge.find_how"),
                "action": "find"
            }
        ]
        onChosen: action => page.models.navigation.go(action)
    }
    ActionButton {
        anchors.right: choices.right
        anchors.top: choices.bottom
        anchors.topMargin: Theme.spaceM
        primary: true
        icon: "home"
        //% "好了，回首页"
        text: qsTrId("badge.home")
        visible: page.out || page.stopped
        onTapped: page.models.idle.finish()
    }
}
