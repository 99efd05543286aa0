import QtQuick
import Kiosk

// Sizes and places of the cards (listing, session) beside those that all finding pages share.
FindSizes {
    // ---- what one does with a card
    readonly property int actionHeight: Theme.mm(portrait ? 46 : 30)
    readonly property int actionWidth: Theme.mm(portrait ? 77 : 58)
    readonly property int actionGap: portrait ? gap : Theme.targetGap
    readonly property int actionsTop: listBottom - actionHeight
    readonly property TypeStyle wayStyle: portrait ? Theme.row : Theme.large ? Theme.body : Theme.lead
    readonly property int actionInset: Theme.mm(portrait ? 5 : 4)

    // ---- the code for a phone
    readonly property int codeInset: Theme.spaceS
    readonly property int codeHeight: Theme.qrSide + 2 * codeInset
    readonly property int codeLeft: portrait ? Theme.margin : mapLeft + mapEdge
    readonly property int codeWidth: portrait ? columnWidth : mapWidth - 2 * mapEdge
    readonly property int codeTop: portrait ? actionsTop - gap - codeHeight : Theme.footTop - gap - codeHeight

    // ---- what is offered
    readonly property int strip: Theme.mm(Theme.large ? 78 : 86)
    readonly property int offersTop: portrait ? stripTop + strip + Theme.mm(7) : offerTop

    // ---- openings: degree in a column of its own where there is room
    readonly property bool columns: portrait && !Theme.large
    // Beside the map, large, the pay leads the second line: it must not be cut.
    readonly property bool payInLine: !portrait && Theme.large
    readonly property int offerRow: Math.round(Theme.mm(portrait ? 34 : 32) * grow)
    readonly property int degreeColumn: Theme.mm(Theme.latin ? 41 : 34)
    readonly property int payColumn: Math.round(Theme.mm(Theme.latin ? 48 : columns ? 47 : 43) * grow)
    readonly property int countColumn: Math.round(Theme.mm(columns ? (Theme.latin ? 47 : 34) : 26) * grow)
    readonly property int phoneColumn: Theme.mm(11)

    // ---- graduates
    readonly property int degreesRoom: Theme.body.line + poolBar + Theme.spaceM
    readonly property int classRow: Math.round(Theme.mm(portrait ? 34 : 30) * grow)
    readonly property int className: Math.round(Theme.mm(portrait ? (Theme.latin ? 122 : 104) : Theme.latin ? 98 : 84) * grow)
    readonly property int classCount: Math.round(Theme.mm(34) * grow)
    // Region, strong majors, careers office.
    readonly property list<real> schoolShares: [0.17, 0.43, 0.4]
    // A school's facts take two lines.
    readonly property int schoolFacts: portrait ? Theme.body.line : Theme.caption.line

    // ---- seats
    readonly property int seatsRoom: Math.round(Theme.mm(portrait ? 50 : 54) * grow)
    readonly property int seatsBar: Theme.mm(44)
    readonly property int seatsLine: Theme.mm(2.4)

    // ---- how it is with a stall
    readonly property int stateDot: Theme.mm(4.6)
    readonly property int stateRoom: Theme.iconRow + Theme.spaceXs
    readonly property int stateLine: Theme.thin(1)
}
