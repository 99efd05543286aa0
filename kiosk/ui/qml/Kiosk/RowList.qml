import QtQuick
import Kiosk
import Kiosk.Models

// A card of rows of one height. All of them are there to be flicked through, and a foot says which are in sight
// and turns the page: nobody has to discover that a list moves. It never rests between two rows.
// Delegates must be light (a flick makes them anew from row to row), `rowHeight` high, and clip nothing. Those
// that wait to be used again are to hide: ListView.onPooled: visible = false. ListView.onReused shows them again, to
// screen readers as well: Qt 6.11.3 makes a row that waits Accessible.ignored, and leaves it so.
// A row that is among `heads` is higher by `headHeight`: a group's head stands on it.
Card {
    id: list

    required property Rows rows
    required property int rowHeight
    // The height there is for rows and foot.
    required property int room
    property list<int> heads: []
    property int headHeight: 0
    // What the heads say, one for each; and of those below what is in sight the first.
    property var headWords: []
    readonly property int nextHead: heads.find(head => head >= lastRow) ?? (firstRow > 0 ? 0 : -1)
    readonly property string beyond: paged && heads.length > 1 && nextHead >= 0 ? (headWords[heads.indexOf(nextHead)] ?? "") : ""
    property alias delegate: view.delegate
    // Takes all of its room, whatever the number of rows.
    property bool fills: false
    // Rows in sight at most, whatever the room.
    property int most: 0
    //% "第 %1 到 %2 个，共 %3 个"
    property string words: qsTrId("find.page")
    //% "列表"
    property string name: qsTrId("find.list")
    // As many as fit, and no more of them.
    property bool cut: false
    readonly property int total: rows.total
    readonly property bool even: heads.length === 0
    readonly property bool paged: !cut && (even ? total > least(room) : heightOf(0, total) > room)
    readonly property int rowsRoom: room - (paged ? Theme.pagerHeight : 0)
    readonly property int inSight: even ? (paged ? least(rowsRoom) : cut ? Math.min(total, least(room)) : total) : fitting(firstRow)
    readonly property int firstRow: Math.max(0, Math.min(total - 1, even ? Math.round((view.contentY - view.originY) / rowHeight) : standing))
    readonly property int lastRow: Math.min(total, firstRow + inSight)
    readonly property string place: list.words.arg(total > 0 ? firstRow + 1 : 0).arg(lastRow).arg(total)
    readonly property alias moving: view.moving
    readonly property alias view: view
    // The first row of the last page.
    readonly property int lastFirst: {
        if (even)
            return total - inSight;
        let first = total - 1;
        while (first > 0 && heightOf(first - 1, total) <= rowsRoom)
            first -= 1;
        return first;
    }
    // The first row in sight, where rows are not of one height.
    property int standing: 0

    function least(height: int): int {
        const rows = Math.max(1, Math.floor(height / rowHeight));
        return most > 0 ? Math.min(most, rows) : rows;
    }
    function heightOf(from: int, to: int): int {
        return Math.max(0, to - from) * rowHeight + heads.filter(head => head >= from && head < to).length * headHeight;
    }
    // How many rows fit from one on.
    function fitting(from: int): int {
        let count = 1;
        while (from + count < total && heightOf(from, from + count + 1) <= rowsRoom)
            count += 1;
        return Math.min(count, total);
    }
    function seeStanding(): void {
        if (even)
            return;
        const at = view.indexAt(1, view.contentY + rowHeight / 2);
        if (at >= 0)
            standing = at;
    }
    function show(row: int): void {
        const first = Math.max(0, Math.min(row, lastFirst));
        const to = view.originY + first * rowHeight;
        turning.stop();
        view.cancelFlick();
        rows.first = first;
        standing = first;
        if (!even || Theme.motionList === 0 || Math.abs(to - view.contentY) > 2 * view.height) {
            view.positionViewAtIndex(first, ListView.Beginning);
        } else {
            turning.to = to;
            turning.restart();
        }
    }
    function bringIn(row: int): void {
        if (row < firstRow || row >= firstRow + inSight)
            show(even ? Math.floor(row / inSight) * inSight : row);
    }
    function bringFocusIn(): void {
        const item = list.Window.activeFocusItem;
        if (item === null || !view.activeFocus)
            return;
        const middle = item.mapToItem(view, 0, item.height / 2).y;
        const at = view.indexAt(1, view.contentY + middle);
        if (at >= 0 && (middle < 0 || middle > view.height))
            show(at);
    }
    // As the rows change size or number, the same row stays first.
    function stand(): void {
        turning.stop();
        standing = Math.max(0, Math.min(rows.first, lastFirst));
        view.positionViewAtIndex(standing, ListView.Beginning);
    }

    height: fills ? room : heightOf(firstRow, lastRow) + (paged ? Theme.pagerHeight : 0)
    Accessible.role: Accessible.List
    Accessible.name: list.name
    Accessible.description: list.paged ? list.place : ""

    onTotalChanged: Qt.callLater(stand)
    onRowHeightChanged: Qt.callLater(stand)
    onInSightChanged: {
        if (even)
            Qt.callLater(stand);
    }
    onHeadsChanged: Qt.callLater(stand)
    Component.onCompleted: stand()

    Connections {
        function onTurned(row: int): void {
            list.show(row);
        }
        function onSought(row: int): void {
            list.bringIn(row);
        }

        target: list.rows
    }
    // Tab finds rows at the edge as well, which are not in sight: they come in.
    Connections {
        function onActiveFocusItemChanged(): void {
            Qt.callLater(list.bringFocusIn);
        }

        target: list.Window.window
        enabled: list.visible
    }
    NumberAnimation {
        id: turning

        target: view
        property: "contentY"
        duration: Theme.motionList
        easing.type: Easing.OutQuad
    }
    ListView {
        id: view

        x: Theme.hair
        y: Theme.hair
        width: list.width - 2 * Theme.hair
        // One line less than its rows, or the row below them would be made as well; the line is drawn here.
        // Rows of two heights: while they move, all of the room; at rest, whole rows again.
        height: Math.max(0, (!list.even && moving ? list.rowsRoom : list.heightOf(list.firstRow, list.lastRow)) - Theme.hair)
        model: list.rows
        clip: true
        interactive: list.paged
        reuseItems: true
        currentIndex: -1
        boundsBehavior: Flickable.StopAtBounds
        snapMode: ListView.SnapToItem
        // Rows ahead would be made between frames, and a page may go at any moment.
        cacheBuffer: 0
        onMovementStarted: turning.stop()
        onContentYChanged: {
            if (moving)
                list.seeStanding();
        }
        onMovementEnded: {
            list.rows.first = Math.min(list.firstRow, list.lastFirst);
            if (!list.even)
                Qt.callLater(list.stand);
        }
    }
    Rectangle {
        y: view.y + view.height
        x: Theme.hair
        width: view.width
        height: Theme.hair
        color: Theme.colour.line
        visible: list.paged
    }
    Pager {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.pagerHeight
        visible: list.paged
        text: list.place
        beyond: list.beyond
        hasBefore: list.firstRow > 0
        hasAfter: list.lastRow < list.total
        onTurnedBack: list.show(list.firstRow - list.inSight)
        onTurnedOn: list.show(list.firstRow + list.inSight)
        onWentBeyond: list.show(list.nextHead)
    }
}
