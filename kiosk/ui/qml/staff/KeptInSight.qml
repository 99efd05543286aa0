import QtQuick
import Kiosk

// Keeps a row of a list in sight while a panel takes room from it. Rows above it stay as far as there is room.
Timer {
    id: keeper

    required property RowList list
    required property int row
    readonly property int room: list.room

    interval: 0
    onRoomChanged: restart()
    onRowChanged: restart()
    onTriggered: {
        if (row >= list.firstRow + list.inSight)
            list.show(row - list.inSight + 1);
        else if (row >= 0 && row < list.firstRow)
            list.show(row);
    }
}
