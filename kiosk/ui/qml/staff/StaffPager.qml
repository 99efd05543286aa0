import QtQuick
import Kiosk

// Which of a list's rows are shown, and two buttons that turn the page. It starts anew with another list.
Row {
    id: pager

    required property int total
    required property int perPage
    property int page: 0
    readonly property int pages: Math.max(1, Math.ceil(total / Math.max(1, perPage)))
    readonly property int first: Math.min(page, pages - 1) * perPage
    readonly property int last: Math.min(first + perPage, total)

    spacing: Theme.targetGap
    visible: total > perPage

    function start(): void {
        page = 0;
    }
    function turnTo(row: int): void {
        page = Math.floor(row / Math.max(1, perPage));
    }

    StyledText {
        anchors.verticalCenter: parent.verticalCenter
        rightPadding: Theme.spaceS
        typeStyle: Theme.body
        label: true
        color: Theme.colour.inkSoft
        //% "第 %1 到 %2 条，共 %3 条"
        text: qsTrId("staff.page").arg(pager.first + 1).arg(pager.last).arg(pager.total)
        wrapMode: Text.NoWrap
    }
    IconButton {
        icon: "up"
        //% "上一页"
        name: qsTrId("staff.page_up")
        enabled: pager.first > 0
        onTapped: pager.page = Math.min(pager.page, pager.pages - 1) - 1
    }
    IconButton {
        icon: "down"
        //% "下一页"
        name: qsTrId("staff.page_down")
        enabled: pager.last < pager.total
        onTapped: pager.page += 1
    }
}
