pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// What the map's signs mean, each as the map draws it. Its button puts it away; so does a touch on it, though no
// one needs to reach so high.
Item {
    id: legend

    required property MapItem map
    required property list<string> signs
    readonly property MapSizes sizes: MapSizes {}

    // In the order of StallState, then of the aisles.
    function words(sign: string): string {
        switch (sign) {
        case "expected":
            //% "稍后到场"
            return qsTrId("map.sign_expected");
        case "present":
            //% "已到"
            return qsTrId("map.sign_present");
        case "late":
            //% "还没到"
            return qsTrId("map.sign_late");
        case "released":
            //% "今天不来"
            return qsTrId("map.sign_released");
        case "moved":
            //% "已换展位"
            return qsTrId("map.sign_moved");
        case "closed":
            //% "关闭"
            return qsTrId("map.sign_closed");
        case "one_way":
            //% "单向通道"
            return qsTrId("map.sign_one_way");
        default:
            //% "此路不通"
            return qsTrId("map.sign_passage");
        }
    }

    signal closed

    height: panel.height
    Accessible.role: Accessible.Grouping
    //% "图例"
    Accessible.name: qsTrId("map.legend")

    MouseArea {
        anchors.fill: parent
        onClicked: legend.closed()
    }

    Rectangle {
        id: panel

        width: parent.width
        height: rows.height + 2 * Theme.spaceXs
        radius: Theme.radiusControl
        color: Theme.colour.raised
        border.width: Theme.controlLine
        border.color: Theme.colour.lineStrong

        Grid {
            id: rows

            x: Theme.spaceS
            y: Theme.spaceXs
            columns: Math.max(1, Math.floor((parent.width - 2 * Theme.spaceS) / legend.sizes.signWidth))

            Repeater {
                model: legend.signs

                Item {
                    id: row

                    required property string modelData

                    width: legend.sizes.signWidth
                    height: legend.sizes.signRow

                    MapSign {
                        id: sign

                        anchors.verticalCenter: parent.verticalCenter
                        width: legend.sizes.sign
                        height: legend.sizes.sign
                        map: legend.map
                        sign: row.modelData
                    }
                    StyledText {
                        anchors.verticalCenter: parent.verticalCenter
                        x: sign.width + Theme.spaceXs
                        width: parent.width - x
                        typeStyle: Theme.body
                        text: legend.words(row.modelData)
                        wrapMode: Text.NoWrap
                    }
                }
            }
        }
    }
}
