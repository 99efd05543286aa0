pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// The fair's stalls as squares and a way to one of them, what this kiosk does, what is on today, and how to begin,
// in both languages at once. Any touch, key or scan ends it; a touch of what it does leads there. All of it goes
// round a circle of a few millimetres in five minutes, so that nothing burns in; that is all that moves.
KioskPage {
    id: page

    readonly property AttractModel attract: models.attract
    readonly property HomeModel home: models.home
    readonly property VisitSizes sizes: VisitSizes {}
    readonly property AttractWords words: AttractWords {
        attract: page.attract
        home: page.home
    }
    // From below upwards: the way in, the programme where there is one, what can be done, the words, the squares.
    readonly property int programmeTop: (Theme.portrait ? sizes.attractPanelTop - Theme.spaceXl : sizes.attractBottom) - programme.height
    readonly property int tilesTop: Theme.portrait ? (programme.visible ? programmeTop - Theme.spaceL : sizes.attractPanelTop - Theme.spaceXl) - tiles.height : sizes.attractTilesTop

    framed: false

    // Any key but Tab, which goes on to what can be touched, and those that only change another key.
    Item {
        focus: true
        Keys.onPressed: event => {
            const waits = [Qt.Key_Tab, Qt.Key_Backtab, Qt.Key_Shift, Qt.Key_Control, Qt.Key_Alt, Qt.Key_AltGr, Qt.Key_Meta, Qt.Key_CapsLock, Qt.Key_NumLock];
            event.accepted = !waits.includes(event.key);
            if (event.accepted)
                page.models.navigation.home();
        }
        onFocusChanged: {
            if (focus)
                forceActiveFocus();
        }
    }
    // A touch beside all that leads somewhere.
    MouseArea {
        anchors.fill: parent
        onClicked: page.models.navigation.home()
    }
    Item {
        id: drift

        readonly property real angle: 2 * Math.PI * page.attract.aside

        x: Theme.still ? 0 : Math.round(page.sizes.attractDrift * Math.sin(angle))
        y: Theme.still ? 0 : Math.round(page.sizes.attractDrift * (1 - Math.cos(angle)) / 2)
        width: parent.width
        height: parent.height

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
            height: Theme.portrait ? words.y - page.sizes.attractSquaresGap - y : (programme.visible ? page.programmeTop - page.sizes.attractSquaresGap : page.sizes.attractBottom) - y
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
            size: Math.min(page.sizes.attractSign, squares.height)
            visible: page.attract.stalls === 0
        }
        Column {
            id: words

            x: Theme.margin
            y: page.tilesTop - page.sizes.attractWordsBottom - height
            width: page.sizes.columnWidth

            StyledText {
                width: parent.width
                typeStyle: page.sizes.attractWord
                text: page.words.wordZh()
            }
            StyledText {
                width: parent.width
                typeStyle: page.sizes.attractCount
                text: page.words.saidZh()
                visible: text !== ""
            }
            StyledText {
                width: parent.width
                topPadding: Theme.spaceXs
                typeStyle: page.sizes.attractOther
                text: page.words.english()
            }
        }
        Flow {
            id: tiles

            readonly property var services: page.words.services()
            readonly property int across: Theme.portrait ? services.length : 2
            readonly property int each: Math.floor((width - (across - 1) * spacing) / across)

            x: Theme.margin
            y: page.tilesTop
            width: page.sizes.columnWidth
            spacing: Theme.gutter

            Repeater {
                model: tiles.services

                AttractTile {
                    required property var modelData
                    required property int index

                    // Of three in two columns the first is as wide as both.
                    width: index === 0 && tiles.services.length % tiles.across > 0 ? tiles.width : tiles.each
                    icon: modelData.icon
                    zh: modelData.zh
                    en: modelData.en
                    onTapped: page.models.navigation.go(modelData.page)
                }
            }
        }
        AttractProgramme {
            id: programme

            x: page.sizes.attractSquaresLeft
            y: page.programmeTop
            width: page.sizes.attractSquaresWidth
            attract: page.attract
            words: page.words
            onChosen: id => page.models.navigation.open("session", id)
        }
        Tap {
            id: panel

            x: Theme.margin
            y: page.sizes.attractPanelTop
            width: page.sizes.columnWidth
            height: page.sizes.attractPanelHeight
            name: page.words.doZh + " " + page.words.doEn
            onTapped: page.models.navigation.home()

            Card {
                anchors.fill: parent
                color: panel.pressed ? Theme.colour.brandPressed : Theme.colour.brand
                border.width: 0
            }
            Column {
                anchors.left: parent.left
                anchors.leftMargin: Theme.homeInset
                anchors.right: down.left
                anchors.verticalCenter: parent.verticalCenter

                StyledText {
                    width: parent.width
                    typeStyle: page.sizes.attractDo
                    color: Theme.colour.onBrand
                    text: page.words.doZh
                }
                StyledText {
                    width: parent.width
                    typeStyle: page.sizes.attractDoOther
                    color: Theme.colour.onBrand
                    text: page.words.doEn
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
    }
}
