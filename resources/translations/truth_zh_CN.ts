<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name></name>
    <message id="truth.twice_how">
        <source>点一个人，说一说是怎么回事。</source>
        <translation>点一个人，说一说是怎么回事。</translation>
    </message>
    <message id="truth.twice_all_done">
        <source>都处理完了。</source>
        <translation>都处理完了。</translation>
    </message>
    <message id="truth.twice_none">
        <source>没有人重复入场。</source>
        <translation>没有人重复入场。</translation>
    </message>
    <message id="truth.twice_resolved_how">
        <source>已有工作人员看过；有新记录会再问。</source>
        <translation>已有工作人员看过；有新记录会再问。</translation>
    </message>
    <message id="truth.twice_failed">
        <source>重复入场的名单没有读出来</source>
        <translation>重复入场的名单没有读出来</translation>
    </message>
    <message id="truth.twice_open">
        <source>待核对</source>
        <translation>待核对</translation>
    </message>
    <message id="truth.twice_resolved">
        <source>已处理</source>
        <translation>已处理</translation>
    </message>
    <message id="truth.same_person">
        <source>是同一个人</source>
        <translation>是同一个人</translation>
    </message>
    <message id="truth.two_people">
        <source>两个人用过</source>
        <translation>两个人用过</translation>
    </message>
    <message id="truth.mistake">
        <source>误扫</source>
        <translation>误扫</translation>
    </message>
    <message id="truth.asked">
        <source>是怎么回事？请问一问本人，或看一看证。</source>
        <translation>是怎么回事？请问一问本人，或看一看证。</translation>
    </message>
    <message id="truth.revoke">
        <source>停用这张证</source>
        <translation>停用这张证</translation>
    </message>
    <message id="truth.undo">
        <source>撤销 %1</source>
        <translation>撤销 %1</translation>
    </message>
    <message id="truth.close">
        <source>收起</source>
        <translation>收起</translation>
    </message>
    <message id="truth.enough">
        <source>就这样</source>
        <translation>就这样</translation>
    </message>
    <message id="truth.said_recalled">
        <source>已告诉那台机器不用打了，等它回话。</source>
        <translation>已告诉那台机器不用打了，等它回话。</translation>
    </message>
    <message id="truth.asked_by">
        <source>%1要的</source>
        <translation>%1要的</translation>
    </message>
    <message id="truth.recalled">
        <source>已告诉它不用打，等回话</source>
        <translation>已告诉它不用打，等回话</translation>
    </message>
    <message id="truth.waits_there">
        <source>在那里等着打</source>
        <translation>在那里等着打</translation>
    </message>
    <message id="truth.held_there">
        <source>那里的打印机停了</source>
        <translation>那里的打印机停了</translation>
    </message>
    <message id="truth.printing_there">
        <source>那里正在打</source>
        <translation>那里正在打</translation>
    </message>
    <message id="truth.came_out_there">
        <source>%1的这张出来了吗？</source>
        <translation>%1的这张出来了吗？</translation>
    </message>
    <message id="truth.print_here">
        <source>在本机打</source>
        <translation>在本机打</translation>
    </message>
    <message id="truth.print_there">
        <source>在%1打</source>
        <translation>在%1打</translation>
    </message>
    <message id="truth.print_more">
        <source>换一台机器</source>
        <translation>换一台机器</translation>
    </message>
</context>
</TS>
