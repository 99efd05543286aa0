pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// What the results are narrowed by, each to be touched away; for my major; the zones of this level.
Flow {
    id: chips

    required property FindModel find
    required property FindSizes sizes
    readonly property FacetsModel facets: find.facets
    required property PlanModel plan
    // Whether the list's switch and the plan are here, because there is no room beside the levels.
    required property bool tools

    // What the button of the panel says, where it is here: beside a narrow field there is no room for it.
    required property string filter

    signal majorAsked
    signal planAsked

    spacing: sizes.chipGap

    Chip {
        text: chips.filter
        checkable: false
        visible: chips.filter !== "" && chips.facets.kinds.total > 0
        onTapped: chips.facets.openPanel("")
    }
    Repeater {
        model: chips.facets.chips

        Chip {
            required property var modelData

            text: modelData.text
            goes: true
            chosen: true
            onTapped: chips.facets.remove(modelData.kind, modelData.value)
        }
    }
    Chip {
        //% "还有 %1 项"
        text: qsTrId("facets.more").arg(chips.facets.hiddenCount)
        visible: chips.facets.hiddenCount > 0
        onTapped: chips.facets.openPanel("")
    }
    Chip {
        //% "全部清除"
        text: qsTrId("facets.clear")
        checkable: false
        visible: chips.facets.chosenCount > 1
        onTapped: chips.facets.clear()
    }
    Chip {
        icon: "badge"
        //% "适合我的专业"
        text: qsTrId("facets.my_major")
        checkable: false
        visible: chips.facets.majorClass === "" && chips.facets.chosenCount < 3
        onTapped: chips.majorAsked()
    }
    Chip {
        //% "平面图"
        //% "列表"
        text: chips.find.listOnly ? qsTrId("facets.map") : qsTrId("facets.list")
        checkable: false
        visible: chips.tools
        onTapped: chips.find.toggleList()
    }
    Chip {
        //% "我的计划"
        text: qsTrId("plan.title")
        count: chips.plan.count > 0 ? String(chips.plan.count) : ""
        checkable: false
        visible: chips.tools
        onTapped: chips.planAsked()
    }
    Repeater {
        model: chips.facets.zones

        ZoneChip {
            required property var modelData

            letter: modelData.letter
            text: modelData.name
            compact: !chips.sizes.portrait || chips.facets.chosenCount > 0 || Theme.latin || Theme.large
            count: modelData.count
            chosen: modelData.on
            visible: !modelData.on && chips.facets.chosenCount < 3
            onTapped: chips.facets.toggleZone(modelData.letter)
        }
    }
}
