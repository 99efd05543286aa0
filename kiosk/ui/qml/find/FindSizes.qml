import QtQuick
import Kiosk

// Sizes and places of the finding pages, as Theme holds those of the others: millimetres times px per mm.
QtObject {
    readonly property bool portrait: Theme.portrait
    readonly property bool low: Theme.low && portrait
    readonly property real grow: Theme.largeFactor

    // ---- map
    readonly property int mapTop: Theme.headHeight
    readonly property int mapLeft: portrait ? 0 : Theme.mm(236)
    readonly property int mapWidth: Theme.pageWidth - mapLeft
    readonly property int mapEdge: Theme.mm(9)
    readonly property int controlGap: Theme.mm(6)
    readonly property int controlHeight: Theme.mm(22)
    readonly property int switchWidth: Theme.mm(44)
    readonly property int badge: Theme.mm(12)
    readonly property int badgeSmall: Theme.mm(11)

    // ---- find
    readonly property int findMapBottom: findControlsTop - controlGap
    readonly property int findControlsTop: portrait ? Theme.mm(263) : Theme.footTop - controlGap - controlHeight
    readonly property int findMapBottomTyping: portrait ? searchTopTyping - Theme.mm(8) : Theme.footTop - Theme.keyboardHeight
    readonly property int searchTop: portrait ? Theme.mm(296) : Theme.headHeight + Theme.mm(3)
    readonly property int reachTop: Theme.reachTop + Theme.mm(low ? 2 : 0)
    readonly property int searchTopTyping: portrait ? reachTop : searchTop
    readonly property int searchHeight: Theme.mm(portrait ? 26 : 24)
    readonly property int columnWidth: portrait ? Theme.pageWidth - 2 * Theme.margin : Theme.leftWidth
    readonly property int gap: Theme.mm(6)
    readonly property int chipGap: Theme.mm(3)
    readonly property int listBottom: Theme.footTop - Theme.mm(portrait ? 6 : 4)
    readonly property int rowHeight: Math.round(Theme.mm(portrait ? 31.6 : 32) * grow)
    readonly property int numberWidth: Math.round(Theme.mm(29) * grow)
    readonly property int numberHeight: Math.round(Theme.mm(15) * grow)
    readonly property int twoNumbersHeight: Math.round(Theme.mm(22) * grow)
    readonly property int openWidth: Theme.mm(20)
    readonly property int chosenBar: Theme.mm(2.4)
    readonly property int termRow: Math.round(Theme.mm(30) * grow)
    readonly property int termWidth: Math.round(Theme.mm(110) * grow)

    // The panel of facets, and the list that has the page to itself.
    readonly property int panelTop: portrait && Theme.large ? reachTop : searchTop
    readonly property int filterWidth: Theme.mm(Theme.large ? 72 : 60)
    readonly property int groupHead: Math.round(Theme.mm(12) * grow)
    readonly property int facetRow: Math.max(Theme.targetLeast, Math.round(Theme.mm(24) * grow))
    readonly property int facetKinds: Math.round(Theme.mm(portrait ? 100 : 76) * (Theme.large ? 1.15 : 1))
    readonly property int facetStep: Theme.mm(12)
    readonly property int facetTick: Theme.mm(12)
    readonly property int shortcutHeight: Theme.mm(22)
    readonly property int wholeWidth: Theme.pageWidth - 2 * Theme.margin
    readonly property int levelsTopAlone: portrait ? reachTop : searchTop
    readonly property int searchTopAlone: levelsTopAlone + controlHeight + gap
    readonly property int hereTop: Theme.headHeight + Theme.mm(8)

    readonly property int padsTop: Theme.footTop - Theme.keyboardHeight - Theme.spaceS - controlHeight
    readonly property int padWidth: Math.floor((columnWidth - 2 * Theme.targetGap) / 3)
    readonly property int bedEdge: Theme.margin

    // ---- listing
    readonly property int cardTop: Theme.headHeight + Theme.mm(portrait ? 6 : 2)
    readonly property int plateWidth: Theme.mm(portrait ? 118 : 92)
    readonly property int plateHeight: Theme.mm(portrait ? 66 : 56)
    readonly property int plateInset: Theme.mm(portrait ? 10 : 8)
    // What a plate's name may take: as high as the plate, less the line above or below it.
    readonly property int nameRoom: plateHeight - Theme.lead.line - Theme.spaceXs
    readonly property list<TypeStyle> nameStyles: portrait ? [Theme.headline, Theme.title, Theme.row, Theme.lead, Theme.body, Theme.caption] : [Theme.title, Theme.row, Theme.lead, Theme.body, Theme.caption]
    readonly property int factsTop: cardTop + plateHeight + Theme.mm(portrait ? 7 : 4)
    // Large values may take two lines.
    readonly property int factHeight: Theme.mm(portrait ? (Theme.large ? 43 : 26) : Theme.large ? 35 : 24)
    // Of the row's width: nature, industry, size, region; a school's strong majors.
    readonly property list<real> factShares: Theme.latin ? [0.25, 0.33, 0.23, 0.19] : portrait ? [0.19, 0.42, 0.22, 0.17] : [0.2, 0.46, 0.18, 0.16]
    readonly property int stripTop: factsTop + factHeight + Theme.mm(2)
    readonly property int stripHeight: Theme.mm(86)
    readonly property int offerTop: portrait ? stripTop + stripHeight + Theme.mm(7) : factsTop + factHeight
    readonly property int offerHead: Math.round(Theme.mm(portrait ? 24 : 20) * grow)
    readonly property int poolBar: Theme.mm(6)

    // ---- way
    readonly property int wayMapBottom: wayControlsTop - controlGap
    readonly property int wayControlsTop: portrait ? Theme.mm(low ? 263 : 282) : Theme.footTop - controlGap - controlHeight
    readonly property int wayHeadTop: portrait ? wayControlsTop + controlHeight + controlGap : Theme.headHeight + Theme.mm(4)
    readonly property int wayHead: Math.round(Theme.mm(portrait ? 36 : 40) * grow)
    readonly property int waySwitch: Theme.mm(portrait ? 52 : 48)
    readonly property int wayKindsTop: portrait ? wayHeadTop + (wayHead - controlHeight) / 2 : wayHeadTop + wayHead
    readonly property int waySayingTop: wayHeadTop + wayHead + (portrait ? Theme.mm(4) : controlHeight + Theme.mm(4))
    readonly property int stepRow: Math.round(Theme.mm(34) * grow)
    readonly property int stepIcon: Theme.mm(16)
    readonly property int stepsMost: 4

    // ---- session
    readonly property int sessionFactHeight: Math.round(Theme.mm(portrait ? 36 : 34) * grow)
    readonly property list<real> sessionFactShares: [0.36, 0.36, 0.28]
    readonly property int sessionStripTop: factsTop + sessionFactHeight
    readonly property int sessionHostTop: portrait ? sessionStripTop + stripHeight + Theme.mm(7) : sessionStripTop
    // Letters of a room's name that still stand large on a button.
    readonly property int longMark: portrait && !Theme.large ? 24 : 14
    readonly property int hostRow: Math.round(Theme.mm(portrait ? 40 : 36) * grow)

    // ---- programme
    readonly property int scopeTop: portrait ? Theme.reachTop : 0
    readonly property int fairDayWidth: Math.round(Theme.mm(Theme.latin ? 62 : 74) * grow)
    readonly property int heroTop: Theme.mm(portrait ? 48 : 30)
    readonly property int heroWidth: columnWidth
    readonly property int lineTop: Theme.mm(portrait ? (low ? 150 : 126) : 118)
    readonly property int lineRoom: portrait ? scopeTop - Theme.mm(5) - lineTop : Theme.mm(96)
    readonly property int lineHead: Theme.mm(16)
    readonly property int lane: Theme.mm(13.6)
    readonly property int laneGap: Theme.mm(2)
    readonly property int lineInset: Theme.mm(8)
    readonly property int nowDot: Theme.mm(5)
    readonly property int nowLine: Theme.thin(1.4)
    readonly property int programmeListLeft: portrait ? Theme.margin : Theme.mm(236)
    readonly property int programmeListWidth: portrait ? columnWidth : Theme.rightWidth
    readonly property int programmeListTop: portrait ? scopeTop + controlHeight + kindsAbove + gap : Theme.headHeight + Theme.mm(4)
    readonly property int kindsGap: Theme.mm(5)
    readonly property int kindsAbove: kindsGap + Theme.chipHeight
    readonly property int sessionRow: Math.round(Theme.mm(portrait ? 59 : 48) * grow)
    readonly property int timeWidth: Math.round(Theme.mm(portrait ? 58 : 54) * grow)
}
