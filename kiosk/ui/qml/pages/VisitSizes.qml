import QtQuick
import Kiosk

// Sizes and places of the visitor's own pages, as Theme holds those of all: millimetres times px per mm.
QtObject {
    readonly property bool portrait: Theme.portrait
    readonly property bool low: Theme.low && portrait
    readonly property int columnWidth: portrait ? Theme.pageWidth - 2 * Theme.margin : Theme.leftWidth

    // ---- attract: both languages at once, so that no style follows the visitor's
    readonly property TypeStyle attractWord: TypeStyle {
        sizeMm: Theme.portrait ? 43 : 33
        lineZhMm: Theme.portrait ? 52 : 40
        lineLatinMm: lineZhMm
        weight: Font.Bold
        pxPerMm: Theme.pxPerMm
        latin: false
    }
    readonly property TypeStyle attractOther: TypeStyle {
        sizeMm: Theme.portrait ? 14 : 12
        lineZhMm: Theme.portrait ? 18 : 16
        lineLatinMm: lineZhMm
        weight: Font.Medium
        pxPerMm: Theme.pxPerMm
        latin: false
    }
    readonly property TypeStyle attractCount: TypeStyle {
        sizeMm: Theme.portrait ? 11 : 10
        lineZhMm: 15.5
        lineLatinMm: lineZhMm
        weight: Font.Normal
        pxPerMm: Theme.pxPerMm
        latin: false
    }
    readonly property TypeStyle attractDo: TypeStyle {
        sizeMm: Theme.portrait ? 18 : 14
        lineZhMm: Theme.portrait ? 24 : 19
        lineLatinMm: lineZhMm
        weight: Font.Bold
        pxPerMm: Theme.pxPerMm
        latin: false
    }
    readonly property TypeStyle attractDoOther: TypeStyle {
        sizeMm: 9
        lineZhMm: 13.5
        lineLatinMm: lineZhMm
        weight: Font.Normal
        pxPerMm: Theme.pxPerMm
        latin: false
    }
    readonly property TypeStyle attractFair: TypeStyle {
        sizeMm: 11
        lineZhMm: 15.5
        lineLatinMm: lineZhMm
        weight: Font.Bold
        pxPerMm: Theme.pxPerMm
        latin: false
    }
    // What it does, and a session's time; what says it in English; a session's title.
    readonly property TypeStyle attractService: TypeStyle {
        sizeMm: 11
        lineZhMm: 15
        lineLatinMm: lineZhMm
        weight: Font.Bold
        pxPerMm: Theme.pxPerMm
        latin: false
    }
    readonly property TypeStyle attractNote: TypeStyle {
        sizeMm: 7.5
        lineZhMm: 10.5
        lineLatinMm: lineZhMm
        weight: Font.Normal
        pxPerMm: Theme.pxPerMm
        latin: false
    }
    readonly property TypeStyle attractTitle: TypeStyle {
        sizeMm: 9.5
        lineZhMm: 13.5
        lineLatinMm: lineZhMm
        weight: Font.Bold
        pxPerMm: Theme.pxPerMm
        latin: false
    }
    readonly property int attractTop: Theme.mm(portrait ? 12 : 8)
    readonly property int attractSquaresLeft: portrait ? Theme.margin : Theme.rightLeft
    readonly property int attractSquaresTop: Theme.mm(portrait ? 48 : 44)
    readonly property int attractSquaresWidth: portrait ? Theme.pageWidth - 2 * Theme.margin : Theme.rightWidth
    // Below them stands the point that one is at.
    readonly property int attractSquaresGap: Theme.mm(12)
    readonly property int attractBottom: Theme.mm(316)
    readonly property int attractTile: Theme.mm(portrait ? 60 : 36)
    readonly property int attractTileSign: Theme.mm(portrait ? 20 : 18)
    readonly property int attractTilesTop: Theme.mm(176)
    readonly property int attractSession: Theme.mm(30)
    readonly property int attractTime: Theme.mm(84)
    readonly property int attractPlace: Theme.mm(portrait ? 76 : 80)
    readonly property int attractDrift: Theme.mm(3)
    readonly property int attractAisle: Theme.mm(12)
    readonly property int attractAcross: portrait ? 2 : 3
    readonly property int attractSign: Theme.mm(150)
    readonly property int attractWay: Theme.mm(4)
    readonly property int attractMe: Theme.mm(12)
    readonly property int attractWordsBottom: Theme.mm(portrait ? 8 : 6)
    readonly property int attractPanelTop: Theme.mm(portrait ? 526 : 264)
    readonly property int attractPanelHeight: Theme.mm(portrait ? 56 : 52)
    readonly property int attractOutline: Theme.thin(0.5)

    // ---- the line of answers, or of steps
    readonly property int progressTop: portrait ? Theme.reachTop + Theme.mm(1) : Theme.mm(28)
    // Large, a column's four cells are too narrow for the larger style.
    readonly property TypeStyle progressValue: Theme.large && !portrait ? Theme.body : Theme.lead
    readonly property int progressHeight: Theme.caption.line + progressValue.line + Theme.mm(4)
    readonly property int progressBottom: progressTop + progressHeight
    readonly property int progressInset: Theme.mm(3)

    // ---- questions below which there is such a line
    readonly property int questionTop: Theme.mm(portrait ? (low ? 96 : 66) : 68)
    readonly property int answerTop: portrait ? progressBottom + Theme.mm(low ? 4 : 6) : Theme.answerTop
    readonly property int suggestion: Theme.mm(low ? 21 : 24)
    readonly property int suggestionsMost: Math.max(2, Math.min(5, Math.floor(((portrait ? Theme.buttonsTop : Theme.footTop - Theme.keyboardHeight) - answerTop - Theme.fieldHeight - 2 * Theme.targetGap) / suggestion)))
    readonly property int padButtonsTop: portrait ? Math.max(Theme.buttonsTop, answerTop + Theme.digitBox + 2 * Theme.spaceM + 4 * Theme.padKey + 3 * Theme.gutter) : besidePadTop

    // ---- digits: lying, as high as the page has room for
    readonly property int padKey: portrait ? Theme.padKey : Theme.mm(36)
    readonly property int padWidth: Theme.answerWidth
    // Lying, the buttons beside the pad end where it ends.
    readonly property int besidePadTop: Theme.answerTop + Theme.fieldHeight + Theme.spaceM + 4 * padKey + 3 * Theme.gutter - Theme.buttonHeight
    readonly property int belowPadTop: portrait ? Theme.padButtonsTop : besidePadTop

    // ---- typing a code
    readonly property int codeTop: Theme.answerTop
    readonly property int codeRow: Theme.mm(27)
    readonly property int codeGroupGap: Theme.mm(8)
    readonly property int codeKey: Theme.mm(25)
    readonly property int codeButtonsTop: portrait ? codeTop + 2 * codeRow + Theme.spaceM + 5 * codeKey + 4 * Theme.gutter + Theme.spaceM : codeTop + 2 * codeRow + Theme.spaceM + 5 * codeKey + 4 * Theme.gutter - Theme.buttonHeight

    // ---- agreement
    readonly property int agreementLong: 220
    readonly property int agreeTop: Theme.footTop - Theme.spaceM - Theme.primaryHeight

    // ---- badge
    // Large, what is said below the question takes a line more.
    readonly property int badgeTop: Theme.large && portrait && !low ? Theme.mm(50) : questionTop
    readonly property int badgeArt: Theme.mm(72)
    readonly property int badgeDown: Theme.mm(24)
    readonly property int badgeCode: Theme.mm(portrait ? 92 : 80)

    // ---- a camera's picture, above what can be chosen
    readonly property int aimTop: Theme.mm(44)
    readonly property int aimWidth: portrait ? Theme.aimSide : columnWidth
    readonly property int aimHeight: Theme.answerTop - Theme.spaceS - aimTop
    // ---- choices: as high as the page has room for
    function choiceHeight(rows: int): int {
        return Math.min(Theme.mm(96), Math.floor((Theme.footTop - Theme.spaceL - Theme.answerTop) / rows));
    }

    // ---- help
    readonly property int helpSwitchesTop: Theme.footTop - Theme.spaceL - switchHeight
    // Low, or large and lying, there is no room for what stands over the switches.
    readonly property bool helpHead: !low && (portrait || !Theme.large)
    readonly property int helpHeadTop: helpSwitchesTop - (helpHead ? Theme.row.line + Theme.spaceXs : 0)
    function helpRow(rows: int): int {
        return Math.min(Theme.mm(72), Math.floor((helpHeadTop - Theme.spaceL - Theme.answerTop) / rows));
    }
    readonly property int switchHeight: Theme.iconFoot + Theme.lead.line + Theme.body.line + Theme.mm(8)

    // ---- home: what stands below a card's word, and what is said of the fair; large is large enough
    readonly property TypeStyle homeDetail: TypeStyle {
        sizeMm: Theme.large ? 9 : 10.5
        lineZhMm: Theme.large ? 13.5 : 15
        lineLatinMm: Theme.large ? 12 : 13.5
        weight: Font.Normal
        pxPerMm: Theme.pxPerMm
        latin: Theme.latin
        factor: Theme.largeFactor
    }
    readonly property TypeStyle homeNote: Theme.large ? Theme.body : Theme.lead

    // ---- home, low: two lines, as large as the room above the cards allows
    readonly property TypeStyle lowHero: TypeStyle {
        sizeMm: 50
        lineZhMm: 60
        lineLatinMm: 60
        latinFactor: 0.74
        weight: Font.Bold
        pxPerMm: Theme.pxPerMm
        latin: Theme.latin
    }
    // At a gate that is not simply the way in, what it is for takes more words.
    readonly property TypeStyle doorHero: TypeStyle {
        sizeMm: Theme.low && Theme.portrait ? 30 : 36
        lineZhMm: Theme.low && Theme.portrait ? 37 : 43
        lineLatinMm: 35
        latinFactor: 0.72
        weight: Font.Bold
        pxPerMm: Theme.pxPerMm
        latin: Theme.latin
    }
    readonly property int homeHeroTop: low ? Theme.mm(72) : Theme.homeHeroTop
    readonly property int homeHeroWidth: low ? Theme.pageWidth - 3 * Theme.margin - Theme.homeSign : Theme.homeHeroWidth
}
