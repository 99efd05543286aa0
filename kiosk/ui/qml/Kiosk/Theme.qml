pragma Singleton
import QtQuick

// The one file with literal colours and sizes (../shared look, tokens.toml). Millimetres of the real screen
// times px per mm, whole pixels. Main sets the first block.
QtObject {
    id: theme

    property real pxPerMm: 3.2122
    property real widthMm: 336.2
    property real heightMm: 597.7
    property real mountBottomMm: 860
    // How much larger the screen is than the one that the layouts are drawn for: real millimetres by ours.
    property real screenScale: 1
    // The one of our own languages, zh or en, that names come in.
    property string language: "zh"
    // What the visitor speaks: zh, en, or the code of a language's file.
    property string spoken: "zh"
    property bool large: false
    property bool contrast: false
    property bool low: false
    // A band at the upper edge says so.
    property bool rehearsing: false
    // Nothing moves: reduced motion, tests and pictures.
    property bool still: false
    readonly property bool portrait: heightMm >= widthMm
    readonly property bool latin: language !== "zh"

    function mm(length: real): int {
        return Math.round(length * pxPerMm);
    }
    function thin(length: real): int {
        return Math.max(1, Math.round(length * pxPerMm));
    }
    // A number as it is read: 12,000.
    function grouped(count: int): string {
        return Number(count).toLocaleString(Qt.locale(spoken === language ? "en_US" : spoken), "f", 0);
    }

    readonly property ColourSet light: ColourSet {
        surface: "#F6F4EE"
        raised: "#FFFFFF"
        sunk: "#E9E6DD"
        ink: "#17191C"
        inkSoft: "#54575C"
        line: "#D5D1C6"
        lineStrong: "#7F796D"
        brand: "#1D3F72"
        onBrand: "#FFFFFF"
        brandTint: "#DFE6F0"
        admit: "#00756A"
        onAdmit: "#FFFFFF"
        notice: "#F5B800"
        onNotice: "#17191C"
        refuse: "#A31A17"
        onRefuse: "#FFFFFF"
        staff: "#34373C"
        onStaff: "#FFFFFF"
        mapGround: "#E9E6DD"
        mapFloor: "#FFFFFF"
        mapWall: "#54575C"
        mapChosen: "#1D3F72"
        mapOnChosen: "#FFFFFF"
        mapRoute: "#1D3F72"
        mapRouteCasing: "#FFFFFF"
        mapMe: "#C8321E"
        mapOnMe: "#FFFFFF"
        brandPressed: "#3F5D8B"
        refusePressed: "#7A1311"
        admitTrack: "#4C9E97"
        refuseTrack: "#BF5F5D"
        staffTrack: "#717376"
        noticeTrack: "#AC8100"
    }
    readonly property ColourSet highContrast: ColourSet {
        surface: "#000000"
        raised: "#000000"
        sunk: "#1A1A1A"
        ink: "#FFFFFF"
        inkSoft: "#E6E6E6"
        line: "#8C8C8C"
        lineStrong: "#FFFFFF"
        brand: "#FFD60A"
        onBrand: "#000000"
        brandTint: "#332B00"
        admit: "#00594F"
        onAdmit: "#FFFFFF"
        notice: "#FFD60A"
        onNotice: "#000000"
        refuse: "#8F1010"
        onRefuse: "#FFFFFF"
        staff: "#000000"
        onStaff: "#FFFFFF"
        mapGround: "#1A1A1A"
        mapFloor: "#000000"
        mapWall: "#FFFFFF"
        mapChosen: "#FFD60A"
        mapOnChosen: "#000000"
        mapRoute: "#FFD60A"
        mapRouteCasing: "#000000"
        mapMe: "#FFFFFF"
        mapOnMe: "#000000"
        brandPressed: "#C2A200"
        refusePressed: "#6B0C0C"
        admitTrack: "#4C8B84"
        refuseTrack: "#B15858"
        staffTrack: "#4C4C4C"
        noticeTrack: "#B29607"
    }
    readonly property ColourSet colour: contrast ? highContrast : light

    // ---- zones: fill, letter, shape
    function zoneIndex(letter: string): int {
        return Math.max(0, letter.charCodeAt(0) - 65) % 6;
    }
    function zoneShape(letter: string): string {
        return ["circle", "square", "diamond", "triangle", "hexagon", "pentagon"][zoneIndex(letter)];
    }
    function zoneFill(letter: string): color {
        return ["#AFDDFB", "#E5C0AD", "#64AC61", "#F7EB88", "#AE8CDB", "#B89199"][zoneIndex(letter)];
    }
    function zoneRest(letter: string): color {
        return ["#D3ECFD", "#F1DCD2", "#AAD1A8", "#FBF4BE", "#D2C0EB", "#D8C2C7"][zoneIndex(letter)];
    }
    function zoneEdge(letter: string): color {
        return ["#6B8597", "#88756C", "#416A42", "#928C57", "#6A5885", "#705B61"][zoneIndex(letter)];
    }
    readonly property color onZone: contrast ? "#000000" : "#17191C"

    // ---- type
    readonly property string family: "Noto Sans SC"
    readonly property real largeFactor: large ? 1.25 : 1
    readonly property TypeStyle caption: TypeStyle {
        sizeMm: 6.2
        lineZhMm: 9
        lineLatinMm: 8.5
        weight: Font.Normal
        pxPerMm: theme.pxPerMm
        latin: theme.latin
        factor: theme.largeFactor
    }
    readonly property TypeStyle body: TypeStyle {
        sizeMm: 7.5
        lineZhMm: 12
        lineLatinMm: 10.5
        weight: Font.Normal
        pxPerMm: theme.pxPerMm
        latin: theme.latin
        factor: theme.largeFactor
    }
    readonly property TypeStyle lead: TypeStyle {
        sizeMm: 9
        lineZhMm: 13.5
        lineLatinMm: 12
        weight: Font.Normal
        pxPerMm: theme.pxPerMm
        latin: theme.latin
        factor: theme.largeFactor
    }
    readonly property TypeStyle row: TypeStyle {
        sizeMm: 11
        lineZhMm: 15.5
        lineLatinMm: 14.5
        weight: Font.Bold
        pxPerMm: theme.pxPerMm
        latin: theme.latin
        factor: theme.largeFactor
    }
    readonly property TypeStyle title: TypeStyle {
        sizeMm: 14
        lineZhMm: 19
        lineLatinMm: 17.5
        weight: Font.Bold
        pxPerMm: theme.pxPerMm
        latin: theme.latin
        factor: theme.largeFactor
    }
    readonly property TypeStyle headline: TypeStyle {
        sizeMm: 18
        lineZhMm: 25
        lineLatinMm: 22
        weight: Font.Bold
        pxPerMm: theme.pxPerMm
        latin: theme.latin
        factor: theme.largeFactor
    }
    readonly property TypeStyle display: TypeStyle {
        sizeMm: 28
        lineZhMm: 35
        lineLatinMm: 31
        weight: Font.Bold
        pxPerMm: theme.pxPerMm
        latin: theme.latin
        latinFactor: 0.75
    }
    readonly property TypeStyle hero: TypeStyle {
        sizeMm: 38
        lineZhMm: 46
        lineLatinMm: 40
        weight: Font.Bold
        pxPerMm: theme.pxPerMm
        latin: theme.latin
        latinFactor: 0.8
    }
    readonly property TypeStyle verdictWord: TypeStyle {
        sizeMm: 72
        lineZhMm: 84
        lineLatinMm: 84
        weight: Font.Bold
        pxPerMm: theme.pxPerMm
        latin: theme.latin
    }
    readonly property TypeStyle mapNumber: TypeStyle {
        sizeMm: 6.2
        lineZhMm: 6.2
        lineLatinMm: 6.2
        weight: Font.Medium
        pxPerMm: theme.pxPerMm
        latin: theme.latin
    }
    readonly property TypeStyle verdictWordLatin: TypeStyle {
        sizeMm: theme.portrait ? 46 : 60
        lineZhMm: theme.portrait ? 52 : 66
        lineLatinMm: theme.portrait ? 52 : 66
        weight: Font.Bold
        pxPerMm: theme.pxPerMm
        latin: theme.latin
    }
    readonly property TypeStyle clock: TypeStyle {
        sizeMm: 18
        lineZhMm: 22
        lineLatinMm: 22
        weight: Font.Medium
        pxPerMm: theme.pxPerMm
        latin: theme.latin
    }

    // ---- spacing, lines, targets, icons (px)
    readonly property int spaceXs: mm(2)
    readonly property int spaceS: mm(3)
    readonly property int spaceM: mm(6)
    readonly property int spaceL: mm(10)
    readonly property int spaceXl: mm(16)
    readonly property int spaceXxl: mm(28)
    readonly property int margin: mm(portrait ? 16 : 12)
    readonly property int gutter: mm(6)
    readonly property int radiusControl: mm(3)
    readonly property int radiusCard: mm(4)
    readonly property int hair: thin(0.3)
    readonly property int controlLine: thin(0.6)
    readonly property int focusLine: thin(1.4)
    readonly property int focusGap: mm(1)
    readonly property int iconNotice: mm(5)
    readonly property int iconRow: mm(9)
    readonly property int iconButton: mm(11)
    readonly property int iconFoot: mm(12)
    readonly property int iconPanel: mm(20)
    readonly property int targetLeast: mm(20)
    readonly property int targetGap: mm(3)
    readonly property int chipHeight: mm(20)
    readonly property int keyHeight: mm(22)
    readonly property int buttonHeight: mm(24)
    readonly property int footWidth: mm(31)
    readonly property int footTight: mm(29)
    readonly property int footTarget: mm(26)
    readonly property int rowHeight: Math.max(mm(34), row.line + body.line + spaceXs)
    readonly property int primaryHeight: mm(46)
    readonly property int memberRow: Math.max(mm(24), row.line + spaceM)
    readonly property int tickBox: mm(15)
    readonly property int pagerHeight: mm(28)
    readonly property int verdictRow: mm(portrait ? 52 : large ? 44 : 47)
    readonly property int cardInset: mm(8)
    readonly property int homeInset: mm(14)

    // ---- the frame (px from the top left)
    readonly property int pageWidth: mm(widthMm)
    readonly property int pageHeight: mm(heightMm)
    readonly property int headHeight: mm(portrait ? 34 : 26)
    // No page shows anything so near the upper edge.
    readonly property int rehearsalHeight: mm(portrait ? 8 : 6.6)
    readonly property int headShift: rehearsing ? mm(portrait ? 2 : 2.4) : 0
    readonly property int footHeight: mm(portrait ? 36 : 32)
    readonly property int footTop: pageHeight - footHeight
    readonly property int footMargin: mm(portrait ? 16 : 6)
    // Upper edge of what must be touched; in low mode 1,200 mm above the floor. The layouts have room down to
    // 258 mm, which is a screen at 860: hung higher, low mode cannot hold its word.
    readonly property real lowTopMm: Math.min(258, Math.max(199, heightMm - (1200 - mountBottomMm) / screenScale))
    readonly property int reachTop: mm(portrait ? (low ? lowTopMm : 199) : 26)
    readonly property int leftWidth: mm(218)
    readonly property int rightLeft: mm(236)
    readonly property int rightWidth: pageWidth - rightLeft - margin
    readonly property int keyboardHeight: mm(portrait ? 132 : 118)

    // ---- motion (ms)
    // How long something may take before it says that it takes time.
    readonly property int patience: 250
    // Within so many ms two things that a field hears are one key: quicker than a finger goes on.
    readonly property int sameKey: 50
    readonly property int motionPage: still ? 0 : 160
    readonly property int motionList: still ? 0 : 120
    readonly property int motionMap: still ? 0 : 320
    readonly property int motionRoute: still ? 0 : 600
    readonly property int motionShape: still ? 0 : 140
    readonly property int slide: still ? 0 : mm(6)
    readonly property real shapeFrom: still ? 1 : 0.92

    // ---- codes for phones (px): black on white in every palette
    readonly property color qrGround: "#FFFFFF"
    readonly property int qrSide: mm(57)
    // Half a millimetre is what a phone at arm's length reads.
    readonly property int qrModuleLeast: thin(0.5)

    // ---- map (px)
    readonly property int mapNumberLeast: mm(4.8)
    readonly property int mapTouch: mm(14)

    // ---- small styles of the foot, not scaled
    readonly property int footWordLeast: mm(4.8) // so far a word of a longer language may shrink
    readonly property TypeStyle footWord: TypeStyle {
        sizeMm: 5.9
        lineZhMm: 8
        lineLatinMm: 8
        latinFactor: 0.9
        weight: Font.Medium
        pxPerMm: theme.pxPerMm
        latin: theme.latin
    }
    readonly property TypeStyle footHint: TypeStyle {
        sizeMm: 8.6
        lineZhMm: 12
        lineLatinMm: 12
        weight: Font.Bold
        pxPerMm: theme.pxPerMm
        latin: theme.latin
    }
    readonly property int footHomeShift: mm(120)
    readonly property int languageWidth: mm(74)
    readonly property int languagesInColumn: 8
    readonly property int footIdle: mm(64)
    readonly property int footIdleTight: mm(48)

    // ---- home
    readonly property int homeFairTop: mm(portrait ? 14 : 8)
    readonly property int homeHeroTop: mm(portrait ? (low ? 92 : 66) : 62)
    readonly property int homeHeroWidth: mm(portrait ? 224 : 218)
    readonly property int homeSign: mm(portrait ? (low ? 104 : 72) : 72)
    readonly property int homeSignTop: mm(portrait ? (low ? 92 : 66) : 196)
    readonly property int homeCardsTop: portrait ? reachTop : mm(34)
    readonly property int homeCardsLeft: portrait ? margin : rightLeft
    readonly property int homeCardsWidth: portrait ? pageWidth - 2 * margin : rightWidth
    readonly property int homeCardsGap: mm(portrait && low ? 4 : 6)
    readonly property int homeCheckIn: mm(portrait ? (low ? 88 : 118) : 80)
    readonly property int homeFind: mm(portrait ? (low ? 88 : 104) : 70)
    readonly property int homeProgramme: mm(portrait ? (low ? 88 : 86) : 70)
    readonly property int homeSwitchSign: mm(16)
    readonly property int homeSwitch: mm(portrait && !low ? 24 : 22)
    readonly property int homeArt: mm(portrait && !low ? 74 : 60)
    readonly property int homeArtSmall: mm(portrait && !low ? 57 : 50)
    readonly property int homeArtRight: mm(portrait ? 22 : 20)
    readonly property int homeDot: mm(4)

    // ---- verdict
    readonly property int verdictHeadTop: mm(portrait ? 10 : 8)
    readonly property int verdictShapeTop: mm(portrait ? 46 : 40)
    readonly property int verdictLeft: portrait ? margin : mm(164)
    readonly property int verdictWordTop: mm(portrait ? 216 : large ? 12 : 16)
    readonly property int verdictWidth: portrait ? pageWidth - 2 * margin : pageWidth - verdictLeft - mm(16)
    readonly property int verdictPanelBottom: mm(portrait ? 50 : 36)
    readonly property int verdictNextBottom: mm(portrait ? 20 : 13)
    readonly property int verdictBarWidth: mm(70)
    readonly property int verdictBarHeight: mm(2.2)
    readonly property int verdictSteps: portrait ? 3 : 2
    readonly property int verdictWhoTop: mm(portrait ? 48 : 176)
    readonly property int verdictWhoWidth: mm(portrait ? 150 : 140)
    function verdictSize(verdict: string): int {
        const size = {
            "admit": 131,
            "notice": 147,
            "refuse": 126,
            "staff": 142
        }[verdict];
        return mm(portrait ? size : size * 0.9);
    }
    function verdictColour(verdict: string): color {
        return {
            "admit": colour.admit,
            "notice": colour.notice,
            "refuse": colour.refuse,
            "staff": colour.staff
        }[verdict];
    }
    // As a small shape beside a word: yellow is too faint on paper; in high contrast word and shape alone tell.
    function shapeColour(verdict: string): color {
        return contrast ? colour.ink : verdict === "notice" ? colour.noticeTrack : verdictColour(verdict);
    }
    function onVerdict(verdict: string): color {
        return {
            "admit": colour.onAdmit,
            "notice": colour.onNotice,
            "refuse": colour.onRefuse,
            "staff": colour.onStaff
        }[verdict];
    }
    function verdictTrack(verdict: string): color {
        return {
            "admit": colour.admitTrack,
            "notice": colour.noticeTrack,
            "refuse": colour.refuseTrack,
            "staff": colour.staffTrack
        }[verdict];
    }

    // The other language on a verdict: 500, whatever the visitor's size.
    readonly property TypeStyle other: TypeStyle {
        sizeMm: 13.5
        lineZhMm: 19
        lineLatinMm: 19
        weight: Font.Medium
        pxPerMm: theme.pxPerMm
        latin: theme.latin
    }

    // ---- a camera's picture, whatever the palette: its frame must be seen on anything
    readonly property int aimSide: mm(108)
    readonly property real aimShare: 0.75
    readonly property real aimCornersOutside: 24 / (24 - 2 * 1.37) // their lines lie around the frame
    readonly property color aimDim: "#80000000"
    readonly property color aimCorners: "#FFFFFF"

    // ---- questions: check-in, walk-up, help
    readonly property TypeStyle question: TypeStyle {
        sizeMm: theme.portrait ? 38 : 28
        lineZhMm: theme.portrait ? 46 : 35
        lineLatinMm: theme.portrait ? 40 : 35
        weight: Font.Bold
        pxPerMm: theme.pxPerMm
        latin: theme.latin
        latinFactor: theme.portrait ? 0.72 : 0.75
    }
    readonly property int questionTop: mm(portrait ? 96 : 64)
    readonly property int questionWidth: portrait ? pageWidth - 2 * margin : leftWidth
    readonly property int questionSign: mm(72)
    readonly property int answerLeft: portrait ? margin : rightLeft
    readonly property int answerTop: portrait ? reachTop + mm(4) : headHeight + mm(4)
    readonly property int answerWidth: portrait ? pageWidth - 2 * margin : rightWidth
    readonly property int progressTop: mm(portrait ? 44 : 30)
    readonly property int progressBar: mm(2.5)
    readonly property int padKey: mm(portrait ? 30 : 25)
    readonly property int padWidth: portrait ? pageWidth - 2 * margin : mm(220)
    readonly property int digitBox: mm(30)
    readonly property int fieldHeight: mm(30)
    readonly property int choiceHeight: mm(46)
    readonly property int suggestionHeight: mm(portrait ? 27 : 24)
    readonly property int suggestionsMost: portrait && low ? 3 : 5
    // The row of buttons stands above the keyboard, whether it is there or not.
    readonly property int buttonsTop: footTop - keyboardHeight - mm(portrait ? 6 : 4) - buttonHeight
    // Without a keyboard they stand below the digits, where those reach further down.
    readonly property int padButtonsTop: portrait ? Math.max(buttonsTop, answerTop + fieldHeight + 2 * spaceM + 4 * padKey + 3 * gutter) : buttonsTop
    readonly property int buttonsWidth: portrait ? pageWidth - 2 * margin : mm(220)
    readonly property int choiceCard: mm(portrait ? 62 : 58)

    // ---- keyboard
    readonly property TypeStyle keyText: TypeStyle {
        sizeMm: 10
        lineZhMm: 14
        lineLatinMm: 14
        pxPerMm: theme.pxPerMm
        latin: theme.latin
    }
    readonly property int keyGap: mm(1.5)
    readonly property int candidatesHeight: mm(portrait ? 24 : 22)
    // A share of the keyboard's width.
    readonly property real keyboardSide: portrait ? 0.025 : 0.1

    // ---- idle
    readonly property int idleTop: mm(portrait ? 290 : 96)
    readonly property int idleInset: mm(portrait ? 30 : 18)
    readonly property int idleStay: mm(portrait ? 78 : 62)
    readonly property int idleHome: mm(50)
    readonly property int idleBar: mm(5)
}
