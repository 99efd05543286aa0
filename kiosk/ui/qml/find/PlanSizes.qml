import QtQuick
import Kiosk

// Sizes and places of the plan's page, in millimetres times px per mm, as FindSizes holds those of its neighbours.
FindSizes {
    id: sizes

    readonly property int planControlsTop: portrait ? Theme.mm(263) : Theme.footTop - controlGap - controlHeight
    readonly property int planMapBottom: portrait ? planControlsTop - controlGap : planControlsTop - controlGap
    readonly property int planHeadTop: portrait ? planControlsTop + controlHeight + controlGap : Theme.headHeight + Theme.mm(2)
    readonly property int planHeadWidth: portrait ? Theme.mm(188) : columnWidth
    // Two lines, and a third where something has just happened.
    readonly property int planHead: planLength.line + Theme.body.line
    readonly property TypeStyle planLength: Theme.latin ? (Theme.large ? Theme.row : Theme.title) : (Theme.large ? Theme.title : Theme.headline)
    readonly property int planNote: Theme.body.line
    readonly property int planActionsTop: listBottom - Theme.buttonHeight
    readonly property int planToolsTop: portrait ? planHeadTop + Math.round((planHead - Theme.buttonHeight) / 2) : planActionsTop - Theme.targetGap - Theme.buttonHeight
    readonly property int planListTop: planHeadTop + planHead + planNote + Theme.spaceS
    readonly property int planListHeight: (portrait ? planActionsTop - Theme.spaceM : planToolsTop - Theme.spaceS) - planListTop
    readonly property int planRow: Math.round(Theme.mm(portrait ? 29 : 27) * grow)
    readonly property TypeStyle planAction: Theme.latin || Theme.large ? Theme.body : Theme.lead
    readonly property int planNumber: Math.round(Theme.mm(12) * grow)
    readonly property int planPlate: Math.round(Theme.mm(portrait ? 31 : 29) * grow)
    readonly property int planTimes: Math.round(Theme.mm(portrait ? 40 : 31) * grow)
    readonly property int planMark: Theme.mm(8.4)
    readonly property int planCode: Theme.mm(portrait ? 124 : 140)
    readonly property int planStartTop: portrait ? Theme.reachTop : Theme.mm(126)
    readonly property int planWayIn: Math.round(Theme.mm(portrait ? 84 : 58) * (Theme.large ? 1.1 : 1))
    readonly property int planSign: Theme.mm(portrait ? 72 : 56)
}
