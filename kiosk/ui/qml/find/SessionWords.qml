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
    // Where a door counts who goes in, how many are left; else how many there are. `left` is -1 where nobody knows.
    function seats(all: int, left: int): string {
        if (all <= 0)
            return "";
        if (left === 0)
            //% "已满"
            return qsTrId("card.full");
        //% "还有 %1 座"
        //% "共 %n 座"
        return left > 0 ? qsTrId("card.seats_left").arg(left) : qsTrId("card.seats", all);
    }
    function seatsAtLength(all: int, left: int, stage: string): string {
        if (all <= 0)
            return "";
        if (left === 0)
            //% "已满，可在门口等空位"
            return qsTrId("card.full_how");
        if (left > 0)
            //% "还有 %1 座，共 %n 座"
            return qsTrId("card.seats_left_of", all).arg(left);
        //% "%1 座，先到先得"
        return stage === "over" ? seats(all, left) : qsTrId("session.seats_words").arg(all);
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
