<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name></name>
    <message id="plan.empty">
        <source>想去哪几家？</source>
        <translation>Where would you like to go?</translation>
    </message>
    <message id="plan.empty_how">
        <source>挑好以后，这里排出最省路的顺序，可以打印，也可以扫码带走。</source>
        <translation>Pick a few, and this page puts them in the order with the least walking. Print it, or take it on your phone.</translation>
    </message>
    <message id="plan.by_badge">
        <source>扫胸卡，按我的专业推荐</source>
        <translation>Scan my badge: stalls for my major</translation>
    </message>
    <message id="plan.by_badge_how">
        <source>以前存在胸卡上的计划，也一起取出来。</source>
        <translation>A plan you kept with your badge comes back too.</translation>
    </message>
    <message id="plan.by_hand">
        <source>找展位，自己挑</source>
        <translation>Find stalls and pick</translation>
    </message>
    <message id="plan.by_hand_how">
        <source>看到想去的，按“加入计划”。</source>
        <translation>Where you want to go, touch "Add to plan".</translation>
    </message>
    <message id="plan.by_programme">
        <source>挑几场宣讲会</source>
        <translation>Pick some talks</translation>
    </message>
    <message id="plan.by_programme_how">
        <source>到点前会把您排到会场门口。</source>
        <translation>You will be at the door before it begins.</translation>
    </message>
    <message id="plan.nowhere">
        <source>现在没有能去的</source>
        <translation>Nowhere to go just now</translation>
    </message>
    <message id="plan.length" numerus="yes">
        <source>%n 站，约 %1 米</source>
        <translation>
            <numerusform>%n stop, about %1 m</numerusform>
            <numerusform>%n stops, about %1 m</numerusform>
        </translation>
    </message>
    <message id="plan.time_long">
        <source>走路约 %1 分钟，每家按 %3 分钟算，约 %2 走完</source>
        <translation>About %1 min on foot, %3 min a stall, done at about %2</translation>
    </message>
    <message id="plan.time">
        <source>走路约 %1 分钟，约 %2 走完</source>
        <translation>About %1 min on foot, done about %2</translation>
    </message>
    <message id="plan.arrives">
        <source>%1 到</source>
        <translation>%1</translation>
    </message>
    <message id="plan.away">
        <source>走 %1 米</source>
        <translation>%1 m</translation>
    </message>
    <message id="plan.moved">
        <source>从 %1 搬来，%2</source>
        <translation>Moved from %1, %2</translation>
    </message>
    <message id="plan.remove">
        <source>不去 %1</source>
        <translation>Leave out %1</translation>
    </message>
    <message id="plan.page">
        <source>第 %1 到 %2 站，共 %3 站</source>
        <translation>%1 to %2 of %3</translation>
    </message>
    <message id="plan.my_major">
        <source>我的专业</source>
        <translation>My major</translation>
    </message>
    <message id="plan.clear">
        <source>清空</source>
        <translation>Clear</translation>
    </message>
    <message id="plan.map">
        <source>看平面图</source>
        <translation>Show the map</translation>
    </message>
    <message id="plan.print">
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message id="plan.keep">
        <source>存到胸卡</source>
        <translation>Keep</translation>
    </message>
    <message id="plan.kept">
        <source>已存好</source>
        <translation>Kept</translation>
    </message>
    <message id="plan.take">
        <source>扫码带走</source>
        <translation>To phone</translation>
    </message>
    <message id="plan.printing">
        <source>正在打印，请在本机下方取。</source>
        <translation>Printing. It comes out below.</translation>
    </message>
    <message id="plan.not_printed">
        <source>没有打出来。请用手机扫二维码带走。</source>
        <translation>Not printed. Take the QR with your phone.</translation>
    </message>
    <message id="plan.code">
        <source>用手机扫一扫，就带走了</source>
        <translation>Scan it with your phone</translation>
    </message>
    <message id="plan.code_how">
        <source>内容就在码里，不用网络，也没有您的姓名。</source>
        <translation>The text is in the code: no network needed, and your name is not in it.</translation>
    </message>
    <message id="plan.code_name">
        <source>计划的二维码，扫一扫就是文字</source>
        <translation>QR of your plan, as text</translation>
    </message>
    <message id="plan.scan">
        <source>请扫胸卡</source>
        <translation>Scan your badge</translation>
    </message>
    <message id="plan.scan_how">
        <source>把胸卡上的二维码对准下方扫描口。</source>
        <translation>Hold the QR on your badge to the scanner below.</translation>
    </message>
    <message id="plan.scan_unknown">
        <source>这不是本场的胸卡，或已换新。请换一张再扫。</source>
        <translation>This is no badge of this fair, or it was replaced. Try another one.</translation>
    </message>
    <message id="plan.scan_cancel">
        <source>先不扫</source>
        <translation>Not now</translation>
    </message>
    <message id="plan.failed">
        <source>顺序没有排出来</source>
        <translation>The order could not be made</translation>
    </message>
    <message id="plan.failed_how">
        <source>您挑的都还在。请再试一次，或到服务台问一问。</source>
        <translation>All you picked is still here. Try again, or ask at the desk.</translation>
    </message>
    <message id="plan.note_kept">
        <source>这是您存在胸卡上的计划。</source>
        <translation>This is the plan you kept with your badge.</translation>
    </message>
    <message id="plan.note_merged">
        <source>胸卡上存的也加进来了。</source>
        <translation>What you kept with your badge was added.</translation>
    </message>
    <message id="plan.note_proposed">
        <source>按您的专业推荐，想去哪家留哪家。</source>
        <translation>For your major; leave out any of them.</translation>
    </message>
    <message id="plan.note_no_major">
        <source>胸卡上没有写专业，请自己挑几家。</source>
        <translation>Your badge names no major; pick your own.</translation>
    </message>
    <message id="plan.note_none_for_major">
        <source>没有写明招您这个专业的展位，请自己挑几家。</source>
        <translation>No stall names your major; pick your own.</translation>
    </message>
    <message id="plan.note_saved">
        <source>已存到胸卡，下次扫卡取出。</source>
        <translation>Kept. Scan your badge to see it again.</translation>
    </message>
    <message id="plan.note_full">
        <source>一份计划最多 30 站，先去这些吧。</source>
        <translation>A plan holds 30 stops. Begin with these.</translation>
    </message>
    <message id="plan.note_badge_failed">
        <source>胸卡没有读出来，请再试一次。</source>
        <translation>Badge not read. Please try again.</translation>
    </message>
</context>
</TS>
