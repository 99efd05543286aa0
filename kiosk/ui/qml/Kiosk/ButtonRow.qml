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

    // Beside a column of answers, three long words do not fit in the usual size: a smaller one then, and the
    // room that is left is shared.
    readonly property bool tight: usual.advanceWidth + 6 * Theme.cardInset + 2 * Theme.gutter > width
    readonly property TypeStyle words: tight ? Theme.body : Theme.lead
    readonly property int inset: tight ? Math.max(Theme.spaceXs, Math.min(Theme.cardInset, Math.floor((width - 2 * gap - smaller.advanceWidth) / 6) - 1)) : Theme.cardInset
    readonly property int gap: tight ? Theme.targetGap : Theme.gutter

    signal cancelled
    signal previous
    signal next

    x: Theme.margin
    y: Theme.buttonsTop
    width: Theme.buttonsWidth
    height: Theme.buttonHeight

    TextMetrics {
        id: usual

        font.family: Theme.family
        font.pixelSize: Theme.lead.size
        font.weight: Font.Bold
        text: row.cancelText + row.previousText + row.nextText
    }
    TextMetrics {
        id: smaller

        font.family: Theme.family
        font.pixelSize: Theme.body.size
        font.weight: Font.Bold
        text: usual.text
    }
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
