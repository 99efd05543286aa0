<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name></name>
    <message id="printing.looking">
        <source>正在看这台打印机</source>
        <translation>正在看这台打印机</translation>
    </message>
    <message id="printing.recovered">
        <source>好了，接着打</source>
        <translation>好了，接着打</translation>
    </message>
    <message id="printing.well">
        <source>一切正常</source>
        <translation>一切正常</translation>
    </message>
    <message id="printing.since_now">
        <source>%1 起，不到 1 分钟</source>
        <translation>%1 起，不到 1 分钟</translation>
    </message>
    <message id="printing.since">
        <source>%1 起，已 %2 分钟</source>
        <translation>%1 起，已 %2 分钟</translation>
    </message>
    <message id="printing.place">
        <source>胸卡从哪里出来</source>
        <translation>胸卡从哪里出来</translation>
    </message>
    <message id="printing.layout">
        <source>版式</source>
        <translation>版式</translation>
    </message>
    <message id="printing.labels">
        <source>还剩多少张</source>
        <translation>还剩多少张</translation>
    </message>
    <message id="printing.labels_unknown">
        <source>没有登记</source>
        <translation>没有登记</translation>
    </message>
    <message id="printing.labels_count">
        <source>%1 张</source>
        <translation>%1 张</translation>
    </message>
    <message id="printing.first">
        <source>先用</source>
        <translation>先用</translation>
    </message>
    <message id="printing.looking_short">
        <source>正在看</source>
        <translation>正在看</translation>
    </message>
    <message id="printing.well_short">
        <source>正常</source>
        <translation>正常</translation>
    </message>
    <message id="printing.labels_left">
        <source>剩 %1 张</source>
        <translation>剩 %1 张</translation>
    </message>
    <message id="printing.came_out_asked">
        <source>这张胸卡出来了吗？</source>
        <translation>这张胸卡出来了吗？</translation>
    </message>
    <message id="printing.next_question">
        <source>下一张 %1/%2</source>
        <translation>下一张 %1/%2</translation>
    </message>
    <message id="printing.not_come_out">
        <source>没出来</source>
        <translation>没出来</translation>
    </message>
    <message id="printing.came_out">
        <source>出来了</source>
        <translation>出来了</translation>
    </message>
    <message id="printing.step_requested">
        <source>等着打</source>
        <translation>等着打</translation>
    </message>
    <message id="printing.step_rendered">
        <source>正在送去打印机</source>
        <translation>正在送去打印机</translation>
    </message>
    <message id="printing.step_sent">
        <source>打印机正在打</source>
        <translation>打印机正在打</translation>
    </message>
    <message id="printing.cancel_not">
        <source>不取消</source>
        <translation>不取消</translation>
    </message>
    <message id="printing.cancel_sure">
        <source>确认取消</source>
        <translation>确认取消</translation>
    </message>
    <message id="printing.cancel">
        <source>取消</source>
        <translation>取消</translation>
    </message>
    <message id="printing.roll_asked">
        <source>一共装了多少张？</source>
        <translation>一共装了多少张？</translation>
    </message>
    <message id="printing.roll_not">
        <source>没装</source>
        <translation>没装</translation>
    </message>
    <message id="printing.roll_sure">
        <source>就是这么多</source>
        <translation>就是这么多</translation>
    </message>
    <message id="printing.said_came_out">
        <source>记下了：出来了。</source>
        <translation>记下了：出来了。</translation>
    </message>
    <message id="printing.said_not_come_out">
        <source>记下了：没出来。</source>
        <translation>记下了：没出来。</translation>
    </message>
    <message id="printing.said_cancelled">
        <source>已取消，不打了。</source>
        <translation>已取消，不打了。</translation>
    </message>
    <message id="printing.unknown">
        <source>待确认</source>
        <translation>待确认</translation>
    </message>
    <message id="printing.failed">
        <source>没打出来</source>
        <translation>没打出来</translation>
    </message>
    <message id="printing.waiting">
        <source>排队</source>
        <translation>排队</translation>
    </message>
    <message id="printing.none_unknown">
        <source>没有要确认的。</source>
        <translation>没有要确认的。</translation>
    </message>
    <message id="printing.none_failed">
        <source>没有要补打的胸卡。</source>
        <translation>没有要补打的胸卡。</translation>
    </message>
    <message id="printing.none_waiting">
        <source>没有胸卡在排队。</source>
        <translation>没有胸卡在排队。</translation>
    </message>
    <message id="printing.test_sent">
        <source>测试页已送去打印，请看出卡口。</source>
        <translation>测试页已送去打印，请看出卡口。</translation>
    </message>
    <message id="printing.test_unknown">
        <source>测试页送去了，打印机没有回话。请看出卡口。</source>
        <translation>测试页送去了，打印机没有回话。请看出卡口。</translation>
    </message>
    <message id="printing.test_failed">
        <source>测试页没有打出来：%1。</source>
        <translation>测试页没有打出来：%1。</translation>
    </message>
    <message id="printing.print_first">
        <source>先用这台</source>
        <translation>先用这台</translation>
    </message>
    <message id="printing.new_roll">
        <source>装了新纸</source>
        <translation>装了新纸</translation>
    </message>
    <message id="printing.test_page">
        <source>打测试页</source>
        <translation>打测试页</translation>
    </message>
    <message id="printing.layouts">
        <source>胸卡样子</source>
        <translation>胸卡样子</translation>
    </message>
    <message id="printing.batch">
        <source>批量打印</source>
        <translation>批量打印</translation>
    </message>
    <message id="printing.tape_size">
        <source>%1 毫米宽，长度随内容</source>
        <translation>%1 毫米宽，长度随内容</translation>
    </message>
    <message id="printing.card_size">
        <source>%1 × %2 毫米</source>
        <translation>%1 × %2 毫米</translation>
    </message>
    <message id="printing.face_name">
        <source>%1的胸卡，%2</source>
        <translation>%1的胸卡，%2</translation>
    </message>
    <message id="printing.layouts_failed">
        <source>胸卡样子没有画出来</source>
        <translation>胸卡样子没有画出来</translation>
    </message>
    <message id="printing.type_name">
        <source>输入姓名，看打得出来吗</source>
        <translation>输入姓名，看打得出来吗</translation>
    </message>
    <message id="printing.name_missing">
        <source>第 %1 个字打不出来：%2。请换一种写法，或手写一张。</source>
        <translation>第 %1 个字打不出来：%2。请换一种写法，或手写一张。</translation>
    </message>
    <message id="printing.name_fine">
        <source>字都打得出来。</source>
        <translation>字都打得出来。</translation>
    </message>
    <message id="printing.layouts_how">
        <source>图上是示例，不是任何人的证，二维码不能入场。</source>
        <translation>图上是示例，不是任何人的证，二维码不能入场。</translation>
    </message>
    <message id="badge.held_step">
        <source>胸卡要等一会儿</source>
        <translation>胸卡要等一会儿</translation>
    </message>
    <message id="badge.lies">
        <source>胸卡已印好</source>
        <translation>胸卡已印好</translation>
    </message>
    <message id="badge.step_waiting">
        <source>前面还有 %1 张</source>
        <translation>前面还有 %1 张</translation>
    </message>
    <message id="badge.step_waiting_at">
        <source>前面还有 %1 张，从%2出来</source>
        <translation>前面还有 %1 张，从%2出来</translation>
    </message>
    <message id="badge.step_printing_at">
        <source>正在打印，几秒后从%1出来</source>
        <translation>正在打印，几秒后从%1出来</translation>
    </message>
    <message id="badge.take_at">
        <source>请从%1取走</source>
        <translation>请从%1取走</translation>
    </message>
    <message id="badge.step_held">
        <source>%1，工作人员正在处理</source>
        <translation>%1，工作人员正在处理</translation>
    </message>
    <message id="badge.step_lies">
        <source>在 %1，直接去取</source>
        <translation>在 %1，直接去取</translation>
    </message>
    <message id="badge.held">
        <source>胸卡请稍候</source>
        <translation>胸卡请稍候</translation>
    </message>
    <message id="badge.held_how">
        <source>%1，%2，工作人员正在处理</source>
        <translation>%1，%2，工作人员正在处理</translation>
    </message>
    <message id="badge.lies_how">
        <source>%1，不用等打印</source>
        <translation>%1，不用等打印</translation>
    </message>
    <message id="badge.print_held">
        <source>暂停</source>
        <translation>暂停</translation>
    </message>
    <message id="badge.wait_here">
        <source>请在这里稍候</source>
        <translation>请在这里稍候</translation>
    </message>
    <message id="badge.wait_how">
        <source>打印机好了就打您这张，也可以到 %1取卡</source>
        <translation>打印机好了就打您这张，也可以到 %1取卡</translation>
    </message>
    <message id="badge.lies_at">
        <source>在 %1</source>
        <translation>在 %1</translation>
    </message>
    <message id="badge.comes_at">
        <source>胸卡从%1出来</source>
        <translation>胸卡从%1出来</translation>
    </message>
    <message id="badge.code_offer">
        <source>不想等？拍下入场码</source>
        <translation>不想等？拍下入场码</translation>
    </message>
    <message id="badge.code_offer_how">
        <source>点这里显示，今天凭它入场</source>
        <translation>点这里显示，今天凭它入场</translation>
    </message>
    <message id="badge.code_name">
        <source>您的入场码</source>
        <translation>您的入场码</translation>
    </message>
    <message id="badge.code">
        <source>请拍下此码，今天凭它入场</source>
        <translation>请拍下此码，今天凭它入场</translation>
    </message>
    <message id="badge.code_how">
        <source>只有您能用，请别让别人拍。离开这一页就不再显示。</source>
        <translation>只有您能用，请别让别人拍。离开这一页就不再显示。</translation>
    </message>
    <message id="badge.take_now">
        <source>现在</source>
        <translation>现在</translation>
    </message>
    <message id="badge.lies_step">
        <source>胸卡已印好</source>
        <translation>胸卡已印好</translation>
    </message>
    <message id="printing.said_again">
        <source>记下了，再打一张。</source>
        <translation>记下了，再打一张。</translation>
    </message>
    <message id="printing.said_cancelling">
        <source>已让打印机取消，打没打出来稍后显示。</source>
        <translation>已让打印机取消，打没打出来稍后显示。</translation>
    </message>
    <message id="printing.not_needed">
        <source>不用打了</source>
        <translation>不用打了</translation>
    </message>
    <message id="printing.page_listed">
        <source>第 %1 到 %2 条，只列 %3 条</source>
        <translation>第 %1 到 %2 条，只列 %3 条</translation>
    </message>
    <message id="printing.reason_not_printed">
        <source>没有打出来</source>
        <translation>没有打出来</translation>
    </message>
    <message id="printing.first_asked">
        <source>还没有打过，现在打一张。</source>
        <translation>还没有打过，现在打一张。</translation>
    </message>
    <message id="printing.reason_first">
        <source>先选原因</source>
        <translation>先选原因</translation>
    </message>
    <message id="printing.print_one">
        <source>打印胸卡</source>
        <translation>打印胸卡</translation>
    </message>
    <message id="printing.step_held">
        <source>在打印机里等：%1</source>
        <translation>在打印机里等：%1</translation>
    </message>
</context>
</TS>
