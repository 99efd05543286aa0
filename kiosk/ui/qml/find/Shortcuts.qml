pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// What people ask for most and the plan has: a touch looks for it and chooses the nearest.
Flow {
    id: shortcuts

    required property FindModel find
    required property FindSizes sizes

    function said(icon: string): string {
        switch (icon) {
        case "toilet":
            //% "洗手间"
            return qsTrId("facets.toilet");
        case "accessible_toilet":
            //% "无障碍洗手间"
            return qsTrId("facets.accessible_toilet");
        case "lift":
            //% "电梯"
            return qsTrId("facets.lift");
        case "desk":
            //% "服务台"
            return qsTrId("facets.desk");
        case "exit":
            //% "出口"
            return qsTrId("facets.exit");
        default:
            //% "咖啡"
            return qsTrId("facets.coffee");
        }
    }

    spacing: sizes.chipGap

    Repeater {
        model: shortcuts.find.shortcuts

        Chip {
            required property var modelData

            height: shortcuts.sizes.shortcutHeight
            inset: Theme.spaceM
            icon: modelData.icon
            text: shortcuts.said(modelData.icon)
            checkable: false
            onTapped: shortcuts.find.seek(modelData.icon, text)
        }
    }
}
