import QtQuick
import Kiosk

// A zone's badge beside a name: shape, fill and letter, in one picture.
Image {
    id: sign

    required property string letter
    required property int size

    function rgb(colour: color): string {
        return colour.toString().slice(1);
    }

    width: size
    height: size
    visible: letter !== ""
    source: letter === "" ? "" : ["image://zones", letter, Theme.zoneShape(letter), rgb(Theme.contrast ? Theme.colour.mapFloor : Theme.colour.ink), rgb(Theme.zoneFill(letter)), rgb(Theme.onZone)].join("/")
    sourceSize.width: size
    sourceSize.height: size
}
