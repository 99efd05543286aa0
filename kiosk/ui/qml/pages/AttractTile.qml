import QtQuick
import Kiosk

// One thing that this kiosk does, in both languages; a touch leads there.
Tap {
    id: tile

    required property string icon
    required property string zh
    required property string en
    readonly property VisitSizes sizes: VisitSizes {}

    name: zh + " " + en
    height: sizes.attractTile

    Card {
        anchors.fill: parent
        color: tile.pressed ? Theme.colour.brandTint : Theme.colour.raised
        border.width: Theme.hair
    }
    Icon {
        id: sign

        x: Theme.portrait ? (parent.width - width) / 2 : Theme.cardInset
        y: Theme.portrait ? Theme.spaceM : (parent.height - height) / 2
        size: tile.sizes.attractTileSign
        name: tile.icon
        ink: Theme.colour.brand
    }
    Column {
        x: Theme.portrait ? Theme.spaceXs : sign.x + sign.width + Theme.spaceM
        y: Theme.portrait ? sign.y + sign.height + Theme.spaceXs : (parent.height - height) / 2
        width: parent.width - x - Theme.spaceXs

        StyledText {
            width: parent.width
            horizontalAlignment: Theme.portrait ? Text.AlignHCenter : Text.AlignLeft
            typeStyle: tile.sizes.attractService
            text: tile.zh
            wrapMode: Text.NoWrap
        }
        StyledText {
            width: parent.width
            horizontalAlignment: Theme.portrait ? Text.AlignHCenter : Text.AlignLeft
            typeStyle: tile.sizes.attractNote
            color: Theme.colour.inkSoft
            text: tile.en
            wrapMode: Text.NoWrap
        }
    }
}
