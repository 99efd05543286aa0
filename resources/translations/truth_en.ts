<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name></name>
    <message id="truth.twice_how">
        <source>点一个人，说一说是怎么回事。</source>
        <translation>Touch one, and say how it was.</translation>
    </message>
    <message id="truth.twice_all_done">
        <source>都处理完了。</source>
        <translation>All of them are settled.</translation>
    </message>
    <message id="truth.twice_none">
        <source>没有人重复入场。</source>
        <translation>Nobody was admitted twice.</translation>
    </message>
    <message id="truth.twice_resolved_how">
        <source>已有工作人员看过；有新记录会再问。</source>
        <translation>Staff have looked at these. A new passage is asked about again.</translation>
    </message>
    <message id="truth.twice_failed">
        <source>重复入场的名单没有读出来</source>
        <translation>The list could not be read</translation>
    </message>
    <message id="truth.twice_open">
        <source>待核对</source>
        <translation>To check</translation>
    </message>
    <message id="truth.twice_resolved">
        <source>已处理</source>
        <translation>Settled</translation>
    </message>
    <message id="truth.same_person">
        <source>是同一个人</source>
        <translation>The same person</translation>
    </message>
    <message id="truth.two_people">
        <source>两个人用过</source>
        <translation>Two people used it</translation>
    </message>
    <message id="truth.mistake">
        <source>误扫</source>
        <translation>A mistake</translation>
    </message>
    <message id="truth.asked">
        <source>是怎么回事？请问一问本人，或看一看证。</source>
        <translation>How was it? Ask the person, or look at the badge.</translation>
    </message>
    <message id="truth.revoke">
        <source>停用这张证</source>
        <translation>Stop this badge</translation>
    </message>
    <message id="truth.undo">
        <source>撤销 %1</source>
        <translation>Undo %1</translation>
    </message>
    <message id="truth.close">
        <source>收起</source>
        <translation>Close</translation>
    </message>
    <message id="truth.enough">
        <source>就这样</source>
        <translation>That is all</translation>
    </message>
    <message id="truth.said_recalled">
        <source>已告诉那台机器不用打了，等它回话。</source>
        <translation>That kiosk was told to leave it. It has yet to answer.</translation>
    </message>
    <message id="truth.asked_by">
        <source>%1要的</source>
        <translation>for %1</translation>
    </message>
    <message id="truth.recalled">
        <source>已告诉它不用打，等回话</source>
        <translation>Told to leave it</translation>
    </message>
    <message id="truth.waits_there">
        <source>在那里等着打</source>
        <translation>Waits there</translation>
    </message>
    <message id="truth.held_there">
        <source>那里的打印机停了</source>
        <translation>Held there</translation>
    </message>
    <message id="truth.printing_there">
        <source>那里正在打</source>
        <translation>Printing there</translation>
    </message>
    <message id="truth.came_out_there">
        <source>%1的这张出来了吗？</source>
        <translation>Did this badge come out at %1?</translation>
    </message>
    <message id="truth.print_here">
        <source>在本机打</source>
        <translation>Print here</translation>
    </message>
    <message id="truth.print_there">
        <source>在%1打</source>
        <translation>At %1</translation>
    </message>
    <message id="truth.print_more">
        <source>换一台机器</source>
        <translation>Another kiosk</translation>
    </message>
</context>
</TS>
