pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// What stands where the list stands: the panel of facets, "for my major", nothing found, not on this level, not
// loaded. Each is there only while it is shown.
Item {
    id: layers

    required property FindModel find
    required property FindSizes sizes
    required property VisitorModel visitor
    required property bool typing
    readonly property FacetsModel facets: find.facets
    readonly property bool asking: facets.asking
    readonly property bool covered: facets.panelUp || asking
    readonly property bool none: find.state === "none" && !covered

    signal helpAsked
    signal askingEnded
    signal rowTouched(row: int)

    Loader {
        width: parent.width
        height: parent.height
        active: layers.facets.panelUp

        sourceComponent: FacetPanel {
            find: layers.find
            sizes: layers.sizes
        }
    }
    Loader {
        width: parent.width
        active: layers.asking && !layers.facets.panelUp

        sourceComponent: MajorAsk {
            visitor: layers.visitor
            sizes: layers.sizes
            byHand: layers.facets.hasMajors
            onEnded: layers.askingEnded()
            onHanded: {
                layers.askingEnded();
                layers.facets.openPanel("major");
            }
        }
    }
    Loader {
        width: parent.width
        active: layers.none

        sourceComponent: NothingFound {
            room: layers.height - (layers.typing ? 0 : Theme.buttonHeight + Theme.spaceM)
            find: layers.find
            sizes: layers.sizes
            onChose: row => layers.rowTouched(row)
            onOpened: row => layers.find.results.openRow(row)
        }
    }
    Row {
        y: layers.height - height
        spacing: Theme.spaceM
        visible: layers.none && !layers.typing

        ActionButton {
            width: (layers.width - Theme.spaceM) / 2
            //% "看全部 %1 个展位"
            text: qsTrId("find.show_all", layers.find.floorMap.stallCount).arg(Theme.grouped(layers.find.floorMap.stallCount))
            typeStyle: layers.sizes.portrait ? Theme.lead : Theme.body
            onTapped: layers.find.clear()
        }
        ActionButton {
            width: (layers.width - Theme.spaceM) / 2
            icon: "desk"
            //% "问工作人员"
            text: qsTrId("find.ask_desk")
            typeStyle: layers.sizes.portrait ? Theme.lead : Theme.body
            onTapped: layers.helpAsked()
        }
    }
    Loader {
        width: parent.width
        active: layers.find.state === "elsewhere" && !layers.covered

        sourceComponent: NotLoaded {
            readonly property var other: layers.find.results.elsewhere

            icon: "search"
            //% "%1没有"
            title: qsTrId("facets.not_here").arg(layers.find.results.levelName)
            //% "%1有 %2 个。"
            sentence: qsTrId("facets.there").arg(other.name).arg(Theme.grouped(other.count))
            //% "看%1"
            buttonText: qsTrId("facets.see_level").arg(other.name)
            onAgain: layers.find.showLevel(other.id)
        }
    }
    Loader {
        width: parent.width
        active: layers.find.state === "failed" && !layers.covered

        sourceComponent: NotLoaded {
            //% "展位表没有读出来"
            title: qsTrId("find.failed")
            //% "展位都在，只是这台机器没有读出来。请再试一次，或到服务台问一问。"
            sentence: qsTrId("find.failed_how")
            onAgain: layers.find.again()
        }
    }
}
