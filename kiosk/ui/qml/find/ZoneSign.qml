import QtQuick
import Kiosk
import Kiosk.Models

// A zone's badge beside a name: shape, fill and letter.
ZoneBadge {
    id: sign

    required property int size

    width: size
    height: size
    visible: letter !== ""
    badge: ({
            "shape": Theme.zoneShape(letter),
            "fill": Theme.zoneFill(letter),
            "edge": Theme.contrast ? Theme.colour.mapFloor : Theme.colour.ink,
            "ink": Theme.onZone,
            "family": Theme.family
        })
}
