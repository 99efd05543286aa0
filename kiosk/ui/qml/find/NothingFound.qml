pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// Nothing found: says what was searched and where, and offers near terms that do have hits.
Card {
    id: none

    required property FindModel find
    required property FindSizes sizes
    readonly property int headHeight: head.height

    height: content.height

    Column {
        id: content

        width: parent.width

        Column {
            id: head

            width: parent.width
            topPadding: Theme.spaceM
            bottomPadding: Theme.spaceM
            leftPadding: Theme.cardInset
            rightPadding: Theme.cardInset

            StyledText {
                width: parent.width - 2 * Theme.cardInset
                typeStyle: Theme.title
                //% "没有写“%1”的展位"
                text: qsTrId("find.none").arg(none.find.text)
            }
            StyledText {
                width: parent.width - 2 * Theme.cardInset
                typeStyle: Theme.body
                color: Theme.colour.inkSoft
                text: {
                    const map = none.find.floorMap;
                    //% "%1 个馆 %2 个展位都查过了。"
                    //% "%1 个展位都查过了。"
                    const where = map.levelCount > 1 ? qsTrId("find.none_where_levels").arg(map.levelCount).arg(map.stallCount) : qsTrId("find.none_where").arg(map.stallCount);
                    //% "换个说法，或看看这些："
                    //% "换个说法试试。"
                    return where + (none.find.terms.total > 0 ? qsTrId("find.none_near") : qsTrId("find.none_other"));
                }
            }
        }
        Repeater {
            model: none.find.terms

            Item {
                id: row

                required property string term
                required property int count

                width: content.width
                height: none.sizes.termRow

                Rectangle {
                    width: parent.width
                    height: Theme.hair
                    color: Theme.colour.line
                }
                Tap {
                    id: area

                    anchors.fill: parent
                    name: row.term
                    onTapped: none.find.search(row.term)
                }
                Rectangle {
                    anchors.fill: parent
                    anchors.margins: Theme.hair
                    radius: Theme.radiusCard
                    color: Theme.colour.brandTint
                    visible: area.pressed
                }
                StyledText {
                    anchors.left: parent.left
                    anchors.leftMargin: Theme.cardInset
                    anchors.right: hits.left
                    anchors.rightMargin: Theme.spaceS
                    anchors.verticalCenter: parent.verticalCenter
                    typeStyle: Theme.row
                    label: true
                    text: row.term
                    wrapMode: Text.NoWrap
                    elide: Text.ElideRight
                }
                StyledText {
                    id: hits

                    anchors.right: chevron.left
                    anchors.rightMargin: Theme.spaceM
                    anchors.verticalCenter: parent.verticalCenter
                    typeStyle: Theme.lead
                    label: true
                    //% "1 个展位"
                    //% "%1 个展位"
                    text: row.count === 1 ? qsTrId("find.one_result") : qsTrId("find.results").arg(row.count)
                    wrapMode: Text.NoWrap
                }
                Icon {
                    id: chevron

                    anchors.right: parent.right
                    anchors.rightMargin: Theme.cardInset
                    anchors.verticalCenter: parent.verticalCenter
                    size: Theme.iconRow
                    name: "chevron"
                }
            }
        }
    }
}
