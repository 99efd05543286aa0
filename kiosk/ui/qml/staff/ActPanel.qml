pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// Who is chosen, and what staff can do: let in, print, issue anew, revoke, bar. What cannot be taken back asks once
// in place, with its reason; what became of it is said there too.
Card {
    id: panel

    required property PeopleModel people
    readonly property bool answered: people.said !== "" || people.notDone
    readonly property bool asking: people.asking !== ""
    readonly property bool printed: people.asking === "reprint" || people.asking === "reissue"

    function called(reason: string): string {
        switch (reason) {
        case "lost":
            //% "遗失"
            return qsTrId("staff.reason_lost");
        case "damaged":
            //% "损坏"
            return qsTrId("staff.reason_damaged");
        case "misprint":
            //% "打印不清"
            return qsTrId("staff.reason_misprint");
        case "not_printed":
            //% "没有打出来"
            return qsTrId("printing.reason_not_printed");
        case "known":
            //% "本人认识"
            return qsTrId("staff.why_known");
        case "mistake":
            //% "名单有误"
            return qsTrId("staff.why_mistake");
        case "guest":
            //% "嘉宾"
            return qsTrId("staff.why_guest");
        default:
            //% "紧急"
            return qsTrId("staff.why_urgent");
        }
    }
    function asked(what: string): string {
        switch (what) {
        case "reprint":
            //% "还没有打过，现在打一张。"
            //% "同一张证再打一次。为什么？"
            return people.firstPrint ? qsTrId("printing.first_asked") : qsTrId("staff.reprint_asked");
        case "reissue":
            //% "旧证马上停用。为什么换？"
            return qsTrId("staff.reissue_asked");
        case "revoke":
            //% "所有的证马上停用，不打新的。为什么？"
            return qsTrId("staff.revoke_asked");
        case "bar":
            //% "从现在起，哪个入口都不放行。"
            return qsTrId("staff.bar_asked");
        case "lift":
            //% "从现在起，照常放行。"
            return qsTrId("staff.lift_asked");
        case "undo":
            //% "刚才那次进出不算，人数一起改回。"
            return qsTrId("guard.undo_asked");
        default:
            return people.said;
        }
    }
    function sure(what: string): string {
        if (!people.ready && !people.busy && what !== "override")
            //% "先选原因"
            return qsTrId("printing.reason_first");
        switch (what) {
        case "reprint":
            //% "打印胸卡"
            //% "补打同一张证"
            return people.firstPrint ? qsTrId("printing.print_one") : qsTrId("staff.reprint");
        case "reissue":
            //% "换新证，旧证停用"
            return qsTrId("staff.reissue");
        case "revoke":
            //% "确认停用"
            return qsTrId("staff.revoke_sure");
        case "bar":
            //% "确认禁止入场"
            return qsTrId("staff.bar_sure");
        case "lift":
            //% "确认解除"
            return qsTrId("staff.lift_sure");
        case "undo":
            return qsTrId("staff.undo_sure");
        default:
            //% "选原因后放行"
            //% "确认放行"
            return people.ready ? qsTrId("staff.override_sure") : qsTrId("staff.override_why");
        }
    }
    function said(): string {
        if (people.busy)
            //% "正在办，请稍候。"
            return qsTrId("staff.act_busy");
        if (people.notDone)
            //% "没有办成，请再试一次。"
            return qsTrId("staff.not_done");
        if (asking)
            return asked(people.asking);
        //% "要办什么？"
        return people.said !== "" ? people.said : qsTrId("staff.act_how");
    }

    height: content.height + 2 * Theme.cardInset

    Column {
        id: content

        x: Theme.cardInset
        y: Theme.cardInset
        width: parent.width - 2 * Theme.cardInset
        spacing: Theme.spaceS

        Column {
            width: parent.width

            StyledText {
                width: parent.width
                typeStyle: Theme.row
                text: panel.people.chosenName
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
            }
            StyledText {
                width: parent.width
                typeStyle: Theme.caption
                color: Theme.colour.inkSoft
                //% "主办方留言"
                text: qsTrId("staff.remark")
                visible: panel.people.chosenRemark !== ""
            }
            StyledText {
                width: parent.width
                typeStyle: Theme.body
                text: panel.people.chosenRemark
                maximumLineCount: 2
                elide: Text.ElideRight
                visible: panel.people.chosenRemark !== ""
            }
            StyledText {
                width: parent.width
                typeStyle: Theme.body
                font.weight: panel.answered || panel.asking ? Font.Bold : Font.Normal
                color: panel.answered || panel.asking ? Theme.colour.ink : Theme.colour.inkSoft
                text: panel.said()
                maximumLineCount: 3
                elide: Text.ElideRight
            }
        }
        Flow {
            width: parent.width
            spacing: Theme.targetGap
            visible: panel.people.reasons.length > 0

            Repeater {
                model: panel.people.reasons

                Chip {
                    required property string modelData

                    text: panel.called(modelData)
                    chosen: panel.people.reason === modelData
                    onTapped: panel.people.choose_reason(modelData)
                }
            }
        }
        Flow {
            width: parent.width
            spacing: Theme.targetGap
            visible: panel.printed && panel.people.places.others.length > 0

            Chip {
                icon: "printer"
                //% "在本机打"
                text: qsTrId("truth.print_here")
                chosen: panel.people.places.chosen === ""
                onTapped: panel.people.places.choose("")
            }
            Chip {
                icon: "printer_moved"
                //% "换一台机器"
                text: qsTrId("truth.print_more")
                visible: panel.people.places.several
                onTapped: panel.people.places.turn()
            }
            Repeater {
                model: panel.people.places.others

                Chip {
                    required property var modelData

                    //% "在%1打"
                    text: qsTrId("truth.print_there").arg(modelData.name)
                    // A narrow panel has room for the name alone.
                    count: Theme.large && !Theme.portrait ? "" : modelData.heard
                    chosen: panel.people.places.chosen === modelData.place
                    onTapped: panel.people.places.choose(modelData.place)
                }
            }
        }
        Row {
            width: parent.width
            spacing: Theme.gutter
            visible: panel.asking

            ActionButton {
                id: no

                enabled: !panel.people.busy
                //% "不办"
                text: qsTrId("staff.act_not")
                onTapped: panel.people.keep()
            }
            ActionButton {
                width: parent.width - no.width - parent.spacing
                primary: true
                enabled: panel.people.ready
                text: panel.sure(panel.people.asking)
                onTapped: panel.people.confirm()
            }
        }
        Row {
            id: entry

            width: parent.width
            spacing: Theme.gutter
            visible: !panel.asking

            StaffButton {
                id: undo

                whose: panel.people.shift.whose.undo
                free: !panel.people.busy
                icon: "undo"
                //% "撤销进出"
                text: qsTrId("guard.act_undo")
                visible: panel.people.chosenInside && !panel.people.refused
                onTapped: panel.people.ask_for("undo")
            }
            StaffButton {
                whose: panel.people.refused ? panel.people.shift.whose.override : panel.people.shift.whose.admit
                width: parent.width - (undo.visible ? undo.width + parent.spacing : 0)
                primary: true
                free: !panel.people.busy
                icon: "way_in"
                //% "仍然放行"
                //% "放行入场"
                text: panel.people.refused ? qsTrId("staff.act_anyway") : qsTrId("staff.act_admit")
                onTapped: {
                    if (panel.people.refused)
                        panel.people.ask_for("override");
                    else
                        panel.people.admit();
                }
            }
        }
        Grid {
            id: acts

            readonly property int each: Math.floor((width - (columns - 1) * spacing) / columns)

            width: parent.width
            columns: Theme.portrait && !Theme.large ? 4 : 2
            spacing: Theme.targetGap
            visible: !panel.asking

            StaffButton {
                whose: panel.people.shift.whose.print
                width: acts.each
                typeStyle: Theme.body
                free: !panel.people.busy
                //% "补打"
                text: qsTrId("staff.act_reprint")
                onTapped: panel.people.ask_for("reprint")
            }
            StaffButton {
                whose: panel.people.shift.whose.reissue
                width: acts.each
                typeStyle: Theme.body
                free: !panel.people.busy
                //% "换新证"
                text: qsTrId("staff.act_reissue")
                onTapped: panel.people.ask_for("reissue")
            }
            StaffButton {
                whose: panel.people.shift.whose.revoke
                width: acts.each
                typeStyle: Theme.body
                free: !panel.people.busy
                //% "停用证"
                text: qsTrId("staff.act_revoke")
                onTapped: panel.people.ask_for("revoke")
            }
            StaffButton {
                whose: panel.people.shift.whose.bar
                width: acts.each
                typeStyle: Theme.body
                free: !panel.people.busy
                //% "解除禁止"
                //% "禁止入场"
                text: panel.people.chosenBarred ? qsTrId("staff.act_lift") : qsTrId("staff.act_bar")
                onTapped: panel.people.ask_for(panel.people.chosenBarred ? "lift" : "bar")
            }
        }
    }
}
