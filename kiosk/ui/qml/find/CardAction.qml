import QtQuick
import Kiosk

// One of the things to do with a card: an icon above its word in portrait, beside it in landscape. A long word
// takes two lines. One that is switched on says so by its sign and its tone.
Tap {
    id: action

    required property string text
    required property string icon
    required property CardSizes sizes
    property bool primary: false
    property bool on: false
    property TypeStyle typeStyle: Theme.lead
    readonly property bool upright: sizes.portrait && !primary
    readonly property color ink: primary ? Theme.colour.onBrand : Theme.colour.ink
    readonly property int room: width - 2 * sizes.actionInset - (upright ? 0 : sign.width + Theme.spaceS)

    name: text
    checked: on
    height: sizes.actionHeight

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusControl
        color: action.primary ? (action.pressed ? Theme.colour.brandPressed : Theme.colour.brand) : action.pressed || action.on ? Theme.colour.brandTint : Theme.colour.raised
        border.width: action.primary ? 0 : Theme.controlLine
        border.color: action.on ? Theme.colour.brand : Theme.colour.lineStrong
    }
    Grid {
        anchors.centerIn: parent
        columns: action.upright ? 1 : 2
        columnSpacing: Theme.spaceS
        rowSpacing: Theme.spaceXs
        horizontalItemAlignment: Grid.AlignHCenter
        verticalItemAlignment: Grid.AlignVCenter

        Icon {
            id: sign

            name: action.icon
            ink: action.ink
            size: action.sizes.portrait ? Theme.iconButton : Theme.iconRow
        }
        StyledText {
            width: Math.min(Math.ceil(implicitWidth), action.room)
            typeStyle: action.typeStyle
            label: lineCount < 2
            font.weight: Font.Bold
            color: action.ink
            text: action.text
            wrapMode: Text.WordWrap
            maximumLineCount: 2
            elide: Text.ElideRight
            horizontalAlignment: action.upright ? Text.AlignHCenter : Text.AlignLeft
        }
    }
}
