pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// The season's fairs by day: which are to come, where, and which one is here.
KioskPage {
    id: page

    readonly property SeasonModel season: models.season
    readonly property FindSizes sizes: FindSizes {}
    readonly property bool ready: season.state === "ready"
    readonly property int listTop: sizes.portrait ? scope.y + scope.height + sizes.gap : sizes.programmeListTop

    //% "本季活动"
    title: qsTrId("season.title")

    Column {
        x: Theme.margin
        y: page.sizes.heroTop
        width: page.sizes.heroWidth
        spacing: Theme.spaceXs
        visible: page.ready

        StyledText {
            width: parent.width
            typeStyle: page.sizes.portrait ? Theme.hero : Theme.display
            //% "本季活动已结束"
            //% "本季还有 %1 场"
            text: page.season.comingCount === 0 ? qsTrId("season.all_over") : qsTrId("season.coming").arg(page.season.comingCount)
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.lead
            color: Theme.colour.inkSoft
            text: {
                //% "这里列出的是这台机器已收到资料的活动。"
                const held = qsTrId("season.held");
                //% "另有 %1 场的资料没有读出来。"
                return page.season.unread > 0 ? held + qsTrId("season.unread").arg(page.season.unread) : held;
            }
        }
    }
    Segments {
        id: scope

        x: Theme.margin
        y: page.sizes.portrait ? page.sizes.scopeTop : page.sizes.lineTop
        optionHeight: page.sizes.controlHeight
        visible: page.season.state !== "loading"
        options: [
            {
                "id": "programme",
                //% "本场"
                "name": qsTrId("season.this_fair"),
                "on": false
            },
            {
                "id": "season",
                //% "本季"
                "name": qsTrId("season.season"),
                "on": true
            }
        ]
        onChosen: page.season.showProgramme()
    }
    RowList {
        id: list

        x: page.sizes.programmeListLeft
        y: page.listTop
        width: page.sizes.programmeListWidth
        rows: page.season.rows
        rowHeight: page.sizes.sessionRow
        room: page.sizes.listBottom - y
        visible: page.ready && total > 0

        delegate: FairRow {
            width: list.view.width
            sizes: page.sizes
        }
    }
    StillLoading {
        x: Theme.margin
        y: page.sizes.portrait ? Theme.reachTop : page.sizes.heroTop
        width: page.sizes.columnWidth
        visible: page.season.state === "loading"
    }
    Loader {
        x: Theme.margin
        y: page.sizes.portrait ? page.listTop : page.sizes.programmeListTop
        width: page.sizes.columnWidth
        active: page.season.state === "failed"

        sourceComponent: NotLoaded {
            //% "本季活动没有读出来"
            title: qsTrId("season.failed")
            //% "本场照常进行。请再试一次，或到服务台问一问。"
            sentence: qsTrId("season.failed_how")
            onAgain: page.season.again()
        }
    }
}
