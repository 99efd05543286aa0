<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name></name>
    <message id="facets.group">
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message id="facets.late">
        <source>还没到</source>
        <translation>还没到</translation>
    </message>
    <message id="facets.released">
        <source>今天不来</source>
        <translation>今天不来</translation>
    </message>
    <message id="facets.moved">
        <source>已换到这里</source>
        <translation>已换到这里</translation>
    </message>
    <message id="facets.closed">
        <source>关闭</source>
        <translation>关闭</translation>
    </message>
    <message id="facets.way">
        <source>怎么走</source>
        <translation>怎么走</translation>
    </message>
    <message id="facets.filter">
        <source>筛选</source>
        <translation>筛选</translation>
    </message>
    <message id="facets.filter_count">
        <source>筛选 %1</source>
        <translation>筛选 %1</translation>
    </message>
    <message id="facets.clear">
        <source>全部清除</source>
        <translation>全部清除</translation>
    </message>
    <message id="facets.show" numerus="yes">
        <source>看这 %1 个</source>
        <translation>
            <numerusform>看这 %1 个</numerusform>
        </translation>
    </message>
    <message id="facets.badge_bare">
        <source>证上没有写专业</source>
        <translation>证上没有写专业</translation>
    </message>
    <message id="facets.badge_unknown">
        <source>没有认出这张证</source>
        <translation>没有认出这张证</translation>
    </message>
    <message id="facets.badge_scan">
        <source>请扫胸卡</source>
        <translation>请扫胸卡</translation>
    </message>
    <message id="facets.badge_bare_how">
        <source>可以自己选一个专业类。</source>
        <translation>可以自己选一个专业类。</translation>
    </message>
    <message id="facets.badge_unknown_how">
        <source>请把本场的胸卡再扫一次，或自己选专业类。</source>
        <translation>请把本场的胸卡再扫一次，或自己选专业类。</translation>
    </message>
    <message id="facets.badge_scan_how">
        <source>扫描窗在屏幕下方。只看您的专业类，不记录。</source>
        <translation>扫描窗在屏幕下方。只看您的专业类，不记录。</translation>
    </message>
    <message id="facets.badge_leave">
        <source>不用了</source>
        <translation>不用了</translation>
    </message>
    <message id="facets.badge_hand">
        <source>自己选专业类</source>
        <translation>自己选专业类</translation>
    </message>
    <message id="facets.map">
        <source>平面图</source>
        <translation>平面图</translation>
    </message>
    <message id="facets.list">
        <source>列表</source>
        <translation>列表</translation>
    </message>
    <message id="facets.plan_count">
        <source>我的计划 %1</source>
        <translation>我的计划 %1</translation>
    </message>
    <message id="facets.more">
        <source>还有 %1 项</source>
        <translation>还有 %1 项</translation>
    </message>
    <message id="facets.my_major">
        <source>适合我的专业</source>
        <translation>适合我的专业</translation>
    </message>
    <message id="facets.toilet">
        <source>洗手间</source>
        <translation>洗手间</translation>
    </message>
    <message id="facets.accessible_toilet">
        <source>无障碍洗手间</source>
        <translation>无障碍洗手间</translation>
    </message>
    <message id="facets.lift">
        <source>电梯</source>
        <translation>电梯</translation>
    </message>
    <message id="facets.desk">
        <source>服务台</source>
        <translation>服务台</translation>
    </message>
    <message id="facets.exit">
        <source>出口</source>
        <translation>出口</translation>
    </message>
    <message id="facets.coffee">
        <source>咖啡</source>
        <translation>咖啡</translation>
    </message>
    <message id="facets.none_narrowed">
        <source>这样筛选没有结果</source>
        <translation>这样筛选没有结果</translation>
    </message>
    <message id="facets.none_widen">
        <source>去掉筛选再看一次，或换个说法。</source>
        <translation>去掉筛选再看一次，或换个说法。</translation>
    </message>
    <message id="facets.none_clear">
        <source>去掉全部筛选</source>
        <translation>去掉全部筛选</translation>
    </message>
    <message id="facets.nearest">
        <source>最接近的：</source>
        <translation>最接近的：</translation>
    </message>
    <message id="facets.not_here">
        <source>%1没有</source>
        <translation>%1没有</translation>
    </message>
    <message id="facets.there">
        <source>%1有 %2 个。</source>
        <translation>%1有 %2 个。</translation>
    </message>
    <message id="facets.see_level">
        <source>看%1</source>
        <translation>看%1</translation>
    </message>
    <message id="facets.here">
        <source>您在这里：%1</source>
        <translation>您在这里：%1</translation>
    </message>
    <message id="facets.closed_now">
        <source>现在关闭：%1</source>
        <translation>现在关闭：%1</translation>
    </message>
    <message id="facets.leads">
        <source>通往 %1</source>
        <translation>通往 %1</translation>
    </message>
    <message id="facets.none_narrowed_text">
        <source>筛选以后没有“%1”</source>
        <translation>筛选以后没有“%1”</translation>
    </message>
</context>
</TS>
