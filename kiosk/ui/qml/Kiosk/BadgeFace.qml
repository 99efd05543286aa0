import QtQuick
import Kiosk
import Kiosk.Models

// A badge as it will be printed, as large as the item allows, with a hair line round the card. `composition` is
// what Renderer.compose() answered on a worker, handed on by a view-model's Property("QVariant"). A page that
// shows one names "kiosk.ui.badge_face" in models.py (NEEDED_BY).
Item {
    id: badge

    required property Models models
    required property var composition
    // What it is, in words: "张三的胸卡".
    required property string name
    readonly property alias drawn: face.drawn
    readonly property alias aspect: face.aspect

    Accessible.role: Accessible.Graphic
    Accessible.name: badge.name
    Accessible.ignored: !badge.drawn

    BadgeItem {
        id: face

        anchors.fill: parent
        models: badge.models
        composition: badge.composition
        edge: Theme.colour.lineStrong
        edgePx: Theme.hair
    }
}
