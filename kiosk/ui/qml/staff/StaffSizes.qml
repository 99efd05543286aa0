import QtQuick
import Kiosk

// Sizes and places of the staff page, as Theme holds those of the others: millimetres times px per mm.
QtObject {
    readonly property bool portrait: Theme.portrait
    readonly property real grow: Theme.largeFactor

    // ---- the frame: what is only read stands above `reach` in portrait and in the left column in landscape
    readonly property int top: Theme.headHeight + Theme.mm(portrait ? 8 : 5)
    readonly property int bottom: Theme.footTop - Theme.mm(portrait ? 7 : 5)
    readonly property int reach: portrait ? Theme.reachTop : top
    readonly property int gap: Theme.mm(portrait ? 8 : 6)
    readonly property int columnGap: Theme.mm(10)
    readonly property int columnWidth: portrait ? Theme.pageWidth - 2 * Theme.margin : Math.round((Theme.pageWidth - 2 * Theme.margin - columnGap) / 2)
    readonly property int secondLeft: portrait ? Theme.margin : Theme.margin + columnWidth + columnGap
    readonly property int headRow: Math.max(Theme.targetLeast, Theme.title.line)
    readonly property int barGap: Theme.mm(portrait ? 6 : 10)

    // ---- PIN
    readonly property int pinDot: Theme.mm(6)
    readonly property int pinGap: Theme.mm(5)

    // ---- foot
    readonly property int keepOn: Theme.mm(portrait ? 68 : 110)

    // ---- desk
    readonly property int inset: Theme.mm(portrait ? 8 : 7)
    readonly property int shareBar: Theme.mm(6)
    readonly property int markWidth: Theme.thin(0.6)
    readonly property int markOver: Theme.mm(1.8)
    readonly property int curveHeight: Theme.mm(portrait ? 50 : 44)
    readonly property int curveGap: Theme.mm(1)
    readonly property int gateRow: Math.round(Theme.mm(portrait ? 14 : 13) * grow)
    readonly property int gateGap: Theme.mm(14)
    readonly property int shape: Theme.mm(17)
    readonly property int shapeSmall: Theme.mm(8)
    readonly property int needLeast: Theme.mm(34)
    // An added language's words may be longer than ours, and a lying screen has no room below them.
    readonly property int needsMost: Theme.large ? (portrait ? 2 : 1) : portrait || Theme.spoken === Theme.language ? 3 : 2
    readonly property int searchHeight: Theme.mm(portrait ? 40 : 32)
    readonly property int tileHeight: Math.round(Theme.mm(portrait ? 34 : 30) * (Theme.large ? 1.1 : 1))
    readonly property int recentRow: Math.round(Theme.mm(portrait ? 17 : 15) * grow)
    readonly property int recentTime: Math.round(Theme.mm(36) * grow)

    readonly property int logLines: Theme.large ? 3 : 2
    readonly property int logRow: Math.max(Theme.targetLeast, logLines * Theme.body.line + Theme.mm(4))
    readonly property int logTime: Math.round(Theme.mm(34) * grow)
    readonly property int hallsMost: 6
    readonly property int decisionRow: Math.max(Theme.mm(27), Theme.body.line + Theme.mm(8))

    // ---- stalls, delegations
    readonly property int stallRow: Math.max(Theme.mm(27), Theme.row.line + Theme.mm(6))
    readonly property int stallNumber: Math.round(Theme.mm(38) * grow)
    readonly property int actionHeight: Theme.mm(32)

    // ---- floor
    readonly property int floorRow: Math.max(Theme.mm(31), Theme.row.line + Theme.body.line + Theme.mm(3))

    // ---- search
    readonly property int pagerHeight: Theme.targetLeast
    readonly property int personRow: Math.max(Theme.mm(34), Theme.row.line + Theme.body.line + Theme.mm(6))

    // ---- who was let in twice
    readonly property int doubleRow: Theme.row.line + Theme.lead.line + 2 * Theme.body.line + Theme.mm(6)

    // ---- printers
    readonly property int printLine: Math.round(Theme.mm(16) * grow)
    readonly property int troubleArt: Theme.mm(Theme.large ? 40 : 46)
    readonly property int stepNumber: Math.round(Theme.mm(13) * grow)
    readonly property int printerCell: Math.max(Theme.mm(28), Theme.lead.line + Theme.body.line + Theme.mm(3))
    readonly property int answerHeight: Theme.mm(40)
    readonly property int printRow: Math.max(Theme.mm(31), Theme.lead.line + Theme.body.line + Theme.mm(4))
    readonly property int labelKey: Theme.mm(Theme.large ? 23 : 20)
    readonly property int layoutThumb: Theme.mm(52)

    // ---- many at once
    readonly property int batchRow: Math.max(Theme.mm(24), Theme.lead.line + Theme.mm(8))
    readonly property int batchLabel: Math.round(Theme.mm(62) * grow)

    // ---- a pack from a stick
    readonly property int offerRow: Theme.mm(34)
    readonly property int offersMost: Theme.large ? 2 : 3
    readonly property int changesMost: portrait && !Theme.low ? (Theme.large ? 5 : 8) : Theme.large ? 3 : 5
    readonly property int workBar: Theme.mm(5)

    // ---- other machines
    readonly property int syncSign: Theme.mm(portrait ? 34 : 30)
    readonly property int syncItemsMost: Theme.large ? 1 : 2
    readonly property int syncRow: Math.max(Theme.mm(28), Theme.lead.line + Theme.body.line + Theme.mm(4))

    // ---- settings
    readonly property int settingRow: Math.max(Theme.mm(portrait ? 32 : 28), Theme.lead.line + Theme.mm(12))
    readonly property int scannerRow: Math.max(Theme.mm(22), Theme.lead.line + Theme.mm(8))
    readonly property int testCode: Theme.mm(54)
    readonly property int numberWidth: Math.round(Theme.mm(44) * grow)
}
