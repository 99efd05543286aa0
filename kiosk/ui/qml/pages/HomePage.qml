import QtQuick
import Kiosk
import Kiosk.Models

// The scan sign, then three cards, of which only the first is filled, and the switch for ways without steps.
KioskPage {
    id: page

    readonly property HomeModel home: models.home
    readonly property VisitSizes sizes: VisitSizes {}

    function hours(): string {
        switch (home.opening) {
        case "":
            //% "正在读取展会资料，可以先扫码"
            return home.ready ? "" : qsTrId("home.loading");
        case "not_open":
            //% "%1·还没开门"
            return qsTrId("home.not_open").arg(home.hours);
        case "other_day":
            //% "下一场：%1"
            return qsTrId("home.other_day").arg(home.hours);
        case "over":
            //% "%1·已结束"
            return qsTrId("home.over").arg(home.hours);
        default:
            return home.hours;
        }
    }
    // What this kiosk is for, on the sign and on the first card.
    function asked(): string {
        switch (home.standsAt) {
        case "out":
            //% "离场请扫胸卡"
            return qsTrId("home.scan_out");
        case "foyer":
            //% "扫码领胸卡"
            return qsTrId("home.scan_foyer");
        case "hosts":
            //% "单位扫码签到"
            return qsTrId("home.scan_hosts");
        case "session":
            //% "入会场请扫码"
            return qsTrId("home.scan_session");
        default:
            return home.closedBecause ? closed() : scan();
        }
    }
    function scan(): string {
        //% "请扫码\n签到"
        //% "请扫码签到"
        return sizes.low ? qsTrId("home.scan_low") : qsTrId("home.scan");
    }
    // The largest words say it where nobody goes in now; low, in two lines.
    function closed(): string {
        switch (home.closedBecause) {
        case "paused":
            //% "入场\n暂停"
            //% "入场暂停"
            return sizes.low ? qsTrId("home.low_paused") : qsTrId("home.closed_paused");
        case "full":
            //% "馆内\n已满"
            //% "馆内已满"
            return sizes.low ? qsTrId("home.low_full") : qsTrId("home.closed_full");
        case "not_open":
            //% "还没\n开门"
            //% "还没开门"
            return sizes.low ? qsTrId("home.low_not_open") : qsTrId("home.closed_not_open");
        case "other_day":
            //% "今天\n不开放"
            //% "今天不开放"
            return sizes.low ? qsTrId("home.low_other_day") : qsTrId("home.closed_other_day");
        default:
            //% "今天\n已结束"
            //% "今天已结束"
            return sizes.low ? qsTrId("home.low_over") : qsTrId("home.closed_over");
        }
    }
    function closedHow(): string {
        switch (home.closedBecause) {
        case "paused":
        case "full":
            //% "请在这里稍候，恢复后再扫码"
            return qsTrId("home.closed_wait");
        default:
            //% "现在可以先找展位、看日程"
            return qsTrId("home.closed_meanwhile");
        }
    }
    function how(): string {
        switch (home.standsAt) {
        case "out":
            //% "把胸卡对准屏幕下方的扫描窗"
            //% "把胸卡举到摄像头前，画面不保存"
            return page.models.aims ? qsTrId("camera.badge") : qsTrId("home.scan_out_how");
        case "foyer":
            //% "胸卡当场打印，拿好再走入口"
            return qsTrId("home.scan_foyer_how");
        case "hosts":
            //% "参展单位的代表在这里签到、领胸卡"
            return qsTrId("home.scan_hosts_how");
        case "session":
            return home.session;
        default:
            //% "把二维码对准屏幕下方的扫描窗"
            //% "把二维码举到摄像头前，画面不保存"
            return home.closedBecause ? closedHow() : page.models.aims ? qsTrId("camera.code") : qsTrId("home.scan_how");
        }
    }
    function firstCard(): string {
        switch (home.standsAt) {
        case "out":
            //% "离场"
            return qsTrId("home.leave");
        case "foyer":
            //% "领胸卡"
            return qsTrId("home.get_badge");
        default:
            //% "签到"
            return qsTrId("home.check_in");
        }
    }
    function firstHow(): string {
        switch (home.standsAt) {
        case "in":
        case "foyer":
            //% "没有码？报学号或姓名，或现场登记"
            return qsTrId("home.check_in_how");
        default:
            //% "码不在手边？报学号或姓名"
            return qsTrId("home.no_code_how");
        }
    }
    function seats(crowd: string): string {
        switch (crowd) {
        case "paused":
            //% "入场暂停，请稍候"
            return qsTrId("home.seats_paused");
        case "full":
            //% "座位已满"
            return qsTrId("home.seats_full");
        default:
            //% "还有 %1 个座位"
            return qsTrId("home.seats").arg(home.seatsLeft);
        }
    }
    function stallsText(): string {
        if (home.stalls === 0)
            //% "搜单位、岗位、专业"
            return qsTrId("home.find_how_bare");
        if (home.schoolsHost)
            //% "%1 个展位·搜学校、专业"
            return qsTrId("home.find_how_schools", home.stalls).arg(Theme.grouped(home.stalls));
        // Large, the halls would push the line into a second one.
        if (home.levels > 1 && !Theme.large) {
            //% "%1 个展位"
            const stalls = qsTrId("counted.stalls", home.stalls).arg(Theme.grouped(home.stalls));
            //% "%1 个展馆"
            const halls = qsTrId("counted.halls", home.levels).arg(home.levels);
            //% "%1·%2·搜单位、岗位、专业"
            return qsTrId("home.find_how_halls").arg(stalls).arg(halls);
        }
        //% "%1 个展位·搜单位、岗位、专业"
        return qsTrId("home.find_how", home.stalls).arg(Theme.grouped(home.stalls));
    }
    function sessionsText(): string {
        if (home.sessions < 0)
            //% "宣讲会·讲座·对接会"
            return qsTrId("home.programme_how_bare");
        if (home.sessions === 0)
            //% "没有安排活动"
            return qsTrId("home.programme_how_none");
        //% "宣讲会·讲座·%n 场"
        return qsTrId("home.programme_how", home.sessions);
    }

    StyledText {
        id: fair

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: time.left
        anchors.rightMargin: Theme.spaceL
        y: Theme.homeFairTop
        typeStyle: Theme.row
        text: page.home.fair
        maximumLineCount: 2
        elide: Text.ElideRight
    }
    StyledText {
        id: hours

        anchors.left: fair.left
        anchors.top: fair.bottom
        width: Theme.portrait ? fair.width : Theme.leftWidth
        typeStyle: page.sizes.homeNote
        color: Theme.colour.inkSoft
        text: page.hours()
    }
    StyledText {
        id: time

        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: Theme.homeFairTop
        typeStyle: Theme.clock
        text: page.models.clock.time
        wrapMode: Text.NoWrap
    }
    StyledText {
        id: hero

        x: Theme.margin
        y: page.sizes.homeHeroTop
        width: page.sizes.homeHeroWidth
        typeStyle: page.home.standsAt !== "in" ? page.sizes.doorHero : page.sizes.low ? page.sizes.lowHero : Theme.hero
        text: page.asked()
    }
    StyledText {
        id: how

        anchors.left: hero.left
        anchors.top: hero.bottom
        anchors.topMargin: Theme.spaceS
        width: page.sizes.homeHeroWidth
        typeStyle: Theme.lead
        font.weight: page.home.standsAt === "session" || aim.words !== "" ? Font.Bold : Font.Normal
        text: aim.words !== "" ? aim.words : page.how()
        // A session's title may be long.
        maximumLineCount: 2
        elide: Text.ElideRight
    }
    Row {
        x: Theme.margin
        y: how.y + how.height + (page.sizes.low ? Theme.spaceXs : Theme.spaceL)
        spacing: Theme.spaceS
        visible: page.home.crowd !== ""

        Drawing {
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.homeDot
            height: Theme.homeDot
            name: ({
                    "calm": "circle",
                    "filling": "diamond",
                    "nearly_full": "diamond"
                })[page.home.crowd] ?? "square"
            ink: Theme.shapeColour(({
                    "calm": "admit",
                    "filling": "notice",
                    "nearly_full": "notice"
                })[page.home.crowd] ?? "refuse")
        }
        StyledText {
            anchors.verticalCenter: parent.verticalCenter
            typeStyle: page.sizes.homeNote
            label: true
            color: Theme.colour.inkSoft
            wrapMode: Text.NoWrap
            text: {
                if (page.home.seatsLeft >= 0)
                    return page.seats(page.home.crowd);
                const inside = Theme.grouped(page.home.inside);
                switch (page.home.crowd) {
                case "calm":
                    //% "馆内 %1 人·通畅"
                    return qsTrId("home.calm").arg(inside);
                case "filling":
                    //% "馆内 %1 人·人较多"
                    return qsTrId("home.filling").arg(inside);
                case "nearly_full":
                    //% "馆内 %1 人·快满了"
                    return qsTrId("home.nearly_full").arg(inside);
                case "paused":
                    //% "馆内 %1 人·入场暂停"
                    return qsTrId("home.paused").arg(inside);
                default:
                    //% "馆内 %1 人·已满，请稍候"
                    return qsTrId("home.full").arg(inside);
                }
            }
        }
    }
    ScanSign {
        id: sign

        x: Theme.portrait ? parent.width - Theme.margin - width : Theme.margin
        y: Theme.homeSignTop
        visible: !page.models.aims
    }
    // By its file's name: where no camera is set, none of it is loaded.
    Loader {
        id: aim

        readonly property string words: item !== null ? (item as KioskLayer).words : ""

        x: sign.x
        y: sign.y
        width: sign.width
        height: sign.height
        source: page.models.aims ? "AimingPicture.qml" : ""
        onLoaded: (item as KioskLayer).models = page.models
    }
    Column {
        x: Theme.homeCardsLeft
        y: Theme.homeCardsTop
        width: Theme.homeCardsWidth
        spacing: Theme.homeCardsGap

        HomeCard {
            width: parent.width
            height: Theme.homeCheckIn
            filled: true
            title: page.firstCard()
            detail: page.firstHow()
            art: "badge_art"
            artSize: Theme.homeArt
            detailStyle: page.sizes.homeDetail
            onTapped: page.models.navigation.go("check_in")
        }
        HomeCard {
            width: parent.width
            height: Theme.homeFind
            //% "找展位"
            title: qsTrId("home.find")
            detail: page.stallsText()
            art: "stalls_art"
            artChosen: "stall_chosen_art"
            artSize: Theme.homeArtSmall
            detailStyle: page.sizes.homeDetail
            onTapped: page.models.navigation.go("find")
        }
        HomeCard {
            width: parent.width
            height: Theme.homeProgramme
            //% "今日日程"
            //% "展会日程"
            title: page.home.opening === "other_day" || page.home.opening === "over" ? qsTrId("home.programme_other") : qsTrId("home.programme")
            detail: page.sessionsText()
            art: "programme_art"
            artChosen: "programme_now_art"
            artLine: "programme_line_art"
            artSize: Theme.homeArtSmall
            detailStyle: page.sizes.homeDetail
            onTapped: page.models.navigation.go("programme")
        }
        StepFreeSwitch {
            width: parent.width
            height: Theme.homeSwitch
            modes: page.models.modes
        }
    }
}
