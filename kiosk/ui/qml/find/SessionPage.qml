pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// A session: when, what and where; who gives it, and the way to their stall where they have one.
KioskPage {
    id: page

    readonly property SessionModel session: models.session
    readonly property CardSizes sizes: CardSizes {}
    readonly property SessionWords words: SessionWords {}
    // Before a Latin letter or a digit among hanzi.
    readonly property string gap: !Theme.latin && /^[!-~]/.test(session.markName) ? " " : ""
    readonly property bool ready: session.state === "ready"
    readonly property bool mapped: ready && session.mark !== ""
    readonly property int hostTop: mapped || !sizes.portrait ? sizes.sessionHostTop : Theme.reachTop
    //% "场次"
    title: qsTrId("session.title")

    // A room may lie outside of what the first picture shows.
    Connections {
        function onChanged(): void {
            Qt.callLater(map.item.bringIn, page.session.mark);
        }

        target: page.session
        enabled: !page.sizes.portrait
    }
    Rectangle {
        id: plate

        x: Theme.margin
        y: page.sizes.cardTop
        width: page.sizes.plateWidth
        height: page.sizes.plateHeight
        radius: Theme.radiusCard
        color: Theme.colour.brand
        visible: page.ready

        Column {
            anchors.left: parent.left
            anchors.leftMargin: page.sizes.plateInset
            anchors.right: parent.right
            anchors.rightMargin: page.sizes.plateInset
            anchors.verticalCenter: parent.verticalCenter
            anchors.verticalCenterOffset: -Theme.spaceXs

            StyledText {
                width: parent.width
                typeStyle: page.sizes.portrait ? Theme.hero : Theme.display
                color: Theme.colour.onBrand
                text: page.session.starts
                wrapMode: Text.NoWrap
                fontSizeMode: Text.HorizontalFit
            }
            StyledText {
                width: parent.width
                typeStyle: Theme.body
                color: Theme.colour.onBrand
                //% "至 %1"
                text: (page.session.otherDay === "" ? "" : page.session.otherDay + (Theme.latin ? ", " : "，")) + qsTrId("programme.until").arg(page.session.ends)
                wrapMode: Text.NoWrap
                fontSizeMode: Text.HorizontalFit
            }
        }
    }
    Column {
        anchors.left: plate.right
        anchors.leftMargin: Theme.spaceL
        anchors.verticalCenter: plate.verticalCenter
        width: Theme.margin + page.sizes.columnWidth - x
        spacing: Theme.spaceXs
        visible: page.ready

        Flow {
            width: parent.width
            spacing: Theme.spaceS

            StyledText {
                typeStyle: Theme.lead
                color: Theme.colour.inkSoft
                text: page.words.kindName(page.session.kind)
                wrapMode: Text.NoWrap
            }
            Row {
                height: Theme.lead.line
                spacing: Theme.spaceS

                StageNote {
                    anchors.verticalCenter: parent.verticalCenter
                    text: page.words.note(page.session.stage, page.session.minutes)
                    soft: page.session.stage === "over"
                }
                StageNote {
                    anchors.verticalCenter: parent.verticalCenter
                    //% "已满"
                    text: page.session.seatsLeft === 0 ? qsTrId("card.full") : ""
                }
            }
        }
        FittedName {
            width: parent.width
            name: page.session.title
            styles: page.sizes.nameStyles
            room: page.sizes.nameRoom
        }
    }
    Rectangle {
        x: Theme.margin
        y: page.sizes.factsTop - Theme.spaceS
        width: page.sizes.columnWidth
        height: Theme.hair
        color: Theme.colour.line
        visible: page.ready
    }
    Row {
        id: facts

        readonly property int column: width - 2 * Theme.spaceS

        x: Theme.margin
        y: page.sizes.factsTop
        width: page.sizes.columnWidth
        spacing: Theme.spaceS
        visible: page.ready

        Fact {
            width: facts.column * page.sizes.sessionFactShares[0]
            //% "地点"
            label: qsTrId("session.place")
            value: page.session.place
            lines: 2
        }
        Fact {
            width: facts.column * page.sizes.sessionFactShares[1]
            //% "主讲"
            label: qsTrId("session.speaker")
            value: page.session.speaker
            lines: 2
        }
        Fact {
            width: facts.column * page.sizes.sessionFactShares[2]
            //% "座位"
            label: qsTrId("session.seats")
            value: page.words.seatsAtLength(page.session.seats, page.session.seatsLeft, page.session.stage)
            lines: 2
        }
    }
    Rectangle {
        x: page.sizes.portrait ? Theme.margin : page.sizes.mapLeft
        y: page.sizes.portrait ? page.sizes.sessionStripTop : page.sizes.mapTop
        width: page.sizes.portrait ? page.sizes.columnWidth : page.sizes.mapWidth
        height: page.sizes.portrait ? page.sizes.stripHeight : Theme.footTop - y
        color: Theme.colour.mapGround
        visible: page.mapped || !page.sizes.portrait

        MapView {
            id: map

            anchors.fill: parent
            floorMap: page.session.floorMap
            level: page.mapped ? page.session.levelId : page.session.floorMap.ownLevel
            chosen: page.session.mark
            focusStall: page.sizes.portrait ? page.session.mark : ""
            interactive: false
            coveredTop: Theme.spaceXs
            coveredBottom: Theme.spaceS
            coveredSide: page.sizes.mapEdge
            visible: page.ready
        }
    }
    StyledText {
        id: by

        x: Theme.margin
        y: page.hostTop
        width: page.sizes.columnWidth
        typeStyle: page.sizes.portrait ? Theme.title : Theme.row
        //% "主办单位"
        text: qsTrId("session.host")
        visible: host.visible
        wrapMode: Text.NoWrap
    }
    Card {
        id: host

        x: Theme.margin
        y: by.y + page.sizes.offerHead
        width: page.sizes.columnWidth
        height: page.sizes.hostRow
        visible: page.ready && page.session.hostName !== ""

        HostRow {
            anchors.fill: parent
            session: page.session
            sizes: page.sizes
            onTapped: page.session.openHost()
        }
    }
    StyledText {
        x: Theme.margin
        y: page.hostTop
        width: page.sizes.columnWidth
        typeStyle: Theme.lead
        //% "平面图上没有这个地点。到时请直接去上面写的地方，或到服务台问一问。"
        text: qsTrId("session.no_host")
        visible: page.ready && !page.mapped && page.session.hostName === ""
    }
    CardActions {
        models: page.models
        sizes: page.sizes
        mark: page.session.mark
        level: page.session.levelId
        planned: page.models.plan.sessions.indexOf(page.session.ref) >= 0
        plannable: page.session.stage !== "over" || planned
        mapped: page.mapped
        wayStyle: page.session.markName.length < page.sizes.longMark ? page.sizes.wayStyle : Theme.body
        //% "去%1，约 %2 米"
        wayText: qsTrId("card.session_way").arg(page.gap + page.session.markName).arg(page.session.distance)
        visible: page.ready
        onPlanToggled: page.models.plan.toggleSession(page.session.ref)
        onWayAsked: page.session.openWay()
    }
    StillLoading {
        x: Theme.margin
        y: Theme.portrait ? Theme.reachTop : page.sizes.cardTop
        width: page.sizes.columnWidth
        visible: page.session.state === "loading"
    }
    Loader {
        x: Theme.margin
        y: Theme.portrait ? Theme.reachTop : page.sizes.cardTop
        width: page.sizes.columnWidth
        active: page.session.state === "gone" || page.session.state === "failed"

        sourceComponent: NotLoaded {
            icon: page.session.state === "gone" ? "search" : "help"
            //% "本场没有这个场次"
            //% "这个场次没有读出来"
            title: page.session.state === "gone" ? qsTrId("session.gone") : qsTrId("session.failed")
            //% "日程可能刚刚更新过。请在今日日程里再找一找。"
            //% "场次照常进行，只是这台机器没有读出来。请再试一次，或到服务台问一问。"
            sentence: page.session.state === "gone" ? qsTrId("session.gone_how") : qsTrId("programme.failed_how")
            //% "今日日程"
            //% "再试一次"
            buttonText: page.session.state === "gone" ? qsTrId("programme.title") : qsTrId("find.again")
            onAgain: page.session.state === "gone" ? page.models.navigation.go("programme") : page.session.again()
        }
    }
}
