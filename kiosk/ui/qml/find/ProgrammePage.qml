pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// Today's sessions: how many are to come, the day as a line, the list with time as its entry.
KioskPage {
    id: page

    readonly property ProgrammeModel programme: models.programme
    readonly property CardSizes sizes: CardSizes {}
    readonly property bool ready: programme.state === "ready"
    // A day switch too long to stand beside the other goes under it.
    readonly property bool daysUnder: days.visible && scope.width + Theme.spaceM + days.width > sizes.columnWidth
    readonly property int underHeight: daysUnder ? sizes.controlHeight + Theme.spaceS : 0
    readonly property int listTop: sizes.programmeListTop + (sizes.portrait ? underHeight : 0)
    readonly property int listHeight: sizes.listBottom - listTop
    readonly property SessionWords words: SessionWords {}

    //% "今日日程"
    title: qsTrId("programme.title")

    Column {
        x: Theme.margin
        y: page.sizes.heroTop
        width: page.sizes.heroWidth
        spacing: Theme.spaceXs
        visible: page.ready

        StyledText {
            width: parent.width
            // Of the sentences that tell why there is nothing, one is too long for the column beside the list.
            typeStyle: page.sizes.portrait ? Theme.hero : page.programme.comingCount === 0 && !Theme.latin ? Theme.headline : Theme.display
            text: {
                if (page.programme.dayCount === 0)
                    //% "这天没有安排场次"
                    //% "今天没有安排场次"
                    return page.programme.otherDay !== "" ? qsTrId("programme.none_on_day") : qsTrId("programme.none");
                if (page.programme.comingCount === 0)
                    //% "这天的场次已结束"
                    //% "今天的场次已结束"
                    return page.programme.otherDay !== "" ? qsTrId("programme.all_over_on_day") : qsTrId("programme.all_over");
                //% "接下来 %n 场"
                return qsTrId("programme.coming", page.programme.comingCount);
            }
        }
        StyledText {
            readonly property int after: page.programme.comingCount - page.programme.morningCount

            width: parent.width
            typeStyle: Theme.lead
            color: Theme.colour.inkSoft
            text: {
                const day = page.programme.otherDay;
                if (day !== "")
                    //% "这是%1的场次。"
                    return qsTrId("programme.on_day").arg(day);
                if (page.programme.dayCount === 0)
                    //% "展位都开着，可以先去逛一逛。"
                    return qsTrId("programme.none_how");
                if (page.programme.comingCount === 0)
                    return "";
                //% "座位先到先得。"
                const seats = qsTrId("programme.first_come");
                if (page.programme.morningCount === 0)
                    //% "下午还有 %1 场。"
                    return qsTrId("programme.afternoon").arg(after) + seats;
                if (after === 0)
                    //% "上午还有 %1 场。"
                    return qsTrId("programme.morning").arg(page.programme.morningCount) + seats;
                //% "上午还有 %1 场，下午 %2 场。"
                return qsTrId("programme.both").arg(page.programme.morningCount).arg(after) + seats;
            }
        }
    }
    TimeLine {
        id: line

        x: Theme.margin
        y: page.sizes.lineTop
        width: page.sizes.columnWidth
        programme: page.programme
        sizes: page.sizes
        words: page.words
        visible: page.ready && page.programme.dayCount > 0
    }
    Segments {
        id: scope

        x: Theme.margin
        y: page.sizes.portrait ? page.sizes.scopeTop : line.visible ? line.y + line.height + page.sizes.gap : page.sizes.lineTop
        optionHeight: page.sizes.controlHeight
        visible: page.programme.state !== "loading"
        options: [
            {
                "id": "programme",
                //% "本场"
                "name": qsTrId("season.this_fair"),
                "on": true
            },
            {
                "id": "season",
                //% "本季"
                "name": qsTrId("season.season"),
                "on": false
            }
        ]
        onChosen: id => page.models.navigation.go(id)
    }
    Segments {
        id: days

        x: page.daysUnder ? Theme.margin : Theme.margin + page.sizes.columnWidth - width
        y: scope.y + page.underHeight
        optionHeight: page.sizes.controlHeight
        typeStyle: Theme.body
        visible: page.ready && options.length > 1
        options: page.programme.days
        onChosen: id => page.programme.showDay(id)
    }
    Flow {
        x: Theme.margin
        y: scope.y + scope.height + page.underHeight + page.sizes.kindsGap
        width: page.sizes.columnWidth
        spacing: page.sizes.chipGap
        visible: page.ready && page.programme.kinds.length > 1

        Chip {
            //% "全部"
            text: qsTrId("find.all")
            count: String(page.programme.dayCount)
            chosen: page.programme.kind === ""
            onTapped: page.programme.showKind("")
        }
        Repeater {
            model: page.programme.kinds

            Chip {
                required property var modelData

                text: page.words.kindName(modelData.kind)
                count: String(modelData.count)
                chosen: modelData.on
                onTapped: page.programme.showKind(modelData.kind)
            }
        }
    }
    RowList {
        id: list

        x: page.sizes.programmeListLeft
        y: page.listTop
        width: page.sizes.programmeListWidth
        rows: page.programme.rows
        rowHeight: page.sizes.sessionRow
        room: page.listHeight
        visible: page.ready && total > 0

        delegate: SessionRow {
            width: list.view.width
            sizes: page.sizes
            words: page.words
            onTapped: page.programme.openSession(ref)
        }
    }
    StillLoading {
        x: Theme.margin
        y: page.sizes.portrait ? Theme.reachTop : page.sizes.heroTop
        width: page.sizes.columnWidth
        visible: page.programme.state === "loading"
    }
    Loader {
        x: page.sizes.programmeListLeft
        y: page.sizes.portrait ? scope.y + scope.height + page.sizes.gap : page.sizes.programmeListTop
        width: page.sizes.programmeListWidth
        active: page.programme.state === "failed"

        sourceComponent: NotLoaded {
            //% "日程没有读出来"
            title: qsTrId("programme.failed")
            //% "场次照常进行，只是这台机器没有读出来。请再试一次，或到服务台问一问。"
            sentence: qsTrId("programme.failed_how")
            onAgain: page.programme.again()
        }
    }
}
