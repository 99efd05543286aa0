pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// Who hosts a stall: an employer with its openings, or a school with its graduates; and the way there.
KioskPage {
    id: page

    readonly property ListingModel listing: models.listing
    readonly property CardSizes sizes: CardSizes {}
    readonly property bool ready: listing.state === "ready"
    readonly property bool mapped: ready && listing.levelId !== ""
    readonly property bool coded: ready && listing.link !== ""
    // Without a stall there is no map, and what is offered stands higher.
    readonly property int more: listing.isSchool && listing.office !== "" ? sizes.schoolFacts : 0
    readonly property int offerTop: mapped || !sizes.portrait ? sizes.offersTop + more : Math.max(sizes.stripTop + sizes.gap, Theme.reachTop - sizes.offerHead)
    readonly property int listTop: offerTop + sizes.offerHead + (listing.isSchool ? sizes.degreesRoom : 0)
    readonly property int listBottom: (coded && sizes.portrait ? sizes.codeTop : ready && (actions.visible || elsewhere.visible) ? sizes.actionsTop : sizes.listBottom + sizes.gap) - sizes.gap
    readonly property int listHeight: listBottom - listTop
    //% "学校展位"
    //% "展位"
    title: listing.isSchool ? qsTrId("listing.title_school") : qsTrId("listing.title")

    // What this visitor looked for, and whose badge was shown: what suits them stands first.
    Binding {
        target: page.listing
        property: "typed"
        value: page.models.find.text
        restoreMode: Binding.RestoreNone
    }
    Binding {
        target: page.listing
        property: "majorClass"
        value: page.models.visitor.majorClass
        restoreMode: Binding.RestoreNone
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
                fontSizeMode: Text.HorizontalFit
                text: page.listing.number === "" ? "-" : page.listing.number
                wrapMode: Text.NoWrap
            }
            StyledText {
                width: parent.width
                typeStyle: Theme.body
                color: Theme.colour.onBrand
                //% "没有展位"
                text: page.listing.levelName === "" ? qsTrId("listing.no_stall") : page.listing.levelName
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
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

        FittedName {
            width: parent.width
            name: page.listing.name
            styles: page.sizes.nameStyles
            room: page.sizes.plateHeight - about.height - Theme.spaceXs
        }
        Flow {
            id: about

            width: parent.width
            spacing: page.sizes.portrait ? Theme.spaceM : Theme.spaceS

            Row {
                id: zone

                spacing: Theme.spaceS
                visible: page.listing.zoneLetter !== ""

                ZoneSign {
                    anchors.verticalCenter: parent.verticalCenter
                    size: page.sizes.badge
                    letter: page.listing.zoneLetter
                }
                StyledText {
                    anchors.verticalCenter: parent.verticalCenter
                    typeStyle: Theme.lead
                    label: true
                    //% "%1专区"
                    text: qsTrId("listing.zone").arg(page.listing.zoneName)
                    wrapMode: Text.NoWrap
                }
            }
            StallNote {
                height: zone.visible ? zone.height : Theme.lead.line
                standing: page.listing.standing
                movedFrom: page.listing.movedFrom
                room: about.width
                sizes: page.sizes
            }
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

        readonly property int column: width - 3 * Theme.spaceS

        x: Theme.margin
        y: page.sizes.factsTop
        width: page.sizes.columnWidth
        spacing: Theme.spaceS
        visible: page.ready

        Fact {
            width: facts.column * page.sizes.factShares[0]
            //% "单位性质"
            label: qsTrId("listing.nature")
            value: page.listing.nature
        }
        Fact {
            width: facts.column * page.sizes.factShares[1]
            //% "行业"
            label: qsTrId("listing.industry")
            value: page.listing.industry
        }
        Fact {
            width: facts.column * page.sizes.factShares[2]
            //% "规模"
            label: qsTrId("listing.scale")
            value: page.listing.scale
        }
        Fact {
            width: facts.column * (page.listing.isSchool ? page.sizes.schoolShares[0] : page.sizes.factShares[3])
            //% "所在地"
            label: qsTrId("listing.region")
            value: page.listing.region
            lines: page.more > 0 || Theme.large ? 2 : 1
        }
        Fact {
            width: facts.column * (page.sizes.schoolShares[1] + (page.listing.office === "" ? page.sizes.schoolShares[2] : 0))
            //% "优势专业"
            label: qsTrId("listing.strengths")
            value: page.listing.strengths
            lines: page.more > 0 || Theme.large ? 2 : 1
        }
        Fact {
            width: facts.column * (page.sizes.schoolShares[2] + (page.listing.strengths === "" ? page.sizes.schoolShares[1] : 0))
            //% "就业指导中心"
            label: qsTrId("card.office")
            value: page.listing.office
            lines: 2
        }
    }
    Rectangle {
        x: page.sizes.portrait ? Theme.margin : page.sizes.mapLeft
        y: page.sizes.portrait ? page.sizes.stripTop + page.more : page.sizes.mapTop
        width: page.sizes.portrait ? page.sizes.columnWidth : page.sizes.mapWidth
        height: page.sizes.portrait ? page.sizes.strip : (page.coded ? page.sizes.codeTop - page.sizes.gap : Theme.footTop) - y
        color: Theme.colour.mapGround
        visible: page.mapped || !page.sizes.portrait

        MapView {
            anchors.fill: parent
            floorMap: page.listing.floorMap
            level: page.listing.levelId
            chosen: page.listing.stall
            focusStall: page.sizes.portrait ? page.listing.stall : ""
            interactive: false
            coveredTop: Theme.spaceXs
            coveredBottom: Theme.spaceS
            coveredSide: page.sizes.mapEdge
            visible: page.mapped
        }
    }
    StyledText {
        id: offer

        x: Theme.margin
        y: page.offerTop
        width: page.sizes.columnWidth
        typeStyle: page.sizes.portrait ? Theme.title : Theme.row
        //% "毕业生 %1 人"
        //% "毕业生情况请到展位询问"
        //% "岗位请到展位询问"
        //% "招 %1 个岗位，%2 人"
        //% "招 %1 个岗位"
        text: page.listing.isSchool ? page.listing.graduates > 0 ? qsTrId("listing.graduates").arg(Theme.grouped(page.listing.graduates)) : qsTrId("card.no_graduates") : page.listing.openings.total === 0 ? qsTrId("listing.no_openings") : page.listing.headcount > 0 ? qsTrId("listing.openings").arg(page.listing.openings.total).arg(Theme.grouped(page.listing.headcount)) : qsTrId("listing.openings_bare").arg(page.listing.openings.total)
        visible: page.ready
        wrapMode: Text.NoWrap
    }
    StyledText {
        anchors.right: offer.right
        anchors.baseline: offer.baseline
        typeStyle: Theme.body
        color: page.listing.markedForMajor + page.listing.markedAsTyped > 0 ? Theme.colour.ink : Theme.colour.inkSoft
        //% "适合您的专业的有 %1 个"
        //% "您搜的有 %1 个"
        //% "薪资由单位填报"
        text: page.listing.markedForMajor > 0 ? qsTrId("card.for_major").arg(page.listing.markedForMajor) : page.listing.markedAsTyped > 0 ? qsTrId("card.as_typed").arg(page.listing.markedAsTyped) : qsTrId("listing.pay_note")
        visible: page.ready && !page.listing.isSchool && page.listing.openings.total > 0 && page.sizes.portrait && implicitWidth + offer.implicitWidth + Theme.spaceM < page.sizes.columnWidth
        wrapMode: Text.NoWrap
    }
    DegreeBar {
        x: Theme.margin
        y: page.offerTop + page.sizes.offerHead - Theme.spaceXs
        width: page.sizes.columnWidth
        degrees: page.listing.degrees
        sizes: page.sizes
        visible: page.ready && page.listing.isSchool
    }
    Loader {
        x: Theme.margin
        y: page.listTop
        width: page.sizes.columnWidth
        active: page.ready && !page.listing.isSchool && page.listing.openings.total > 0

        sourceComponent: RowList {
            id: openings

            rows: page.listing.openings
            rowHeight: page.sizes.offerRow
            room: page.listHeight

            delegate: OpeningRow {
                width: openings.view.width
                sizes: page.sizes
                onTapped: page.listing.chooseOpening(index)
            }
        }
    }
    Loader {
        x: Theme.margin
        y: page.listTop
        width: page.sizes.columnWidth
        active: page.ready && page.listing.isSchool && page.listing.pool.total > 0

        sourceComponent: RowList {
            id: pool

            rows: page.listing.pool
            rowHeight: page.sizes.classRow
            room: page.listHeight

            delegate: PoolRow {
                width: pool.view.width
                sizes: page.sizes
            }
        }
    }
    Loader {
        active: page.coded

        sourceComponent: PhoneCode {
            models: page.models
            sizes: page.sizes
            link: page.listing.link
            host: page.listing.linkHost
            post: page.listing.linkTitle
        }
    }
    CardActions {
        id: actions

        models: page.models
        sizes: page.sizes
        mark: page.listing.stall
        level: page.listing.levelId
        planned: page.models.plan.stalls.indexOf(page.listing.ownNumber) >= 0
        //% "怎么走，约 %1 米"
        //% "怎么走"
        wayText: page.listing.distance >= 0 ? qsTrId("card.way").arg(page.listing.distance) : qsTrId("listing.way_bare")
        visible: page.ready && page.listing.visitable
        onPlanToggled: page.models.plan.toggleStall(page.listing.ownNumber)
        onWayAsked: page.listing.openWay()
    }
    Item {
        id: elsewhere

        x: Theme.margin
        y: page.sizes.actionsTop
        width: page.sizes.columnWidth
        height: page.sizes.actionHeight
        visible: page.ready && page.listing.stall !== "" && !page.listing.visitable

        StyledText {
            anchors.left: parent.left
            anchors.right: others.left
            anchors.rightMargin: Theme.spaceM
            anchors.verticalCenter: parent.verticalCenter
            typeStyle: page.sizes.portrait ? Theme.body : Theme.caption
            //% "展位暂时关闭，可以先看看别的。"
            //% "单位今天没有到场，可以看看别的。"
            text: page.listing.standing === "closed" ? qsTrId("card.closed_how") : qsTrId("card.released_how")
        }
        ActionButton {
            id: others

            anchors.right: parent.right
            height: parent.height
            primary: true
            icon: "search"
            //% "找别的展位"
            text: qsTrId("card.others")
            onTapped: page.models.navigation.go("find")
        }
    }
    Loader {
        x: Theme.margin
        y: Theme.portrait ? Theme.reachTop : page.sizes.cardTop
        width: page.sizes.columnWidth
        active: page.listing.state === "failed"

        sourceComponent: NotLoaded {
            //% "这个展位没有读出来"
            title: qsTrId("listing.failed")
            //% "展位都在，只是这台机器没有读出来。请再试一次，或到服务台问一问。"
            sentence: qsTrId("find.failed_how")
            onAgain: page.listing.again()
        }
    }
    StillLoading {
        x: Theme.margin
        y: Theme.portrait ? Theme.reachTop : page.sizes.cardTop
        width: page.sizes.columnWidth
        visible: page.listing.state === "loading"
    }
    Loader {
        x: Theme.margin
        y: Theme.portrait ? Theme.reachTop : page.sizes.cardTop
        width: page.sizes.columnWidth
        active: page.listing.state === "gone"

        sourceComponent: NotLoaded {
            icon: "search"
            //% "本场没有这个展位"
            title: qsTrId("listing.gone")
            //% "名单可能刚刚更新过。请在全部展位里再找一找。"
            sentence: qsTrId("listing.gone_how")
            //% "找展位"
            buttonText: qsTrId("find.title")
            onAgain: page.models.navigation.go("find")
        }
    }
}
