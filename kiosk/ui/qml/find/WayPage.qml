pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// The way from here to a stall: metres and minutes, walking or without steps, in one breath and in steps.
KioskPage {
    id: page

    readonly property WayModel way: models.way
    readonly property FindSizes sizes: FindSizes {}
    readonly property bool ready: way.state === "ready"
    readonly property int listTop: saying.y + saying.height + (sizes.portrait ? Theme.spaceM : Theme.spaceS)

    //% "去 %1"
    title: qsTrId("way.title").arg(way.target)

    Component.onCompleted: map.draw()

    Connections {
        function onDrawn(): void {
            map.draw();
        }

        target: page.way
    }
    MapView {
        id: map

        x: page.sizes.mapLeft
        y: page.sizes.mapTop
        width: page.sizes.mapWidth
        height: page.sizes.wayMapBottom - y
        floorMap: page.way.floorMap
        level: page.way.level
        chosen: page.way.stall
        route: page.way.route
        levelMarks: page.way.levelMarks
        interactive: !page.sizes.low
        coveredTop: Theme.spaceXs
        coveredBottom: Theme.spaceS
        coveredSide: page.sizes.mapEdge
        onLevelAsked: level => page.way.showLevel(level)
    }
    Segments {
        x: page.sizes.mapLeft + Theme.margin
        y: page.sizes.wayControlsTop
        optionHeight: page.sizes.controlHeight
        leastWidth: page.sizes.switchWidth
        visible: options.length > 1
        options: page.way.levels
        onChosen: id => page.way.showLevel(id)
    }
    MapControls {
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: page.sizes.wayControlsTop
        map: map
        visible: page.way.floorMap.levelCount > 0
    }
    Column {
        x: Theme.margin
        y: page.sizes.wayHeadTop
        width: (page.sizes.portrait ? kinds.x - Theme.spaceM : Theme.margin + page.sizes.columnWidth) - x
        visible: page.ready

        StyledText {
            width: parent.width
            typeStyle: Theme.headline
            //% "约 %1 米"
            text: qsTrId("way.length").arg(page.way.length)
            wrapMode: Text.NoWrap
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.body
            color: Theme.colour.inkSoft
            text: page.way.words
            maximumLineCount: 2
            elide: Text.ElideRight
        }
    }
    Segments {
        id: kinds

        x: page.sizes.portrait ? Theme.margin + page.sizes.columnWidth - width : Theme.margin
        y: page.sizes.wayKindsTop
        optionHeight: page.sizes.controlHeight
        leastWidth: page.sizes.waySwitch
        visible: page.ready || page.way.instead
        options: [
            {
                "id": "walking",
                //% "步行"
                "name": qsTrId("way.walking"),
                "icon": "straight",
                "on": !page.way.stepFree
            },
            {
                "id": "step_free",
                //% "无台阶"
                "name": qsTrId("way.step_free"),
                "icon": "accessible_toilet",
                "on": page.way.stepFree
            }
        ]
        onChosen: id => page.way.goStepFree(id === "step_free")
    }
    Column {
        id: saying

        x: Theme.margin
        y: page.sizes.waySayingTop
        width: page.sizes.columnWidth
        spacing: Theme.spaceXs
        visible: page.ready

        Notice {
            width: parent.width
            typeStyle: page.sizes.portrait ? Theme.lead : Theme.body
            visible: page.way.instead
            //% "没有无台阶路线到 %1。请先到%2，工作人员会带您过去。"
            //% "%3，没有无台阶路线到 %1。请先到%2，工作人员会带您过去。"
            text: page.way.closed === "" ? qsTrId("way.instead").arg(page.way.target).arg(page.way.desk) : qsTrId("way.instead_closed").arg(page.way.target).arg(page.way.desk).arg(page.way.closed)
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.lead
            font.weight: Font.Bold
            text: page.way.summary
            visible: text !== ""
            maximumLineCount: 3
            elide: Text.ElideRight
            Accessible.name: page.way.spoken
        }
        Notice {
            width: parent.width
            typeStyle: Theme.body
            visible: page.way.closed !== "" && !page.way.instead
            text: page.way.closed
        }
    }
    RowList {
        id: list

        x: Theme.margin
        y: page.listTop
        width: page.sizes.columnWidth
        rows: page.way.directions
        rowHeight: page.sizes.stepRow
        room: page.sizes.listBottom - page.listTop
        most: page.sizes.stepsMost
        //% "第 %1 到 %2 步，共 %3 步"
        words: qsTrId("way.steps")
        visible: page.ready

        delegate: DirectionRow {
            width: list.view.width
            sizes: page.sizes
        }
    }
    StillLoading {
        x: Theme.margin
        y: page.sizes.wayHeadTop
        width: page.sizes.columnWidth
        visible: page.way.state === "loading"
    }
    Loader {
        x: Theme.margin
        y: page.way.instead ? page.sizes.waySayingTop : page.sizes.wayHeadTop
        width: page.sizes.columnWidth
        active: page.way.state === "none" || page.way.state === "failed"

        sourceComponent: NotLoaded {
            readonly property bool lost: page.way.state === "none"

            //% "没有无台阶路线到那里"
            //% "没有找到去那里的路线"
            //% "路线没有读出来"
            title: page.way.instead ? qsTrId("way.no_step_free") : lost ? qsTrId("way.none") : qsTrId("way.failed")
            //% "请到服务台，工作人员会带您过去。"
            //% "展位都在，只是这台机器没有读出来。请再试一次，或到服务台问一问。"
            sentence: lost ? qsTrId("way.none_how") : qsTrId("find.failed_how")
            icon: lost ? "desk" : "help"
            //% "问工作人员"
            //% "再试一次"
            buttonText: lost ? qsTrId("find.ask_desk") : qsTrId("find.again")
            onAgain: lost ? page.models.navigation.go("help") : page.way.again()
        }
    }
}
