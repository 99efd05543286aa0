import QtQuick

// What helps whoever holds a code out to the camera, in words and as a drawing; nothing where nothing is known.
QtObject {
    required property string hint
    readonly property string words: said()
    readonly property string sign: hint === "" ? "scan" : hint === "still" ? "pause" : "aim_" + hint

    function said(): string {
        switch (hint) {
        case "light":
            //% "光线太暗，请把手机调亮，或到亮一点的地方"
            return qsTrId("camera.light");
        case "glare":
            //% "太亮了，请把手机斜一点，或把屏幕调暗"
            return qsTrId("camera.glare");
        case "closer":
            //% "请靠近一点"
            return qsTrId("camera.closer");
        case "farther":
            //% "请离远一点"
            return qsTrId("camera.farther");
        case "still":
            //% "请拿稳，停一下"
            return qsTrId("camera.still");
        case "one":
            //% "一次只放一个码"
            return qsTrId("camera.one");
        default:
            return "";
        }
    }
}
