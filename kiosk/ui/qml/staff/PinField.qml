pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// As many dots as digits were typed. What they are stands nowhere, not for a screen reader either.
Rectangle {
    id: field

    required property int length
    required property int longest
    // How long no PIN counts, or nothing.
    required property string wait

    height: Theme.fieldHeight
    radius: Theme.radiusControl
    color: Theme.colour.raised
    border.width: Theme.focusLine
    border.color: Theme.colour.brand
    Accessible.role: Accessible.StaticText
    //% "已输入 %n 位"
    Accessible.name: qsTrId("guard.pin_length", length)

    StaffSizes {
        id: sizes
    }
    StyledText {
        anchors.centerIn: parent
        typeStyle: Theme.title
        label: true
        color: Theme.colour.inkSoft
        text: field.wait
        visible: text !== ""
        Accessible.ignored: true
    }
    Row {
        anchors.left: parent.left
        anchors.leftMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        spacing: sizes.pinGap
        visible: field.wait === ""

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
