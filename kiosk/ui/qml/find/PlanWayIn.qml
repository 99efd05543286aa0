import QtQuick
import Kiosk

// A way to begin a plan: what to do, and what comes of it.
Tap {
    id: way

    required property string icon
    required property string title
    required property string sentence
    required property PlanSizes sizes
    property bool primary: false
    readonly property color ink: primary ? Theme.colour.onBrand : Theme.colour.ink

    height: sizes.planWayIn
    name: title + " " + sentence

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusCard
        color: way.primary ? (way.pressed ? Theme.colour.brandPressed : Theme.colour.brand) : way.pressed ? Theme.colour.brandTint : Theme.colour.raised
        border.width: way.primary ? 0 : Theme.controlLine
        border.color: Theme.colour.lineStrong
    }
    Icon {
        id: sign

        x: Theme.homeInset
        anchors.verticalCenter: parent.verticalCenter
        size: Theme.iconPanel
        name: way.icon
        ink: way.ink
    }
    Column {
        anchors.left: sign.right
        anchors.leftMargin: Theme.spaceL
        anchors.right: chevron.left
        anchors.rightMargin: Theme.spaceS
        anchors.verticalCenter: parent.verticalCenter

        StyledText {
            width: parent.width
            typeStyle: way.sizes.portrait && !Theme.latin ? Theme.title : Theme.row
            color: way.ink
            text: way.title
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.body
            color: way.primary ? Theme.colour.onBrand : Theme.colour.inkSoft
            text: way.sentence
        }
    }
    Icon {
        id: chevron

        anchors.right: parent.right
        anchors.rightMargin: Theme.spaceM
        anchors.verticalCenter: parent.verticalCenter
        size: Theme.iconRow
        name: "chevron"
        ink: way.ink
    }
}
