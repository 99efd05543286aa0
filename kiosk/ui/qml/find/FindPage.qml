pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// Results and map together: a touch on either moves the other. The list can have the page to itself.
KioskPage {
    id: page

    readonly property FindModel find: models.find
    readonly property VisitorModel visitor: models.visitor
    readonly property FindSizes sizes: FindSizes {}
    readonly property bool keyboardUp: field.keyboardUp || find.pads.up
    readonly property bool panelUp: find.facets.panelUp
    readonly property bool asking: find.facets.asking
    readonly property bool alone: find.listOnly
    // Whether there is room for what the map is turned and moved by.
    readonly property bool controlled: !keyboardUp && !(panelUp && sizes.panelTop < sizes.findControlsTop && sizes.portrait)
    readonly property bool listed: find.state === "ready"
    readonly property int span: alone ? sizes.wholeWidth : sizes.columnWidth
    readonly property int fieldTop: keyboardUp ? sizes.searchTopTyping : alone ? sizes.searchTopAlone : sizes.searchTop
    readonly property int listTop: {
        const upper = shortcuts.visible ? shortcuts : chips.visible && chips.height > 0 ? chips : searchRow;
        return upper.y + upper.height + sizes.gap;
    }
    readonly property int listBottom: keyboardUp ? sizes.padsTop - Theme.spaceS : sizes.listBottom
    readonly property int listHeight: listBottom - listTop
    //% "筛选"
    //% "筛选 %1"
    readonly property string filterWords: find.facets.chosenCount === 0 ? qsTrId("facets.filter") : qsTrId("facets.filter_count").arg(find.facets.chosenCount)
    // The map is painted in the frame after the list: who types reads the list first.
    property list<string> hits: []
    property bool hitsWait: false

    // The keyboard goes once something was found and touched.
    function endTyping(): void {
        find.pads.close();
        if (field.activeFocus)
            page.forceActiveFocus();
    }
    function choosePad(pad: string): void {
        endTyping();
        find.pads.choose(pad);
        if (pad === "full")
            field.open();
    }
    function askMajor(): void {
        endTyping();
        if (visitor.majorClass !== "") {
            find.facets.suit(visitor.majorClass);
            return;
        }
        find.facets.askMajor();
        if (!visitor.known)
            visitor.listen();
    }
    function endAsking(): void {
        find.facets.endAsking();
        visitor.stop();
    }
    function light(): void {
        hitsWait = false;
        hits = find.results.hits;
    }

    //% "找展位"
    title: qsTrId("find.title")
    typing: true

    Component.onCompleted: {
        field.text = find.text;
        light();
    }

    Connections {
        function onTextChanged(): void {
            if (field.sought !== page.find.text)
                field.put(page.find.text);
        }
        function onChosenChanged(): void {
            map.item.bringIn(page.find.chosen);
        }

        target: page.find
    }
    Connections {
        function onChanged(): void {
            if (Theme.still)
                page.light();
            else
                page.hitsWait = true;
        }

        target: page.find.results
    }
    Connections {
        function onFrameSwapped(): void {
            page.light();
        }

        target: page.Window.window
        enabled: page.hitsWait
    }
    Connections {
        function onIdentified(): void {
            if (page.visitor.majorClass !== "")
                page.find.facets.suit(page.visitor.majorClass);
        }

        target: page.visitor
        enabled: page.asking
    }
    MapView {
        id: map

        x: page.sizes.mapLeft
        y: page.sizes.mapTop
        width: page.sizes.mapWidth
        height: (page.controlled ? page.sizes.findMapBottom : page.sizes.findMapBottomTyping) - y
        fullHeight: page.sizes.findMapBottom - y
        visible: !page.alone
        floorMap: page.find.floorMap
        level: page.find.level
        hits: page.hits
        chosen: page.find.chosen
        interactive: !page.sizes.low
        coveredTop: Theme.spaceXs
        coveredBottom: Theme.spaceS
        coveredSide: page.sizes.mapEdge
        onStallTouched: number => {
            page.endTyping();
            page.find.chooseStall(number);
        }
        onFacilityTouched: id => {
            page.endTyping();
            page.find.chooseStall(id);
        }
        onLevelAsked: level => page.find.showLevel(level)
    }
    HereNote {
        x: Theme.margin
        y: page.sizes.portrait ? page.sizes.hereTop : levels.y + Math.round((levels.height - height) / 2)
        width: page.sizes.portrait ? page.sizes.wholeWidth : levels.x - Theme.spaceM - x
        here: page.find.here
        sizes: page.sizes
        visible: page.alone && (page.sizes.portrait || tools.visible)
    }
    Segments {
        id: levels

        x: page.alone && page.sizes.portrait ? Theme.margin : page.alone ? tools.x - Theme.targetGap - width : page.sizes.mapLeft + Theme.margin
        y: page.alone ? page.sizes.levelsTopAlone : page.sizes.findControlsTop
        optionHeight: page.sizes.controlHeight
        leastWidth: page.sizes.switchWidth
        typeStyle: Theme.body
        inset: Theme.spaceM
        visible: page.find.results.levels.total > 1 && page.controlled
        options: page.find.results.levels
        onChosen: id => page.find.showLevel(id)
    }
    FindTools {
        id: tools

        readonly property bool fits: page.alone || controls.x - levels.x - levels.width >= width + 2 * Theme.targetGap

        x: page.alone ? page.sizes.wholeWidth + Theme.margin - width : levels.x + (levels.visible ? levels.width + Theme.targetGap : 0)
        y: levels.y
        visible: fits && page.controlled
        find: page.find
        plan: page.models.plan
        onPlanAsked: page.models.navigation.go("plan")
    }
    MapControls {
        id: controls

        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: page.sizes.findControlsTop
        map: map
        visible: page.controlled && !page.alone
    }
    // With large keys the field takes no keyboard of its own; it is shown as what is typed into.
    Tap {
        x: field.x
        y: field.y
        z: 1
        width: field.wordsWidth
        height: field.height
        name: field.hint
        visible: page.find.pads.pad !== "full" && !page.panelUp
        onTapped: page.find.pads.open()
    }
    Item {
        id: searchRow

        x: Theme.margin
        y: page.fieldTop
        width: page.span
        height: page.sizes.searchHeight
        visible: !page.panelUp
    }
    TextEntry {
        id: field

        x: searchRow.x
        y: searchRow.y
        width: searchRow.width - (filter.visible ? filter.width + Theme.targetGap : 0)
        height: searchRow.height
        visible: searchRow.visible
        icon: "search"
        //% "单位、岗位、专业、展位号"
        //% "学校、专业、展位号"
        hint: page.models.home.schoolsHost ? qsTrId("find.hint_schools") : qsTrId("find.hint")
        maximumLength: 60
        //% "找到 %1 个"
        note: page.listed && page.find.text !== "" ? qsTrId("find.found").arg(Theme.grouped(page.find.results.foundCount)) : ""
        // Half a word counts too: the letters of its pinyin find, before a hanzi is chosen for them.
        onSoughtChanged: page.find.search(sought)
        onComposingChanged: page.find.composes(composing)
        onAccepted: page.endTyping()
    }
    Rectangle {
        x: field.x
        y: field.y
        width: field.width
        height: field.height
        radius: Theme.radiusControl
        color: "transparent"
        border.width: Theme.focusLine
        border.color: Theme.colour.brand
        visible: page.find.pads.up
    }
    ActionButton {
        id: filter

        x: searchRow.x + searchRow.width - width
        y: searchRow.y
        width: page.sizes.filterWidth
        height: searchRow.height
        typeStyle: Theme.body
        inset: Theme.spaceM
        text: page.filterWords
        visible: searchRow.visible && page.sizes.portrait && !page.keyboardUp && page.find.facets.kinds.total > 0
        onTapped: page.find.facets.openPanel("")
    }
    FindChips {
        id: chips

        x: Theme.margin
        y: searchRow.y + searchRow.height + page.sizes.gap
        width: page.span
        tools: !tools.fits
        filter: page.sizes.portrait ? "" : page.filterWords
        plan: page.models.plan
        find: page.find
        sizes: page.sizes
        visible: searchRow.visible && !page.keyboardUp && page.find.state !== "loading" && page.find.state !== "failed"
        onMajorAsked: page.askMajor()
        onPlanAsked: page.models.navigation.go("plan")
    }
    Shortcuts {
        id: shortcuts

        x: Theme.margin
        y: chips.y + chips.height + page.sizes.chipGap
        width: page.span
        find: page.find
        sizes: page.sizes
        visible: chips.visible && !page.find.asked && !page.asking && page.find.shortcuts.total > 0
    }
    RowList {
        id: list

        x: Theme.margin
        y: page.listTop
        width: page.span
        rows: page.find.rows
        heads: page.find.results.heads
        headWords: page.find.results.headWords
        headHeight: page.sizes.groupHead
        rowHeight: page.sizes.rowHeight
        room: page.listHeight
        fills: paged
        visible: page.listed && !page.panelUp && !page.asking

        delegate: ResultRow {
            width: list.view.width
            sizes: page.sizes
            onTapped: {
                page.endTyping();
                page.find.results.chooseRow(index);
            }
            onOpened: page.find.results.openRow(index)
        }
    }
    StillLoading {
        x: Theme.margin
        y: page.listTop
        width: page.span
        visible: page.find.state === "loading"
    }
    FindLayers {
        x: Theme.margin
        y: page.panelUp ? page.sizes.panelTop : page.listTop
        width: page.panelUp ? page.sizes.columnWidth : page.span
        height: page.listBottom - y
        find: page.find
        sizes: page.sizes
        visitor: page.visitor
        typing: page.keyboardUp
        onHelpAsked: page.models.navigation.go("help")
        onAskingEnded: page.endAsking()
        onRowTouched: row => {
            page.endTyping();
            page.find.results.chooseRow(row);
        }
    }
    Segments {
        x: Theme.margin
        y: page.sizes.padsTop
        optionHeight: page.sizes.controlHeight
        leastWidth: page.sizes.padWidth
        typeStyle: Theme.body
        visible: page.keyboardUp
        options: [
            {
                "id": "full",
                //% "拼音键盘"
                "name": qsTrId("find.pad_full"),
                "on": page.find.pads.pad === "full"
            },
            {
                "id": "nine",
                //% "九宫格"
                "name": qsTrId("find.pad_nine"),
                "on": page.find.pads.pad === "nine"
            },
            {
                "id": "initials",
                //% "首字母"
                "name": qsTrId("find.pad_initials"),
                "on": page.find.pads.pad === "initials"
            }
        ]
        onChosen: id => page.choosePad(id)
    }
    Loader {
        y: Theme.footTop - Theme.keyboardHeight
        width: page.width
        height: Theme.keyboardHeight
        active: page.find.pads.up

        sourceComponent: SearchPad {
            find: page.find
            sizes: page.sizes
            onDone: page.find.pads.close()
        }
    }
}
