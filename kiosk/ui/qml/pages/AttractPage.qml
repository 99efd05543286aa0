pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// The fair's stalls as squares, a way to one of them, and what to do. Any touch ends it, and any scan.
KioskPage {
    id: page

    readonly property AttractModel attract: models.attract
    readonly property VisitSizes sizes: VisitSizes {}
    //% "轻触屏幕，或直接扫码"
    readonly property string doZh: qsTrId("attract.do_zh")
    //% "Touch the screen, or scan your code"
    readonly property string doEn: qsTrId("attract.do_en")

    framed: false

    function english(): string {
        //% "Find your stall."
        //% "Find a school's stall."
        const find = attract.schoolsHost ? qsTrId("attract.find_school_en") : qsTrId("attract.find_en");
        if (attract.stalls === 0)
            return find;
        //% "%1 stalls in %2 halls."
        //% "%1 stalls."
        const count = attract.levels > 1 ? qsTrId("attract.halls_en").arg(attract.stalls).arg(attract.levels) : qsTrId("attract.stalls_en").arg(attract.stalls);
        return find + " " + count;
    }

    // Above what must be reached, a touch counts as well.
    MouseArea {
        anchors.fill: parent
        onClicked: page.models.navigation.home()
    }
    StyledText {
        id: fair

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        y: page.sizes.attractTop
        anchors.right: time.left
        anchors.rightMargin: Theme.spaceL
        typeStyle: page.sizes.attractFair
        text: page.attract.fairZh
        maximumLineCount: 1
        elide: Text.ElideRight
    }
    StyledText {
        anchors.left: fair.left
        anchors.top: fair.bottom
        anchors.right: fair.right
        typeStyle: page.sizes.attractDoOther
        color: Theme.colour.inkSoft
        text: page.attract.fairEn
        maximumLineCount: 1
        elide: Text.ElideRight
    }
    StyledText {
        id: time

        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: page.sizes.attractTop
        typeStyle: Theme.clock
        text: page.models.clock.time
        wrapMode: Text.NoWrap
    }
    StallSquares {
        id: squares

        x: page.sizes.attractSquaresLeft
        y: page.sizes.attractSquaresTop
        width: page.sizes.attractSquaresWidth
        height: page.sizes.attractSquaresHeight
        blocks: page.attract.blocks
        look: ({
                "fills": page.attract.blocks.map(block => Theme.zoneRest(block.letter || "A")),
                "chosen": Theme.colour.mapChosen,
                "onChosen": Theme.colour.mapOnChosen,
                "edge": Theme.colour.ink,
                "outline": Theme.contrast ? page.sizes.attractOutline : 0,
                "across": page.sizes.attractAcross,
                "aisle": page.sizes.attractAisle,
                "numberLeast": Theme.mapNumberLeast,
                "family": Theme.family
            })
    }
    WayLine {
        x: squares.x
        y: squares.y
        way: squares.way
    }
    // No plan, no squares: the sign says what can be done.
    ScanSign {
        anchors.centerIn: squares
        size: page.sizes.attractSign
        visible: page.attract.stalls === 0
    }
    Column {
        id: words

        x: Theme.margin
        // Words grow upwards, over the squares if they must, and never down over what to do.
        anchors.bottom: panel.top
        anchors.bottomMargin: page.sizes.attractWordsBottom
        width: page.sizes.columnWidth

        StyledText {
            width: parent.width
            typeStyle: page.sizes.attractWord
            //% "找到您的展位"
            //% "找到学校展位"
            text: page.attract.schoolsHost ? qsTrId("attract.find_school_zh") : qsTrId("attract.find_zh")
        }
        StyledText {
            width: parent.width
            typeStyle: page.sizes.attractCount
            //% "%1 个展位，%2 个展馆"
            //% "%1 个展位"
            text: page.attract.levels > 1 ? qsTrId("attract.halls_zh").arg(page.attract.stalls).arg(page.attract.levels) : qsTrId("attract.stalls_zh").arg(page.attract.stalls)
            visible: page.attract.stalls > 0
        }
        StyledText {
            width: parent.width
            topPadding: Theme.spaceS
            typeStyle: page.sizes.attractOther
            text: page.english()
        }
    }
    Rectangle {
        id: panel

        x: Theme.margin
        y: page.sizes.attractPanelTop
        width: page.sizes.columnWidth
        height: page.sizes.attractPanelHeight
        radius: Theme.radiusCard
        color: tap.pressed ? Theme.colour.brandPressed : Theme.colour.brand

        Column {
            anchors.left: parent.left
            anchors.leftMargin: Theme.homeInset
            anchors.right: down.left
            anchors.verticalCenter: parent.verticalCenter

            StyledText {
                width: parent.width
                typeStyle: page.sizes.attractDo
                color: Theme.colour.onBrand
                text: page.doZh
            }
            StyledText {
                width: parent.width
                typeStyle: page.sizes.attractDoOther
                color: Theme.colour.onBrand
                text: page.doEn
            }
        }
        Icon {
            id: down

            anchors.right: parent.right
            anchors.rightMargin: Theme.homeInset
            anchors.verticalCenter: parent.verticalCenter
            size: Theme.iconPanel
            name: "down"
            ink: Theme.colour.onBrand
        }
    }
    // Over all of it, and read last.
    Tap {
        id: tap

        y: Theme.portrait ? Theme.reachTop : 0
        width: parent.width
        height: parent.height - y
        name: page.doZh + " " + page.doEn
        onTapped: page.models.navigation.home()
    }
}
