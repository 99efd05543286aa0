pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// The day from left to right: a bar for each session, and where it is now. A picture: what it shows stands in words
// in the list, so nothing in it is read out by itself.
Rectangle {
    id: line

    required property ProgrammeModel programme
    required property FindSizes sizes
    required property SessionWords words
    readonly property int hours: programme.lastHour - programme.firstHour
    readonly property int inner: width - 2 * sizes.lineInset
    readonly property int laneCount: Math.max(1, programme.laneCount)
    // Many sessions at a time stand closer, so that what is below keeps its place.
    readonly property int lane: Math.min(sizes.lane, Math.floor((sizes.lineRoom - sizes.lineHead - Theme.spaceS) / laneCount))

    radius: Theme.radiusCard
    color: Theme.colour.sunk
    height: sizes.lineHead + laneCount * lane + Theme.spaceS
    Accessible.role: Accessible.Graphic
    //% "一天的场次"
    Accessible.name: qsTrId("programme.line")

    Repeater {
        model: line.hours + 1

        Item {
            id: hour

            required property int index

            x: line.sizes.lineInset + line.inner * index / Math.max(1, line.hours)
            height: line.height

            StyledText {
                anchors.horizontalCenter: parent.horizontalCenter
                y: Theme.spaceXs
                typeStyle: Theme.caption
                color: Theme.colour.inkSoft
                Accessible.ignored: true
                text: line.programme.firstHour + hour.index
                wrapMode: Text.NoWrap
                visible: hour.index % (line.inner / Math.max(1, line.hours) < implicitWidth + Theme.spaceS ? 2 : 1) === 0
            }
            Rectangle {
                y: line.sizes.lineHead
                width: Theme.hair
                height: line.height - y - Theme.spaceXs
                color: Theme.colour.line
            }
        }
    }
    Repeater {
        model: line.programme.bars

        Rectangle {
            id: bar

            required property var modelData
            readonly property bool over: modelData.state === "over"
            readonly property bool open: modelData.kind === "lecture"

            x: line.sizes.lineInset + Math.round(line.inner * modelData.from) + Theme.hair
            y: line.sizes.lineHead + modelData.lane * line.lane
            width: Math.round(line.inner * (modelData.to - modelData.from)) - 2 * Theme.hair
            height: line.lane - line.sizes.laneGap
            color: over ? Theme.colour.sunk : open ? Theme.colour.raised : Theme.colour.brand
            border.width: Theme.controlLine
            border.color: over ? Theme.colour.lineStrong : Theme.colour.brand

            StyledText {
                anchors.left: parent.left
                anchors.leftMargin: Theme.spaceXs
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                typeStyle: Theme.footWord
                label: true
                color: bar.over ? Theme.colour.inkSoft : bar.open ? Theme.colour.ink : Theme.colour.onBrand
                Accessible.ignored: true
                text: line.words.kindName(bar.modelData.kind)
                visible: implicitWidth <= bar.width - Theme.spaceXs
                wrapMode: Text.NoWrap
            }
        }
    }
    Item {
        x: line.sizes.lineInset + line.inner * line.programme.nowShare
        visible: line.programme.nowShare >= 0

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            y: line.sizes.lineHead - line.sizes.nowDot
            width: line.sizes.nowLine
            height: line.height - y - Theme.spaceXs
            color: Theme.colour.mapMe
        }
        Drawing {
            anchors.horizontalCenter: parent.horizontalCenter
            y: line.sizes.lineHead - line.sizes.nowDot
            width: line.sizes.nowDot
            height: line.sizes.nowDot
            name: "circle"
            ink: Theme.colour.mapMe
        }
    }
}
