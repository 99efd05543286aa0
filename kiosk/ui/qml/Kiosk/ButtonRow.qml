import QtQuick
import Kiosk

// Ways on in one row: what leaves on the left, the filled one right and wider.
Item {
    id: row

    required property string cancelText
    required property string previousText
    required property string nextText
    property bool previousVisible: true
    property bool nextEnabled: true

    // Large beside a column of answers, three buttons do not fit in one size.
    readonly property TypeStyle leaving: Theme.large && !Theme.portrait ? Theme.body : Theme.lead

    signal cancelled
    signal previous
    signal next

    x: Theme.margin
    y: Theme.buttonsTop
    width: Theme.buttonsWidth
    height: Theme.buttonHeight

    ActionButton {
        id: cancel

        typeStyle: row.leaving
        text: row.cancelText
        onTapped: row.cancelled()
    }
    ActionButton {
        id: back

        anchors.left: cancel.right
        anchors.leftMargin: Theme.gutter
        typeStyle: row.leaving
        text: row.previousText
        visible: row.previousVisible
        onTapped: row.previous()
    }
    ActionButton {
        anchors.left: back.visible ? back.right : cancel.right
        anchors.leftMargin: Theme.gutter
        anchors.right: parent.right
        primary: true
        enabled: row.nextEnabled
        text: row.nextText
        onTapped: row.next()
    }
}
