pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// As many dots as digits were typed. What they are stands nowhere, not for a screen reader either.
Rectangle {
    id: field

    required property int length
    required property int longest

    height: Theme.fieldHeight
    radius: Theme.radiusControl
    color: Theme.colour.raised
    border.width: Theme.focusLine
    border.color: Theme.colour.brand
    Accessible.role: Accessible.StaticText
    //% "已输入 %1 位"
    Accessible.name: qsTrId("guard.pin_length").arg(length)

    StaffSizes {
        id: sizes
    }
    Row {
        anchors.left: parent.left
        anchors.leftMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        spacing: sizes.pinGap

        Repeater {
            model: field.longest

            Rectangle {
                required property int index
                readonly property bool typed: index < field.length

                anchors.verticalCenter: parent?.verticalCenter
                width: sizes.pinDot
                height: typed ? sizes.pinDot : Theme.focusLine
                radius: height / 2
                color: typed ? Theme.colour.ink : Theme.colour.lineStrong
            }
        }
    }
}
