pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// By what the results can be narrowed: the facets left, the values of one right. Whatever is touched is counted
// and lit on the map at once; a value that would leave nothing is not there.
Card {
    id: panel

    required property FindModel find
    required property FindSizes sizes
    readonly property FacetsModel facets: find.facets
    readonly property int room: buttons.y - Theme.spaceS - kinds.y

    StyledText {
        id: title

        x: Theme.cardInset
        width: parent.width - 2 * Theme.cardInset
        height: Theme.buttonHeight
        verticalAlignment: Text.AlignVCenter
        typeStyle: Theme.row
        label: true
        //% "筛选"
        text: qsTrId("facets.filter")
    }
    Rectangle {
        x: Theme.hair
        y: kinds.y
        width: panel.sizes.facetKinds - Theme.hair
        height: panel.room
        color: Theme.colour.sunk
    }
    RowList {
        id: kinds

        x: Theme.hair
        y: title.height
        width: panel.sizes.facetKinds - Theme.hair
        color: "transparent"
        border.width: 0
        rows: panel.facets.kinds
        rowHeight: panel.sizes.facetRow
        room: panel.room
        name: title.text

        delegate: FacetKindRow {
            width: kinds.width
            sizes: panel.sizes
            onTapped: panel.facets.showKind(kind)
        }
    }
    RowList {
        id: values

        x: panel.sizes.facetKinds + Theme.targetGap
        y: kinds.y
        width: panel.width - x - Theme.hair
        border.width: 0
        radius: 0
        rows: panel.facets.values
        rowHeight: panel.sizes.facetRow
        room: panel.room

        delegate: FacetRow {
            width: values.width
            sizes: panel.sizes
            onTapped: panel.facets.toggle(value)
        }
    }
    Row {
        id: buttons

        x: Theme.cardInset
        y: panel.height - height - Theme.spaceM
        spacing: Theme.spaceM

        ActionButton {
            id: clear

            //% "全部清除"
            text: qsTrId("facets.clear")
            typeStyle: panel.sizes.portrait ? Theme.lead : Theme.body
            enabled: panel.facets.chosenCount > 0
            onTapped: panel.facets.clear()
        }
        ActionButton {
            width: panel.width - 2 * Theme.cardInset - Theme.spaceM - clear.width
            primary: true
            //% "看这 %1 个"
            text: qsTrId("facets.show", panel.find.rows.total).arg(Theme.grouped(panel.find.rows.total))
            typeStyle: panel.sizes.portrait ? Theme.lead : Theme.body
            onTapped: panel.facets.closePanel()
        }
    }
}
