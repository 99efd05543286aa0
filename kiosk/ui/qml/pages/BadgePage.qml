import QtQuick
import Kiosk
import Kiosk.Models

// The badge that is being printed: how many come before it, where it comes out, that it is out, that it is held, or
// where to collect it; with bad news its own code, to be photographed. Or where it lies, printed before.
KioskPage {
    id: page

    readonly property BadgeModel badge: models.badge
    readonly property VisitSizes sizes: VisitSizes {}
    readonly property bool waiting: badge.state === "waiting"
    readonly property bool out: badge.state === "out"
    readonly property bool held: badge.state === "held"
    readonly property bool stopped: badge.state === "stopped"
    readonly property bool lies: badge.state === "lies"
    readonly property bool codeShown: badge.code !== ""

    //% "领取胸卡"
    title: qsTrId("badge.title")

    function head(): string {
        switch (badge.state) {
        case "waiting":
            //% "胸卡排队中"
            return qsTrId("badge.waiting");
        case "out":
            //% "请取走胸卡"
            return qsTrId("badge.out");
        case "held":
            //% "胸卡请稍候"
            return qsTrId("badge.held");
        case "stopped":
            //% "请到服务台\n取胸卡"
            return qsTrId("badge.stopped");
        case "lies":
            //% "胸卡已印好"
            return qsTrId("badge.lies");
        default:
            //% "胸卡打印中"
            return qsTrId("badge.printing");
        }
    }
    function how(): string {
        switch (badge.state) {
        case "waiting":
            //% "%1，前面还有 %2 张"
            return qsTrId("badge.waiting_how").arg(badge.who).arg(badge.before);
        case "out":
            //% "%1，请挂在胸前，祝您顺利。"
            return qsTrId("badge.out_how").arg(badge.who);
        case "held":
            //% "%1，%2，工作人员正在处理"
            return qsTrId("badge.held_how").arg(badge.who).arg(badge.cause);
        case "stopped":
            //% "%1，您已签到成功，这台打印机停了。"
            //% "%1，这台打印机停了，胸卡在服务台打。"
            return badge.foyer ? qsTrId("badge.stopped_foyer").arg(badge.who) : qsTrId("badge.stopped_how").arg(badge.who);
        case "lies":
            //% "%1，不用等打印"
            return qsTrId("badge.lies_how").arg(badge.who);
        default:
            //% "%1，约几秒后出来。"
            return badge.who === "" ? "" : qsTrId("badge.printing_how").arg(badge.who);
        }
    }
    function stateOf(step: int): string {
        const now = waiting ? 0 : out || stopped ? 2 : 1;
        return step < now ? "done" : step === now ? "now" : "later";
    }
    function printed(): string {
        if (waiting)
            //% "稍候"
            return qsTrId("badge.print_later");
        if (held)
            //% "暂停"
            return qsTrId("badge.print_held");
        if (stopped)
            //% "停了"
            return qsTrId("badge.print_stopped");
        //% "完成"
        //% "正在打"
        return out ? qsTrId("badge.print_done") : qsTrId("badge.print_now");
    }
    // What to do now.
    function thing(): var {
        switch (badge.state) {
        case "held":
            return {
                "icon": "wait",
                //% "请在这里稍候"
                "title": qsTrId("badge.wait_here"),
                //% "打印机好了就打您这张，也可以到 %1取卡"
                "detail": qsTrId("badge.wait_how").arg(models.help.desk),
                "action": ""
            };
        case "stopped":
            return {
                "icon": "desk",
                //% "请到 %1取卡"
                "title": qsTrId("badge.desk").arg(models.help.desk),
                //% "报姓名即可，不用重新登记"
                "detail": qsTrId("badge.desk_how"),
                "action": ""
            };
        case "lies":
            return {
                "icon": "desk",
                //% "在 %1"
                "title": qsTrId("badge.lies_at").arg(badge.place),
                "detail": qsTrId("badge.desk_how"),
                "action": ""
            };
        case "out":
            return {
                "icon": "badge",
                //% "请从屏幕下方取走"
                //% "请从%1取走"
                "title": badge.place === "" ? qsTrId("badge.take_it") : qsTrId("badge.take_at").arg(badge.place),
                //% "拿到后请挂在胸前，再入场"
                "detail": qsTrId("badge.below_how"),
                "action": ""
            };
        default:
            return {
                "icon": "badge",
                //% "胸卡从屏幕下方出来"
                //% "胸卡从%1出来"
                "title": badge.place === "" ? qsTrId("badge.below") : qsTrId("badge.comes_at").arg(badge.place),
                "detail": qsTrId("badge.below_how"),
                "action": ""
            };
        }
    }
    function things(): var {
        const rows = [thing()];
        if (badge.codeOffered)
            rows.push({
                "icon": "phone",
                //% "不想等？拍下入场码"
                "title": qsTrId("badge.code_offer"),
                //% "点这里显示，今天凭它入场"
                "detail": qsTrId("badge.code_offer_how"),
                "action": "code"
            });
        if (!codeShown)
            rows.push({
                "icon": "search",
                //% "想先看展位？"
                "title": qsTrId("badge.find"),
                //% "点这里，按专业、岗位或单位名找"
                "detail": qsTrId("badge.find_how"),
                "action": "find"
            });
        return rows;
    }

    Question {
        id: question

        y: page.sizes.badgeTop
        width: Theme.portrait ? Theme.homeHeroWidth : Theme.questionWidth
        text: page.head()
        how: page.how()
    }
    Drawing {
        id: art

        x: Theme.portrait ? parent.width - Theme.margin - width : Theme.margin
        y: Theme.portrait ? page.sizes.badgeTop : question.y + question.height + Theme.spaceL
        width: page.sizes.badgeArt
        height: width
        name: page.stopped || page.lies ? "desk" : page.held ? "wait" : "badge_art"
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
        // Where it comes out is said in words; without them it is below the screen.
        visible: page.out && page.badge.place === ""
    }
    ProgressLine {
        x: Theme.answerLeft
        y: page.sizes.progressTop
        width: Theme.answerWidth
        visible: !page.lies
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
                "value": page.printed(),
                "state": page.stopped ? "now" : page.stateOf(1)
            },
            {
                "id": "take",
                //% "取卡"
                "label": qsTrId("badge.take"),
                //% "现在"
                //% "稍候"
                "value": page.stopped ? page.models.help.desk : page.out ? qsTrId("badge.take_now") : qsTrId("badge.print_later"),
                "state": page.stateOf(2)
            }
        ]
    }
    Choices {
        id: choices

        x: Theme.answerLeft
        y: Theme.portrait ? page.sizes.answerTop + Theme.spaceS : page.lies ? Theme.answerTop : page.sizes.progressBottom + Theme.spaceM
        width: Theme.answerWidth
        rows: page.things()
        onChosen: action => {
            if (action === "code")
                page.badge.show_code();
            else
                page.models.navigation.go(action);
        }
    }
    Card {
        id: code

        x: Theme.answerLeft
        anchors.top: choices.bottom
        anchors.topMargin: Theme.spaceM
        width: Theme.answerWidth
        height: photo.height + 2 * Theme.cardInset
        visible: page.codeShown

        Qr {
            id: photo

            x: Theme.cardInset
            y: Theme.cardInset
            side: page.sizes.badgeCode
            personal: true
            models: page.models
            text: page.badge.code
            //% "您的入场码"
            name: qsTrId("badge.code_name")
        }
        Column {
            anchors.left: photo.right
            anchors.leftMargin: Theme.spaceL
            anchors.right: parent.right
            anchors.rightMargin: Theme.cardInset
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.spaceXs

            StyledText {
                width: parent.width
                typeStyle: Theme.row
                //% "请拍下此码，今天凭它入场"
                text: qsTrId("badge.code")
            }
            StyledText {
                width: parent.width
                typeStyle: Theme.body
                color: Theme.colour.inkSoft
                //% "只有您能用，请别让别人拍。离开这一页就不再显示。"
                text: qsTrId("badge.code_how")
            }
        }
    }
    ActionButton {
        anchors.right: choices.right
        anchors.top: page.codeShown ? code.bottom : choices.bottom
        anchors.topMargin: Theme.spaceM
        primary: true
        icon: "home"
        //% "好了，回首页"
        text: qsTrId("badge.home")
        visible: !page.waiting && page.badge.state !== "printing"
        onTapped: page.models.idle.finish()
    }
}
