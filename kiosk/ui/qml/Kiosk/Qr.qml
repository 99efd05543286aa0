import QtQuick
import Kiosk
import Kiosk.Models

// A text for phones to read: a QR on white, in high contrast too. Where the text does not fit, nothing stands
// there and `fits` is false. A page that shows one names "kiosk.ui.qr_item" in models.py (NEEDED_BY).
Rectangle {
    id: qr

    required property Models models
    required property string text
    // What the phone will get, in words.
    required property string name
    property int side: Theme.qrSide
    // Somebody's: nothing of it is kept when it goes.
    property bool personal: false
    readonly property alias fits: symbol.fits
    readonly property alias drawn: symbol.drawn

    width: side
    height: side
    radius: Theme.radiusControl
    color: symbol.drawn ? Theme.qrGround : "transparent"
    Accessible.role: Accessible.Graphic
    Accessible.name: qr.name
    Accessible.ignored: !symbol.drawn

    QrItem {
        id: symbol

        anchors.fill: parent
        personal: qr.personal
        text: qr.text
        models: qr.models
        leastPx: Theme.qrModuleLeast
        ratio: Screen.devicePixelRatio
    }
}
