<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name></name>
    <message id="plan.empty">
        <source>想去哪几家？</source>
        <translation>想去哪几家？</translation>
    </message>
    <message id="plan.empty_how">
        <source>挑好以后，这里排出最省路的顺序，可以打印，也可以扫码带走。</source>
        <translation>挑好以后，这里排出最省路的顺序，可以打印，也可以扫码带走。</translation>
    </message>
    <message id="plan.by_badge">
        <source>扫胸卡，按我的专业推荐</source>
        <translation>扫胸卡，按我的专业推荐</translation>
    </message>
    <message id="plan.by_badge_how">
        <source>以前存在胸卡上的计划，也一起取出来。</source>
        <translation>以前存在胸卡上的计划，也一起取出来。</translation>
    </message>
    <message id="plan.by_hand">
        <source>找展位，自己挑</source>
        <translation>找展位，自己挑</translation>
    </message>
    <message id="plan.by_hand_how">
        <source>看到想去的，按“加入计划”。</source>
        <translation>看到想去的，按“加入计划”。</translation>
    </message>
    <message id="plan.by_programme">
        <source>挑几场宣讲会</source>
        <translation>挑几场宣讲会</translation>
    </message>
    <message id="plan.by_programme_how">
        <source>到点前会把您排到会场门口。</source>
        <translation>到点前会把您排到会场门口。</translation>
    </message>
    <message id="plan.nowhere">
        <source>现在没有能去的</source>
        <translation>现在没有能去的</translation>
    </message>
    <message id="plan.length" numerus="yes">
        <source>%n 站，约 %1 米</source>
        <translation>
            <numerusform>%n 站，约 %1 米</numerusform>
        </translation>
    </message>
    <message id="plan.time_long">
        <source>走路约 %1 分钟，每家按 %3 分钟算，约 %2 走完</source>
        <translation>走路约 %1 分钟，每家按 %3 分钟算，约 %2 走完</translation>
    </message>
    <message id="plan.time">
        <source>走路约 %1 分钟，约 %2 走完</source>
        <translation>走路约 %1 分钟，约 %2 走完</translation>
    </message>
    <message id="plan.arrives">
        <source>%1 到</source>
        <translation>%1 到</translation>
    </message>
    <message id="plan.away">
        <source>走 %1 米</source>
        <translation>走 %1 米</translation>
    </message>
    <message id="plan.moved">
        <source>从 %1 搬来，%2</source>
        <translation>从 %1 搬来，%2</translation>
    </message>
    <message id="plan.remove">
        <source>不去 %1</source>
        <translation>不去 %1</translation>
    </message>
    <message id="plan.page">
        <source>第 %1 到 %2 站，共 %3 站</source>
        <translation>第 %1 到 %2 站，共 %3 站</translation>
    </message>
    <message id="plan.my_major">
        <source>我的专业</source>
        <translation>我的专业</translation>
    </message>
    <message id="plan.clear">
        <source>清空</source>
        <translation>清空</translation>
    </message>
    <message id="plan.map">
        <source>看平面图</source>
        <translation>看平面图</translation>
    </message>
    <message id="plan.print">
        <source>打印</source>
        <translation>打印</translation>
    </message>
    <message id="plan.keep">
        <source>存到胸卡</source>
        <translation>存到胸卡</translation>
    </message>
    <message id="plan.kept">
        <source>已存好</source>
        <translation>已存好</translation>
    </message>
    <message id="plan.take">
        <source>扫码带走</source>
        <translation>扫码带走</translation>
    </message>
    <message id="plan.printing">
        <source>正在打印，请在本机下方取。</source>
        <translation>正在打印，请在本机下方取。</translation>
    </message>
    <message id="plan.not_printed">
        <source>没有打出来。请用手机扫二维码带走。</source>
        <translation>没有打出来。请用手机扫二维码带走。</translation>
    </message>
    <message id="plan.code">
        <source>用手机扫一扫，就带走了</source>
        <translation>用手机扫一扫，就带走了</translation>
    </message>
    <message id="plan.code_how">
        <source>内容就在码里，不用网络，也没有您的姓名。</source>
        <translation>内容就在码里，不用网络，也没有您的姓名。</translation>
    </message>
    <message id="plan.code_name">
        <source>计划的二维码，扫一扫就是文字</source>
        <translation>计划的二维码，扫一扫就是文字</translation>
    </message>
    <message id="plan.scan">
        <source>请扫胸卡</source>
        <translation>请扫胸卡</translation>
    </message>
    <message id="plan.scan_how">
        <source>把胸卡上的二维码对准下方扫描口。</source>
        <translation>把胸卡上的二维码对准下方扫描口。</translation>
    </message>
    <message id="plan.scan_unknown">
        <source>这不是本场的胸卡，或已换新。请换一张再扫。</source>
        <translation>这不是本场的胸卡，或已换新。请换一张再扫。</translation>
    </message>
    <message id="plan.scan_cancel">
        <source>先不扫</source>
        <translation>先不扫</translation>
    </message>
    <message id="plan.failed">
        <source>顺序没有排出来</source>
        <translation>顺序没有排出来</translation>
    </message>
    <message id="plan.failed_how">
        <source>您挑的都还在。请再试一次，或到服务台问一问。</source>
        <translation>您挑的都还在。请再试一次，或到服务台问一问。</translation>
    </message>
    <message id="plan.note_kept">
        <source>这是您存在胸卡上的计划。</source>
        <translation>这是您存在胸卡上的计划。</translation>
    </message>
    <message id="plan.note_merged">
        <source>胸卡上存的也加进来了。</source>
        <translation>胸卡上存的也加进来了。</translation>
    </message>
    <message id="plan.note_proposed">
        <source>按您的专业推荐，想去哪家留哪家。</source>
        <translation>按您的专业推荐，想去哪家留哪家。</translation>
    </message>
    <message id="plan.note_no_major">
        <source>胸卡上没有写专业，请自己挑几家。</source>
        <translation>胸卡上没有写专业，请自己挑几家。</translation>
    </message>
    <message id="plan.note_none_for_major">
        <source>没有写明招您这个专业的展位，请自己挑几家。</source>
        <translation>没有写明招您这个专业的展位，请自己挑几家。</translation>
    </message>
    <message id="plan.note_saved">
        <source>已存到胸卡，下次扫卡取出。</source>
        <translation>已存到胸卡，下次扫卡取出。</translation>
    </message>
    <message id="plan.note_full">
        <source>一份计划最多 30 站，先去这些吧。</source>
        <translation>一份计划最多 30 站，先去这些吧。</translation>
    </message>
    <message id="plan.note_badge_failed">
        <source>胸卡没有读出来，请再试一次。</source>
        <translation>胸卡没有读出来，请再试一次。</translation>
    </message>
</context>
</TS>
