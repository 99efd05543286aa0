pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// Which serial port is the scanner's: none, or one of those that are there.
Item {
    id: row

    required property ScannersModel scanners

    height: words.height + ports.height + 3 * Theme.spaceS

    StyledText {
        id: words

        x: Theme.cardInset
        y: Theme.spaceS
        width: parent.width - 2 * Theme.cardInset
        typeStyle: Theme.lead
        //% "串口扫码枪接在"
        text: qsTrId("scanners.serial")
    }
    Flow {
        id: ports

        x: Theme.cardInset
        anchors.top: words.bottom
        anchors.topMargin: Theme.spaceS
        width: parent.width - 2 * Theme.cardInset
        spacing: Theme.targetGap

        Chip {
            //% "不用"
            text: qsTrId("scanners.none")
            chosen: !row.scanners.serial
            onTapped: row.scanners.use_port("")
        }
        Repeater {
            model: row.scanners.ports

            Chip {
                required property var modelData

                text: modelData.name
                chosen: modelData.chosen
                onTapped: row.scanners.use_port(modelData.id)
            }
        }
    }
}
