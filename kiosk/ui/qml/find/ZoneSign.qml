import QtQuick
import Kiosk

// A zone's badge beside a name: shape, fill and letter.
Item {
    id: sign

    required property string letter
    required property int size

    width: size
    height: size
    visible: letter !== ""

    Drawing {
        anchors.fill: parent
        name: sign.letter === "" ? "" : Theme.zoneShape(sign.letter)
        ink: Theme.contrast ? Theme.colour.mapFloor : Theme.colour.ink
    }
    Drawing {
        anchors.fill: parent
        anchors.margins: Theme.hair
        name: sign.letter === "" ? "" : Theme.zoneShape(sign.letter)
        ink: Theme.zoneFill(sign.letter)
    }
    StyledText {
        anchors.centerIn: parent
        typeStyle: Theme.caption
        font.weight: Font.Bold
        color: Theme.onZone
        text: sign.letter
    }
}
