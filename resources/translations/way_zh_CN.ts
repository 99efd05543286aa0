<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name></name>
    <message id="home.step_free">
        <source>无台阶路线</source>
        <translation>无台阶路线</translation>
    </message>
    <message id="home.step_free_on">
        <source>无台阶路线 开</source>
        <translation>无台阶路线 开</translation>
    </message>
    <message id="home.step_free_how">
        <source>轮椅、童车、大件行李</source>
        <translation>轮椅、童车、大件行李</translation>
    </message>
    <message id="home.step_free_on_how">
        <source>都不走楼梯、扶梯</source>
        <translation>都不走楼梯、扶梯</translation>
    </message>
    <message id="way.instead">
        <source>没有无台阶路线到 %1。请先到%2，工作人员会带您过去。</source>
        <translation>没有无台阶路线到 %1。请先到%2，工作人员会带您过去。</translation>
    </message>
    <message id="way.instead_closed">
        <source>%3，没有无台阶路线到 %1。请先到%2，工作人员会带您过去。</source>
        <translation>%3，没有无台阶路线到 %1。请先到%2，工作人员会带您过去。</translation>
    </message>
    <message id="way.no_step_free">
        <source>没有无台阶路线到那里</source>
        <translation>没有无台阶路线到那里</translation>
    </message>
</context>
</TS>
