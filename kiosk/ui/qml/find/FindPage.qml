pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// Results and map together: a touch on either moves the other.
KioskPage {
    id: page

    readonly property FindModel find: models.find
    readonly property FindSizes sizes: FindSizes {}
    readonly property bool keyboardUp: field.keyboardUp
    readonly property int listTop: chips.visible ? chips.y + chips.height + sizes.gap : field.y + field.height + sizes.gap
    readonly property int listBottom: keyboardUp ? Theme.footTop - Theme.keyboardHeight - Theme.spaceS : sizes.listBottom
    readonly property int listHeight: listBottom - listTop
    readonly property bool listed: find.state === "ready"

    // The keyboard goes once something was found and touched.
    function endTyping(): void {
        if (field.activeFocus)
            page.forceActiveFocus();
    }

    //% "找展位"
    title: qsTrId("find.title")
    typing: true

    Component.onCompleted: field.text = find.text

    Connections {
        function onTextChanged(): void {
            if (field.text !== page.find.text)
                field.text = page.find.text;
        }
        function onChosenChanged(): void {
            map.item.bringIn(page.find.chosen);
        }

        target: page.find
    }
    Binding {
        target: page.find.rows
        property: "pageSize"
        value: Math.max(1, Math.floor((page.listHeight - page.sizes.pagerHeight) / page.sizes.rowHeight))
    }
    Binding {
        target: page.find.terms
        property: "pageSize"
        value: Math.max(1, Math.min(4, Math.floor((page.listHeight - nothing.headHeight - (page.keyboardUp ? 0 : Theme.buttonHeight + Theme.spaceM)) / page.sizes.termRow)))
    }
    MapView {
        id: map

        x: page.sizes.mapLeft
        y: page.sizes.mapTop
        width: page.sizes.mapWidth
        height: (page.keyboardUp ? page.sizes.findMapBottomTyping : page.sizes.findMapBottom) - y
        fullHeight: page.sizes.findMapBottom - y
        floorMap: page.find.floorMap
        level: page.find.level
        hits: page.find.hits
        chosen: page.find.chosen
        interactive: !page.sizes.low
        coveredTop: Theme.spaceXs
        coveredBottom: Theme.spaceS
        coveredSide: page.sizes.mapEdge
        onStallTouched: number => {
            page.endTyping();
            page.find.chooseStall(number);
        }
    }
    Segments {
        x: page.sizes.mapLeft + Theme.margin
        y: page.sizes.findControlsTop
        optionHeight: page.sizes.controlHeight
        leastWidth: page.sizes.switchWidth
        visible: options.length > 1 && !page.keyboardUp
        options: page.find.levels.map(level => ({
                    "id": level.id,
                    "name": level.name,
                    "count": page.listed ? String(level.count) : "",
                    "on": level.on
                }))
        onChosen: id => page.find.showLevel(id)
    }
    MapControls {
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: page.sizes.findControlsTop
        map: map
        visible: !page.keyboardUp
    }
    TextEntry {
        id: field

        x: Theme.margin
        y: page.keyboardUp ? page.sizes.searchTopTyping : page.sizes.searchTop
        width: page.sizes.columnWidth
        height: page.sizes.searchHeight
        icon: "search"
        //% "单位、岗位、专业、展位号"
        //% "学校、专业、展位号"
        hint: page.models.home.schoolsHost ? qsTrId("find.hint_schools") : qsTrId("find.hint")
        maximumLength: 60
        //% "找到 %1 个"
        note: page.listed && page.find.text !== "" ? qsTrId("find.found").arg(page.find.foundCount) : ""
        onEdited: text => page.find.search(text)
    }
    Flow {
        id: chips

        x: Theme.margin
        y: field.y + field.height + page.sizes.gap
        width: page.sizes.columnWidth
        spacing: page.sizes.chipGap
        visible: page.listed && !page.keyboardUp && (page.find.zones.length > 0 || page.find.zone !== "")

        Chip {
            //% "全部"
            text: qsTrId("find.all")
            count: String(page.find.hereCount)
            chosen: page.find.zone === ""
            onTapped: page.find.showZone("")
        }
        Repeater {
            model: page.find.zones

            ZoneChip {
                required property var modelData

                letter: modelData.letter
                text: modelData.name
                compact: !page.sizes.portrait && page.find.zones.length > 3
                count: String(modelData.count)
                chosen: modelData.on
                onTapped: page.find.showZone(modelData.on ? "" : modelData.letter)
            }
        }
    }
    Card {
        x: Theme.margin
        y: page.listTop
        width: page.sizes.columnWidth
        height: page.listHeight
        visible: page.listed

        Column {
            anchors.left: parent.left
            anchors.right: parent.right

            Repeater {
                model: page.find.rows

                ResultRow {
                    id: result

                    width: page.sizes.columnWidth
                    sizes: page.sizes
                    onTouched: {
                        page.endTyping();
                        page.find.chooseRow(ref);
                    }
                    onOpened: page.find.openRow(ref)

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
            rows: page.find.rows
        }
    }
    NothingFound {
        id: nothing

        x: Theme.margin
        y: page.listTop
        width: page.sizes.columnWidth
        find: page.find
        sizes: page.sizes
        visible: page.find.state === "none"
    }
    Row {
        x: Theme.margin
        y: page.listBottom - height
        spacing: Theme.spaceM
        visible: page.find.state === "none" && !page.keyboardUp

        ActionButton {
            width: (page.sizes.columnWidth - Theme.spaceM) / 2
            //% "看全部 %1 个展位"
            text: qsTrId("find.show_all").arg(page.find.floorMap.stallCount)
            typeStyle: page.sizes.portrait ? Theme.lead : Theme.body
            onTapped: page.find.clear()
        }
        ActionButton {
            width: (page.sizes.columnWidth - Theme.spaceM) / 2
            icon: "desk"
            //% "问工作人员"
            text: qsTrId("find.ask_desk")
            typeStyle: page.sizes.portrait ? Theme.lead : Theme.body
            onTapped: page.models.navigation.go("help")
        }
    }
    NotLoaded {
        x: Theme.margin
        y: page.listTop
        width: page.sizes.columnWidth
        //% "展位表没有读出来"
        title: qsTrId("find.failed")
        //% "展位都在，只是这台机器没有读出来。请再试一次，或到服务台问一问。"
        sentence: qsTrId("find.failed_how")
        visible: page.find.state === "failed"
        onAgain: page.find.again()
    }
}
