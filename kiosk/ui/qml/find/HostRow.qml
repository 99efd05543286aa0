import QtQuick
import Kiosk
import Kiosk.Models

// Who gives a session: stall, zone and name; a touch opens the listing.
Tap {
    id: row

    required property SessionModel session
    required property FindSizes sizes

    name: row.session.hostNumber + " " + row.session.hostName

    Rectangle {
        anchors.fill: parent
        anchors.margins: Theme.hair
        radius: Theme.radiusCard
        color: Theme.colour.brandTint
        visible: row.pressed
    }
    StallPlate {
        id: plate

        anchors.left: parent.left
        anchors.leftMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        width: row.sizes.numberWidth
        height: two ? row.sizes.twoNumbersHeight : row.sizes.numberHeight
        number: row.session.hostNumber
        visible: number !== ""
    }
    ZoneSign {
        id: sign

        anchors.left: plate.visible ? plate.right : parent.left
        anchors.leftMargin: Theme.spaceM
        anchors.verticalCenter: parent.verticalCenter
        size: row.sizes.badgeSmall
        letter: row.session.hostZone
    }
    FittedName {
        anchors.left: sign.visible ? sign.right : parent.left
        anchors.leftMargin: sign.visible ? Theme.spaceM : Theme.cardInset
        anchors.right: chevron.left
        anchors.rightMargin: Theme.spaceS
        anchors.verticalCenter: parent.verticalCenter
        name: row.session.hostName
        styles: [Theme.row, Theme.lead, Theme.body]
        room: row.height - Theme.spaceM
    }
    Icon {
        id: chevron

        anchors.right: parent.right
        anchors.rightMargin: Theme.spaceM
        anchors.verticalCenter: parent.verticalCenter
        size: Theme.iconRow
        name: "chevron"
    }
}
