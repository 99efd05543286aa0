pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// Nothing found: says what was looked up and where, offers near terms that do have hits, and below them the
// nearest there is.
Item {
    id: none

    required property FindModel find
    required property FindSizes sizes
    // The height there is for all of it.
    required property int room
    readonly property bool narrowed: find.facets.chosenCount > 0

    signal chose(row: int)
    signal opened(row: int)

    height: room

    Card {
        id: head

        width: parent.width
        height: words.height + 2 * Theme.spaceM

        Column {
            id: words

            x: Theme.cardInset
            width: parent.width - 2 * Theme.cardInset
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.spaceXs

            StyledText {
                width: parent.width
                typeStyle: Theme.title
                //% "数字 %1 没有对上任何展位"
                //% "没有写“%1”的展位"
                //% "这样筛选没有结果"
                //% "筛选以后没有“%1”"
                text: none.narrowed ? (none.find.text === "" ? qsTrId("facets.none_narrowed") : qsTrId("facets.none_narrowed_text").arg(none.find.text)) : none.find.byKeys ? qsTrId("find.none_keys").arg(none.find.text) : qsTrId("find.none").arg(none.find.text)
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
                    //% "去掉筛选再看一次，或换个说法。"
                    if (none.narrowed)
                        return qsTrId("facets.none_widen");
                    const count = Theme.grouped(map.stallCount);
                    //% "%1 个展馆"
                    const halls = qsTrId("counted.halls", map.levelCount).arg(map.levelCount);
                    //% "%1 个展位"
                    const stalls = qsTrId("counted.stalls", map.stallCount).arg(count);
                    //% "%1 %2都查过了。"
                    //% "%1 个展位都查过了。"
                    const where = map.levelCount > 1 ? qsTrId("find.none_where_levels").arg(halls).arg(stalls) : qsTrId("find.none_where", map.stallCount).arg(count);
                    //% "换个说法，或看看这些："
                    //% "换个说法试试。"
                    return where + (none.find.terms.total > 0 ? qsTrId("find.none_near") : qsTrId("find.none_other"));
                }
            }
            Flow {
                width: parent.width
                spacing: none.sizes.chipGap
                visible: none.narrowed || none.find.terms.total > 0

                Chip {
                    //% "去掉全部筛选"
                    text: qsTrId("facets.none_clear")
                    goes: true
                    checkable: false
                    visible: none.narrowed
                    onTapped: none.find.facets.clear()
                }
                Repeater {
                    model: none.find.terms

                    Chip {
                        required property var modelData

                        text: modelData.term
                        count: modelData.count
                        checkable: false
                        onTapped: none.find.search(modelData.term)
                    }
                }
            }
        }
    }
    StyledText {
        id: caption

        x: Theme.cardInset
        y: head.height + Theme.spaceS
        typeStyle: Theme.body
        label: true
        color: Theme.colour.inkSoft
        //% "最接近的："
        text: qsTrId("facets.nearest")
        visible: near.visible
    }
    RowList {
        id: near

        y: caption.y + caption.height
        width: parent.width
        rows: none.find.rows
        rowHeight: none.sizes.rowHeight
        room: none.room - y
        cut: true
        visible: none.find.rows.total > 0 && room >= rowHeight

        delegate: ResultRow {
            width: near.view.width
            sizes: none.sizes
            onTapped: none.chose(index)
            onOpened: none.opened(index)
        }
    }
}
