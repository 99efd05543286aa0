<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name></name>
    <message id="card.plan">
        <source>加入计划</source>
        <translation>Add to my plan</translation>
    </message>
    <message id="card.planned">
        <source>已在计划里</source>
        <translation>In my plan</translation>
    </message>
    <message id="card.map">
        <source>在图上看</source>
        <translation>Show on the map</translation>
    </message>
    <message id="card.way">
        <source>怎么走，约 %1 米</source>
        <translation>Take me there, about %1 m</translation>
    </message>
    <message id="card.scan">
        <source>用手机扫码投递</source>
        <translation>Scan to apply</translation>
    </message>
    <message id="card.code_name">
        <source>投递用的二维码，网址在 %1</source>
        <translation>QR code to apply at %1</translation>
    </message>
    <message id="card.no_code">
        <source>网址太长，画不成码</source>
        <translation>Too long an address for a code</translation>
    </message>
    <message id="card.no_code_how">
        <source>请到展位问一问怎样投递。</source>
        <translation>Please ask at the stall how to apply.</translation>
    </message>
    <message id="card.opens">
        <source>打开 %1</source>
        <translation>Opens %1</translation>
    </message>
    <message id="card.expected">
        <source>还没签到</source>
        <translation>Not signed in yet</translation>
    </message>
    <message id="card.present">
        <source>已到场</source>
        <translation>Here now</translation>
    </message>
    <message id="card.late">
        <source>还没到场</source>
        <translation>Not here yet</translation>
    </message>
    <message id="card.released">
        <source>今天没有来</source>
        <translation>Not coming today</translation>
    </message>
    <message id="card.moved">
        <source>原在 %1，已换到这里</source>
        <translation>Moved here from %1</translation>
    </message>
    <message id="card.closed">
        <source>展位暂时关闭</source>
        <translation>Closed for now</translation>
    </message>
    <message id="card.closed_how">
        <source>展位暂时关闭，可以先看看别的。</source>
        <translation>This stall is closed for now. Please see others first.</translation>
    </message>
    <message id="card.released_how">
        <source>单位今天没有到场，可以看看别的。</source>
        <translation>This employer has not come today. Please see others.</translation>
    </message>
    <message id="card.others">
        <source>找别的展位</source>
        <translation>Find other stalls</translation>
    </message>
    <message id="card.your_major">
        <source>您的专业</source>
        <translation>Your major</translation>
    </message>
    <message id="card.you_typed">
        <source>您搜的</source>
        <translation>You searched</translation>
    </message>
    <message id="card.for_major">
        <source>适合您的专业的有 %1 个</source>
        <translation>%1 for your major</translation>
    </message>
    <message id="card.as_typed">
        <source>您搜的有 %1 个</source>
        <translation>%1 as you searched</translation>
    </message>
    <message id="card.no_graduates">
        <source>毕业生情况请到展位询问</source>
        <translation>Ask at the stall about graduates</translation>
    </message>
    <message id="card.full">
        <source>已满</source>
        <translation>Full</translation>
    </message>
    <message id="card.full_how">
        <source>已满，可在门口等空位</source>
        <translation>Full, wait at the door</translation>
    </message>
    <message id="card.seats_left">
        <source>还有 %1 座</source>
        <translation>%1 left</translation>
    </message>
    <message id="card.seats" numerus="yes">
        <source>共 %n 座</source>
        <translation>
            <numerusform>%n seat</numerusform>
            <numerusform>%n seats</numerusform>
        </translation>
    </message>
    <message id="card.seats_left_of" numerus="yes">
        <source>还有 %1 座，共 %n 座</source>
        <translation>
            <numerusform>%1 left of %n seat</numerusform>
            <numerusform>%1 left of %n seats</numerusform>
        </translation>
    </message>
    <message id="card.session_way">
        <source>去%1，约 %2 米</source>
        <translation>To %1, about %2 m</translation>
    </message>
    <message id="card.office">
        <source>就业指导中心</source>
        <translation>Careers office</translation>
    </message>
</context>
</TS>
