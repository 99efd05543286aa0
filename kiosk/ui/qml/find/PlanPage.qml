pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// My plan: what was picked in the best order, on the map and as a list; kept with a badge, taken away.
KioskPage {
    id: page

    readonly property PlanModel plan: models.plan
    readonly property PlanSizes sizes: PlanSizes {}
    readonly property bool scanning: models.visitor.listening && plan.wanted !== ""
    readonly property bool ready: plan.state === "ready"

    // With a badge that is known already, at once.
    function ask(what: string): void {
        if (!plan.want(what))
            models.visitor.listen();
    }
    function cancel(): void {
        models.visitor.stop();
        plan.wantNothing();
    }

    //% "我的计划"
    title: qsTrId("plan.title")

    Component.onCompleted: map.draw()

    Connections {
        function onDrawn(): void {
            map.draw();
        }

        target: page.plan.map
    }
    MapView {
        id: map

        x: page.sizes.mapLeft
        y: page.sizes.mapTop
        width: page.sizes.mapWidth
        height: page.sizes.planMapBottom - y
        floorMap: page.plan.map.floorMap
        level: page.plan.map.level
        hits: page.plan.map.hits
        chosen: page.plan.map.mark
        route: page.plan.map.route
        interactive: !page.sizes.low
        coveredTop: Theme.spaceXs
        coveredBottom: Theme.spaceS
        coveredSide: page.sizes.mapEdge
        visible: page.plan.state !== "empty" && !page.plan.hand.codeShown
        onStallTouched: number => page.plan.map.touchStall(number)
    }
    PlanMarks {
        map: map.item
        stops: page.plan.map.marks
        size: page.sizes.planMark
    }
    Loader {
        x: page.sizes.mapLeft
        y: page.sizes.mapTop
        width: page.sizes.mapWidth
        height: page.sizes.planMapBottom - y
        active: page.ready && page.plan.hand.codeShown

        sourceComponent: PlanCode {
            models: page.models
            plan: page.plan
            sizes: page.sizes
        }
    }
    Segments {
        x: page.sizes.mapLeft + Theme.margin
        y: page.sizes.planControlsTop
        optionHeight: page.sizes.controlHeight
        leastWidth: page.sizes.switchWidth
        // Three parts of the way stand beside the map's buttons.
        typeStyle: page.sizes.portrait && options.length > 2 ? Theme.body : Theme.lead
        visible: page.ready && options.length > 1 && !page.plan.hand.codeShown
        options: page.plan.map.levels.map(leg => ({
                    "id": leg.id,
                    "name": leg.name,
                    "count": Theme.large ? "" : leg.stops,
                    "on": leg.on
                }))
        onChosen: id => page.plan.map.showLeg(id)
    }
    MapControls {
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: page.sizes.planControlsTop
        map: map
        visible: page.plan.state !== "empty" && page.plan.map.floorMap.levelCount > 0 && !page.plan.hand.codeShown
    }
    ActionButton {
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: page.sizes.planControlsTop
        height: page.sizes.controlHeight
        //% "看平面图"
        text: qsTrId("plan.map")
        visible: page.ready && page.plan.hand.codeShown
        onTapped: page.plan.hand.showCode(false)
    }
    PlanHead {
        x: Theme.margin
        y: page.sizes.planHeadTop
        width: page.sizes.planHeadWidth
        plan: page.plan
        sizes: page.sizes
        visible: page.ready && !page.scanning
    }
    // Above the list or below it; it is read where it stands.
    PlanTools {
        x: Theme.margin + page.sizes.columnWidth - width
        y: page.sizes.planToolsTop
        plan: page.plan
        visible: page.ready && !page.scanning && page.sizes.portrait
        onMajorAsked: page.ask("major")
    }
    PlanNews {
        x: Theme.margin
        y: page.sizes.planHeadTop + page.sizes.planHead
        width: page.sizes.columnWidth
        plan: page.plan
        visible: page.ready && !page.scanning
    }
    RowList {
        id: list

        x: Theme.margin
        y: page.sizes.planListTop
        width: page.sizes.columnWidth
        rows: page.plan.rows
        rowHeight: page.sizes.planRow
        room: page.sizes.planListHeight
        //% "第 %1 到 %2 站，共 %3 站"
        words: qsTrId("plan.page")
        visible: page.ready && !page.scanning

        delegate: PlanRow {
            width: list.view.width
            sizes: page.sizes
            onTapped: page.plan.choose(ref)
            onRemoved: page.plan.remove(kind, ref)
        }
    }
    PlanTools {
        x: Theme.margin + page.sizes.columnWidth - width
        y: page.sizes.planToolsTop
        plan: page.plan
        visible: page.ready && !page.scanning && !page.sizes.portrait
        onMajorAsked: page.ask("major")
    }
    PlanActions {
        x: Theme.margin
        y: page.sizes.planActionsTop
        width: page.sizes.columnWidth
        plan: page.plan
        sizes: page.sizes
        visible: page.ready && !page.scanning
        onKept: page.ask("keep")
    }
    Loader {
        anchors.fill: parent
        active: page.plan.state === "empty" && !page.scanning

        sourceComponent: PlanStart {
            plan: page.plan
            models: page.models
            sizes: page.sizes
            onBadgeAsked: page.ask("open")
        }
    }
    Loader {
        x: Theme.margin
        y: page.plan.state === "empty" && page.sizes.portrait ? Theme.reachTop : page.sizes.planHeadTop
        width: page.sizes.columnWidth
        active: page.scanning

        sourceComponent: PlanScan {
            visitor: page.models.visitor
            plan: page.plan
            sizes: page.sizes
            onCancelled: page.cancel()
        }
    }
    StillLoading {
        x: Theme.margin
        y: page.sizes.planHeadTop
        width: page.sizes.columnWidth
        visible: page.plan.state === "loading"
    }
    Loader {
        x: Theme.margin
        y: page.sizes.planHeadTop
        width: page.sizes.columnWidth
        active: page.plan.state === "failed"

        sourceComponent: NotLoaded {
            //% "顺序没有排出来"
            title: qsTrId("plan.failed")
            //% "您挑的都还在。请再试一次，或到服务台问一问。"
            sentence: qsTrId("plan.failed_how")
            onAgain: page.plan.again()
        }
    }
}
