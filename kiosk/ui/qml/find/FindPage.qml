pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// Results and map together: a touch on either moves the other.
KioskPage {
    id: page

    readonly property FindModel find: models.find
    readonly property FindSizes sizes: FindSizes {}
    readonly property bool keyboardUp: field.keyboardUp || find.padUp
    readonly property int listTop: chips.visible ? chips.y + chips.height + sizes.gap : field.y + field.height + sizes.gap
    readonly property int listBottom: keyboardUp ? sizes.padsTop - Theme.spaceS : sizes.listBottom
    readonly property int listHeight: listBottom - listTop
    readonly property bool listed: find.state === "ready"

    // The keyboard goes once something was found and touched.
    function endTyping(): void {
        find.closePad();
        if (field.activeFocus)
            page.forceActiveFocus();
    }
    function choosePad(pad: string): void {
        endTyping();
        find.choosePad(pad);
        if (pad === "full")
            field.open();
    }

    //% "找展位"
    title: qsTrId("find.title")
    typing: true

    Component.onCompleted: field.text = find.text

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
    // With large keys the field takes no keyboard of its own; it is shown as what is typed into.
    Tap {
        x: field.x
        y: field.y
        z: 1
        width: field.wordsWidth
        height: field.height
        name: field.hint
        visible: page.find.pad !== "full"
        onTapped: page.find.openPad()
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
        // Half a word counts too: the letters of its pinyin find, before a hanzi is chosen for them.
        onSoughtChanged: page.find.search(sought)
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
        visible: page.find.padUp
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
    RowList {
        id: list

        x: Theme.margin
        y: page.listTop
        width: page.sizes.columnWidth
        rows: page.find.rows
        rowHeight: page.sizes.rowHeight
        room: page.listHeight
        fills: paged
        visible: page.listed

        delegate: ResultRow {
            width: list.view.width
            sizes: page.sizes
            onTapped: {
                page.endTyping();
                page.find.chooseRow(ref);
            }
            onOpened: page.find.openRow(ref)
        }
    }
    StillLoading {
        x: Theme.margin
        y: page.listTop
        width: page.sizes.columnWidth
        visible: page.find.state === "loading"
    }
    Loader {
        x: Theme.margin
        y: page.listTop
        width: page.sizes.columnWidth
        active: page.find.state === "none"

        sourceComponent: NothingFound {
            room: page.listHeight - (page.keyboardUp ? 0 : Theme.buttonHeight + Theme.spaceM)
            find: page.find
            sizes: page.sizes
        }
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
    Loader {
        x: Theme.margin
        y: page.listTop
        width: page.sizes.columnWidth
        active: page.find.state === "failed"

        sourceComponent: NotLoaded {
            //% "展位表没有读出来"
            title: qsTrId("find.failed")
            //% "展位都在，只是这台机器没有读出来。请再试一次，或到服务台问一问。"
            sentence: qsTrId("find.failed_how")
            onAgain: page.find.again()
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
                "on": page.find.pad === "full"
            },
            {
                "id": "nine",
                //% "九宫格"
                "name": qsTrId("find.pad_nine"),
                "on": page.find.pad === "nine"
            },
            {
                "id": "initials",
                //% "首字母"
                "name": qsTrId("find.pad_initials"),
                "on": page.find.pad === "initials"
            }
        ]
        onChosen: id => page.choosePad(id)
    }
    Loader {
        y: Theme.footTop - Theme.keyboardHeight
        width: page.width
        height: Theme.keyboardHeight
        active: page.find.padUp

        sourceComponent: SearchPad {
            find: page.find
            sizes: page.sizes
            onDone: page.find.closePad()
        }
    }
}
