import QtQuick
import Kiosk

// A next step: icon, title, detail; a chevron only if it can be touched.
Item {
    id: row

    required property string icon
    required property string title
    required property string detail
    property bool tappable: false
    property TypeStyle detailStyle: Theme.body
    // Large and long: a step smaller, so that it stays on one line.
    readonly property bool longTitle: title.length > (Theme.large ? (Theme.latin ? 22 : 12) : (Theme.latin ? 34 : 18))
    // Several gates by their long names: as many lines as they need, in the size of what is read nearby.
    readonly property bool veryLong: title.length > (Theme.latin ? 64 : 34)

    signal tapped

    // A long title or detail makes a row higher.
    readonly property int leastHeight: words.height + 2 * Theme.spaceXs

    height: Math.max(Theme.verdictRow, leastHeight)

    Tap {
        id: tap

        anchors.fill: parent
        visible: row.tappable
        name: row.title
        onTapped: row.tapped()
    }
    Rectangle {
        anchors.fill: parent
        anchors.margins: Theme.hair
        radius: Theme.radiusCard
        color: tap.pressed ? Theme.colour.brandTint : Theme.colour.raised
    }
    Icon {
        id: sign

        anchors.left: parent.left
        anchors.leftMargin: Theme.homeInset - Theme.spaceXs
        anchors.verticalCenter: parent.verticalCenter
        size: Theme.iconPanel
        name: row.icon
    }
    Column {
        id: words

        anchors.left: sign.right
        anchors.leftMargin: Theme.spaceL
        anchors.right: chevron.left
        anchors.rightMargin: Theme.spaceS
        anchors.verticalCenter: parent.verticalCenter

        StyledText {
            width: parent.width
            typeStyle: row.veryLong ? Theme.lead : row.longTitle ? Theme.row : Theme.title
            font.weight: Font.Bold
            text: row.title
        }
        StyledText {
            width: parent.width
            typeStyle: row.detailStyle
            color: Theme.colour.inkSoft
            text: row.detail
        }
    }
    Icon {
        id: chevron

        anchors.right: parent.right
        anchors.rightMargin: Theme.homeInset
        anchors.verticalCenter: parent.verticalCenter
        size: Theme.iconRow
        name: row.tappable ? "chevron" : ""
    }
}
