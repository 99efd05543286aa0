import QtQuick
import Kiosk
import Kiosk.Models

// The window: the page, its head and foot, and what lies over it (verdict, idle question, keyboard).
Window {
    id: root

    required property Models models
    property bool still: false
    // The first frame stands: the verdict is made ready, so that the first scan cuts to it at once.
    property bool warm: false
    // Height of the screen's lower edge above the floor.
    property real mountBottomMm: Theme.mountBottomMm
    // The screen's diagonal; the layouts are drawn for 27.
    property real screenIn: 27
    // What covers the whole page: the page is not there then, neither to be seen nor to be heard or tabbed to.
    readonly property bool covered: root.warm && root.models.verdict.shown
    property list<Component> prepared
    readonly property KioskPage current: page.item as KioskPage
    readonly property string pageTitle: current !== null ? current.title : ""
    // The layouts are drawn for a 27 inch screen; another screen keeps their proportions.
    readonly property real longSide: 597.7
    readonly property real shortSide: 336.2

    width: 1080
    height: 1920
    color: Theme.colour.surface
    title: "Fair Kiosk"

    // Another page or the next person's verdict: nobody chooses a language any more.
    onCoveredChanged: root.models.modes.leave_list()

    function showPage(): void {
        root.models.modes.leave_list();
        page.forceActiveFocus(); // keys begin with the new page
        page.setSource(Qt.resolvedUrl(root.models.navigation.file), {
            "models": root.models
        });
        slide.restart();
    }

    // Compiled before somebody asks for it, in the loader's own thread; kept, so that it stays compiled.
    function prepare(file: string): void {
        prepared.push(Qt.createComponent(Qt.resolvedUrl(file), Component.Asynchronous));
    }
    function prepareKeyboard(): void {
        keyboard.wanted = true;
    }

    Component.onCompleted: showPage()

    Binding {
        target: Theme
        property: "pxPerMm"
        value: root.height >= root.width ? Math.min(root.height / root.longSide, root.width / root.shortSide) : Math.min(root.width / root.longSide, root.height / root.shortSide)
    }
    Binding {
        target: Theme
        property: "widthMm"
        value: root.width / Theme.pxPerMm
    }
    Binding {
        target: Theme
        property: "heightMm"
        value: root.height / Theme.pxPerMm
    }
    Binding {
        target: Theme
        property: "mountBottomMm"
        value: root.mountBottomMm
    }
    Binding {
        target: Theme
        property: "screenScale"
        value: root.screenIn / 27
    }
    Binding {
        target: Theme
        property: "rehearsing"
        value: root.models.home.rehearsing
    }
    Binding {
        target: Theme
        property: "language"
        value: root.models.modes.fallback
    }
    Binding {
        target: Theme
        property: "spoken"
        value: root.models.modes.language
    }
    Binding {
        target: Theme
        property: "large"
        value: root.models.modes.large
    }
    Binding {
        target: Theme
        property: "contrast"
        value: root.models.modes.contrast
    }
    Binding {
        target: Theme
        property: "low"
        value: root.models.modes.low
    }
    Binding {
        target: Theme
        property: "still"
        value: root.still || root.models.modes.reducedMotion
    }
    Connections {
        function onPageChanged(): void {
            root.showPage();
        }

        target: root.models.navigation
    }
    // A rehearsal is said on every page, above all that a page shows.
    Rectangle {
        z: 1
        width: root.width
        height: Theme.rehearsalHeight
        color: Theme.colour.ink
        visible: root.models.home.rehearsing

        StyledText {
            x: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            typeStyle: Theme.footWord
            font.weight: Font.Bold
            color: Theme.colour.surface
            //% "演练，不计数"
            text: qsTrId("rehearsal.band")
            wrapMode: Text.NoWrap
        }
    }
    // Read in this order by those who hear the screen: head, page, foot.
    Head {
        width: root.width
        models: root.models
        title: root.pageTitle
        visible: !root.covered && root.current !== null && root.current.framed && root.pageTitle !== ""
    }
    Loader {
        id: page

        width: root.width
        height: root.height
        visible: !root.covered
    }
    NumberAnimation {
        id: slide

        target: page
        property: "y"
        from: Theme.slide
        to: 0
        duration: Theme.motionPage
        easing.type: Easing.OutCubic
    }
    Foot {
        anchors.bottom: parent.bottom
        width: root.width
        models: root.models
        visible: !root.covered && root.current !== null && root.current.framed
    }
    Loader {
        id: keyboard

        // Loaded when a field first has the focus, then kept.
        property bool wanted: false
        readonly property bool typing: root.current !== null && root.current.typing && (root.activeFocusItem as TextInput) !== null

        onTypingChanged: {
            if (typing)
                wanted = true;
        }
        y: Theme.footTop - Theme.keyboardHeight
        width: root.width
        height: Theme.keyboardHeight
        active: wanted
        asynchronous: !typing
        source: "pages/Keyboard.qml"
        visible: typing && InputMethod.shown
    }
    Loader {
        anchors.fill: parent
        // What had the focus before the list came.
        property Item asked: null

        active: root.models.modes.choosing
        source: "pages/LanguageList.qml"
        onLoaded: {
            (item as KioskLayer).models = root.models;
            asked = root.activeFocusItem;
            (item as KioskLayer).takeFocus();
        }
        onActiveChanged: {
            if (!active && asked !== null)
                asked.forceActiveFocus();
        }
    }
    Loader {
        anchors.fill: parent
        // What had the focus before the question came: a field gets it back, with its keyboard.
        property Item asked: null

        active: root.models.idle.warning
        source: "pages/IdleQuestion.qml"
        onLoaded: {
            (item as KioskLayer).models = root.models;
            asked = root.activeFocusItem;
            (item as KioskLayer).takeFocus();
        }
        onActiveChanged: {
            if (!active && asked !== null)
                asked.forceActiveFocus();
        }
    }
    Loader {
        anchors.fill: parent
        active: root.warm
        visible: root.covered
        source: "pages/VerdictPage.qml"
        onLoaded: (item as KioskLayer).models = root.models
    }
    FocusRing {}
}
