import QtQuick
import Kiosk

// The title over a list, with the pages of it at the right.
Item {
    id: head

    required property string text
    property alias total: pages.total
    property alias perPage: pages.perPage
    readonly property alias first: pages.first
    readonly property alias last: pages.last

    height: Math.max(pages.visible ? Theme.targetLeast : 0, words.height)

    function start(): void {
        pages.start();
    }

    StyledText {
        id: words

        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - (pages.visible ? pages.width + Theme.spaceM : 0)
        typeStyle: Theme.title
        text: head.text
    }
    StaffPager {
        id: pages

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        total: 0
        perPage: 1
    }
}
