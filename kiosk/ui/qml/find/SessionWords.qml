import QtQml

// What a session's kind and its time are called; for rows, the time line and the session's page.
QtObject {
    function kindName(kind: string): string {
        switch (kind) {
        case "talk":
            //% "宣讲会"
            return qsTrId("programme.talk");
        case "lecture":
            //% "讲座"
            return qsTrId("programme.lecture");
        default:
            //% "对接会"
            return qsTrId("programme.exchange");
        }
    }
    // next, on, over; nothing for what is later.
    function note(stage: string, minutes: int): string {
        switch (stage) {
        case "next":
            if (minutes >= 60)
                //% "%1 小时 %2 分钟后开始"
                return qsTrId("programme.in_hours").arg(Math.floor(minutes / 60)).arg(minutes % 60);
            //% "%1 分钟后开始"
            return qsTrId("programme.in_minutes").arg(minutes);
        case "on":
            //% "正在进行"
            return qsTrId("programme.on");
        case "over":
            //% "已结束"
            return qsTrId("programme.over");
        default:
            return "";
        }
    }
}
