<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name></name>
    <message id="batch.whom">
        <source>谁的胸卡</source>
        <translation>谁的胸卡</translation>
    </message>
    <message id="batch.order">
        <source>怎么排</source>
        <translation>怎么排</translation>
    </message>
    <message id="batch.paper">
        <source>打在什么纸上</source>
        <translation>打在什么纸上</translation>
    </message>
    <message id="batch.place">
        <source>放在哪里</source>
        <translation>放在哪里</translation>
    </message>
    <message id="batch.printer">
        <source>打印机</source>
        <translation>打印机</translation>
    </message>
    <message id="batch.choose">
        <source>请选择</source>
        <translation>请选择</translation>
    </message>
    <message id="batch.counting">
        <source>正在算有几张</source>
        <translation>正在算有几张</translation>
    </message>
    <message id="batch.say_whom">
        <source>请先选谁的胸卡</source>
        <translation>请先选谁的胸卡</translation>
    </message>
    <message id="batch.comes_to">
        <source>%1，%2</source>
        <translation>%1，%2</translation>
    </message>
    <message id="batch.all_have">
        <source>选中的人都有胸卡了</source>
        <translation>选中的人都有胸卡了</translation>
    </message>
    <message id="batch.interrupted">
        <source>有一批没有打完</source>
        <translation>有一批没有打完</translation>
    </message>
    <message id="batch.opening">
        <source>正在排版</source>
        <translation>正在排版</translation>
    </message>
    <message id="batch.printed_of" numerus="yes">
        <source>已打 %1 / %n 张胸卡</source>
        <translation>
            <numerusform>已打 %1 / %n 张胸卡</numerusform>
        </translation>
    </message>
    <message id="batch.came_out_one">
        <source>第 %1 张纸，出来了吗？</source>
        <translation>第 %1 张纸，出来了吗？</translation>
    </message>
    <message id="batch.came_out_asked">
        <source>第 %1 到 %2 张纸，都出来了吗？</source>
        <translation>第 %1 到 %2 张纸，都出来了吗？</translation>
    </message>
    <message id="batch.stopped">
        <source>打印停了</source>
        <translation>打印停了</translation>
    </message>
    <message id="batch.paused">
        <source>停在第 %1 张纸</source>
        <translation>停在第 %1 张纸</translation>
    </message>
    <message id="batch.elsewhere">
        <source>本机正在别处打印这一批</source>
        <translation>本机正在别处打印这一批</translation>
    </message>
    <message id="batch.whole">
        <source>打完了：%1，%2</source>
        <translation>打完了：%1，%2</translation>
    </message>
    <message id="batch.broken">
        <source>没有打下去</source>
        <translation>没有打下去</translation>
    </message>
    <message id="batch.printerless">
        <source>没有能打整张纸的打印机。请在本机设置里接一台，再来打印。</source>
        <translation>没有能打整张纸的打印机。请在本机设置里接一台，再来打印。</translation>
    </message>
    <message id="batch.how_rows" numerus="yes">
        <source>%n 排。开始以后可以随时停下，接着打不重不漏。</source>
        <translation>
            <numerusform>%n 排。开始以后可以随时停下，接着打不重不漏。</numerusform>
        </translation>
    </message>
    <message id="batch.how">
        <source>开始以后可以随时停下，接着打不重不漏。</source>
        <translation>开始以后可以随时停下，接着打不重不漏。</translation>
    </message>
    <message id="batch.goes_on" numerus="yes">
        <source>已打 %n 张胸卡。接着打从第 %1 张纸开始，不重不漏。</source>
        <translation>
            <numerusform>已打 %n 张胸卡。接着打从第 %1 张纸开始，不重不漏。</numerusform>
        </translation>
    </message>
    <message id="batch.meanwhile">
        <source>签到照常。</source>
        <translation>签到照常。</translation>
    </message>
    <message id="batch.look">
        <source>请看看打印机。没出齐：这几张作废，整段重打。</source>
        <translation>请看看打印机。没出齐：这几张作废，整段重打。</translation>
    </message>
    <message id="batch.mended">
        <source>修好后接着打，从第 %1 张纸开始，不重不漏。</source>
        <translation>修好后接着打，从第 %1 张纸开始，不重不漏。</translation>
    </message>
    <message id="batch.from_sheet">
        <source>接着打从第 %1 张纸开始，不重不漏。</source>
        <translation>接着打从第 %1 张纸开始，不重不漏。</translation>
    </message>
    <message id="batch.wait_there">
        <source>请等那边打完，再来看。</source>
        <translation>请等那边打完，再来看。</translation>
    </message>
    <message id="batch.pack">
        <source>请对着装箱单放好，再签字。</source>
        <translation>请对着装箱单放好，再签字。</translation>
    </message>
    <message id="batch.try_again">
        <source>已打的不会重打。请再试一次；不行，请联系主办方。</source>
        <translation>已打的不会重打。请再试一次；不行，请联系主办方。</translation>
    </message>
    <message id="batch.sheet_of">
        <source>第 %1 / %2 张纸</source>
        <translation>第 %1 / %2 张纸</translation>
    </message>
    <message id="batch.stops_soon">
        <source>打完这一段就停。</source>
        <translation>打完这一段就停。</translation>
    </message>
    <message id="batch.minutes_left">
        <source>，约 %1 分钟打完</source>
        <translation>，约 %1 分钟打完</translation>
    </message>
    <message id="batch.soon_done">
        <source>，不到 1 分钟打完</source>
        <translation>，不到 1 分钟打完</translation>
    </message>
    <message id="batch.by_hand">
        <source>有 %1 位的名字里有打不出的字，请手写：%2</source>
        <translation>有 %1 位的名字里有打不出的字，请手写：%2</translation>
    </message>
    <message id="batch.ordered_at">
        <source>开始</source>
        <translation>开始</translation>
    </message>
    <message id="batch.failed">
        <source>名单没有读出来</source>
        <translation>名单没有读出来</translation>
    </message>
    <message id="batch.end_asked">
        <source>剩下的不打了？已经打好的照样能用。</source>
        <translation>剩下的不打了？已经打好的照样能用。</translation>
    </message>
    <message id="batch.list_printing">
        <source>正在打装箱单。</source>
        <translation>正在打装箱单。</translation>
    </message>
    <message id="batch.list_printed">
        <source>装箱单已送去打印。</source>
        <translation>装箱单已送去打印。</translation>
    </message>
    <message id="batch.list_failed">
        <source>装箱单没有打出来，请看看打印机，再试一次。</source>
        <translation>装箱单没有打出来，请看看打印机，再试一次。</translation>
    </message>
    <message id="batch.start">
        <source>开始打印</source>
        <translation>开始打印</translation>
    </message>
    <message id="batch.stop">
        <source>停下来</source>
        <translation>停下来</translation>
    </message>
    <message id="batch.not_all">
        <source>没出齐</source>
        <translation>没出齐</translation>
    </message>
    <message id="batch.all_out">
        <source>都出来了</source>
        <translation>都出来了</translation>
    </message>
    <message id="batch.end">
        <source>不打了</source>
        <translation>不打了</translation>
    </message>
    <message id="batch.go_on">
        <source>接着打</source>
        <translation>接着打</translation>
    </message>
    <message id="batch.keep">
        <source>留着</source>
        <translation>留着</translation>
    </message>
    <message id="batch.end_sure">
        <source>确认不打了</source>
        <translation>确认不打了</translation>
    </message>
    <message id="batch.print_list">
        <source>打装箱单</source>
        <translation>打装箱单</translation>
    </message>
    <message id="batch.close">
        <source>完成</source>
        <translation>完成</translation>
    </message>
</context>
</TS>
