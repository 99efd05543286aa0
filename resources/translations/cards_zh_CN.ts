<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name></name>
    <message id="card.plan">
        <source>加入计划</source>
        <translation>加入计划</translation>
    </message>
    <message id="card.planned">
        <source>已在计划里</source>
        <translation>已在计划里</translation>
    </message>
    <message id="card.map">
        <source>在图上看</source>
        <translation>在图上看</translation>
    </message>
    <message id="card.way">
        <source>怎么走，约 %1 米</source>
        <translation>怎么走，约 %1 米</translation>
    </message>
    <message id="card.scan">
        <source>用手机扫码投递</source>
        <translation>用手机扫码投递</translation>
    </message>
    <message id="card.code_name">
        <source>投递用的二维码，网址在 %1</source>
        <translation>投递用的二维码，网址在 %1</translation>
    </message>
    <message id="card.no_code">
        <source>网址太长，画不成码</source>
        <translation>网址太长，画不成码</translation>
    </message>
    <message id="card.no_code_how">
        <source>请到展位问一问怎样投递。</source>
        <translation>请到展位问一问怎样投递。</translation>
    </message>
    <message id="card.opens">
        <source>打开 %1</source>
        <translation>打开 %1</translation>
    </message>
    <message id="card.expected">
        <source>还没签到</source>
        <translation>还没签到</translation>
    </message>
    <message id="card.present">
        <source>已到场</source>
        <translation>已到场</translation>
    </message>
    <message id="card.late">
        <source>还没到场</source>
        <translation>还没到场</translation>
    </message>
    <message id="card.released">
        <source>今天没有来</source>
        <translation>今天没有来</translation>
    </message>
    <message id="card.moved">
        <source>原在 %1，已换到这里</source>
        <translation>原在 %1，已换到这里</translation>
    </message>
    <message id="card.closed">
        <source>展位暂时关闭</source>
        <translation>展位暂时关闭</translation>
    </message>
    <message id="card.closed_how">
        <source>展位暂时关闭，可以先看看别的。</source>
        <translation>展位暂时关闭，可以先看看别的。</translation>
    </message>
    <message id="card.released_how">
        <source>单位今天没有到场，可以看看别的。</source>
        <translation>单位今天没有到场，可以看看别的。</translation>
    </message>
    <message id="card.others">
        <source>找别的展位</source>
        <translation>找别的展位</translation>
    </message>
    <message id="card.your_major">
        <source>您的专业</source>
        <translation>您的专业</translation>
    </message>
    <message id="card.you_typed">
        <source>您搜的</source>
        <translation>您搜的</translation>
    </message>
    <message id="card.for_major">
        <source>适合您的专业的有 %1 个</source>
        <translation>适合您的专业的有 %1 个</translation>
    </message>
    <message id="card.as_typed">
        <source>您搜的有 %1 个</source>
        <translation>您搜的有 %1 个</translation>
    </message>
    <message id="card.no_graduates">
        <source>毕业生情况请到展位询问</source>
        <translation>毕业生情况请到展位询问</translation>
    </message>
    <message id="card.full">
        <source>已满</source>
        <translation>已满</translation>
    </message>
    <message id="card.full_how">
        <source>已满，可在门口等空位</source>
        <translation>已满，可在门口等空位</translation>
    </message>
    <message id="card.seats_left">
        <source>还有 %1 座</source>
        <translation>还有 %1 座</translation>
    </message>
    <message id="card.seats" numerus="yes">
        <source>共 %n 座</source>
        <translation>
            <numerusform>共 %n 座</numerusform>
        </translation>
    </message>
    <message id="card.seats_left_of" numerus="yes">
        <source>还有 %1 座，共 %n 座</source>
        <translation>
            <numerusform>还有 %1 座，共 %n 座</numerusform>
        </translation>
    </message>
    <message id="card.session_way">
        <source>去%1，约 %2 米</source>
        <translation>去%1，约 %2 米</translation>
    </message>
    <message id="card.office">
        <source>就业指导中心</source>
        <translation>就业指导中心</translation>
    </message>
</context>
</TS>
