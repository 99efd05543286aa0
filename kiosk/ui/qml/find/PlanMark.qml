import QtQuick
import Kiosk

// A stop's number in the order: on the map where one stands before it, and in its row.
Rectangle {
    id: mark

    required property string text
    required property int size
    // A line round it, for the map.
    property bool cased: false

    width: Math.max(size, words.implicitWidth + (text.length > 2 ? Theme.spaceS : Theme.spaceXs))
    height: size
    radius: size / 2
    color: Theme.colour.brand
    border.width: cased ? Theme.thin(0.8) : 0
    border.color: Theme.colour.mapRouteCasing

    StyledText {
        id: words

        anchors.centerIn: parent
        typeStyle: Theme.body
        lineHeight: 1
        lineHeightMode: Text.ProportionalHeight
        font.pixelSize: Math.round(mark.size * 0.58)
        font.weight: Font.Bold
        color: Theme.colour.onBrand
        text: mark.text
        wrapMode: Text.NoWrap
    }
}
