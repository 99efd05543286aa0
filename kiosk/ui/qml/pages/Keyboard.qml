import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Settings
import Kiosk
import Kiosk.Models

// Pinyin and English, at the lower edge above the foot. Loaded only when words are first to be typed.
Rectangle {
    id: bed

    // The keyboard of the visitor's language, where Qt has one.
    readonly property string third: Theme.spoken === Theme.language ? "" : VirtualKeyboardSettings.availableLocales.find(each => each.startsWith(Theme.spoken)) ?? ""
    readonly property string ours: Theme.latin ? "en_US" : "zh_CN"

    // Whether letters become hanzi.
    readonly property bool composes: InputContext.inputEngine.inputMode === InputEngine.InputMode.Pinyin

    // What is half typed belongs to the language in which it was begun.
    function speak(): void {
        InputMethod.reset();
        VirtualKeyboardSettings.locale = third === "" ? ours : third;
        // The keyboard's own language key changes this, and not the setting.
        panel.keyboard.localeIndex = panel.keyboard.defaultLocaleIndex;
    }

    // Whoever types next may be somebody else, and begins in the language of the page.
    // Letters of a keyboard that is plugged in bring this one: they stay.
    onVisibleChanged: {
        if (visible && InputContext.preeditText === "")
            speak();
    }
    onOursChanged: speak()
    onThirdChanged: speak()

    color: Theme.colour.sunk
    onComposesChanged: InputMethod.composing(composes)
    Component.onCompleted: {
        InputMethod.composing(composes);
        speak();
    }

    Connections {
        function onKeyTyped(key: int, text: string): void {
            const digit = key - Qt.Key_1;
            if (digit >= 0 && digit < 9)
                InputContext.inputEngine.wordCandidateListModel.selectItem(digit);
            else
                InputContext.inputEngine.virtualKeyClick(key, text, Qt.NoModifier);
        }

        target: InputMethod
    }
    InputPanel {
        id: panel

        anchors.bottom: parent.bottom
        width: parent.width
    }
    Binding {
        target: VirtualKeyboardSettings
        property: "activeLocales"
        value: bed.third === "" ? ["zh_CN", "en_US"] : [bed.third, "zh_CN", "en_US"]
    }
}
