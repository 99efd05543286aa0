pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// The letters of a registration code or a student number, a way back, and a way on.
Column {
    id: pad

    required property var letters
    required property bool ready
    required property string doneText
    readonly property VisitSizes sizes: VisitSizes {}
    property int across: 8
    readonly property real keyWidth: (width - (across - 1) * spacing) / across

    signal letter(key: string)
    signal erase
    signal done

    spacing: Theme.gutter

    Grid {
        columns: pad.across
        spacing: pad.spacing

        Repeater {
            model: pad.letters

            ActionButton {
                required property string modelData

                width: pad.keyWidth
                height: pad.sizes.codeKey
                typeStyle: Theme.title
                text: modelData
                onTapped: pad.letter(modelData)
            }
        }
    }
    Row {
        spacing: pad.spacing

        ActionButton {
            width: pad.keyWidth * 2 + pad.spacing
            height: pad.sizes.codeKey
            icon: "backspace"
            //% "删除一位"
            name: qsTrId("pad.erase")
            text: ""
            onTapped: pad.erase()
        }
        ActionButton {
            width: pad.width - 2 * pad.keyWidth - 2 * pad.spacing
            height: pad.sizes.codeKey
            primary: true
            enabled: pad.ready
            text: pad.doneText
            onTapped: pad.done()
        }
    }
}
