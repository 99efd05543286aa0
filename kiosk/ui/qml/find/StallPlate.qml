import QtQuick
import Kiosk

// A stall's number as it stands on the stall: outlined, filled where it is chosen. Two stalls of one host
// (A006/A007) stand on two lines.
Rectangle {
    id: plate

    required property string number
    property bool chosen: false
    readonly property bool two: number.indexOf("/") > 0

    radius: Theme.radiusControl
    color: chosen ? Theme.colour.brand : Theme.colour.raised
    border.width: chosen ? 0 : Theme.controlLine
    border.color: Theme.colour.lineStrong

    StyledText {
        anchors.fill: parent
        anchors.margins: Theme.controlLine
        typeStyle: plate.two ? Theme.caption : Theme.lead
        label: true
        font.weight: Font.Bold
        fontSizeMode: Text.HorizontalFit
        color: plate.chosen ? Theme.colour.onBrand : Theme.colour.ink
        text: plate.number.replace("/", "\n")
        wrapMode: Text.NoWrap
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
    }
}
