import QtQuick
import Kiosk

// A stall's number as it stands on the stall: outlined, filled where it is chosen.
Rectangle {
    id: plate

    required property string number
    property bool chosen: false

    radius: Theme.radiusControl
    color: chosen ? Theme.colour.brand : Theme.colour.raised
    border.width: chosen ? 0 : Theme.controlLine
    border.color: Theme.colour.lineStrong

    StyledText {
        anchors.fill: parent
        anchors.margins: Theme.controlLine
        typeStyle: Theme.lead
        label: true
        font.weight: Font.Bold
        fontSizeMode: Text.HorizontalFit
        color: plate.chosen ? Theme.colour.onBrand : Theme.colour.ink
        text: plate.number
        wrapMode: Text.NoWrap
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
    }
}
