pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// Nothing found: says what was searched and where, and offers near terms that do have hits.
Item {
    id: none

    required property FindModel find
    required property FindSizes sizes
    // The height there is for all of it.
    required property int room

    height: head.height + near.height

    Card {
        id: head

        width: parent.width
        height: words.height + 2 * Theme.spaceM

        Column {
            id: words

            anchors.left: parent.left
            anchors.leftMargin: Theme.cardInset
            anchors.right: parent.right
            anchors.rightMargin: Theme.cardInset
            anchors.verticalCenter: parent.verticalCenter

            StyledText {
                width: parent.width
                typeStyle: Theme.title
                //% "数字 %1 没有对上任何展位"
                //% "没有写“%1”的展位"
                text: none.find.byKeys ? qsTrId("find.none_keys").arg(none.find.text) : qsTrId("find.none").arg(none.find.text)
                wrapMode: Text.Wrap
                maximumLineCount: 2
                elide: Text.ElideMiddle
            }
            StyledText {
                width: parent.width
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
    }
    RowList {
        id: near

        y: head.height + Theme.spaceS
        width: parent.width
        rows: none.find.terms
        rowHeight: none.sizes.termRow
        room: none.room - y
        visible: none.find.terms.total > 0

        delegate: TermRow {
            width: near.view.width
            sizes: none.sizes
            onTapped: none.find.search(term)
        }
    }
}
