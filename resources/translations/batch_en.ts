<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name></name>
    <message id="batch.whom">
        <source>谁的胸卡</source>
        <translation>Whose badges</translation>
    </message>
    <message id="batch.order">
        <source>怎么排</source>
        <translation>In which order</translation>
    </message>
    <message id="batch.paper">
        <source>打在什么纸上</source>
        <translation>On what paper</translation>
    </message>
    <message id="batch.place">
        <source>放在哪里</source>
        <translation>Where they lie</translation>
    </message>
    <message id="batch.printer">
        <source>打印机</source>
        <translation>Printer</translation>
    </message>
    <message id="batch.choose">
        <source>请选择</source>
        <translation>Please choose</translation>
    </message>
    <message id="batch.counting">
        <source>正在算有几张</source>
        <translation>Counting</translation>
    </message>
    <message id="batch.say_whom">
        <source>请先选谁的胸卡</source>
        <translation>Choose whose badges first</translation>
    </message>
    <message id="batch.comes_to">
        <source>%1，%2</source>
        <translation>%1 on %2</translation>
    </message>
    <message id="batch.all_have">
        <source>选中的人都有胸卡了</source>
        <translation>Everybody chosen has a badge</translation>
    </message>
    <message id="batch.interrupted">
        <source>有一批没有打完</source>
        <translation>A batch was not finished</translation>
    </message>
    <message id="batch.opening">
        <source>正在排版</source>
        <translation>Laying out the sheets</translation>
    </message>
    <message id="batch.printed_of" numerus="yes">
        <source>已打 %1 / %n 张胸卡</source>
        <translation>
            <numerusform>%1 of %n badge printed</numerusform>
            <numerusform>%1 of %n badges printed</numerusform>
        </translation>
    </message>
    <message id="batch.came_out_one">
        <source>第 %1 张纸，出来了吗？</source>
        <translation>Did sheet %1 come out?</translation>
    </message>
    <message id="batch.came_out_asked">
        <source>第 %1 到 %2 张纸，都出来了吗？</source>
        <translation>Did sheets %1 to %2 all come out?</translation>
    </message>
    <message id="batch.stopped">
        <source>打印停了</source>
        <translation>Printing has stopped</translation>
    </message>
    <message id="batch.paused">
        <source>停在第 %1 张纸</source>
        <translation>Stopped behind sheet %1</translation>
    </message>
    <message id="batch.elsewhere">
        <source>本机正在别处打印这一批</source>
        <translation>This kiosk prints the batch elsewhere</translation>
    </message>
    <message id="batch.whole">
        <source>打完了：%1，%2</source>
        <translation>Done: %1 on %2</translation>
    </message>
    <message id="batch.broken">
        <source>没有打下去</source>
        <translation>It did not go on</translation>
    </message>
    <message id="batch.printerless">
        <source>没有能打整张纸的打印机。请在本机设置里接一台，再来打印。</source>
        <translation>No printer here takes whole sheets. Connect one in the settings, then come back.</translation>
    </message>
    <message id="batch.how_rows" numerus="yes">
        <source>%n 排。开始以后可以随时停下，接着打不重不漏。</source>
        <translation>
            <numerusform>%n row. You can stop at any time and go on later: nothing twice, nothing left out.</numerusform>
            <numerusform>%n rows. You can stop at any time and go on later: nothing twice, nothing left out.</numerusform>
        </translation>
    </message>
    <message id="batch.how">
        <source>开始以后可以随时停下，接着打不重不漏。</source>
        <translation>You can stop at any time and go on later: nothing twice, nothing left out.</translation>
    </message>
    <message id="batch.goes_on" numerus="yes">
        <source>已打 %n 张胸卡。接着打从第 %1 张纸开始，不重不漏。</source>
        <translation>
            <numerusform>%n badge is printed. It goes on with sheet %1: nothing twice, nothing left out.</numerusform>
            <numerusform>%n badges are printed. It goes on with sheet %1: nothing twice, nothing left out.</numerusform>
        </translation>
    </message>
    <message id="batch.meanwhile">
        <source>签到照常。</source>
        <translation>Check-in goes on as usual.</translation>
    </message>
    <message id="batch.look">
        <source>请看看打印机。没出齐：这几张作废，整段重打。</source>
        <translation>Please look at the printer. If some are missing, throw these sheets away; all of them are printed again.</translation>
    </message>
    <message id="batch.mended">
        <source>修好后接着打，从第 %1 张纸开始，不重不漏。</source>
        <translation>Once it is mended, go on with sheet %1: nothing twice, nothing left out.</translation>
    </message>
    <message id="batch.from_sheet">
        <source>接着打从第 %1 张纸开始，不重不漏。</source>
        <translation>It goes on with sheet %1: nothing twice, nothing left out.</translation>
    </message>
    <message id="batch.wait_there">
        <source>请等那边打完，再来看。</source>
        <translation>Wait until it is done there, then look again.</translation>
    </message>
    <message id="batch.pack">
        <source>请对着装箱单放好，再签字。</source>
        <translation>Lay them out by the packing list, then sign it.</translation>
    </message>
    <message id="batch.try_again">
        <source>已打的不会重打。请再试一次；不行，请联系主办方。</source>
        <translation>What is printed is not printed again. Please try once more, or ask the organiser.</translation>
    </message>
    <message id="batch.sheet_of">
        <source>第 %1 / %2 张纸</source>
        <translation>Sheet %1 of %2</translation>
    </message>
    <message id="batch.stops_soon">
        <source>打完这一段就停。</source>
        <translation>Stops behind the sheets that are on their way.</translation>
    </message>
    <message id="batch.minutes_left">
        <source>，约 %1 分钟打完</source>
        <translation>, about %1 min to go</translation>
    </message>
    <message id="batch.soon_done">
        <source>，不到 1 分钟打完</source>
        <translation>, less than 1 min to go</translation>
    </message>
    <message id="batch.by_hand">
        <source>有 %1 位的名字里有打不出的字，请手写：%2</source>
        <translation>%1 with characters that cannot be printed. Write by hand: %2</translation>
    </message>
    <message id="batch.ordered_at">
        <source>开始</source>
        <translation>Started</translation>
    </message>
    <message id="batch.failed">
        <source>名单没有读出来</source>
        <translation>The lists could not be read</translation>
    </message>
    <message id="batch.end_asked">
        <source>剩下的不打了？已经打好的照样能用。</source>
        <translation>Print no more of it? What is printed can be used.</translation>
    </message>
    <message id="batch.list_printing">
        <source>正在打装箱单。</source>
        <translation>Printing the packing list.</translation>
    </message>
    <message id="batch.list_printed">
        <source>装箱单已送去打印。</source>
        <translation>The packing list was sent to the printer.</translation>
    </message>
    <message id="batch.list_failed">
        <source>装箱单没有打出来，请看看打印机，再试一次。</source>
        <translation>The packing list did not print. Look at the printer and try again.</translation>
    </message>
    <message id="batch.start">
        <source>开始打印</source>
        <translation>Start printing</translation>
    </message>
    <message id="batch.stop">
        <source>停下来</source>
        <translation>Stop</translation>
    </message>
    <message id="batch.not_all">
        <source>没出齐</source>
        <translation>Not all</translation>
    </message>
    <message id="batch.all_out">
        <source>都出来了</source>
        <translation>All came out</translation>
    </message>
    <message id="batch.end">
        <source>不打了</source>
        <translation>Give up</translation>
    </message>
    <message id="batch.go_on">
        <source>接着打</source>
        <translation>Go on</translation>
    </message>
    <message id="batch.keep">
        <source>留着</source>
        <translation>Keep it</translation>
    </message>
    <message id="batch.end_sure">
        <source>确认不打了</source>
        <translation>Give it up</translation>
    </message>
    <message id="batch.print_list">
        <source>打装箱单</source>
        <translation>Packing list</translation>
    </message>
    <message id="batch.close">
        <source>完成</source>
        <translation>Done</translation>
    </message>
</context>
</TS>
