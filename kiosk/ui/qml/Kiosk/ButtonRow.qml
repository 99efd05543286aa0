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

    // Large beside a column of answers, three buttons do not fit in the usual size.
    readonly property bool tight: Theme.large && !Theme.portrait
    readonly property TypeStyle words: tight ? Theme.body : Theme.lead
    readonly property int inset: tight ? Theme.spaceS : Theme.cardInset
    readonly property int gap: tight ? Theme.targetGap : Theme.gutter

    signal cancelled
    signal previous
    signal next

    x: Theme.margin
    y: Theme.buttonsTop
    width: Theme.buttonsWidth
    height: Theme.buttonHeight

    ActionButton {
        id: cancel

        typeStyle: row.words
        inset: row.inset
        text: row.cancelText
        onTapped: row.cancelled()
    }
    ActionButton {
        id: back

        anchors.left: cancel.right
        anchors.leftMargin: row.gap
        typeStyle: row.words
        inset: row.inset
        text: row.previousText
        visible: row.previousVisible
        onTapped: row.previous()
    }
    ActionButton {
        anchors.left: back.visible ? back.right : cancel.right
        anchors.leftMargin: row.gap
        anchors.right: parent.right
        typeStyle: row.words
        inset: row.inset
        primary: true
        enabled: row.nextEnabled
        text: row.nextText
        onTapped: row.next()
    }
}
