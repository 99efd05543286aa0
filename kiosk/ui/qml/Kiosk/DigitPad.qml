pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// Ten digits, a way back, and a way on where `doneText` names one: student numbers, phone tails, PINs.
Grid {
    id: pad

    property int keyHeight: Theme.padKey

    signal digit(key: string)
    signal erase
    signal done

    property bool ready: false
    property string doneText: ""

    columns: 3
    spacing: Theme.gutter
    width: Theme.padWidth
    // A keyboard that is plugged in types as well, from the moment that the pad is there.
    Keys.onPressed: event => {
        event.accepted = true;
        if (/^[0-9]$/.test(event.text))
            pad.digit(event.text);
        else if (event.key === Qt.Key_Backspace)
            pad.erase();
        else if ((event.key === Qt.Key_Return || event.key === Qt.Key_Enter) && pad.ready && pad.doneText !== "")
            pad.done();
        else
            event.accepted = false;
    }
    Component.onCompleted: {
        if (enabled && visible)
            forceActiveFocus();
    }

    Repeater {
        model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "erase", "0", "done"]

        Tap {
            id: key

            required property string modelData
            readonly property bool isDone: modelData === "done"
            readonly property color ink: !enabled ? Theme.colour.inkSoft : isDone ? Theme.colour.onBrand : Theme.colour.ink

            //% "删除一位"
            name: isDone ? pad.doneText : modelData === "erase" ? qsTrId("pad.erase") : modelData
            width: (pad.width - 2 * pad.spacing) / 3
            height: pad.keyHeight
            enabled: !isDone || pad.ready
            visible: !isDone || pad.doneText !== ""
            onTapped: {
                if (isDone)
                    pad.done();
                else if (modelData === "erase")
                    pad.erase();
                else
                    pad.digit(modelData);
            }

            Rectangle {
                anchors.fill: parent
                radius: Theme.radiusControl
                color: !key.enabled ? Theme.colour.sunk : key.isDone ? (key.pressed ? Theme.colour.brandPressed : Theme.colour.brand) : key.pressed ? Theme.colour.brandTint : Theme.colour.raised
                border.width: key.isDone || !key.enabled ? 0 : Theme.controlLine
                border.color: Theme.colour.lineStrong
            }
            StyledText {
                anchors.centerIn: parent
                typeStyle: key.isDone ? Theme.lead : Theme.title
                label: true
                font.weight: key.isDone ? Font.Bold : Font.Medium
                color: key.ink
                text: key.isDone ? pad.doneText : key.modelData === "erase" ? "" : key.modelData
                wrapMode: Text.NoWrap
            }
            Icon {
                anchors.centerIn: parent
                name: key.modelData === "erase" ? "backspace" : ""
                ink: key.ink
                visible: name !== ""
            }
        }
    }
}
