pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// Today's sessions: how many are to come, the day as a line, the list with time as its entry.
KioskPage {
    id: page

    readonly property ProgrammeModel programme: models.programme
    readonly property FindSizes sizes: FindSizes {}
    readonly property bool ready: programme.state === "ready"
    readonly property int listHeight: sizes.listBottom - sizes.programmeListTop
    readonly property bool paged: programme.rows.total > Math.floor(listHeight / sizes.sessionRow)
    readonly property int shown: Math.max(1, Math.floor((listHeight - (paged ? sizes.pagerHeight : 0)) / sizes.sessionRow))

    //% "今日日程"
    title: qsTrId("programme.title")

    Binding {
        target: page.programme.rows
        property: "pageSize"
        value: page.shown
    }
    Column {
        x: Theme.margin
        y: page.sizes.heroTop
        width: page.sizes.heroWidth
        spacing: Theme.spaceXs
        visible: page.ready

        StyledText {
            width: parent.width
            typeStyle: page.sizes.portrait ? Theme.hero : Theme.display
            //% "今天没有安排场次"
            //% "今天的场次已结束"
            //% "接下来 %1 场"
            text: page.programme.dayCount === 0 ? qsTrId("programme.none") : page.programme.comingCount === 0 ? qsTrId("programme.all_over") : qsTrId("programme.coming").arg(page.programme.comingCount)
        }
        StyledText {
            readonly property int after: page.programme.comingCount - page.programme.morningCount

            width: parent.width
            typeStyle: Theme.lead
            color: Theme.colour.inkSoft
            text: {
                const day = page.programme.otherDay;
                if (day !== "")
                    //% "这是 %1 月 %2 日的场次。"
                    return qsTrId("programme.on_day").arg(day.split(" ")[0]).arg(day.split(" ")[1]);
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
        visible: page.ready && page.programme.dayCount > 0
    }
    Flow {
        x: Theme.margin
        y: page.sizes.portrait ? page.sizes.programmeListTop - page.sizes.kindsAbove : line.y + line.height + page.sizes.gap
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

                text: line.kindName(modelData.kind)
                count: String(modelData.count)
                chosen: modelData.on
                onTapped: page.programme.showKind(modelData.kind)
            }
        }
    }
    Card {
        id: list

        x: page.sizes.programmeListLeft
        y: page.sizes.programmeListTop
        width: page.sizes.programmeListWidth
        height: Math.min(page.programme.rows.total, page.shown) * page.sizes.sessionRow + (page.paged ? page.sizes.pagerHeight : 0)
        visible: page.ready && page.programme.rows.total > 0

        Column {
            width: parent.width

            Repeater {
                model: page.programme.rows

                SessionRow {
                    id: session

                    x: Theme.hair
                    width: list.width - 2 * Theme.hair
                    sizes: page.sizes
                    kindName: line.kindName(kind)

                    Rectangle {
                        anchors.bottom: parent.bottom
                        width: parent.width
                        height: Theme.hair
                        color: Theme.colour.line
                    }
                }
            }
        }
        Pager {
            anchors.bottom: parent.bottom
            width: parent.width
            height: page.sizes.pagerHeight
            rows: page.programme.rows
            visible: page.paged
        }
    }
    NotLoaded {
        x: Theme.margin
        y: page.sizes.portrait ? Theme.reachTop : page.sizes.heroTop
        width: page.sizes.columnWidth
        //% "日程没有读出来"
        title: qsTrId("programme.failed")
        //% "展位都在，只是这台机器没有读出来。请再试一次，或到服务台问一问。"
        sentence: qsTrId("find.failed_how")
        visible: page.programme.state === "failed"
        onAgain: page.programme.again()
    }
}
