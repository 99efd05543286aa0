<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name></name>
    <message id="facets.group">
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message id="facets.late">
        <source>还没到</source>
        <translation>Not here yet</translation>
    </message>
    <message id="facets.released">
        <source>今天不来</source>
        <translation>Not coming</translation>
    </message>
    <message id="facets.moved">
        <source>已换到这里</source>
        <translation>Moved here</translation>
    </message>
    <message id="facets.closed">
        <source>关闭</source>
        <translation>Closed</translation>
    </message>
    <message id="facets.way">
        <source>怎么走</source>
        <translation>The way</translation>
    </message>
    <message id="facets.filter">
        <source>筛选</source>
        <translation>Filter</translation>
    </message>
    <message id="facets.filter_count">
        <source>筛选 %1</source>
        <translation>Filter %1</translation>
    </message>
    <message id="facets.clear">
        <source>全部清除</source>
        <translation>Clear all</translation>
    </message>
    <message id="facets.show" numerus="yes">
        <source>看这 %1 个</source>
        <translation>
            <numerusform>Show %1 result</numerusform>
            <numerusform>Show %1 results</numerusform>
        </translation>
    </message>
    <message id="facets.badge_bare">
        <source>证上没有写专业</source>
        <translation>No major on this badge</translation>
    </message>
    <message id="facets.badge_unknown">
        <source>没有认出这张证</source>
        <translation>This badge is not known</translation>
    </message>
    <message id="facets.badge_scan">
        <source>请扫胸卡</source>
        <translation>Scan your badge</translation>
    </message>
    <message id="facets.badge_bare_how">
        <source>可以自己选一个专业类。</source>
        <translation>You can choose a field of study yourself.</translation>
    </message>
    <message id="facets.badge_unknown_how">
        <source>请把本场的胸卡再扫一次，或自己选专业类。</source>
        <translation>Scan this fair's badge once more, or choose your field of study.</translation>
    </message>
    <message id="facets.badge_scan_how">
        <source>扫描窗在屏幕下方。只看您的专业类，不记录。</source>
        <translation>The scanner is below the screen. Only your field of study is read; nothing is recorded.</translation>
    </message>
    <message id="facets.badge_leave">
        <source>不用了</source>
        <translation>Not now</translation>
    </message>
    <message id="facets.badge_hand">
        <source>自己选专业类</source>
        <translation>Choose it myself</translation>
    </message>
    <message id="facets.map">
        <source>平面图</source>
        <translation>Map</translation>
    </message>
    <message id="facets.list">
        <source>列表</source>
        <translation>List</translation>
    </message>
    <message id="facets.plan_count">
        <source>我的计划 %1</source>
        <translation>My plan %1</translation>
    </message>
    <message id="facets.more">
        <source>还有 %1 项</source>
        <translation>%1 more</translation>
    </message>
    <message id="facets.my_major">
        <source>适合我的专业</source>
        <translation>For my major</translation>
    </message>
    <message id="facets.toilet">
        <source>洗手间</source>
        <translation>Toilets</translation>
    </message>
    <message id="facets.accessible_toilet">
        <source>无障碍洗手间</source>
        <translation>Accessible WC</translation>
    </message>
    <message id="facets.lift">
        <source>电梯</source>
        <translation>Lift</translation>
    </message>
    <message id="facets.desk">
        <source>服务台</source>
        <translation>Desk</translation>
    </message>
    <message id="facets.exit">
        <source>出口</source>
        <translation>Exit</translation>
    </message>
    <message id="facets.coffee">
        <source>咖啡</source>
        <translation>Coffee</translation>
    </message>
    <message id="facets.none_narrowed">
        <source>这样筛选没有结果</source>
        <translation>Nothing matches these filters</translation>
    </message>
    <message id="facets.none_widen">
        <source>去掉筛选再看一次，或换个说法。</source>
        <translation>Take the filters away, or use other words.</translation>
    </message>
    <message id="facets.none_clear">
        <source>去掉全部筛选</source>
        <translation>Take all filters away</translation>
    </message>
    <message id="facets.nearest">
        <source>最接近的：</source>
        <translation>Nearest:</translation>
    </message>
    <message id="facets.not_here">
        <source>%1没有</source>
        <translation>Not in %1</translation>
    </message>
    <message id="facets.there">
        <source>%1有 %2 个。</source>
        <translation>%1 has %2.</translation>
    </message>
    <message id="facets.see_level">
        <source>看%1</source>
        <translation>Show %1</translation>
    </message>
    <message id="facets.here">
        <source>您在这里：%1</source>
        <translation>You are here: %1</translation>
    </message>
    <message id="facets.closed_now">
        <source>现在关闭：%1</source>
        <translation>Closed now: %1</translation>
    </message>
    <message id="facets.leads">
        <source>通往 %1</source>
        <translation>To %1</translation>
    </message>
    <message id="facets.none_narrowed_text">
        <source>筛选以后没有“%1”</source>
        <translation>No '%1' with these filters</translation>
    </message>
</context>
</TS>
