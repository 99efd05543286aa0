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
        anchors.margins: Theme.hair
        models: badge.models
        composition: badge.composition
    }

    Rectangle {
        readonly property real faceWidth: Math.min(face.width, face.height * badge.aspect)

        anchors.centerIn: parent
        visible: badge.drawn
        width: faceWidth + 2 * Theme.hair
        height: (badge.aspect > 0 ? faceWidth / badge.aspect : 0) + 2 * Theme.hair
        color: "transparent"
        border.width: Theme.hair
        border.color: Theme.colour.lineStrong
    }
}
