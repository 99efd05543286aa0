import QtQuick
import Kiosk

// Sizes of what lies on the map, as FindSizes holds those of the pages round it.
QtObject {
    readonly property int overview: Theme.mm(Theme.portrait ? 62 : 70)
    readonly property int overviewLeast: Theme.mm(24)
    readonly property int overviewLine: Theme.thin(1.4)
    readonly property int sign: Theme.mm(13)
    readonly property int signRow: Math.round(Theme.mm(20) * Theme.largeFactor)
    readonly property int signWidth: Math.round(Theme.mm(Theme.latin ? 74 : 62) * Theme.largeFactor)
}
