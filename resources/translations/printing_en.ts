<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name></name>
    <message id="printing.looking">
        <source>正在看这台打印机</source>
        <translation>Looking at this printer</translation>
    </message>
    <message id="printing.recovered">
        <source>好了，接着打</source>
        <translation>Mended, it prints on</translation>
    </message>
    <message id="printing.well">
        <source>一切正常</source>
        <translation>All is well</translation>
    </message>
    <message id="printing.since_now">
        <source>%1 起，不到 1 分钟</source>
        <translation>Since %1, less than 1 min</translation>
    </message>
    <message id="printing.since">
        <source>%1 起，已 %2 分钟</source>
        <translation>Since %1, for %2 min</translation>
    </message>
    <message id="printing.place">
        <source>胸卡从哪里出来</source>
        <translation>Badges come out at</translation>
    </message>
    <message id="printing.layout">
        <source>版式</source>
        <translation>Layout</translation>
    </message>
    <message id="printing.labels">
        <source>还剩多少张</source>
        <translation>Sheets or labels left</translation>
    </message>
    <message id="printing.labels_unknown">
        <source>没有登记</source>
        <translation>Not counted</translation>
    </message>
    <message id="printing.labels_count">
        <source>%1 张</source>
        <translation>%1</translation>
    </message>
    <message id="printing.first">
        <source>先用</source>
        <translation>First</translation>
    </message>
    <message id="printing.looking_short">
        <source>正在看</source>
        <translation>Looking</translation>
    </message>
    <message id="printing.well_short">
        <source>正常</source>
        <translation>Well</translation>
    </message>
    <message id="printing.labels_left">
        <source>剩 %1 张</source>
        <translation>%1 left</translation>
    </message>
    <message id="printing.came_out_asked">
        <source>这张胸卡出来了吗？</source>
        <translation>Did this badge come out?</translation>
    </message>
    <message id="printing.next_question">
        <source>下一张 %1/%2</source>
        <translation>Next %1/%2</translation>
    </message>
    <message id="printing.not_come_out">
        <source>没出来</source>
        <translation>No</translation>
    </message>
    <message id="printing.came_out">
        <source>出来了</source>
        <translation>It came out</translation>
    </message>
    <message id="printing.step_requested">
        <source>等着打</source>
        <translation>Waiting</translation>
    </message>
    <message id="printing.step_rendered">
        <source>正在送去打印机</source>
        <translation>On its way to the printer</translation>
    </message>
    <message id="printing.step_sent">
        <source>打印机正在打</source>
        <translation>Being printed</translation>
    </message>
    <message id="printing.cancel_not">
        <source>不取消</source>
        <translation>Keep it</translation>
    </message>
    <message id="printing.cancel_sure">
        <source>确认取消</source>
        <translation>Yes, cancel</translation>
    </message>
    <message id="printing.cancel">
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message id="printing.roll_asked">
        <source>一共装了多少张？</source>
        <translation>How many are loaded now?</translation>
    </message>
    <message id="printing.roll_not">
        <source>没装</source>
        <translation>None loaded</translation>
    </message>
    <message id="printing.roll_sure">
        <source>就是这么多</source>
        <translation>That many</translation>
    </message>
    <message id="printing.said_came_out">
        <source>记下了：出来了。</source>
        <translation>Noted: it came out.</translation>
    </message>
    <message id="printing.said_not_come_out">
        <source>记下了：没出来。</source>
        <translation>Noted: it did not.</translation>
    </message>
    <message id="printing.said_cancelled">
        <source>已取消，不打了。</source>
        <translation>Cancelled. It is not printed.</translation>
    </message>
    <message id="printing.unknown">
        <source>待确认</source>
        <translation>To check</translation>
    </message>
    <message id="printing.failed">
        <source>没打出来</source>
        <translation>Not printed</translation>
    </message>
    <message id="printing.waiting">
        <source>排队</source>
        <translation>Waiting</translation>
    </message>
    <message id="printing.none_unknown">
        <source>没有要确认的。</source>
        <translation>Nothing to check.</translation>
    </message>
    <message id="printing.none_failed">
        <source>没有要补打的胸卡。</source>
        <translation>Every badge was printed.</translation>
    </message>
    <message id="printing.none_waiting">
        <source>没有胸卡在排队。</source>
        <translation>No badge is waiting.</translation>
    </message>
    <message id="printing.test_sent">
        <source>测试页已送去打印，请看出卡口。</source>
        <translation>The test page is on its way. Look where badges come out.</translation>
    </message>
    <message id="printing.test_unknown">
        <source>测试页送去了，打印机没有回话。请看出卡口。</source>
        <translation>The test page was sent, the printer says nothing. Look where badges come out.</translation>
    </message>
    <message id="printing.test_failed">
        <source>测试页没有打出来：%1。</source>
        <translation>The test page was not printed: %1.</translation>
    </message>
    <message id="printing.print_first">
        <source>先用这台</source>
        <translation>Print here first</translation>
    </message>
    <message id="printing.new_roll">
        <source>装了新纸</source>
        <translation>New paper loaded</translation>
    </message>
    <message id="printing.test_page">
        <source>打测试页</source>
        <translation>Test page</translation>
    </message>
    <message id="printing.layouts">
        <source>胸卡样子</source>
        <translation>How badges look</translation>
    </message>
    <message id="printing.batch">
        <source>批量打印</source>
        <translation>Many at once</translation>
    </message>
    <message id="printing.tape_size">
        <source>%1 毫米宽，长度随内容</source>
        <translation>%1 mm wide, as long as its text</translation>
    </message>
    <message id="printing.card_size">
        <source>%1 × %2 毫米</source>
        <translation>%1 × %2 mm</translation>
    </message>
    <message id="printing.face_name">
        <source>%1的胸卡，%2</source>
        <translation>Badge of a %1, %2</translation>
    </message>
    <message id="printing.layouts_failed">
        <source>胸卡样子没有画出来</source>
        <translation>The badges could not be drawn</translation>
    </message>
    <message id="printing.type_name">
        <source>输入姓名，看打得出来吗</source>
        <translation>Type a name to see it printed</translation>
    </message>
    <message id="printing.name_missing">
        <source>第 %1 个字打不出来：%2。请换一种写法，或手写一张。</source>
        <translation>Character %1 cannot be printed: %2. Write it another way, or by hand.</translation>
    </message>
    <message id="printing.name_fine">
        <source>字都打得出来。</source>
        <translation>Every character can be printed.</translation>
    </message>
    <message id="printing.layouts_how">
        <source>图上是示例，不是任何人的证，二维码不能入场。</source>
        <translation>These are samples, nobody's badges. Their codes admit nobody.</translation>
    </message>
    <message id="badge.held_step">
        <source>胸卡要等一会儿</source>
        <translation>Your badge takes a while</translation>
    </message>
    <message id="badge.lies">
        <source>胸卡已印好</source>
        <translation>Your badge
is ready</translation>
    </message>
    <message id="badge.step_waiting">
        <source>前面还有 %1 张</source>
        <translation>Badges before yours: %1</translation>
    </message>
    <message id="badge.step_waiting_at">
        <source>前面还有 %1 张，从%2出来</source>
        <translation>%1 before yours, then at %2</translation>
    </message>
    <message id="badge.step_printing_at">
        <source>正在打印，几秒后从%1出来</source>
        <translation>In a few seconds at %1</translation>
    </message>
    <message id="badge.take_at">
        <source>请从%1取走</source>
        <translation>Take it at %1</translation>
    </message>
    <message id="badge.step_held">
        <source>%1，工作人员正在处理</source>
        <translation>%1. Staff are seeing to it</translation>
    </message>
    <message id="badge.step_lies">
        <source>在 %1，直接去取</source>
        <translation>It is at %1, just take it</translation>
    </message>
    <message id="badge.held">
        <source>胸卡请稍候</source>
        <translation>Your badge
takes a while</translation>
    </message>
    <message id="badge.held_how">
        <source>%1，%2，工作人员正在处理</source>
        <translation>%1: %2. Staff are seeing to it</translation>
    </message>
    <message id="badge.lies_how">
        <source>%1，不用等打印</source>
        <translation>%1, no need to wait for a print</translation>
    </message>
    <message id="badge.print_held">
        <source>暂停</source>
        <translation>Paused</translation>
    </message>
    <message id="badge.wait_here">
        <source>请在这里稍候</source>
        <translation>Please wait here</translation>
    </message>
    <message id="badge.wait_how">
        <source>打印机好了就打您这张，也可以到 %1取卡</source>
        <translation>Printed as soon as it works. Or get it at %1</translation>
    </message>
    <message id="badge.lies_at">
        <source>在 %1</source>
        <translation>At %1</translation>
    </message>
    <message id="badge.comes_at">
        <source>胸卡从%1出来</source>
        <translation>It comes out at %1</translation>
    </message>
    <message id="badge.code_offer">
        <source>不想等？拍下入场码</source>
        <translation>No time? Photograph your code</translation>
    </message>
    <message id="badge.code_offer_how">
        <source>点这里显示，今天凭它入场</source>
        <translation>Touch to show it. It lets you in today</translation>
    </message>
    <message id="badge.code_name">
        <source>您的入场码</source>
        <translation>Your entry code</translation>
    </message>
    <message id="badge.code">
        <source>请拍下此码，今天凭它入场</source>
        <translation>Photograph this code. It lets you in today</translation>
    </message>
    <message id="badge.code_how">
        <source>只有您能用，请别让别人拍。离开这一页就不再显示。</source>
        <translation>It is yours alone. It goes when you leave this page.</translation>
    </message>
    <message id="badge.take_now">
        <source>现在</source>
        <translation>Now</translation>
    </message>
    <message id="badge.lies_step">
        <source>胸卡已印好</source>
        <translation>Your badge is ready</translation>
    </message>
    <message id="printing.said_again">
        <source>记下了，再打一张。</source>
        <translation>Noted. It is printed again.</translation>
    </message>
    <message id="printing.said_cancelling">
        <source>已让打印机取消，打没打出来稍后显示。</source>
        <translation>The printer was asked to cancel it. What became of it follows.</translation>
    </message>
    <message id="printing.not_needed">
        <source>不用打了</source>
        <translation>Not needed</translation>
    </message>
    <message id="printing.page_listed">
        <source>第 %1 到 %2 条，只列 %3 条</source>
        <translation>%1 to %2 of the %3 listed</translation>
    </message>
    <message id="printing.reason_not_printed">
        <source>没有打出来</source>
        <translation>Not printed</translation>
    </message>
    <message id="printing.first_asked">
        <source>还没有打过，现在打一张。</source>
        <translation>None was printed yet. Print it now.</translation>
    </message>
    <message id="printing.reason_first">
        <source>先选原因</source>
        <translation>Choose a reason first</translation>
    </message>
    <message id="printing.print_one">
        <source>打印胸卡</source>
        <translation>Print the badge</translation>
    </message>
    <message id="printing.step_held">
        <source>在打印机里等：%1</source>
        <translation>Waits in the printer: %1</translation>
    </message>
</context>
</TS>
