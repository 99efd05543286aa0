import QtQuick
import Kiosk.Models

// A page fills the window. The frame draws head and foot over it unless the page has its own.
// A framed page lays out between Theme.headHeight and Theme.footTop.
Item {
    required property Models models
    property string title: ""
    property bool framed: true
    // Says that the page has text fields, so that the keyboard is loaded.
    property bool typing: false
}
