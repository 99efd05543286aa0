import QtQuick
import Kiosk

// One sample in one state, named below it. `modelData` is a state of GallerySamples.
Item {
    id: sample

    required property var modelData
    readonly property bool pressed: modelData.id === "pressed"
    readonly property bool on: modelData.id === "on"
    readonly property bool disabled: modelData.id === "disabled"
    readonly property bool focused: modelData.id === "focused"
    default property alias content: place.data

    width: Math.max(place.width, caption.width)
    height: place.height + Theme.spaceXs + caption.height

    Item {
        id: place

        width: childrenRect.width
        height: childrenRect.height
    }
    StyledText {
        id: caption

        anchors.top: place.bottom
        anchors.topMargin: Theme.spaceXs
        typeStyle: Theme.caption
        color: Theme.colour.inkSoft
        text: sample.modelData.name
        wrapMode: Text.NoWrap
    }
    FocusRing {
        target: sample.focused ? place.children[0] as Tap : null
    }
}
