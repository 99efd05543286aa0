<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name></name>
    <message id="home.step_free">
        <source>无台阶路线</source>
        <translation>Step-free ways</translation>
    </message>
    <message id="home.step_free_on">
        <source>无台阶路线 开</source>
        <translation>Step-free ways on</translation>
    </message>
    <message id="home.step_free_how">
        <source>轮椅、童车、大件行李</source>
        <translation>Wheelchair, pram, luggage</translation>
    </message>
    <message id="home.step_free_on_how">
        <source>都不走楼梯、扶梯</source>
        <translation>No stairs, no escalators</translation>
    </message>
    <message id="way.instead">
        <source>没有无台阶路线到 %1。请先到%2，工作人员会带您过去。</source>
        <translation>No step-free way leads to %1. Go to %2 first, staff will take you there.</translation>
    </message>
    <message id="way.instead_closed">
        <source>%3，没有无台阶路线到 %1。请先到%2，工作人员会带您过去。</source>
        <translation>%3: no step-free way leads to %1. Go to %2 first, staff will take you there.</translation>
    </message>
    <message id="way.no_step_free">
        <source>没有无台阶路线到那里</source>
        <translation>No step-free way leads there</translation>
    </message>
</context>
</TS>
