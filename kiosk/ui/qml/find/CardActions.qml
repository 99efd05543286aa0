import QtQuick
import Kiosk
import Kiosk.Models

// What one does with a card, in one row: keep it, see it on the map, be taken there (the filled one, right and
// wider). What a card cannot offer is left out, and the others share its room.
Row {
    id: actions

    required property Models models
    required property CardSizes sizes
    // What the map is to show: a stall's number or a room's id, and its level.
    required property string mark
    required property string level
    required property bool planned
    required property string wayText
    property bool plannable: true
    property bool mapped: true
    property TypeStyle wayStyle: sizes.wayStyle

    signal planToggled
    signal wayAsked

    // What was searched for stays: the mark is shown among its results.
    function show(): void {
        const find = models.find;
        const [where, what] = [level, mark];
        models.navigation.go("find");
        find.showLevel(where);
        find.chooseStall(what);
    }

    x: Theme.margin
    y: sizes.actionsTop
    width: sizes.columnWidth
    spacing: sizes.actionGap

    CardAction {
        id: plan

        width: actions.mapped ? actions.sizes.actionWidth : actions.width
        sizes: actions.sizes
        typeStyle: actions.sizes.portrait ? Theme.body : Theme.caption
        icon: on ? "check" : "plus"
        checkable: true
        on: actions.planned
        //% "已在计划里"
        //% "加入计划"
        text: on ? qsTrId("card.planned") : qsTrId("card.plan")
        visible: actions.plannable
        onTapped: actions.planToggled()
    }
    CardAction {
        id: map

        width: actions.sizes.actionWidth
        sizes: actions.sizes
        typeStyle: plan.typeStyle
        icon: "arrive"
        //% "在图上看"
        text: qsTrId("card.map")
        visible: actions.mapped
        onTapped: actions.show()
    }
    CardAction {
        width: actions.width - (plan.visible ? plan.width + actions.spacing : 0) - map.width - actions.spacing
        sizes: actions.sizes
        primary: true
        typeStyle: actions.wayStyle
        icon: "straight"
        text: actions.wayText
        visible: actions.mapped
        onTapped: actions.wayAsked()
    }
}
