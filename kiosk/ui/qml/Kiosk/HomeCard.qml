import QtQuick
import Kiosk

// One of home's three ways on.
Tap {
    id: card

    required property string title
    required property string detail
    required property string art
    required property int artSize
    property string artChosen: ""
    property string artLine: ""
    property bool filled: false
    property TypeStyle detailStyle: Theme.lead
    readonly property color ink: !enabled ? Theme.colour.inkSoft : filled ? Theme.colour.onBrand : Theme.colour.ink

    name: title

    Card {
        anchors.fill: parent
        color: !card.enabled ? Theme.colour.sunk : card.filled ? (card.pressed ? Theme.colour.brandPressed : Theme.colour.brand) : card.pressed ? Theme.colour.brandTint : Theme.colour.raised
        border.width: card.filled || !card.enabled ? 0 : Theme.hair
    }
    Item {
        id: art

        anchors.right: parent.right
        anchors.rightMargin: Theme.homeArtRight
        anchors.verticalCenter: parent.verticalCenter
        width: card.artSize
        height: card.artSize

        Drawing {
            anchors.fill: parent
            name: card.art
            ink: card.filled && card.enabled ? Theme.colour.onBrand : Theme.colour.line
        }
        Drawing {
            anchors.fill: parent
            name: card.artChosen
            ink: Theme.colour.brand
            visible: name !== ""
        }
        Drawing {
            anchors.fill: parent
            name: card.artLine
            ink: Theme.colour.lineStrong
            visible: name !== ""
        }
    }
    Column {
        anchors.left: parent.left
        anchors.leftMargin: Theme.homeInset
        anchors.right: art.left
        anchors.rightMargin: Theme.spaceS
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.homeInset - Theme.spaceXs

        StyledText {
            width: parent.width
            typeStyle: Theme.display
            color: card.ink
            text: card.title
            wrapMode: Text.NoWrap
        }
        StyledText {
            width: parent.width
            typeStyle: card.detailStyle
            color: card.filled && card.enabled ? card.ink : Theme.colour.inkSoft
            text: card.detail
        }
    }
}
