import QtQuick
import Kiosk.Models

// Two ways to type with large keys: nine keys with the letters of a telephone, or a key for each initial.
KeyBed {
    id: pad

    required property FindModel find
    readonly property bool nine: find.pads.pad === "nine"
    //% "删除一位"
    readonly property string eraseName: qsTrId("pad.erase")
    //% "清除"
    readonly property string clearName: qsTrId("entry.clear")
    //% "收起"
    readonly property string doneName: qsTrId("find.pad_done")
    readonly property list<string> letters: ["", "ABC", "DEF", "GHI", "JKL", "MNO", "PQRS", "TUV", "WXYZ"]

    signal done

    function nineKeys(): list<var> {
        const keys = letters.map((each, index) => ({
                    "text": String(index + 1),
                    "small": each,
                    "column": index % 3,
                    "row": Math.floor(index / 3)
                }));
        return keys.concat([
            {
                "text": "0",
                "column": 0,
                "row": 3,
                "columns": 3
            },
            action("erase", 3, 0, 1, 1),
            action("clear", 3, 1, 1, 1),
            action("done", 3, 2, 1, 2)
        ]);
    }
    function initialKeys(): list<var> {
        const shown = "1234567890ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");
        const keys = shown.map((each, index) => ({
                    "text": each,
                    "column": index % 10,
                    "row": Math.floor(index / 10)
                }));
        return keys.concat([action("erase", 6, 3, 1, 1), action("clear", 7, 3, 1.5, 1), action("done", 8.5, 3, 1.5, 1)]);
    }
    function action(name: string, column: real, row: int, columns: real, rows: int): var {
        const text = {
            "erase": eraseName,
            "clear": clearName,
            "done": doneName
        }[name];
        const key = {
            "text": text,
            "name": text,
            "action": name,
            "column": column,
            "row": row,
            "columns": columns,
            "rows": rows
        };
        if (name === "erase")
            key["icon"] = "backspace";
        return key;
    }

    columns: nine ? 4 : 10
    rows: 4
    keys: nine ? nineKeys() : initialKeys()
    onTyped: text => find.typeKey(text)
    onActed: action => {
        if (action === "erase")
            find.erase();
        else if (action === "clear")
            find.clear();
        else
            pad.done();
    }
}
