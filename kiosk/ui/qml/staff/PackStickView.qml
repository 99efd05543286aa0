pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// A fair pack from a stick: which there are, what the chosen one changes, installing it, and what came of it.
Item {
    id: view

    required property StaffModel staff
    readonly property PackStickModel stick: staff.pack.stick
    readonly property string condition: stick.state
    readonly property bool busy: condition === "looking" || condition === "reading" || condition === "installing"
    readonly property bool silent: condition === "listed" && !stick.answered
    readonly property bool empty: condition === "listed" && stick.answered && stick.offers.length === 0

    function title(): string {
        switch (condition) {
        case "looking":
            //% "正在找 U 盘上的资料包"
            return qsTrId("staff.stick_looking");
        case "listed":
            if (silent)
                //% "U 盘没有反应"
                return qsTrId("staff.stick_silent");
            if (!empty)
                //% "U 盘上的资料包"
                return qsTrId("staff.stick_listed");
            //% "没有找到 U 盘"
            //% "U 盘上没有资料包"
            return stick.sticks === 0 ? qsTrId("staff.stick_none") : qsTrId("staff.stick_empty");
        case "reading":
            //% "正在检查整个资料包"
            return qsTrId("staff.stick_reading");
        case "asked":
            //% "安装第 %1 版吗？"
            return qsTrId("staff.stick_asked").arg(stick.chosen.version);
        case "installing":
            //% "正在安装第 %1 版"
            return qsTrId("staff.stick_installing").arg(stick.chosen.version);
        case "installed":
            //% "第 %1 版已装好"
            return qsTrId("staff.stick_installed").arg(stick.version);
        case "refused":
            //% "这个资料包不能装"
            return qsTrId("staff.stick_refused");
        case "failed":
            //% "没有装上"
            return qsTrId("staff.stick_failed");
        default:
            //% "没有做成"
            return qsTrId("staff.stick_not");
        }
    }

    function how(): string {
        switch (condition) {
        case "looking":
        case "reading":
            //% "签到照常。"
            return qsTrId("staff.stick_meanwhile");
        case "installing":
            //% "签到照常。装好以前请不要拔 U 盘。"
            return qsTrId("staff.stick_keep");
        case "listed":
            if (silent)
                //% "请拔下再插好，或换一个 U 盘。"
                return qsTrId("staff.stick_replug");
            if (stick.more)
                //% "文件夹太多，没有全部看完。请把资料包放在 U 盘最外层。"
                return qsTrId("staff.stick_more");
            //% "点“查看”先看有什么变化，再决定装不装。"
            //% "请插上主办方给的 U 盘，再找一次。"
            //% "资料包是一个文件夹，要整个拷贝。请核对后再找一次。"
            return !empty ? qsTrId("staff.stick_choose") : stick.sticks === 0 ? qsTrId("staff.stick_plug") : qsTrId("staff.stick_copy");
        case "asked":
            return asks();
        case "installed":
            //% "U 盘可以拔了。退出以后，本机就换用新装的资料包。"
            return qsTrId("staff.stick_renews");
        case "refused":
        case "failed":
            return stick.problem;
        default:
            //% "没有改动任何东西，请再试一次。"
            return qsTrId("staff.stick_try");
        }
    }

    function asks(): string {
        if (!stick.opens)
            //% "这是另一场活动：只列进活动日程，本机照旧用现在的。"
            return qsTrId("staff.stick_joins");
        if (stick.chosen.standing === "other_fair")
            //% "这是另一场活动：装好以后，本机改为这一场。"
            return qsTrId("staff.stick_turns");
        //% "装好以后，本机换用这一版。"
        return qsTrId("staff.stick_takes");
    }

    StaffSizes {
        id: sizes
    }
    Column {
        id: shown

        x: Theme.margin
        y: sizes.top
        width: sizes.columnWidth
        spacing: Theme.spaceM

        Row {
            width: parent.width
            spacing: Theme.spaceM

            Drawing {
                id: sign

                anchors.verticalCenter: parent.verticalCenter
                width: sizes.shape
                height: sizes.shape
                name: view.condition === "installed" ? "verdict_admit" : "verdict_refuse"
                ink: Theme.shapeColour(view.condition === "installed" ? "admit" : "refuse")
                visible: view.condition === "installed" || view.condition === "refused" || view.condition === "failed"
            }
            StyledText {
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - (sign.visible ? sign.width + parent.spacing : 0)
                typeStyle: Theme.title
                text: view.title()
            }
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.lead
            text: view.how()
        }
        Rectangle {
            width: parent.width
            height: sizes.workBar
            radius: height / 2
            color: Theme.colour.sunk
            border.width: Theme.hair
            border.color: Theme.colour.lineStrong
            visible: view.busy
            Accessible.role: Accessible.ProgressBar
            Accessible.name: view.title()

            Rectangle {
                width: Math.max(parent.height, parent.width * view.stick.share)
                height: parent.height
                radius: height / 2
                color: Theme.colour.brand
            }
        }
        FactGrid {
            width: parent.width
            visible: view.condition === "asked"
            facts: !visible ? [] : [
                {
                    //% "活动"
                    "label": qsTrId("staff.stick_fair"),
                    "value": view.stick.chosen.fair
                },
                {
                    "label": qsTrId("staff.version"),
                    //% "%1 → %2"
                    "value": view.stick.chosen.before > 0 ? qsTrId("staff.stick_versions").arg(view.stick.chosen.before).arg(view.stick.chosen.version) : qsTrId("staff.version_number").arg(view.stick.chosen.version)
                },
                {
                    //% "第一天"
                    "label": qsTrId("staff.stick_day"),
                    "value": view.stick.chosen.day
                },
                {
                    //% "U 盘"
                    "label": qsTrId("staff.stick"),
                    "value": view.stick.chosen.stick
                }
            ]
        }
    }
    Column {
        x: sizes.secondLeft
        y: sizes.portrait ? Math.max(sizes.reach, shown.y + shown.height + sizes.gap) : sizes.top
        width: sizes.columnWidth
        spacing: sizes.gap

        Column {
            width: parent.width
            spacing: Theme.spaceS
            visible: view.condition === "listed" && view.stick.offers.length > 0

            ListHead {
                id: offersHead

                width: parent.width
                total: view.stick.offers.length
                perPage: sizes.offersMost
                //% "找到 %1 个"
                text: qsTrId("staff.stick_found").arg(view.stick.offers.length)
            }
            Card {
                width: parent.width
                height: offers.height

                Column {
                    id: offers

                    width: parent.width

                    Repeater {
                        model: view.stick.offers.slice(offersHead.first, offersHead.last)

                        PackOfferRow {
                            width: offers.width
                            onChosen: view.stick.choose(modelData.number)
                        }
                    }
                }
            }
        }
        Column {
            width: parent.width
            spacing: Theme.spaceS
            visible: view.condition === "asked"

            ListHead {
                id: changesHead

                width: parent.width
                total: view.stick.changes.length
                perPage: sizes.changesMost
                //% "本机第一次装这场活动"
                //% "有这些变化"
                text: view.stick.first ? qsTrId("staff.stick_first") : qsTrId("staff.stick_changes")
            }
            Card {
                width: parent.width
                height: changes.height + 2 * Theme.cardInset
                visible: view.stick.changes.length > 0

                Column {
                    id: changes

                    x: Theme.cardInset
                    y: Theme.cardInset
                    width: parent.width - 2 * Theme.cardInset
                    spacing: Theme.spaceS

                    Repeater {
                        model: view.stick.changes.slice(changesHead.first, changesHead.last)

                        StyledText {
                            required property string modelData

                            width: changes.width
                            typeStyle: Theme.body
                            text: modelData
                        }
                    }
                }
            }
        }
        Row {
            width: parent.width
            spacing: Theme.gutter
            visible: view.condition === "asked"

            ActionButton {
                id: keep

                //% "不装"
                text: qsTrId("staff.stick_keep_old")
                onTapped: view.stick.close()
            }
            StaffButton {
                whose: view.stick.shift.whose.pack
                width: parent.width - keep.width - parent.spacing
                primary: true
                //% "安装第 %1 版"
                text: qsTrId("staff.stick_install").arg(view.stick.chosen.version ?? 0)
                onTapped: view.stick.install()
            }
        }
        ActionButton {
            //% "退出并换用"
            text: qsTrId("staff.stick_renew")
            primary: true
            visible: view.condition === "installed"
            onTapped: view.staff.sign_out()
        }
        ActionButton {
            //% "再找一次"
            text: qsTrId("staff.stick_again")
            visible: !view.busy && view.condition !== "asked" && view.condition !== "installed"
            onTapped: view.stick.find()
        }
    }
}
