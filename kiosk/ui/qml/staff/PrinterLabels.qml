pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// New paper is in: how many sheets or labels, by a usual number or by digits.
Item {
    id: labels

    required property PrintersModel printers

    height: content.height

    StaffSizes {
        id: sizes
    }
    Column {
        id: content

        width: parent.width
        spacing: Theme.spaceM

        StyledText {
            width: parent.width
            typeStyle: Theme.title
            //% "一共装了多少张？"
            text: qsTrId("printing.roll_asked")
        }
        Row {
            spacing: Theme.targetGap

            Repeater {
                model: labels.printers.rolls

                Chip {
                    required property var modelData

                    //% "%1 张"
                    text: qsTrId("printing.labels_count").arg(modelData)
                    chosen: labels.printers.digits === modelData.toString()
                    onTapped: labels.printers.roll_of(modelData)
                }
            }
        }
        Row {
            width: parent.width
            spacing: Theme.gutter

            NumberField {
                width: parent.width - not.width - sure.width - 2 * parent.spacing
                height: Theme.buttonHeight
                text: labels.printers.digits
            }
            ActionButton {
                id: not

                //% "没装"
                text: qsTrId("printing.roll_not")
                onTapped: labels.printers.keep()
            }
            ActionButton {
                id: sure

                primary: true
                enabled: labels.printers.countReady
                //% "就是这么多"
                text: qsTrId("printing.roll_sure")
                onTapped: labels.printers.load()
            }
        }
        DigitPad {
            width: parent.width
            keyHeight: sizes.labelKey
            spacing: Theme.targetGap
            onDigit: key => labels.printers.digit(key)
            onErase: labels.printers.erase()
        }
    }
}
