import QtQuick
import Kiosk

// A name in the largest of some styles in which it fits its width and `room`. One that fits none is shortened
// in its middle: branches differ at the end.
StyledText {
    id: fitted

    required property string name
    // The largest first.
    required property list<TypeStyle> styles
    // The height there is, in px.
    required property int room
    property int most: 4
    // A Latin letter is a little more than half as wide as a hanzi; a line ends where a word does.
    readonly property real latinEm: 0.58
    readonly property real ems: {
        const hanzi = name.replace(/[\u0000-\u00ff]/g, "").length;
        return hanzi + latinEm * (name.length - hanzi);
    }
    readonly property real lostInLine: Theme.latin ? 1.6 : 0.6
    readonly property int chosenStyle: {
        for (let at = 0; at < styles.length; at++) {
            if (ems <= held(styles[at]))
                return at;
        }
        return styles.length - 1;
    }
    readonly property real share: held(typeStyle) / Math.max(1, ems)
    // Words break where they like: what the reckoning let pass and the line did not is set smaller still.
    property int smaller: 0

    function again(): void {
        smaller = 0;
        Qt.callLater(fit);
    }
    function fit(): void {
        if (truncated && chosenStyle + smaller < styles.length - 1) {
            smaller += 1;
            Qt.callLater(fit);
        }
    }

    function linesOf(style: TypeStyle): int {
        return Math.max(1, Math.min(most, Math.floor(room / style.line)));
    }
    // How many ems fit in all lines.
    function held(style: TypeStyle): real {
        const lines = linesOf(style);
        return lines * width / style.size - (lines - 1) * lostInLine;
    }
    function shortened(): string {
        const kept = Math.floor(name.length * share) - 2;
        const tail = Math.min(Math.floor(kept / 2), Theme.latin ? 18 : 8);
        return name.slice(0, kept - tail) + "…" + name.slice(name.length - tail);
    }

    typeStyle: styles[Math.min(chosenStyle + smaller, styles.length - 1)]
    font.weight: Font.Bold
    text: share >= 1 || width <= 0 ? name : shortened()
    wrapMode: Text.Wrap
    maximumLineCount: linesOf(typeStyle)
    elide: Text.ElideRight

    onNameChanged: again()
    onWidthChanged: again()
    onChosenStyleChanged: again()
    onTruncatedChanged: Qt.callLater(fit)
}
