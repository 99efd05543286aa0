import QtQuick
import Kiosk

// Sizes of the views of this kiosk itself: place, screen, time, fair, power.
QtObject {
    readonly property real grow: Theme.largeFactor

    readonly property int placeRow: Math.max(Theme.mm(27), Theme.lead.line + Theme.body.line + Theme.mm(3))
    readonly property int fairRow: Math.max(Theme.mm(34), Theme.lead.line + Theme.body.line + Theme.mm(6))
    readonly property int fairDays: Math.round(Theme.mm(62) * grow)
    readonly property int remarkLeast: Theme.mm(26)
    readonly property int sign: Theme.mm(Theme.portrait ? 40 : 34)
    readonly property int signSmall: Theme.mm(12)
    readonly property int bigButton: Theme.mm(34)
    readonly property int padKey: Theme.mm(Theme.portrait ? (Theme.low ? 26 : 30) : 24)
    readonly property int field: Theme.mm(30)
    readonly property int dayShare: 60
    readonly property int percentWidth: Math.round(Theme.mm(34) * grow)
    readonly property int cardRadius: Theme.mm(3)
    readonly property int cardLine: Theme.thin(0.8)
    readonly property int tile: Math.round(Theme.mm(Theme.portrait ? 32 : 29) * (Theme.large ? 1.1 : 1))
}
