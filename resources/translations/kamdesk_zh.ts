<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About kamdesk</source>
        <translation>关于 kamdesk</translation>
    </message>
    <message>
        <source>A desk for looking after key accounts: the fixed week, what was promised, what is known. Version {version}.</source>
        <translation>照看大客户的工作台：固定的拜访线路、许下的承诺、知道的情况。版本 {version}。</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>MIT licence. It carries the fonts Noto Sans SC (OFL 1.1), Lucide icons (ISC and MIT) and towns from GeoNames (geonames.org, CC BY 4.0, a selection), and stands on Qt {qt} for Python (LGPL 3), SQLAlchemy, SQLCipher and ReportLab.</source>
        <translation>MIT 许可。随附字体 Noto Sans SC（OFL 1.1）、Lucide 图标（ISC、MIT）和 GeoNames 的城镇数据（geonames.org，CC BY 4.0，节选），基于 Qt {qt} for Python（LGPL 3）、SQLAlchemy、SQLCipher 和 ReportLab。</translation>
    </message>
</context>
<context>
    <name>AccountActs</name>
    <message>
        <source>Accounts {day}</source>
        <translation>客户 {day}</translation>
    </message>
    <message>
        <source>Save what is shown as a workbook</source>
        <translation>导出当前列表</translation>
    </message>
    <message>
        <source>Workbooks (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Stopped; no file was written</source>
        <translation>已停止，没有写出文件</translation>
    </message>
    <message>
        <source>Merged into {name}</source>
        <translation>已合并到{name}</translation>
    </message>
    <message>
        <source>{name} is an account of its own again</source>
        <translation>{name}已恢复为单独的客户</translation>
    </message>
    <message>
        <source>{name} is an account of its own again; what was written since in the other one stays</source>
        <translation>{name}已恢复为单独的客户；另一家后来改过的内容保持不变</translation>
    </message>
    <message numerus="yes">
        <source>%Ln copied; paste them into a table or a message</source>
        <translation>
            <numerusform>已复制 %Ln 家，可粘贴到表格或消息里</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln accounts changed</source>
        <translation>
            <numerusform>已修改 %Ln 家客户</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln accounts moved</source>
        <translation>
            <numerusform>已调整 %Ln 家客户</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AccountCell</name>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>逾期 %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AccountDialog</name>
    <message>
        <source>How long a visit takes is given in whole minutes, 45 for example.</source>
        <translation>拜访时长请填整数分钟，例如 45。</translation>
    </message>
    <message>
        <source>Coordinates are two numbers, latitude and longitude: 28.6561, 121.4208. Nothing was saved.</source>
        <translation>坐标是两个数：纬度，经度，例如 28.6561, 121.4208。还没有保存。</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>新客户</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>not classed yet</source>
        <translation>未分类</translation>
    </message>
    <message>
        <source>not judged yet</source>
        <translation>未评定</translation>
    </message>
    <message>
        <source>Is it this one? {names}</source>
        <translation>是不是这一家？{names}</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>打开{name}</translation>
    </message>
    <message>
        <source>Add it all the same</source>
        <translation>仍然新增</translation>
    </message>
    <message>
        <source>which map?</source>
        <translation>从哪个地图？</translation>
    </message>
    <message>
        <source>Pick a town where only that is known</source>
        <translation>只知道城镇时，从名录里选</translation>
    </message>
</context>
<context>
    <name>AccountForm</name>
    <message>
        <source>Account</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>as it stands on the customer&apos;s door</source>
        <translation>和客户门牌上的一样</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>简称</translation>
    </message>
    <message>
        <source>for the week and for narrow places</source>
        <translation>用在周计划等窄的地方</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>dealer, chain, project …</source>
        <translation>经销商、连锁、工程……</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Key account</source>
        <translation>是否大客户</translation>
    </message>
    <message>
        <source>Why this class</source>
        <translation>分类依据</translation>
    </message>
    <message>
        <source>the figure or the reason behind it</source>
        <translation>依据的数字或理由</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>street, number, building</source>
        <translation>路名、门牌、楼栋</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>District</source>
        <translation>区县</translation>
    </message>
    <message>
        <source>Telephones</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>微信</translation>
    </message>
    <message>
        <source>Visit takes</source>
        <translation>拜访时长</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>坐标</translation>
    </message>
    <message>
        <source>latitude, longitude: 28.6561, 121.4208</source>
        <translation>纬度，经度：28.6561, 121.4208</translation>
    </message>
    <message>
        <source>From</source>
        <translation>坐标系</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>separated by commas</source>
        <translation>用逗号隔开</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>省份</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>邮编</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>if no longer active</source>
        <translation>不再“在用”时必填</translation>
    </message>
</context>
<context>
    <name>AccountHead</name>
    <message>
        <source>not classed</source>
        <translation>未分类</translation>
    </message>
    <message>
        <source>looked after by {name}</source>
        <translation>负责人 {name}</translation>
    </message>
    <message>
        <source>no reason recorded</source>
        <translation>没有记录依据</translation>
    </message>
    <message>
        <source>visited at {name}</source>
        <translation>在{name}拜访</translation>
    </message>
    <message>
        <source>of the same unit</source>
        <translation>同一客户单位</translation>
    </message>
    <message>
        <source>not on the line</source>
        <translation>未排固定点</translation>
    </message>
    <message>
        <source>no fixed visit yet</source>
        <translation>还没有固定拜访</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>还不清楚</translation>
    </message>
    <message>
        <source>give somebody the role under People</source>
        <translation>到“人员”里标注</translation>
    </message>
    <message>
        <source>no promise has come due</source>
        <translation>还没有到期的承诺</translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>逾期 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Sold, by list</source>
        <translation>名单销售额</translation>
    </message>
    <message>
        <source>Back to the accounts</source>
        <translation>回到客户表</translation>
    </message>
    <message>
        <source>Briefing</source>
        <translation>简报</translation>
    </message>
    <message>
        <source>Write the visit report</source>
        <translation>写拜访记录</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Next fixed visit</source>
        <translation>下次固定拜访</translation>
    </message>
    <message>
        <source>Who decides</source>
        <translation>决策者</translation>
    </message>
    <message>
        <source>Promises kept</source>
        <translation>承诺兑现率</translation>
    </message>
    <message numerus="yes">
        <source>kept %n weeks</source>
        <translation>
            <numerusform>已守约 %n 周</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>every {weekday}</source>
        <translation>每{weekday}</translation>
    </message>
    <message>
        <source>{weekday}, {rhythm}</source>
        <translation>{rhythm}{weekday}</translation>
    </message>
    <message>
        <source>none recorded</source>
        <translation>未记录订单</translation>
    </message>
    <message>
        <source>none in 12 months</source>
        <translation>近 12 个月没有订单</translation>
    </message>
    <message numerus="yes">
        <source>%n orders</source>
        <translation>
            <numerusform>%n 单</numerusform>
        </translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>no visit recorded</source>
        <translation>没有拜访记录</translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n 天前</numerusform>
        </translation>
    </message>
    <message>
        <source>Ordered in 12 months</source>
        <translation>近 12 个月订单</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>上次拜访</translation>
    </message>
    <message>
        <source>More about this account</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>Take a merge apart</source>
        <translation>拆分已合并的客户</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>关系阶段</translation>
    </message>
    <message>
        <source>Stage, not judged yet</source>
        <translation>关系阶段，还没评定</translation>
    </message>
    <message>
        <source>Stage, since {day}</source>
        <translation>关系阶段，{day}起</translation>
    </message>
</context>
<context>
    <name>AccountMore</name>
    <message>
        <source>office list</source>
        <translation>办公室名单</translation>
    </message>
    <message>
        <source>A closed day needs its date. Nothing was saved.</source>
        <translation>休息日要填日期。没有保存。</translation>
    </message>
    <message>
        <source>A number is missing beside “{system}”. Nothing was saved.</source>
        <translation>“{system}”后面还没有填编号。没有保存。</translation>
    </message>
    <message>
        <source>Receives visitors</source>
        <translation>接待时间</translation>
    </message>
    <message>
        <source>Closed days</source>
        <translation>休息日</translation>
    </message>
    <message>
        <source>Numbers in other systems</source>
        <translation>其他系统里的编号</translation>
    </message>
    <message>
        <source>All empty: not known. A day left empty among others counts as closed, and the line warns of it.</source>
        <translation>全空表示不清楚。填了几天、另几天空着，空着的算不接待，线路上会提醒。</translation>
    </message>
    <message>
        <source>Stocktaking, a move, the customer&apos;s own holidays. The line warns of visits on these days.</source>
        <translation>盘点、搬家、客户自己放假等。这些天有拜访，线路上会提醒。</translation>
    </message>
    <message>
        <source>Lists know the account by them. Leave the system empty for the office&apos;s lists.</source>
        <translation>导入名单时按编号认客户。办公室名单的编号，“系统”一栏空着就行。</translation>
    </message>
    <message>
        <source>first day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Add closed days</source>
        <translation>加休息日</translation>
    </message>
    <message>
        <source>Remove these days</source>
        <translation>去掉这几天</translation>
    </message>
    <message>
        <source>system</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Add a number</source>
        <translation>加一个编号</translation>
    </message>
    <message>
        <source>Remove this number</source>
        <translation>去掉这个编号</translation>
    </message>
</context>
<context>
    <name>AccountPage</name>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Fixed visits</source>
        <translation>固定拜访</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Stock, orders</source>
        <translation>盘点与订单</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Dealings</source>
        <translation>往来</translation>
    </message>
    <message>
        <source>Needs, value</source>
        <translation>需求与价值</translation>
    </message>
    <message>
        <source>Competition</source>
        <translation>竞争</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>关系阶段</translation>
    </message>
    <message>
        <source>Risks, days</source>
        <translation>风险与日子</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>问题</translation>
    </message>
</context>
<context>
    <name>AccountPicker</name>
    <message>
        <source>No account fits</source>
        <translation>没有符合的客户</translation>
    </message>
    <message>
        <source>Take out {account}</source>
        <translation>去掉 {account}</translation>
    </message>
    <message>
        <source>Add an account: name or initials</source>
        <translation>加客户：名称或拼音首字母</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>加客户</translation>
    </message>
    <message>
        <source>Accounts that fit</source>
        <translation>符合的客户</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 家</numerusform>
        </translation>
    </message>
    <message>
        <source>Take out all</source>
        <translation>全部去掉</translation>
    </message>
</context>
<context>
    <name>AccountWords</name>
    <message>
        <source>Account</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>上次拜访</translation>
    </message>
    <message>
        <source>Next fixed visit</source>
        <translation>下次固定拜访</translation>
    </message>
    <message>
        <source>Rhythm</source>
        <translation>节奏</translation>
    </message>
    <message>
        <source>Open promises</source>
        <translation>待兑现</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Recorded on</source>
        <translation>建档日期</translation>
    </message>
    <message>
        <source>Sold last year</source>
        <translation>去年销售额</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>关系阶段</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已答问题</translation>
    </message>
    <message>
        <source>Our share</source>
        <translation>我方份额</translation>
    </message>
    <message>
        <source>The stage of the relationship as it was last judged: five from first contact to alliance</source>
        <translation>最近一次判断的关系阶段：从孕育到联盟共五段</translation>
    </message>
    <message>
        <source>How many of the account&apos;s questions are answered today; what is stale counts as open</source>
        <translation>该客户的 29 问今天答上了几问；过期的不算</translation>
    </message>
    <message>
        <source>What comes from us of all that the account buys, as your newest list says</source>
        <translation>客户全部采购中从我方买的份额，按最近一份清单</translation>
    </message>
    <message>
        <source>Sold last year, yuan</source>
        <translation>去年销售额（元）</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>未记录</translation>
    </message>
    <message>
        <source>not on the line</source>
        <translation>未排</translation>
    </message>
    <message>
        <source>via its unit</source>
        <translation>同单位已排</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n 天前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n units</source>
        <translation>
            <numerusform>%n 家下级</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}, level {level}</source>
        <translation>{name}，第 {level} 级</translation>
    </message>
    <message>
        <source>open</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已收起</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Key account</source>
        <translation>大客户</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Not visited for</source>
        <translation>未拜访</translation>
    </message>
    <message>
        <source>Fixed visits</source>
        <translation>固定点</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>12-month orders</source>
        <translation>12 个月订单</translation>
    </message>
    <message>
        <source>Orders recorded here in the last twelve months. What lists told of last year is “Sold last year”.</source>
        <translation>最近 12 个月在这里录入的订单金额；名单上写的去年销售额是另一列“去年销售额”。</translation>
    </message>
    <message>
        <source>The four weeks of the cycle: a full dot is a week with a visit; ×2: two fixed visits</source>
        <translation>四周一个周期，实心点是去的那一周；×2 表示有两个固定点</translation>
    </message>
    <message>
        <source>12-month orders, yuan</source>
        <translation>12 个月订单（元）</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Goods at risk</source>
        <translation>风险与保险</translation>
    </message>
    <message>
        <source>not classed</source>
        <translation>未分类</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无负责人</translation>
    </message>
    <message>
        <source>no risk recorded</source>
        <translation>没登记风险</translation>
    </message>
    <message numerus="yes">
        <source>over %n days</source>
        <translation>
            <numerusform>超过 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Key accounts</source>
        <translation>大客户</translation>
    </message>
    <message>
        <source>Ordinary accounts</source>
        <translation>普通客户</translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation>未判定</translation>
    </message>
    <message>
        <source>never visited</source>
        <translation>从未拜访</translation>
    </message>
    <message>
        <source>On the line</source>
        <translation>已排</translation>
    </message>
    <message>
        <source>Not on the line</source>
        <translation>未排固定点</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>待兑现</translation>
    </message>
    <message>
        <source>None open</source>
        <translation>没有待兑现</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>有记录</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>未记录</translation>
    </message>
    <message>
        <source>From a list</source>
        <translation>名单导入</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手工新增</translation>
    </message>
    <message numerus="yes">
        <source>{values} and %n more</source>
        <translation>
            <numerusform>{values}等，另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>{kind}: {values}</source>
        <translation>{kind}：{values}</translation>
    </message>
    <message>
        <source>Orders, 1 year</source>
        <translation>12 个月订单</translation>
    </message>
    <message>
        <source>What your lists say was sold to the account in the last calendar year. Orders recorded here are “Orders, 1 year”.</source>
        <translation>导入的名单上写的去年（1–12月）卖给这家客户的金额；在这里录入的订单见“12 个月订单”。</translation>
    </message>
</context>
<context>
    <name>AccountsPage</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Key accounts</source>
        <translation>大客户</translation>
    </message>
    <message>
        <source>Not seen for 30 days</source>
        <translation>30 天未访</translation>
    </message>
    <message>
        <source>Promises overdue</source>
        <translation>承诺逾期</translation>
    </message>
    <message>
        <source>Not on the line</source>
        <translation>未排固定点</translation>
    </message>
    <message numerus="yes">
        <source>%Ln key account units</source>
        <translation>
            <numerusform>标为大客户 %Ln 家（按客户单位）</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2 家</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>导入名单</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>新客户</translation>
    </message>
    <message>
        <source>Filter the accounts</source>
        <translation>筛选客户</translation>
    </message>
    <message>
        <source>No accounts yet</source>
        <translation>还没有客户</translation>
    </message>
    <message>
        <source>Take in the customer list that the office gave you: an Excel or CSV file, as it is.</source>
        <translation>把公司给的客户名单导进来：Excel 或 CSV 文件，原样就行。</translation>
    </message>
    <message>
        <source>Add one by hand</source>
        <translation>手工加一家</translation>
    </message>
    <message>
        <source>Take in a week package…</source>
        <translation>收回周包…</translation>
    </message>
    <message>
        <source>No account fits</source>
        <translation>没有符合的客户</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>合并重复</translation>
    </message>
    <message>
        <source>Name, contact, place, telephone, code, tag, pinyin or its initials</source>
        <translation>名称、联系人、地区、电话、编码、标签、拼音或首字母</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Groups, companies and sites under one another</source>
        <translation>按集团、公司、门店逐级排列</translation>
    </message>
    <message>
        <source>Choose the columns</source>
        <translation>选择列</translation>
    </message>
    <message>
        <source>Take a word or a condition out of the filter, or choose another view.</source>
        <translation>去掉一个词或一个条件，或换一个视图。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln accounts</source>
        <translation>
            <numerusform>%Ln 家</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter: name, contact, phone, pinyin</source>
        <translation>输入即筛选：名称、联系人、拼音首字母</translation>
    </message>
</context>
<context>
    <name>Action</name>
    <message>
        <source>New book…</source>
        <translation>新建客户簿…</translation>
    </message>
    <message>
        <source>Open book…</source>
        <translation>打开客户簿…</translation>
    </message>
    <message>
        <source>Open the demo book</source>
        <translation>打开演示客户簿</translation>
    </message>
    <message>
        <source>Import a list…</source>
        <translation>导入名单…</translation>
    </message>
    <message>
        <source>Save the week plan as PDF…</source>
        <translation>周拜访计划存为 PDF…</translation>
    </message>
    <message>
        <source>Save the briefing as PDF…</source>
        <translation>客户简报存为 PDF…</translation>
    </message>
    <message>
        <source>Hand over the week…</source>
        <translation>交出周包…</translation>
    </message>
    <message>
        <source>Take in a week package…</source>
        <translation>收回周包…</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Filter the accounts</source>
        <translation>筛选客户</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>线路</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Week end</source>
        <translation>周结</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Previous week</source>
        <translation>上一周</translation>
    </message>
    <message>
        <source>Next week</source>
        <translation>下一周</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>中文</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Light or dark as the system</source>
        <translation>明暗随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>New account…</source>
        <translation>新客户…</translation>
    </message>
    <message>
        <source>Edit the account…</source>
        <translation>修改客户…</translation>
    </message>
    <message>
        <source>Add a contact…</source>
        <translation>加联系人…</translation>
    </message>
    <message>
        <source>Record a promise…</source>
        <translation>记承诺…</translation>
    </message>
    <message>
        <source>Add a note…</source>
        <translation>加记录…</translation>
    </message>
    <message>
        <source>Write the visit report</source>
        <translation>写拜访记录</translation>
    </message>
    <message>
        <source>The promise is kept</source>
        <translation>承诺已兑现</translation>
    </message>
    <message>
        <source>The promise is broken…</source>
        <translation>承诺未兑现…</translation>
    </message>
    <message>
        <source>Met in another way…</source>
        <translation>变通兑现…</translation>
    </message>
    <message>
        <source>Withdrawn by the customer…</source>
        <translation>客户取消…</translation>
    </message>
    <message>
        <source>Another due day…</source>
        <translation>改期限…</translation>
    </message>
    <message>
        <source>Open the promise again</source>
        <translation>重新打开承诺</translation>
    </message>
    <message>
        <source>Edit the promise…</source>
        <translation>编辑承诺…</translation>
    </message>
    <message>
        <source>Copy the promises as a table</source>
        <translation>把承诺复制成表格</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>The account&apos;s briefing</source>
        <translation>客户简报</translation>
    </message>
    <message>
        <source>Save the paper in view as PDF…</source>
        <translation>把眼前这份存为 PDF…</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>适合宽度</translation>
    </message>
    <message>
        <source>Last steps…</source>
        <translation>最近操作…</translation>
    </message>
    <message>
        <source>Propose a line…</source>
        <translation>自动排线路…</translation>
    </message>
    <message>
        <source>The customer asks for another time…</source>
        <translation>客户要求改时间…</translation>
    </message>
    <message>
        <source>A day or a road is lost…</source>
        <translation>有一天去不了、路不通…</translation>
    </message>
    <message>
        <source>Leave and substitute…</source>
        <translation>请假与代访…</translation>
    </message>
    <message>
        <source>Changes of the line…</source>
        <translation>线路变更…</translation>
    </message>
    <message>
        <source>Next stop to look at</source>
        <translation>下一处要看的</translation>
    </message>
    <message>
        <source>Previous stop to look at</source>
        <translation>上一处要看的</translation>
    </message>
    <message>
        <source>Line: the week</source>
        <translation>线路：周表</translation>
    </message>
    <message>
        <source>Line: the whole cycle</source>
        <translation>线路：四周</translation>
    </message>
    <message>
        <source>Line: a list</source>
        <translation>线路：列表</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>搜索全部</translation>
    </message>
    <message>
        <source>Unplanned visit…</source>
        <translation>临时拜访…</translation>
    </message>
    <message>
        <source>The visit did not take place…</source>
        <translation>失访…</translation>
    </message>
    <message>
        <source>Questions to decide…</source>
        <translation>待定的问题…</translation>
    </message>
    <message>
        <source>Attach files…</source>
        <translation>添加附件…</translation>
    </message>
    <message>
        <source>Unlock or lock the informants</source>
        <translation>打开或锁上信息员</translation>
    </message>
    <message>
        <source>Copy the selected accounts</source>
        <translation>复制所选客户</translation>
    </message>
    <message>
        <source>Save what is shown as a workbook…</source>
        <translation>导出当前列表为 Excel…</translation>
    </message>
    <message>
        <source>Save what is shown as a view…</source>
        <translation>把当前筛选存为视图…</translation>
    </message>
    <message>
        <source>Accounts as a tree of units</source>
        <translation>按层级显示客户</translation>
    </message>
    <message>
        <source>Change the selected accounts together…</source>
        <translation>批量修改所选客户…</translation>
    </message>
    <message>
        <source>Move under another account…</source>
        <translation>调整上级客户…</translation>
    </message>
    <message>
        <source>Find duplicates…</source>
        <translation>查找重复客户…</translation>
    </message>
    <message>
        <source>Merge the two selected accounts…</source>
        <translation>合并所选两家客户…</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>用户手册</translation>
    </message>
    <message>
        <source>Keys, and about kamdesk</source>
        <translation>按键与关于</translation>
    </message>
    <message>
        <source>Passphrase of the book…</source>
        <translation>客户簿口令…</translation>
    </message>
    <message>
        <source>Save a template to be filled in…</source>
        <translation>保存待填写的模板…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Paste a list…</source>
        <translation>粘贴名单…</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>恢复备份…</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>A new goal…</source>
        <translation>新目标…</translation>
    </message>
    <message>
        <source>Change and break down the goal…</source>
        <translation>修改并分解目标…</translation>
    </message>
    <message>
        <source>Take the goal back</source>
        <translation>撤销目标</translation>
    </message>
    <message>
        <source>Explain the gap…</source>
        <translation>解释缺口…</translation>
    </message>
    <message>
        <source>An action for the goal…</source>
        <translation>为目标加行动…</translation>
    </message>
    <message>
        <source>Why the goal must be reached…</source>
        <translation>为什么要达成…</translation>
    </message>
    <message>
        <source>A step of my development plan…</source>
        <translation>加一步发展计划…</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>市场</translation>
    </message>
    <message>
        <source>Confirm the rule of key accounts…</source>
        <translation>确认大客户标准…</translation>
    </message>
    <message>
        <source>Mark accounts as the rule has them</source>
        <translation>按标准标记客户</translation>
    </message>
    <message>
        <source>An exception of the rule…</source>
        <translation>标准的例外…</translation>
    </message>
    <message>
        <source>What a class is to get…</source>
        <translation>各类客户的服务标准…</translation>
    </message>
    <message>
        <source>New prospect…</source>
        <translation>新潜在客户…</translation>
    </message>
    <message>
        <source>Put down more of the prospect…</source>
        <translation>补记潜在客户…</translation>
    </message>
    <message>
        <source>Pass the lead on…</source>
        <translation>转交线索…</translation>
    </message>
    <message>
        <source>A rival&apos;s move…</source>
        <translation>记竞争动向…</translation>
    </message>
    <message>
        <source>A rival…</source>
        <translation>记竞争对手…</translation>
    </message>
    <message>
        <source>A member of the team…</source>
        <translation>加团队成员…</translation>
    </message>
    <message>
        <source>A duty of a member…</source>
        <translation>加成员职责…</translation>
    </message>
    <message>
        <source>Record what is wanted most…</source>
        <translation>补最要紧的一问…</translation>
    </message>
    <message>
        <source>Who supplies an account…</source>
        <translation>登记供货份额…</translation>
    </message>
    <message>
        <source>Hand over to a colleague…</source>
        <translation>移交给同事…</translation>
    </message>
    <message>
        <source>Add a fixed visit…</source>
        <translation>加固定点…</translation>
    </message>
    <message>
        <source>Move the fixed visit…</source>
        <translation>改固定点…</translation>
    </message>
    <message>
        <source>End the fixed visit…</source>
        <translation>取消固定点…</translation>
    </message>
</context>
<context>
    <name>ActionDialog</name>
    <message>
        <source>An action for the goal</source>
        <translation>为目标做的事</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>做什么</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>到哪天</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>谁来做</translation>
    </message>
    <message>
        <source>Serves</source>
        <translation>为了</translation>
    </message>
    <message>
        <source>the goal in view</source>
        <translation>当前的目标</translation>
    </message>
</context>
<context>
    <name>AddCardDialog</name>
    <message>
        <source>Choose a card</source>
        <translation>选择名片</translation>
    </message>
    <message>
        <source>Cards (*.card);;All files (*)</source>
        <translation>名片 (*.card);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Check code {code}</source>
        <translation>核对码 {code}</translation>
    </message>
    <message>
        <source>It will get everything in this book but what is locked. Compare the code first:</source>
        <translation>对方会收到本客户簿的全部内容（上锁的除外）。请先核对：</translation>
    </message>
    <message>
        <source>It will get the accounts that you both look after. Compare the code first:</source>
        <translation>对方只会收到双方共同负责的客户。请先核对：</translation>
    </message>
    <message>
        <source>Add a card</source>
        <translation>登记名片</translation>
    </message>
    <message>
        <source>The other side saves its card under Week end, Whom I meet, and gives you the file or its text. The office makes its card when it makes its book.</source>
        <translation>对方在“周结”的“交接对象”里存出名片，把文件或文字发给您。办公室建总簿时就有名片。</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Take it in as a week package</source>
        <translation>当作周包收回</translation>
    </message>
    <message>
        <source>or paste the text of the card here</source>
        <translation>或把名片文字粘贴在这里</translation>
    </message>
    <message>
        <source>Text of the card</source>
        <translation>名片文字</translation>
    </message>
    <message>
        <source>I have compared the code with them, and it is the same</source>
        <translation>我已和对方逐组核对，一致</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>It will get the accounts that you both look after, and of what is locked only what you share by name. Compare the code first:</source>
        <translation>对方会收到双方共同负责的客户；上锁的内容只有您点名分享的那几条。请先核对：</translation>
    </message>
</context>
<context>
    <name>AnsweredBlock</name>
    <message>
        <source>{done} of {of} answered</source>
        <translation>已答 {done}/{of} 问</translation>
    </message>
    <message numerus="yes">
        <source>%n stale</source>
        <translation>
            <numerusform>过期 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>未答 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing is wanting</source>
        <translation>都答上了</translation>
    </message>
    <message numerus="yes">
        <source>Fill in the %n most wanted</source>
        <translation>
            <numerusform>补最要紧的 %n 问</numerusform>
        </translation>
    </message>
    <message>
        <source>See them all</source>
        <translation>看全部问题</translation>
    </message>
    <message>
        <source>one more behind the lock</source>
        <translation>另有 1 问在锁后</translation>
    </message>
</context>
<context>
    <name>Answering</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>还有 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>拜访</translation>
    </message>
    <message>
        <source>Fixed visit</source>
        <translation>固定拜访</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Account data</source>
        <translation>客户资料</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>行动</translation>
    </message>
    <message>
        <source>File</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>From a list</source>
        <translation>名单数据</translation>
    </message>
</context>
<context>
    <name>Arrival</name>
    <message>
        <source>What the package brings</source>
        <translation>包里的内容</translation>
    </message>
    <message>
        <source>From {name}</source>
        <translation>来自{name}</translation>
    </message>
    <message>
        <source>{week}, closed</source>
        <translation>{week}，已关闭</translation>
    </message>
    <message>
        <source>{week}, not closed yet</source>
        <translation>{week}，还没关闭</translation>
    </message>
    <message>
        <source>made {when}</source>
        <translation>{when} 打包</translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>This package was taken in before. There is nothing to do.</source>
        <translation>这个包以前收过了，不用再收。</translation>
    </message>
    <message>
        <source>All of it is in the book already. Taking it in confirms that to the sender.</source>
        <translation>里面的内容客户簿里都有了。收下它，对方就能得到确认。</translation>
    </message>
    <message numerus="yes">
        <source>%n rows in it are known already.</source>
        <translation>
            <numerusform>其中 %n 条本来就有。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows wait for others that have not come yet.</source>
        <translation>
            <numerusform>有 %n 条要等还没到的内容。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows are not the sender&apos;s to write; they are kept and shown apart.</source>
        <translation>
            <numerusform>有 %n 条对方无权改动，没有采用，另列在“没有并入”里。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows wait for another rep&apos;s package, which tells whether they fit.</source>
        <translation>
            <numerusform>有 %n 条要等别人的包来了才能定，先放在一边。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accounts are no longer yours to look after and leave the book.</source>
        <translation>
            <numerusform>有 %n 家客户不再由您负责，会移出客户簿。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records were moved to other accounts and leave the book.</source>
        <translation>
            <numerusform>有 %n 条改到了别的客户名下，移出客户簿。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accounts stay until what you wrote on them is confirmed.</source>
        <translation>
            <numerusform>有 %n 家客户等您写的内容得到确认后再移出。</numerusform>
        </translation>
    </message>
    <message>
        <source>A package before this one has not arrived. What is here is right; hand over yours, and their next one brings the rest.</source>
        <translation>在它之前还有一个包没到。已有的内容没有问题；把您的包交给对方，对方下一个包会补齐。</translation>
    </message>
    <message>
        <source>It is in the book. A copy of the book as it was before lies with the backups.</source>
        <translation>已收进客户簿。收之前的客户簿在备份里留了一份。</translation>
    </message>
    <message numerus="yes">
        <source>%n values were written differently here and there. Both are kept until you choose.</source>
        <translation>
            <numerusform>有 %n 处两边改得不一样，都先留着，等您选定。</numerusform>
        </translation>
    </message>
    <message>
        <source>Two copies of the sender&apos;s book seem to be in use side by side. Nothing is lost, but every package holds the whole book from now on: give one of them new keys and add its new card. If only one is in use, add its card once more.</source>
        <translation>对方的客户簿看来有两份副本在同时使用。内容不会丢，但以后每个包都是整本：请对方在其中一份里换新密钥，再登记它的新名片。若只有一份在用，重新登记一次名片即可。</translation>
    </message>
</context>
<context>
    <name>ArrivalsModel</name>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>撤回</translation>
    </message>
</context>
<context>
    <name>AskPopover</name>
    <message>
        <source>somebody else there</source>
        <translation>对方其他人</translation>
    </message>
    <message>
        <source>Whole minutes, within the day</source>
        <translation>整数分钟，不超过当天</translation>
    </message>
    <message>
        <source>Say who asked: the customer or us. Nothing has been changed yet.</source>
        <translation>请选是谁提出的：客户，还是我方。线路还没有改。</translation>
    </message>
    <message>
        <source>A change that we asked for needs its reason.</source>
        <translation>我方提出的变更要写明原因。</translation>
    </message>
    <message>
        <source>A change that we asked for needs its reason. Nothing has been changed yet.</source>
        <translation>我方提出的变更要写明原因。线路还没有改。</translation>
    </message>
    <message>
        <source>{name}: {was} is taken off the line</source>
        <translation>{name}：取消 {was} 的固定拜访</translation>
    </message>
    <message>
        <source>{name}: {was} → {to}, {length}</source>
        <translation>{name}：{was} → {to}，{length}</translation>
    </message>
    <message>
        <source>Who asked for it?</source>
        <translation>谁提出的？</translation>
    </message>
    <message>
        <source>draft, nothing changed yet</source>
        <translation>草稿，还没改</translation>
    </message>
    <message>
        <source>From now on</source>
        <translation>以后每次</translation>
    </message>
    <message>
        <source>This one visit</source>
        <translation>只这一次</translation>
    </message>
    <message>
        <source>from</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>从哪天起</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>星期</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Rhythm</source>
        <translation>节奏</translation>
    </message>
    <message>
        <source>The customer asked</source>
        <translation>客户提出</translation>
    </message>
    <message>
        <source>no exception</source>
        <translation>不计例外</translation>
    </message>
    <message>
        <source>We asked</source>
        <translation>我方提出</translation>
    </message>
    <message>
        <source>counts as an exception</source>
        <translation>计例外 1 次</translation>
    </message>
    <message>
        <source>Who of the customer&apos;s people</source>
        <translation>对方哪一位</translation>
    </message>
    <message>
        <source>Asked on</source>
        <translation>提出日期</translation>
    </message>
    <message>
        <source>in the customer&apos;s words, if you like</source>
        <translation>客户原话，可不填</translation>
    </message>
    <message>
        <source>The customer&apos;s words</source>
        <translation>客户原话</translation>
    </message>
    <message>
        <source>why: it will be read again when the line is judged</source>
        <translation>原因：评线路时还会看</translation>
    </message>
    <message>
        <source>Why we asked</source>
        <translation>我方原因</translation>
    </message>
    <message>
        <source>Change the line</source>
        <translation>改线</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>放回去</translation>
    </message>
    <message>
        <source>What is past stays as it was planned: the change begins today at the earliest.</source>
        <translation>已经过去的计划保持原样：变更最早从今天起。</translation>
    </message>
    <message>
        <source>The customer was told the old time: tell them of the change.</source>
        <translation>原时间已告诉客户：改后要再告知客户。</translation>
    </message>
    <message>
        <source>The customer knows the new time</source>
        <translation>新时间已告诉客户</translation>
    </message>
</context>
<context>
    <name>AskedPage</name>
    <message>
        <source>Answered for {unit} as a whole</source>
        <translation>按管理单元“{unit}”合并作答</translation>
    </message>
    <message>
        <source>Most wanted</source>
        <translation>最要紧的问题</translation>
    </message>
    <message>
        <source>{done} of {of} questions answered</source>
        <translation>{of} 问已答 {done} 问</translation>
    </message>
    <message>
        <source>Questions here</source>
        <translation>本栏的问题</translation>
    </message>
</context>
<context>
    <name>Beside</name>
    <message>
        <source>{day}&apos;s way</source>
        <translation>{day}的路</translation>
    </message>
    <message>
        <source>{time} driving</source>
        <translation>路上 {time}</translation>
    </message>
    <message numerus="yes">
        <source>%n stops to look at</source>
        <translation>
            <numerusform>%n 处要看</numerusform>
        </translation>
    </message>
    <message>
        <source>was {time}</source>
        <translation>原在{time}</translation>
    </message>
    <message>
        <source>never visited</source>
        <translation>从未拜访</translation>
    </message>
    <message numerus="yes">
        <source>last visited %n days ago</source>
        <translation>
            <numerusform>%n 天未访</numerusform>
        </translation>
    </message>
    <message>
        <source>Not on the line</source>
        <translation>未排固定点</translation>
    </message>
    <message>
        <source>Accounts without a fixed visit</source>
        <translation>还没有固定拜访的客户</translation>
    </message>
    <message>
        <source>Step through</source>
        <translation>逐个看</translation>
    </message>
    <message>
        <source>Every active account has its fixed visit.</source>
        <translation>在用的客户都有固定拜访。</translation>
    </message>
    <message>
        <source>The promise</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Causes</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Kept rate</source>
        <translation>兑现率</translation>
    </message>
    <message>
        <source>Drag onto the week; Enter takes the place proposed</source>
        <translation>拖到周表里；按 Enter 采用建议的时间</translation>
    </message>
    <message>
        <source>not reachable in a day</source>
        <translation>当天跑不了</translation>
    </message>
    <message>
        <source>No place of departure: the way there is not counted</source>
        <translation>没填出发地，没算去程</translation>
    </message>
    <message>
        <source>Without the place from where the day begins, no time proposed leaves room for the way there.</source>
        <translation>没有出发地，建议的时间就没有留出从出发地过去的路程。</translation>
    </message>
    <message>
        <source>Set it</source>
        <translation>填出发地</translation>
    </message>
    <message>
        <source>Say from where the day begins</source>
        <translation>填写每天从哪里出发</translation>
    </message>
</context>
<context>
    <name>BookCardPopover</name>
    <message>
        <source>This book</source>
        <translation>这本客户簿</translation>
    </message>
    <message>
        <source>Open its folder</source>
        <translation>打开所在文件夹</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>locked with a passphrase</source>
        <translation>已用口令上锁</translation>
    </message>
    <message>
        <source>not locked</source>
        <translation>未上锁</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>已保存</translation>
    </message>
    <message numerus="yes">
        <source>and %n older</source>
        <translation>
            <numerusform>还有 %n 份更早的</numerusform>
        </translation>
    </message>
    <message>
        <source>None yet: make one now.</source>
        <translation>还没有，现在就备份一份吧。</translation>
    </message>
    <message>
        <source>Passphrase…</source>
        <translation>口令…</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>恢复…</translation>
    </message>
    <message>
        <source>Each was read through when it was made. They lie in {folder}. To go back to one: Book → Restore a backup. The present book is kept beside it.</source>
        <translation>每份备份做好时都从头读过一遍，放在 {folder}。要恢复：“客户簿”菜单→“恢复备份…”。现在的这本会留在旁边。</translation>
    </message>
</context>
<context>
    <name>BookDesk</name>
    <message>
        <source>Open a book</source>
        <translation>打开客户簿</translation>
    </message>
    <message>
        <source>Books (*.kam);;All files (*)</source>
        <translation>客户簿 (*.kam);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Backing up…</source>
        <translation>正在备份…</translation>
    </message>
    <message>
        <source>Backed up and checked: {path}</source>
        <translation>已备份并核对：{path}</translation>
    </message>
    <message>
        <source>no backup yet</source>
        <translation>尚无备份</translation>
    </message>
    <message>
        <source>backed up {when}</source>
        <translation>备份 {when}</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Making the demo book</source>
        <translation>正在做演示客户簿</translation>
    </message>
    <message>
        <source>Making the demo book…</source>
        <translation>正在做演示客户簿……</translation>
    </message>
    <message>
        <source>Backed up and checked, in both places: {path}</source>
        <translation>两处都已备份并核对：{path}</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>Copy {text}</source>
        <translation>复制 {text}</translation>
    </message>
</context>
<context>
    <name>CardRoleDialog</name>
    <message>
        <source>My card</source>
        <translation>我的名片</translation>
    </message>
    <message>
        <source>Make my card a manager&apos;s?</source>
        <translation>把我的名片改为主管？</translation>
    </message>
    <message>
        <source>Make my card a rep&apos;s?</source>
        <translation>把我的名片改回客户经理？</translation>
    </message>
    <message>
        <source>Reps who have it can then let you read an informant&apos;s entry, by your name.</source>
        <translation>客户经理登记后，可以把某个信息员指名分享给您看。</translation>
    </message>
    <message>
        <source>Reps can then no longer share an informant&apos;s entry with you as their manager.</source>
        <translation>改了以后，客户经理不能再以主管的身份把信息员分享给您。</translation>
    </message>
    <message>
        <source>The others know the card as it was: save it anew and give it to everybody, and change your other laptops likewise, or they count as somebody else&apos;s. The keys and the check code stay.</source>
        <translation>对方登记的还是原来的名片：请重新存出，交给每个人登记；您的其他电脑也要照样改，否则会当成别人的电脑。密钥和核对码不变。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Change the card</source>
        <translation>改名片</translation>
    </message>
</context>
<context>
    <name>Causes</name>
    <message>
        <source>In this period every promise that ended was kept as it was given.</source>
        <translation>这段时间里，了结的承诺都按原样兑现了。</translation>
    </message>
    <message numerus="yes">
        <source>%n promises were late, broken or met in another way.</source>
        <translation>
            <numerusform>%n 条承诺延迟、变通或没有兑现。</numerusform>
        </translation>
    </message>
    <message>
        <source>Press a bar: the list shows its promises.</source>
        <translation>点一根柱子，列表只看这一类。</translation>
    </message>
    <message>
        <source>Causes: {all}</source>
        <translation>原因：{all}</translation>
    </message>
    <message>
        <source>Causes</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>CausesCard</name>
    <message numerus="yes">
        <source>%n more: on the page of the day</source>
        <translation>
            <numerusform>还有 %n 项，见“今天”</numerusform>
        </translation>
    </message>
    <message>
        <source>Causes</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>What we do about it</source>
        <translation>行动</translation>
    </message>
    <message>
        <source>Put down a cause</source>
        <translation>补记原因</translation>
    </message>
    <message>
        <source>Add an action</source>
        <translation>加行动</translation>
    </message>
    <message>
        <source>No cause is recorded for this period: what you know of the gap belongs here, with its amount.</source>
        <translation>这段时间还没有记过原因：您知道的缺口来由，连同金额记在这里。</translation>
    </message>
    <message>
        <source>Nothing is planned for this goal.</source>
        <translation>还没有为这个目标安排行动。</translation>
    </message>
    <message>
        <source>{told} explained + {rest} not explained = {gap}</source>
        <translation>有原因 {told} + 说不清 {rest} = {gap}</translation>
    </message>
</context>
<context>
    <name>CausesModel</name>
    <message>
        <source>no cause said</source>
        <translation>没写原因</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>累计</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
</context>
<context>
    <name>ChangeFlow</name>
    <message>
        <source>{name}: this one visit has been moved.</source>
        <translation>{name}：这一次拜访已改期。</translation>
    </message>
    <message>
        <source>{name} is off the line from {day} on.</source>
        <translation>{name}自{day}起不在线路上。</translation>
    </message>
    <message>
        <source>{name} has its new time from {day} on.</source>
        <translation>{name}自{day}起按新时间拜访。</translation>
    </message>
    <message>
        <source>{name} is visited in that week anyway: nothing would change.</source>
        <translation>{name}那一周本来就去，换周没有变化。没有改动任何内容。</translation>
    </message>
    <message>
        <source>A week that has passed stays as it was planned. Nothing was changed; change the line in this week or a later one.</source>
        <translation>已经过去的一周保持原样，没有改动。请在本周或以后的周里调整线路。</translation>
    </message>
    <message>
        <source>That day has passed. Nothing was changed; put the visit on today or a later day.</source>
        <translation>那一天已经过去，没有改动。请放到今天或以后的日子。</translation>
    </message>
</context>
<context>
    <name>ChangeManyDialog</name>
    <message numerus="yes">
        <source>%n of {all} accounts change</source>
        <translation>
            <numerusform>{all} 家中将修改 %n 家</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fixed visits end</source>
        <translation>
            <numerusform>结束 %n 个固定拜访点</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %n accounts together</source>
        <translation>
            <numerusform>批量修改 %n 家客户</numerusform>
        </translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>What you leave open stays as it is in each account. One undo takes all of it back.</source>
        <translation>没填的项目各家保持原样；撤销一次即全部还原。</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Key account</source>
        <translation>大客户</translation>
    </message>
    <message>
        <source>Why so</source>
        <translation>判定原因</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Why the status</source>
        <translation>状态原因</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>District</source>
        <translation>区县</translation>
    </message>
    <message>
        <source>Add tags</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>Take tags off</source>
        <translation>去掉标签</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>not classed</source>
        <translation>未分类</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>未判定</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无负责人</translation>
    </message>
    <message>
        <source>several with a comma between them</source>
        <translation>多个用逗号隔开</translation>
    </message>
</context>
<context>
    <name>ChangePassphraseDialog</name>
    <message>
        <source>Type the present passphrase first. Nothing was changed.</source>
        <translation>请先输入现在的口令。没有改动。</translation>
    </message>
    <message>
        <source>The two new passphrases are not the same. Nothing was changed.</source>
        <translation>两次输入的新口令不一样。没有改动。</translation>
    </message>
    <message>
        <source>Type the new passphrase, twice. Nothing was changed.</source>
        <translation>请输入新口令，输两遍。没有改动。</translation>
    </message>
    <message>
        <source>Locking the book anew…</source>
        <translation>正在更换口令…</translation>
    </message>
    <message>
        <source>Take the passphrase away</source>
        <translation>取消口令</translation>
    </message>
    <message>
        <source>From then on whoever has the file can read everything in it. What informants told stays behind its own lock on the screen, which goes on asking for the old passphrase. Backups made until now keep the old passphrase: you need it to restore one.</source>
        <translation>以后谁拿到这个文件，都能看到里面的全部内容。信息员那一栏在屏幕上仍然锁着，用的还是原来的口令。此前的备份也仍用原来的口令，恢复时要用到，请留好。</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>更换口令</translation>
    </message>
    <message>
        <source>Forgotten, the book is lost: nobody can open it then, not even us. Backups made until now keep the old passphrase, so keep that one too; backups made from now on have the new one.</source>
        <translation>新口令忘了，客户簿就打不开了，谁都没有办法，我们也没有。此前的备份仍用原来的口令，请一并留好；以后的备份用新口令。</translation>
    </message>
    <message>
        <source>Set the passphrase</source>
        <translation>设置口令</translation>
    </message>
    <message>
        <source>Forgotten, the book is lost: nobody can open it then, not even us. Backups made until now are not locked: whoever gets hold of them can read them. They lie in {folder}; delete them there once you have a new backup.</source>
        <translation>口令忘了，客户簿就打不开了，谁都没有办法，我们也没有。此前的备份没有上锁，谁拿到都能看；它们在 {folder}，做了新备份后请自行删除。</translation>
    </message>
    <message>
        <source>Passphrase of this book</source>
        <translation>客户簿口令</translation>
    </message>
    <message>
        <source>This book opens with a passphrase.</source>
        <translation>这本客户簿现在要口令才能打开。</translation>
    </message>
    <message>
        <source>This book is not locked.</source>
        <translation>这本客户簿现在没有上锁。</translation>
    </message>
    <message>
        <source>What is recorded stays as it is, and the book stays open.</source>
        <translation>内容不变，客户簿照常开着。</translation>
    </message>
    <message>
        <source>Present passphrase</source>
        <translation>现在的口令</translation>
    </message>
    <message>
        <source>Without a passphrase from now on</source>
        <translation>以后不用口令</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>no counterpart</source>
        <translation>没有我方对接人</translation>
    </message>
    <message>
        <source>last met {day}</source>
        <translation>上次见面 {day}</translation>
    </message>
    <message>
        <source>our counterpart {name}</source>
        <translation>我方对接人 {name}</translation>
    </message>
    <message>
        <source>not met</source>
        <translation>未见过</translation>
    </message>
    <message>
        <source>Nobody known</source>
        <translation>缺这个人</translation>
    </message>
    <message>
        <source>Enter adds the person</source>
        <translation>按回车补上</translation>
    </message>
    <message>
        <source>Informants·open</source>
        <translation>信息员·已打开</translation>
    </message>
    <message>
        <source>locks itself in {time}</source>
        <translation>{time} 后自动上锁</translation>
    </message>
    <message>
        <source>Informants·locked</source>
        <translation>信息员·已上锁</translation>
    </message>
    <message>
        <source>passphrase to see</source>
        <translation>有没有、是谁，口令后可看</translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message>
        <source>Say why the question does not arise; without a reason it stays open.</source>
        <translation>请写明为什么不适用；没有理由，这一问仍算未答。</translation>
    </message>
    <message>
        <source>Checked: none</source>
        <translation>查过，没有</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>How it was checked</source>
        <translation>怎么查的</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Checked by</source>
        <translation>谁查的</translation>
    </message>
    <message>
        <source>On</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>whom you asked, what you looked at</source>
        <translation>问了谁，看了什么</translation>
    </message>
    <message>
        <source>say, it buys from us alone</source>
        <translation>比如：只从我们这里进货</translation>
    </message>
    <message>
        <source>you, where nobody is named</source>
        <translation>不填就是你自己</translation>
    </message>
</context>
<context>
    <name>ChipBar</name>
    <message>
        <source>Change the values; Del takes the condition away</source>
        <translation>点击修改；按 Del 去掉这个条件</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Your own: 42, or 6 weeks; Enter</source>
        <translation>自己填天数或周数，如 42、6 周</translation>
    </message>
</context>
<context>
    <name>CirclePanel</name>
    <message>
        <source>check code {code}</source>
        <translation>核对码 {code}</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>已注销</translation>
    </message>
    <message>
        <source>Removed {when}: nothing is taken in from it and nothing is packed for it. What came before stays.</source>
        <translation>{when} 注销：不再收它的包，也不再给它打包。以前收到的内容都还在。</translation>
    </message>
    <message>
        <source>Known since {when}; it has confirmed packages of this book.</source>
        <translation>{when} 登记；它已确认收到过本客户簿的包。</translation>
    </message>
    <message>
        <source>Known since {when}; it has not confirmed a package of this book yet.</source>
        <translation>{when} 登记；它还没有确认收到过本客户簿的包。</translation>
    </message>
    <message>
        <source>The office</source>
        <translation>办公室</translation>
    </message>
    <message>
        <source>My other laptops</source>
        <translation>我的其他电脑</translation>
    </message>
    <message>
        <source>Colleagues</source>
        <translation>同事</translation>
    </message>
    <message>
        <source>No longer met</source>
        <translation>不再交接</translation>
    </message>
    <message>
        <source>Whom I meet</source>
        <translation>交接对象</translation>
    </message>
    <message>
        <source>Packages go to and come from these books alone</source>
        <translation>周包只和这些客户簿往来</translation>
    </message>
    <message>
        <source>Books that are known</source>
        <translation>登记过的客户簿</translation>
    </message>
    <message>
        <source>Add a card…</source>
        <translation>登记名片…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>注销…</translation>
    </message>
    <message>
        <source>Meet it again</source>
        <translation>恢复交接</translation>
    </message>
    <message>
        <source>Nobody is known yet</source>
        <translation>还没有登记任何人</translation>
    </message>
    <message>
        <source>Give the office your card, and add the office&apos;s here. Your other laptop and colleagues with whom you share accounts are added in the same way.</source>
        <translation>把您的名片交给办公室，再在这里登记办公室的名片。您的另一台电脑、共同负责客户的同事，也都这样登记。</translation>
    </message>
    <message>
        <source>{account} goes to {name} with the next package, with all that is recorded of it.</source>
        <translation>{account}连同全部记录，会随下一个包交给{name}。</translation>
    </message>
    <message>
        <source>Share an account…</source>
        <translation>共同负责一家客户…</translation>
    </message>
    <message>
        <source>Share it no longer</source>
        <translation>不再共同负责</translation>
    </message>
    <message>
        <source>Managers</source>
        <translation>主管</translation>
    </message>
    <message>
        <source>Shared, without a card of theirs here</source>
        <translation>共同负责的（没有对方名片）</translation>
    </message>
    <message>
        <source>{name} shares {account} with you: all that is recorded of it comes with the packages, and what you write on it goes back. What is locked stays where it is.</source>
        <translation>“{account}”由{name}与您共享：上面的记录随周包过来，您写的也随周包回去；受保护的内容不在其中。</translation>
    </message>
    <message>
        <source>Open the account</source>
        <translation>打开客户</translation>
    </message>
</context>
<context>
    <name>ClassServiceModel</name>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>拜访</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>联系</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Line short</source>
        <translation>排少</translation>
    </message>
    <message>
        <source>Made short</source>
        <translation>去少</translation>
    </message>
</context>
<context>
    <name>ClassTimeModel</name>
    <message>
        <source>none</source>
        <translation>未分</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>Share of time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Share of value</source>
        <translation>价值</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>比值</translation>
    </message>
</context>
<context>
    <name>ClosePanel</name>
    <message>
        <source>{week} is closed.</source>
        <translation>{week}已关闭。</translation>
    </message>
    <message>
        <source>{week} is open again.</source>
        <translation>{week}已重新打开。</translation>
    </message>
    <message>
        <source>{week} was closed {when} by {name}</source>
        <translation>{week}已于 {when} 由{name}关闭</translation>
    </message>
    <message>
        <source>{week} has not begun yet</source>
        <translation>{week}还没开始</translation>
    </message>
    <message numerus="yes">
        <source>%n things are still missing</source>
        <translation>
            <numerusform>还差 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is missing: {week} can be closed</source>
        <translation>都补齐了，可以关闭{week}</translation>
    </message>
    <message numerus="yes">
        <source>%n visits</source>
        <translation>
            <numerusform>%n 访</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recorded</source>
        <translation>
            <numerusform>%n 已记</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missed</source>
        <translation>
            <numerusform>%n 失访</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visits are still to come</source>
        <translation>
            <numerusform>还有 %n 次拜访没到时间</numerusform>
        </translation>
    </message>
    <message>
        <source>Close {week}</source>
        <translation>关闭{week}</translation>
    </message>
    <message>
        <source>Fill the gaps</source>
        <translation>补齐</translation>
    </message>
    <message>
        <source>closed {when} by {name}</source>
        <translation>{when} 由{name}关闭</translation>
    </message>
    <message>
        <source>opened again {when}</source>
        <translation>{when} 重新打开</translation>
    </message>
    <message>
        <source>Close the week</source>
        <translation>关闭本周</translation>
    </message>
    <message>
        <source>It tells the office that the week is complete</source>
        <translation>告诉办公室：本周已经完整</translation>
    </message>
    <message>
        <source>A closed week can still be mended, and opened again. One that is not closed can be handed over all the same.</source>
        <translation>关闭后仍可更正，也可重新打开。不关闭也照样可以交出。</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>交出周包</translation>
    </message>
    <message>
        <source>Weeks closed</source>
        <translation>关闭过的周</translation>
    </message>
</context>
<context>
    <name>ClosedPart</name>
    <message>
        <source>The week of this report is over. It is put right with a note that says why; figures follow.</source>
        <translation>这一周已经过去。要改请用“更正”，写明原因；数字会跟着改。</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>未记录</translation>
    </message>
    <message>
        <source>Amended</source>
        <translation>更正记录</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Whom you met</source>
        <translation>见到谁</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>要点</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>盘点</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Competitors</source>
        <translation>竞争对手</translation>
    </message>
    <message>
        <source>With you</source>
        <translation>协访</translation>
    </message>
    <message>
        <source>{name}: {old} → {new}</source>
        <translation>{name}：{old} → {new}</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>到店</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>离店</translation>
    </message>
    <message>
        <source>Amount of the order</source>
        <translation>订单金额</translation>
    </message>
    <message>
        <source>Number of the order</source>
        <translation>订单号</translation>
    </message>
</context>
<context>
    <name>ColumnsMenu</name>
    <message>
        <source>Standard columns</source>
        <translation>恢复默认列</translation>
    </message>
</context>
<context>
    <name>ColumnsPane</name>
    <message>
        <source>Leave this sheet out</source>
        <translation>这张表不收</translation>
    </message>
    <message>
        <source> or </source>
        <translation>或</translation>
    </message>
    <message>
        <source>It can&apos;t be read as this kind of list yet. Still needed: {fields}.</source>
        <translation>还不能当这种名单读。还缺：{fields}。请在下面指明是哪一列。</translation>
    </message>
    <message>
        <source>It can&apos;t be told what this is. Choose above what it holds, or leave it out.</source>
        <translation>认不出这是什么名单。请在上面选它的种类，或选“这张表不收”。</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) wait for what the list does not say. What is not said stays a question; the rest goes in.</source>
        <translation>
            <numerusform>有 %n 格缺一点说明，名单里没写。请按列补上；不补的留作待定，其余照收。</numerusform>
        </translation>
    </message>
    <message>
        <source>Columns as last time, {day}.</source>
        <translation>各列沿用上次（{day}）的设定。</translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) are not known.</source>
        <translation>
            <numerusform>有 %n 列认不出。</numerusform>
        </translation>
    </message>
    <message>
        <source>All columns are known.</source>
        <translation>各列都认得。</translation>
    </message>
    <message>
        <source>The list does not say in which datum its coordinates are.</source>
        <translation>名单里没写坐标系，请按列说明。</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Taken as</source>
        <translation>当作</translation>
    </message>
    <message>
        <source>Headers in row</source>
        <translation>列名在第几行</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>忘掉设定</translation>
    </message>
    <message>
        <source>Read this list as if it came for the first time</source>
        <translation>当第一次见到这份名单来读</translation>
    </message>
    <message>
        <source>Columns of the list</source>
        <translation>名单的各列</translation>
    </message>
    <message>
        <source>unknown: left out</source>
        <translation>认不出：不收</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>Go to {page}</source>
        <translation>去{page}</translation>
    </message>
</context>
<context>
    <name>CompanionsPart</name>
    <message>
        <source>{name} came along</source>
        <translation>{name}协访</translation>
    </message>
</context>
<context>
    <name>ConsequenceDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ContactDialog</name>
    <message>
        <source>New contact</source>
        <translation>新联系人</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>还不清楚</translation>
    </message>
    <message>
        <source>Roles in the decision</source>
        <translation>在采购决策中的角色</translation>
    </message>
    <message>
        <source>A birthday is a month and a day, with the year where you know it: 11-25, 1978-11-25 or 农历八月初三.</source>
        <translation>生日要有月和日，知道年份也写上：11-25、1978-11-25，或农历八月初三。</translation>
    </message>
</context>
<context>
    <name>ContactForm</name>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Other name</source>
        <translation>外文名</translation>
    </message>
    <message>
        <source>in Latin letters or in Chinese</source>
        <translation>拼音、英文名，或中文名</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>manager, purchaser …</source>
        <translation>经理、采购……</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Telephones</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>微信</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>态度</translation>
    </message>
    <message>
        <source>Influence</source>
        <translation>影响力</translation>
    </message>
    <message>
        <source>Reports to</source>
        <translation>汇报给</translation>
    </message>
    <message>
        <source>Our counterpart</source>
        <translation>我方对接人</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>11-25 or 1978-11-25</source>
        <translation>11-25 或 1978-11-25</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>历法</translation>
    </message>
</context>
<context>
    <name>Counting</name>
    <message numerus="yes">
        <source>That makes %n accounts that are counted as one each.</source>
        <translation>
            <numerusform>按这一级算，共有 %n 个客户单位。</numerusform>
        </translation>
    </message>
    <message>
        <source>Counted as one</source>
        <translation>按哪一级算一个</translation>
    </message>
    <message>
        <source>Nobody has confirmed it yet; the book counts by {level} meanwhile.</source>
        <translation>还没有人确认，暂时按{level}算。</translation>
    </message>
    <message>
        <source>{level}, confirmed by {name} on {day}.</source>
        <translation>{level}，{name} {day}确认。</translation>
    </message>
    <message>
        <source>The smallest unit of a key account</source>
        <translation>大客户的最小单位</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Key or ordinary</source>
        <translation>大客户界线</translation>
    </message>
    <message>
        <source>The line between key and ordinary accounts is drawn on the page of the market: you see who changes sides before it is saved.</source>
        <translation>大客户和普通客户的界线在“市场”页上划：保存之前先看到谁进谁出。</translation>
    </message>
    <message>
        <source>To the line between key and ordinary</source>
        <translation>去划大客户界线</translation>
    </message>
</context>
<context>
    <name>CountsModel</name>
    <message>
        <source>What</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>未变</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>待定</translation>
    </message>
</context>
<context>
    <name>CurveModel</name>
    <message>
        <source>Account</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>12 months</source>
        <translation>近 12 个月</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>累计</translation>
    </message>
    <message>
        <source>Growth</source>
        <translation>增长</translation>
    </message>
    <message>
        <source>{year}</source>
        <translation>{year}年</translation>
    </message>
</context>
<context>
    <name>DayField</name>
    <message>
        <source>Pick a day</source>
        <translation>选日期</translation>
    </message>
    <message>
        <source>Fri, 11-25 or +7</source>
        <translation>周五、11-25、+7</translation>
    </message>
</context>
<context>
    <name>DayHeading</name>
    <message>
        <source>lunar {day}</source>
        <translation>农历{day}</translation>
    </message>
    <message numerus="yes">
        <source>%n stops</source>
        <translation>
            <numerusform>%n 站</numerusform>
        </translation>
    </message>
    <message>
        <source>{stops}, {n} km</source>
        <translation>{stops}，{n} 公里</translation>
    </message>
</context>
<context>
    <name>DaysOff</name>
    <message>
        <source>A file of holidays</source>
        <translation>选择节假日文件</translation>
    </message>
    <message>
        <source>Lists (*.csv *.toml);;All files (*)</source>
        <translation>列表 (*.csv *.toml);;所有文件 (*)</translation>
    </message>
    <message>
        <source>The holidays are known until the end of {year}.</source>
        <translation>节假日已知到 {year} 年底。</translation>
    </message>
    <message numerus="yes">
        <source>%n days come from your own file.</source>
        <translation>
            <numerusform>其中 %n 天来自您自己的文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>They are those that came with the program; no file of your own is in use.</source>
        <translation>都是程序自带的，没有用您自己的文件。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It changes %n days; then the holidays are known until {year}.</source>
        <translation>
            <numerusform>会改动 %n 天；之后节假日已知到 {year} 年。</numerusform>
        </translation>
    </message>
    <message>
        <source>It says nothing that is not known already.</source>
        <translation>里面没有新的内容，都已经知道了。</translation>
    </message>
    <message>
        <source>{day} {weekday}: {before} → {after}</source>
        <translation>{day} {weekday}：{before} → {after}</translation>
    </message>
    <message>
        <source>ordinary day</source>
        <translation>平日</translation>
    </message>
    <message>
        <source>holiday</source>
        <translation>放假</translation>
    </message>
    <message>
        <source>made-up workday</source>
        <translation>调休上班</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>还不知道</translation>
    </message>
    <message>
        <source>Public holidays</source>
        <translation>法定节假日</translation>
    </message>
    <message>
        <source>Take in a file</source>
        <translation>读入文件</translation>
    </message>
    <message>
        <source>Do without my file</source>
        <translation>不用我的文件</translation>
    </message>
    <message>
        <source>A line a day: 2027-02-06,holiday,春节. Kinds are holiday 放假, workday 上班 (made up for) and ordinary 平日. The State Council says next year&apos;s in autumn.</source>
        <translation>一天一行：2027-02-06,放假,春节。第二项写“放假”“上班”（调休）或“平日”。国务院一般在秋天公布下一年的安排。</translation>
    </message>
    <message>
        <source>Take it in</source>
        <translation>读入</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>先不读</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>{word}: {what}</source>
        <translation>{word}：{what}</translation>
    </message>
    <message>
        <source>Brought back: {what}</source>
        <translation>已重做：{what}</translation>
    </message>
    <message>
        <source>Taken back: {what}</source>
        <translation>已撤销：{what}</translation>
    </message>
    <message>
        <source>{what} ({about})</source>
        <translation>{what}（{about}）</translation>
    </message>
</context>
<context>
    <name>DepartmentsModel</name>
    <message>
        <source>not met</source>
        <translation>未见过</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Their people</source>
        <translation>对方的人</translation>
    </message>
    <message>
        <source>Our counterpart</source>
        <translation>我方对接人</translation>
    </message>
    <message>
        <source>Last met</source>
        <translation>上次见面</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>缺口</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>已兑现</translation>
    </message>
    <message>
        <source>Not kept…</source>
        <translation>没兑现…</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新待兑现</translation>
    </message>
    <message>
        <source>Amend the report</source>
        <translation>修改记录</translation>
    </message>
    <message>
        <source>Write the report</source>
        <translation>写记录</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Rhythm</source>
        <translation>节奏</translation>
    </message>
    <message>
        <source>Next on</source>
        <translation>下次</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>开始于</translation>
    </message>
    <message>
        <source>Told to the customer</source>
        <translation>已告知客户</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Show in the week</source>
        <translation>在周表里看</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>改时间…</translation>
    </message>
    <message>
        <source>Attach files…</source>
        <translation>添加附件…</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>End the fixed visit…</source>
        <translation>取消固定点…</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>“{what}” is not saved. What you typed is kept and offered the next time.</source>
        <translation>“{what}”没有保存，填的内容已留作草稿，下次打开还在。</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>接着填</translation>
    </message>
</context>
<context>
    <name>Doing</name>
    <message>
        <source>Copied: {text}</source>
        <translation>已复制：{text}</translation>
    </message>
</context>
<context>
    <name>DraftBar</name>
    <message>
        <source>Use it</source>
        <translation>用它</translation>
    </message>
    <message>
        <source>Drop it</source>
        <translation>丢掉</translation>
    </message>
    <message>
        <source>What was not saved last time is still here, {when}</source>
        <translation>上次没存的内容还在，{when}</translation>
    </message>
    <message>
        <source>No draft could be kept: {reason}</source>
        <translation>草稿没能留住：{reason}</translation>
    </message>
    <message>
        <source>draft kept at {time}</source>
        <translation>草稿已保存，{time}</translation>
    </message>
</context>
<context>
    <name>DueDialog</name>
    <message>
        <source>Say which day the promise is due now.</source>
        <translation>请写明新的期限是哪一天。</translation>
    </message>
    <message>
        <source>Say who wanted another day: the customer or us.</source>
        <translation>请选是谁要改的：客户，还是我方。</translation>
    </message>
    <message numerus="yes">
        <source>%n promises</source>
        <translation>
            <numerusform>%n 条承诺</numerusform>
        </translation>
    </message>
    <message>
        <source>Another due day</source>
        <translation>改期限</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>the customer: the new day counts</source>
        <translation>客户提出：按新期限算</translation>
    </message>
    <message>
        <source>us: the first day goes on counting</source>
        <translation>我方提出：仍按第一次的期限算</translation>
    </message>
    <message>
        <source>nobody, it was written down wrongly</source>
        <translation>当初登记错了，更正</translation>
    </message>
</context>
<context>
    <name>DueForm</name>
    <message>
        <source>Another due day</source>
        <translation>改期限</translation>
    </message>
    <message>
        <source>New due day</source>
        <translation>新期限</translation>
    </message>
    <message>
        <source>Who wanted it</source>
        <translation>谁提出的</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>为什么改</translation>
    </message>
    <message>
        <source>kept in the history of the promise</source>
        <translation>会留在这条承诺的记录里</translation>
    </message>
</context>
<context>
    <name>DuplicatesDialog</name>
    <message>
        <source>Looking for duplicates…</source>
        <translation>正在查找重复…</translation>
    </message>
    <message>
        <source>one name, written differently</source>
        <translation>名称相同，写法不同</translation>
    </message>
    <message>
        <source>one name but for the place before it</source>
        <translation>名称只差地名</translation>
    </message>
    <message>
        <source>the same telephone</source>
        <translation>电话相同</translation>
    </message>
    <message>
        <source>the same place and a similar name</source>
        <translation>地点相同、名称相近</translation>
    </message>
    <message numerus="yes">
        <source>%n pairs may be one account</source>
        <translation>
            <numerusform>%n 对可能是同一家</numerusform>
        </translation>
    </message>
    <message>
        <source>No duplicates found</source>
        <translation>没有发现重复客户</translation>
    </message>
    <message>
        <source>Enter shows both side by side; nothing is merged before you say so. Del: not the same.</source>
        <translation>Enter 并排对比，确认后才合并；Del 标为不是同一家。</translation>
    </message>
    <message>
        <source>Two accounts that you know to be one: select both in the table and merge them there.</source>
        <translation>如果知道两家是同一家，可在列表里选中两家再合并。</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>合并重复</translation>
    </message>
    <message>
        <source>Pairs that look like one account</source>
        <translation>可能重复的客户</translation>
    </message>
    <message>
        <source>Compare and merge</source>
        <translation>对比合并</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>不是同一家</translation>
    </message>
    <message>
        <source>They may be the same after all</source>
        <translation>撤回“不是同一家”</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>EarlyQuestion</name>
    <message>
        <source>This visit, made early</source>
        <translation>就是这一次，提前去了</translation>
    </message>
    <message>
        <source>Another, unplanned visit</source>
        <translation>另一次临时拜访</translation>
    </message>
    <message>
        <source>The visit is planned for {planned}, the report is of {made}.</source>
        <translation>这次拜访排在{planned}，记的却是{made}。</translation>
    </message>
    <message>
        <source>Was it this visit? If not, the planned one stays.</source>
        <translation>是提前去了这一次吗？不是的话，原来排的不动。</translation>
    </message>
</context>
<context>
    <name>EntrustedDialog</name>
    <message>
        <source>From {name}</source>
        <translation>来自{name}</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>没有记</translation>
    </message>
    <message>
        <source>Last heard from {day}</source>
        <translation>上次消息 {day}</translation>
    </message>
    <message>
        <source>no longer since {day}</source>
        <translation>{day}起不再联系</translation>
    </message>
    <message>
        <source>Locks itself in {time}</source>
        <translation>{time} 后自动上锁</translation>
    </message>
    <message>
        <source>Enter the passphrase…</source>
        <translation>输入口令…</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>上锁</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Nobody shares anything with you, as far as packages have told.</source>
        <translation>就收到的周包来看，没有人与您分享。</translation>
    </message>
    <message>
        <source>In your own book, behind the lock of the account.</source>
        <translation>已在您自己的客户簿里，在那家客户的锁后。</translation>
    </message>
    <message>
        <source>To be taken over once a package has brought the account.</source>
        <translation>收到带这家客户的周包后，就能接过来。</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接过来</translation>
    </message>
    <message>
        <source>What others share with me</source>
        <translation>别人分享给我的</translation>
    </message>
    <message>
        <source>As they recorded it. What is of an account that you look after you may take over into your own book; what is taken back leaves with the next package.</source>
        <translation>内容按对方所记。您负责的客户，可以接过来记进自己的客户簿；对方收回的，随下一个周包消失。</translation>
    </message>
    <message>
        <source>Which informants others let you read or handed on to you, and whether any did, is seen only after the passphrase.</source>
        <translation>别人让您看、移交给您哪些信息员，有没有，都要输入口令才看得到。</translation>
    </message>
</context>
<context>
    <name>ExportChoice</name>
    <message>
        <source>Workbook (.xlsx)</source>
        <translation>电子表格（.xlsx）</translation>
    </message>
    <message>
        <source>CSV (.csv)</source>
        <translation>CSV（.csv）</translation>
    </message>
    <message>
        <source>Contacts for any phone, vCard 3.0 (.vcf)</source>
        <translation>手机联系人，vCard 3.0，各种手机都能读（.vcf）</translation>
    </message>
    <message>
        <source>Contacts, vCard 4.0 (.vcf)</source>
        <translation>手机联系人，vCard 4.0（.vcf）</translation>
    </message>
    <message>
        <source>Calendar (.ics)</source>
        <translation>日历（.ics）</translation>
    </message>
    <message>
        <source>The whole book</source>
        <translation>整本客户簿</translation>
    </message>
    <message>
        <source>The line</source>
        <translation>拜访线路</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周次</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>All weeks</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>{week} (this week)</source>
        <translation>{week}（本周）</translation>
    </message>
    <message>
        <source>One sheet for each kind of record. Imported into an empty book it gives the same content; attachments are listed, their content is not in it.</source>
        <translation>每种资料一张表。导入空客户簿，内容与原来相同；附件只列名称，内容不在其中。</translation>
    </message>
    <message>
        <source>With numbers, posts and birthdays; import the file on the phone.</source>
        <translation>含电话、职务、生日；把文件传到手机上导入即可。</translation>
    </message>
    <message>
        <source>Each fixed visit with its rhythm, what was cancelled or moved, and an alarm before it.</source>
        <translation>每个固定拜访及其间隔、取消和改期，拜访前有提醒。</translation>
    </message>
    <message>
        <source>One row for each record, with names instead of IDs.</source>
        <translation>一行一条，写名称，不写ID。</translation>
    </message>
    <message>
        <source> What is behind the lock is in no export.</source>
        <translation>受保护的内容不会导出。</translation>
    </message>
</context>
<context>
    <name>ExportDesk</name>
    <message>
        <source>Template for lists</source>
        <translation>名单模板</translation>
    </message>
    <message>
        <source>Save a template to be filled in</source>
        <translation>保存待填写的模板</translation>
    </message>
    <message>
        <source>Workbooks (*.xlsx)</source>
        <translation>电子表格 (*.xlsx)</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Where to write it</source>
        <translation>写到哪里</translation>
    </message>
    <message>
        <source>A file of this name is there and will be replaced.</source>
        <translation>那里已有同名文件，导出后会被替换。</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>正在导出…</translation>
    </message>
    <message>
        <source>Stopped; no file was written.</source>
        <translation>已停止，没有写出文件。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln records</source>
        <translation>
            <numerusform>%Ln 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>已导出</translation>
    </message>
    <message>
        <source>Nothing was exported</source>
        <translation>没有导出</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>%Ln records written to {path}</source>
        <translation>
            <numerusform>已写入 %Ln 条：{path}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln attachments are listed by name; their content is not in it.</source>
        <translation>
            <numerusform>%Ln 个附件只列名称，内容不在其中。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilesSection</name>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>归属</translation>
    </message>
    <message>
        <source>the account</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>改名…</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Files to keep with the account</source>
        <translation>选择要添加的附件</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Taking the files in…</source>
        <translation>正在添加附件…</translation>
    </message>
    <message>
        <source>Picture {day}.png</source>
        <translation>图片 {day}.png</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>No program opens “{name}”. It is kept as it is; save it elsewhere instead.</source>
        <translation>没有程序能打开“{name}”。附件还在；可以另存到别处。</translation>
    </message>
    <message>
        <source>Save the attachment</source>
        <translation>另存附件</translation>
    </message>
    <message>
        <source>Rename the attachment</source>
        <translation>附件改名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>添加附件…</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>还没有附件</translation>
    </message>
    <message>
        <source>Drop files here or paste a picture: quotations, photos of the shelf. Up to 20 MB a file.</source>
        <translation>把文件拖到这里，或粘贴图片：报价单、货架照片都可以。每个文件不超过 20 MB。</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>↑↓ choose</source>
        <translation>↑↓ 选择</translation>
    </message>
    <message>
        <source>Enter open</source>
        <translation>Enter 打开</translation>
    </message>
    <message>
        <source>V visit</source>
        <translation>V 开始拜访</translation>
    </message>
    <message>
        <source>/ filter</source>
        <translation>/ 筛选</translation>
    </message>
    <message>
        <source>Space mark</source>
        <translation>空格 多选</translation>
    </message>
    <message>
        <source>Space or Shift+↑↓ mark</source>
        <translation>空格或 Shift+↑↓ 多选</translation>
    </message>
    <message>
        <source>Ctrl+C copy</source>
        <translation>Ctrl+C 复制</translation>
    </message>
    <message>
        <source>Ctrl+Shift+E Excel</source>
        <translation>Ctrl+Shift+E 导出 Excel</translation>
    </message>
    <message>
        <source>Change together</source>
        <translation>批量修改</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Writing {n} of {all}</source>
        <translation>正在导出 {n} / {all}</translation>
    </message>
    <message>
        <source>12-month orders: {sum}</source>
        <translation>合计 12 个月订单 {sum}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Rows written</source>
        <translation>导出进度</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>已选 %Ln 家</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without orders</source>
        <translation>
            <numerusform>%Ln 家没有录入订单</numerusform>
        </translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>移交…</translation>
    </message>
</context>
<context>
    <name>ForecastCard</name>
    <message>
        <source>Nothing was due so far, or it can&apos;t be counted: there is no pace to go on with.</source>
        <translation>到今天还没有应完成的数，或者数不出来，没有进度可推。</translation>
    </message>
    <message>
        <source>{amount} short</source>
        <translation>差 {amount}</translation>
    </message>
    <message>
        <source>{amount} over</source>
        <translation>超 {amount}</translation>
    </message>
    <message>
        <source>Formula: {actual} there ÷ {due} due so far × {target} goal</source>
        <translation>算法：已完成 {actual} ÷ 到今天应完成 {due} × 目标 {target}</translation>
    </message>
    <message>
        <source>The year&apos;s goal is reached already.</source>
        <translation>全年目标已经达成。</translation>
    </message>
    <message>
        <source>The days of the goal are over.</source>
        <translation>目标期限已过。</translation>
    </message>
    <message numerus="yes">
        <source>To reach the goal each of the %n weeks left must bring {amount}.</source>
        <translation>
            <numerusform>要达成目标，剩下的 %n 周每周要做 {amount}。</numerusform>
        </translation>
    </message>
    <message>
        <source>At this pace by the end of the year</source>
        <translation>照现在走到年底</translation>
    </message>
    <message>
        <source>What was sold this year before {day} is not in the book: no pace can be told for the year, and what should be there is counted from that day. Take in a list of this year&apos;s sales and it counts from the beginning.</source>
        <translation>本簿从{day}起有记录，今年在那之前的业绩没有录入：全年走势推算不了，“应到”也从{day}算起。导入一份今年的销售名单，就从年初算起。</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>FormSteps</name>
    <message>
        <source>There is nothing more to bring back in this report.</source>
        <translation>这张记录里没有可重做的了。</translation>
    </message>
    <message>
        <source>There is nothing more to take back in this report. What is typed stays.</source>
        <translation>这张记录里没有可撤销的了，已填的都还在。</translation>
    </message>
</context>
<context>
    <name>GapCard</name>
    <message>
        <source>The gap</source>
        <translation>缺口</translation>
    </message>
    <message>
        <source>Where the gap of {period} comes from</source>
        <translation>{period}的缺口从哪来</translation>
    </message>
    <message>
        <source>Where the lead of {period} comes from</source>
        <translation>{period}的领先从哪来</translation>
    </message>
    <message>
        <source>due {due}, there {actual}, {gap} between</source>
        <translation>应到 {due}，实到 {actual}，差 {gap}</translation>
    </message>
    <message>
        <source>exactly on pace</source>
        <translation>正好跟上进度</translation>
    </message>
    <message>
        <source>; {share}% of it put down to causes</source>
        <translation>；{share}% 有记录可查</translation>
    </message>
    <message>
        <source>{unit}, from {low} up</source>
        <translation>{unit}，纵轴从 {low} 起</translation>
    </message>
    <message>
        <source>This period has not begun: there is nothing to compare yet.</source>
        <translation>这段时间还没开始，没有可比的数。</translation>
    </message>
    <message>
        <source>No sales are in the book. Take in a list of sales or orders, or write orders down in visit reports.</source>
        <translation>客户簿里还没有销售。请导入销售或订单清单，或在拜访记录里写下订单。</translation>
    </message>
    <message>
        <source>What is there of this goal can&apos;t be counted from the book yet.</source>
        <translation>客户簿里的记录还数不出这个目标完成了多少。</translation>
    </message>
    <message>
        <source>By account</source>
        <translation>按客户</translation>
    </message>
    <message>
        <source>By product</source>
        <translation>按产品</translation>
    </message>
    <message>
        <source>Volume and price</source>
        <translation>量与价</translation>
    </message>
    <message>
        <source>By cause</source>
        <translation>按原因</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>解释缺口</translation>
    </message>
    <message>
        <source>Put down where the gap comes from  {key}</source>
        <translation>记下缺口从哪来  {key}</translation>
    </message>
    <message>
        <source>Nothing that counts towards this goal is in the book for this year. Take in a list of this year, or write down what comes in: it counts from the first day recorded.</source>
        <translation>今年计入这个目标的业绩，本簿里一笔也没有。导入一份今年的名单，或录入新发生的：从有记录的第一天算起。</translation>
    </message>
</context>
<context>
    <name>GapCausesModel</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>时段</translation>
    </message>
</context>
<context>
    <name>GapsPanel</name>
    <message>
        <source>Nothing is missing</source>
        <translation>都补齐了</translation>
    </message>
    <message>
        <source>Each visit of this week has its report or the reason why it did not take place, and no promise that was due is open.</source>
        <translation>本周每次拜访都有记录或失访原因，到期的承诺也都有了结果。</translation>
    </message>
    <message>
        <source>On to the next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>已开始</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Visits without a report</source>
        <translation>没有记录的拜访</translation>
    </message>
    <message>
        <source>Missed without a reason</source>
        <translation>失访没写原因</translation>
    </message>
    <message>
        <source>Promises due, not settled</source>
        <translation>到期未了结的承诺</translation>
    </message>
    <message>
        <source>Reports begun, not saved</source>
        <translation>写了没存的记录</translation>
    </message>
    <message>
        <source>Write the report, or why it did not take place</source>
        <translation>补写记录，或写明为何没去</translation>
    </message>
    <message>
        <source>Say why it did not take place</source>
        <translation>写明失访原因</translation>
    </message>
    <message>
        <source>Finish and save it</source>
        <translation>写完并保存</translation>
    </message>
    <message numerus="yes">
        <source>%n things left</source>
        <translation>
            <numerusform>还差 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visits are still to come</source>
        <translation>
            <numerusform>还有 %n 次拜访没到时间</numerusform>
        </translation>
    </message>
    <message>
        <source>Fill the gaps</source>
        <translation>补齐</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>还差什么</translation>
    </message>
    <message>
        <source>Enter opens where it is mended</source>
        <translation>Enter 打开，当场补上</translation>
    </message>
    <message>
        <source>Promises still to fall due this week</source>
        <translation>本周还会到期的承诺</translation>
    </message>
    <message>
        <source>due today</source>
        <translation>今天到期</translation>
    </message>
    <message>
        <source>not due yet</source>
        <translation>还没到期</translation>
    </message>
    <message>
        <source>nothing is missing so far</source>
        <translation>目前没有缺漏</translation>
    </message>
</context>
<context>
    <name>Goals</name>
    <message numerus="yes">
        <source>%n days late</source>
        <translation>
            <numerusform>晚 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n together</source>
        <translation>
            <numerusform>共 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>{sign} thousand</source>
        <translation>{sign} 千</translation>
    </message>
    <message>
        <source>points</source>
        <translation>分</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>{who}: {why}</source>
        <translation>{who}：{why}</translation>
    </message>
    <message>
        <source>{account}: {from_} → {to}</source>
        <translation>{account}：{from_} → {to}</translation>
    </message>
    <message>
        <source>{done} of {all} actions done</source>
        <translation>行动 {done}/{all}</translation>
    </message>
    <message>
        <source>no action yet</source>
        <translation>还没有行动</translation>
    </message>
    <message>
        <source>stands at {stage}</source>
        <translation>现处{stage}</translation>
    </message>
    <message>
        <source>{year}</source>
        <translation>{year} 年</translation>
    </message>
    <message>
        <source>1st quarter</source>
        <translation>第一季度</translation>
    </message>
    <message>
        <source>2nd quarter</source>
        <translation>第二季度</translation>
    </message>
    <message>
        <source>3rd quarter</source>
        <translation>第三季度</translation>
    </message>
    <message>
        <source>4th quarter</source>
        <translation>第四季度</translation>
    </message>
    <message>
        <source>/ {target}</source>
        <translation>/ {target}</translation>
    </message>
    <message>
        <source>{title}: {actual} of {target}, {due} should be there by now, {standing}</source>
        <translation>{title}：完成 {actual}，目标 {target}，到今天应到 {due}，{standing}</translation>
    </message>
    <message>
        <source>{past} of {all} working days past</source>
        <translation>工作日已过 {past}/{all} 天</translation>
    </message>
    <message>
        <source>nothing due yet</source>
        <translation>还没到时候</translation>
    </message>
    <message>
        <source>on pace</source>
        <translation>跟上进度</translation>
    </message>
    <message>
        <source>{amount} ahead</source>
        <translation>领先 {amount}</translation>
    </message>
    <message>
        <source>{amount} behind</source>
        <translation>落后 {amount}</translation>
    </message>
    <message>
        <source>no sales recorded</source>
        <translation>没有销售记录</translation>
    </message>
    <message>
        <source>no margins recorded</source>
        <translation>没有毛利记录</translation>
    </message>
    <message>
        <source>no payments recorded</source>
        <translation>没有回款记录</translation>
    </message>
    <message>
        <source>no quantities in this unit</source>
        <translation>没有这个单位的数量</translation>
    </message>
    <message>
        <source>not counted by the program</source>
        <translation>程序数不出来</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>还不清楚</translation>
    </message>
    <message>
        <source>due by {day}</source>
        <translation>{day}应到</translation>
    </message>
    <message>
        <source>{period} goal</source>
        <translation>{period}目标</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>to {day}</source>
        <translation>到{day}</translation>
    </message>
    <message>
        <source>no account yet</source>
        <translation>还没有客户</translation>
    </message>
    <message>
        <source>no product named</source>
        <translation>没写产品</translation>
    </message>
    <message>
        <source>others</source>
        <translation>其余</translation>
    </message>
    <message>
        <source>growth asked</source>
        <translation>要求增长</translation>
    </message>
    <message>
        <source>over last year</source>
        <translation>比去年同期</translation>
    </message>
    <message>
        <source>new accounts</source>
        <translation>新客户</translation>
    </message>
    <message>
        <source>did not buy then</source>
        <translation>去年没买</translation>
    </message>
    <message>
        <source>lost accounts</source>
        <translation>流失客户</translation>
    </message>
    <message>
        <source>do not buy now</source>
        <translation>今年没买</translation>
    </message>
    <message>
        <source>new products</source>
        <translation>新增品种</translation>
    </message>
    <message>
        <source>bought anew</source>
        <translation>今年才买</translation>
    </message>
    <message>
        <source>products dropped</source>
        <translation>停购品种</translation>
    </message>
    <message>
        <source>no longer bought</source>
        <translation>今年不买</translation>
    </message>
    <message>
        <source>volume</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>at the old price</source>
        <translation>按去年价</translation>
    </message>
    <message>
        <source>price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>for what is sold now</source>
        <translation>按今年量</translation>
    </message>
    <message>
        <source>not told apart</source>
        <translation>无法拆分</translation>
    </message>
    <message>
        <source>no quantities</source>
        <translation>没有数量</translation>
    </message>
    <message>
        <source>unexplained</source>
        <translation>说不清</translation>
    </message>
    <message>
        <source>nothing recorded</source>
        <translation>没有记录</translation>
    </message>
    <message>
        <source>Mark as reached</source>
        <translation>记为达成</translation>
    </message>
    <message>
        <source>{title}: goal {target}, {standing}</source>
        <translation>{title}：目标 {target}，{standing}</translation>
    </message>
    <message>
        <source>{actual}/{due}</source>
        <translation>{actual}/{due}</translation>
    </message>
    <message>
        <source>nothing of this year recorded</source>
        <translation>今年还没有记录</translation>
    </message>
</context>
<context>
    <name>GoalsBeside</name>
    <message>
        <source>Which account do you bring to which stage by when? Write it down, with the steps to it.</source>
        <translation>哪家客户、到什么时候、走到哪个阶段？连同要做的事记下来。</translation>
    </message>
    <message>
        <source>Of company, customers and you, one side still has no reason.</source>
        <translation>公司、客户、本人三方，还有一方没写。</translation>
    </message>
    <message>
        <source>For the company, for the customers, for you: why must it be reached?</source>
        <translation>对公司、对客户、对本人：为什么一定要达成？</translation>
    </message>
    <message numerus="yes">
        <source>%n visits to go</source>
        <translation>
            <numerusform>还有 %n 家要拜访</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promises due today or late</source>
        <translation>
            <numerusform>%n 条承诺今天到期或已过期</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reports to write</source>
        <translation>
            <numerusform>%n 份拜访记录没写</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n actions due</source>
        <translation>
            <numerusform>%n 项行动到期</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is planned or due today.</source>
        <translation>今天没有安排，也没有到期的事。</translation>
    </message>
    <message>
        <source>Today for the goal</source>
        <translation>今天要做的</translation>
    </message>
    <message>
        <source>To the day</source>
        <translation>去今天</translation>
    </message>
    <message>
        <source>Why it must be reached</source>
        <translation>为什么要达成</translation>
    </message>
    <message>
        <source>Add a reason</source>
        <translation>加一条</translation>
    </message>
    <message>
        <source>My development plan</source>
        <translation>我的发展计划</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>加一步</translation>
    </message>
    <message numerus="yes">
        <source>%n requests without an answer</source>
        <translation>
            <numerusform>%n 项内部申请到期未答复</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n prospects to call</source>
        <translation>
            <numerusform>%n 家潜在客户该再联系</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Next visits: %n steps agreed</source>
        <translation>
            <numerusform>下次拜访要落实 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Days ahead: %n</source>
        <translation>
            <numerusform>近期日子 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Service: %n accounts get less than their class asks</source>
        <translation>
            <numerusform>%n 家客户的服务没到标准</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them late</source>
        <translation>
            <numerusform>其中逾期 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things today</source>
        <translation>
            <numerusform>今天 %n 件事</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GoalsDesk</name>
    <message>
        <source>The goal is taken back.</source>
        <translation>目标已撤销。</translation>
    </message>
    <message>
        <source>{rest} of this period&apos;s gap is not explained yet: below zero is what lacks.</source>
        <translation>这段时间还有 {rest} 没有解释；负数是少了的。</translation>
    </message>
    <message>
        <source>The action is done.</source>
        <translation>行动已完成。</translation>
    </message>
    <message>
        <source>The step of the plan is reached.</source>
        <translation>这一步已达成。</translation>
    </message>
</context>
<context>
    <name>GoalsPage</name>
    <message>
        <source>with tax</source>
        <translation>含税</translation>
    </message>
    <message>
        <source>without tax</source>
        <translation>不含税</translation>
    </message>
    <message>
        <source>{year}, the whole book</source>
        <translation>{year} 年，本人全部客户</translation>
    </message>
    <message>
        <source>sales of another currency or tax are not counted</source>
        <translation>其他币种或税别的销售未计入</translation>
    </message>
    <message>
        <source>its parts miss the goal by {gap}</source>
        <translation>各部分之和与目标差 {gap}</translation>
    </message>
    <message>
        <source>set by {name}</source>
        <translation>{name}定</translation>
    </message>
    <message>
        <source>as of {day}</source>
        <translation>截至{day}</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Break down</source>
        <translation>分解目标</translation>
    </message>
    <message>
        <source>The goal by month, to be changed  {key}</source>
        <translation>按月看，可以改  {key}</translation>
    </message>
    <message>
        <source>Another goal</source>
        <translation>新目标</translation>
    </message>
    <message>
        <source>Set the goal of the year first</source>
        <translation>先定全年目标</translation>
    </message>
    <message>
        <source>One figure is enough, sales say. It is broken down to quarters, months and weeks by working days and season, and each visit and order then shows whether you are ahead or behind.</source>
        <translation>写一个数就够，例如全年销售额。它会按工作日和季节分到季、月、周，以后每次拜访、每张订单都看得出是领先还是落后。</translation>
    </message>
    <message>
        <source>Set the year&apos;s goal</source>
        <translation>定全年目标</translation>
    </message>
    <message>
        <source>Questions {n}/{all}</source>
        <translation>问答 {n}/{all}</translation>
    </message>
    <message>
        <source>recorded from {day} on</source>
        <translation>{day}起有记录，之前没有录入</translation>
    </message>
</context>
<context>
    <name>GroundsEditor</name>
    <message>
        <source>Attach files as evidence</source>
        <translation>选作依据的文件</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>拜访</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Take off: {text}</source>
        <translation>去掉：{text}</translation>
    </message>
    <message>
        <source>What it rests on</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>how we know, in a sentence</source>
        <translation>怎么知道的，一句话</translation>
    </message>
    <message>
        <source>Evidence in words</source>
        <translation>文字依据</translation>
    </message>
    <message>
        <source>Visit, note…</source>
        <translation>拜访、备注…</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>文件…</translation>
    </message>
</context>
<context>
    <name>GuideDialog</name>
    <message>
        <source>{n} of {all}</source>
        <translation>{n}/{all}</translation>
    </message>
    <message>
        <source>Not in the guide</source>
        <translation>手册里没有</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>用户手册</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Find in the guide (Ctrl+F)</source>
        <translation>在手册里查找（Ctrl+F）</translation>
    </message>
    <message>
        <source>Find in the guide</source>
        <translation>在手册里查找</translation>
    </message>
    <message>
        <source>Previous place (Shift+F3)</source>
        <translation>上一处（Shift+F3）</translation>
    </message>
    <message>
        <source>Next place (F3)</source>
        <translation>下一处（F3）</translation>
    </message>
    <message>
        <source>Back to the guide</source>
        <translation>回到手册</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>HandOverDialog</name>
    <message>
        <source>No account is ticked. Tick those that are handed over.</source>
        <translation>一家也没勾选。请勾选要移交的客户。</translation>
    </message>
    <message>
        <source>Who takes them over? Choose or type a name.</source>
        <translation>谁来接手？请选择或输入姓名。</translation>
    </message>
    <message>
        <source>Who looked after them until now?</source>
        <translation>之前由谁负责？</translation>
    </message>
    <message>
        <source>They are looked after by {name} already.</source>
        <translation>本来就由{name}负责。</translation>
    </message>
    <message>
        <source>Choose why they are handed over.</source>
        <translation>请选移交原因。</translation>
    </message>
    <message numerus="yes">
        <source>Hand over %n accounts</source>
        <translation>
            <numerusform>移交 %n 家客户</numerusform>
        </translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>移交</translation>
    </message>
    <message>
        <source>All that is recorded stays with the account: visits, promises, people, orders. Afterwards you see on one page what the next one must know.</source>
        <translation>拜访、承诺、人员、订单等记录都随客户保留。移交后给出一页“接手须知”。</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>To</source>
        <translation>接手人</translation>
    </message>
    <message>
        <source>From</source>
        <translation>移交人</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>On</source>
        <translation>移交日期</translation>
    </message>
    <message>
        <source>Introduced on</source>
        <translation>引见日期</translation>
    </message>
    <message>
        <source>To be told</source>
        <translation>交代</translation>
    </message>
    <message>
        <source>the day on which both visited the customer; empty: not yet</source>
        <translation>两人一起登门的日子；空着：还没有</translation>
    </message>
    <message>
        <source>type the colleague&apos;s name</source>
        <translation>输入接手同事的姓名</translation>
    </message>
    <message>
        <source>choose or type a name</source>
        <translation>选择或输入姓名</translation>
    </message>
    <message>
        <source>Nobody but you is in the team of this book yet, so there is no name to choose.</source>
        <translation>团队里还只有您一个人，所以没有可选的名字。</translation>
    </message>
    <message>
        <source>Add to the team…</source>
        <translation>添加团队成员…</translation>
    </message>
</context>
<context>
    <name>HandPanel</name>
    <message>
        <source>Looking at what is new…</source>
        <translation>正在看有什么新内容…</translation>
    </message>
    <message>
        <source>Making the package…</source>
        <translation>正在打包…</translation>
    </message>
    <message>
        <source>Stopped. No file was written, and the book is as it was.</source>
        <translation>已停止。没有写出文件，客户簿没有改动。</translation>
    </message>
    <message>
        <source>{week} is closed; the package says so.</source>
        <translation>{week}已关闭，包里会注明。</translation>
    </message>
    <message>
        <source>{week} is not closed yet. It can be handed over all the same; the package says so.</source>
        <translation>{week}还没关闭，照样可以交，包里会注明。</translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new since they last confirmed. The package tells them what arrived from them.</source>
        <translation>对方上次确认以来没有新内容。这个包会告诉对方您收到了什么。</translation>
    </message>
    <message>
        <source>Everything, {rows}: {kinds}</source>
        <translation>全部内容，{rows}：{kinds}</translation>
    </message>
    <message>
        <source>New since they last confirmed, {rows}: {kinds}</source>
        <translation>对方上次确认以来，{rows}：{kinds}</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>交出周包</translation>
    </message>
    <message>
        <source>One file with what is new; it can be made as often as you like</source>
        <translation>新内容装进一个文件，想打几次都行</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>给谁</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>放到哪里</translation>
    </message>
    <message>
        <source>What is in it</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Send everything once more</source>
        <translation>从头全部再发一次</translation>
    </message>
    <message>
        <source>No office and no colleague is known yet: give them your card, and add theirs here.</source>
        <translation>还没有登记办公室和同事：把您的名片交给对方，再登记对方的名片。</translation>
    </message>
    <message>
        <source>Whom I meet</source>
        <translation>交接对象</translation>
    </message>
    <message>
        <source>Make the package</source>
        <translation>打包</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Week {rep} {device} {week} for {receiver} {stamp}</source>
        <translation>周包 {rep} {device} {week} 给{receiver} {stamp}</translation>
    </message>
    <message>
        <source>whoever has the passphrase</source>
        <translation>凭口令打开</translation>
    </message>
</context>
<context>
    <name>HandedEntries</name>
    <message>
        <source>no longer since {day}</source>
        <translation>{day}起不再联系</translation>
    </message>
    <message>
        <source>Last heard from {day}</source>
        <translation>上次消息 {day}</translation>
    </message>
    <message>
        <source>Last heard from: not recorded</source>
        <translation>上次消息未记录</translation>
    </message>
    <message>
        <source>{name}&apos;s card is not known in this book, so no entry can go to {name} yet. Add the card under Week end · Whom I meet; afterwards you share the entry at the account, behind the lock.</source>
        <translation>这本客户簿没有登记{name}的名片，现在还带不过去。请在“周结·交接对象”里登记名片，之后在客户页面的锁后把这一条分享给{name}。</translation>
    </message>
    <message>
        <source>Locks itself in {time}</source>
        <translation>{time} 后自动上锁</translation>
    </message>
    <message>
        <source>Whether there are any, and which go along, is asked after the passphrase. While this is locked none goes along: they stay with you alone.</source>
        <translation>有没有、带哪些过去，输入口令后才问。锁着的时候一条也不带，都只留在您这里。</translation>
    </message>
    <message>
        <source>Tick what goes along, sealed to who takes over alone. What is not ticked stays with you alone.</source>
        <translation>勾选要带过去的，密封后只有接手的人打得开。没勾选的只留在您这里。</translation>
    </message>
    <message>
        <source>Nobody is recorded at these accounts.</source>
        <translation>这些客户没有记录信息员。</translation>
    </message>
    <message>
        <source>Informants</source>
        <translation>信息员</translation>
    </message>
    <message>
        <source>Enter the passphrase…</source>
        <translation>输入口令…</translation>
    </message>
</context>
<context>
    <name>HandingDesk</name>
    <message>
        <source>{name} looks after no account.</source>
        <translation>{name}名下没有客户。</translation>
    </message>
    <message numerus="yes">
        <source>%n accounts handed over to {name}</source>
        <translation>
            <numerusform>已把 %n 家客户移交给{name}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandoverSheet</name>
    <message>
        <source>Hand-over {account}</source>
        <translation>接手须知 {account}</translation>
    </message>
    <message>
        <source>This computer can&apos;t print from here. Save the page as PDF instead.</source>
        <translation>这台电脑不能从这里打印。请改存 PDF。</translation>
    </message>
    <message>
        <source>No printer is set up on this computer. Save the page as PDF instead.</source>
        <translation>这台电脑没有装打印机。请改存 PDF。</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Save the page</source>
        <translation>保存这一页</translation>
    </message>
    <message>
        <source>{path} can&apos;t be written ({reason}). Nothing was saved; choose another place.</source>
        <translation>{path} 写不进去（{reason}）。没有保存；请换个位置。</translation>
    </message>
    <message>
        <source>What the next one must know</source>
        <translation>接手须知</translation>
    </message>
    <message>
        <source>One page an account. To give a colleague on another computer all of the history, share the account with them on the page Week end.</source>
        <translation>每家一页。同事用另一台电脑时，请在“周结”页把客户共享给他，全部历史就会过去。</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>存为 PDF…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>HandoverWords</name>
    <message>
        <source>Where we stand</source>
        <translation>现状</translation>
    </message>
    <message>
        <source>Fixed visits</source>
        <translation>固定拜访</translation>
    </message>
    <message>
        <source>Whom to see</source>
        <translation>该见谁</translation>
    </message>
    <message>
        <source>Promised and not yet settled</source>
        <translation>待兑现的承诺</translation>
    </message>
    <message>
        <source>Last visits</source>
        <translation>最近拜访</translation>
    </message>
    <message>
        <source>Still to be done</source>
        <translation>未完行动</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Stage: {stage}</source>
        <translation>阶段：{stage}</translation>
    </message>
    <message>
        <source>Promises kept: {share} ({kept} of {all})</source>
        <translation>承诺兑现率 {share}（{kept}/{all}）</translation>
    </message>
    <message>
        <source>next on {day}</source>
        <translation>下次 {day}</translation>
    </message>
    <message>
        <source>no day</source>
        <translation>没有日期</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>introduced on {day}</source>
        <translation>{day}一起登门引见</translation>
    </message>
    <message>
        <source>From {giver} to {taker}</source>
        <translation>{giver}交给{taker}</translation>
    </message>
    <message>
        <source>To be told: {text}</source>
        <translation>交代：{text}</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>To {names}</source>
        <translation>给{names}</translation>
    </message>
    <message>
        <source>Sealed with a passphrase</source>
        <translation>用口令加密</translation>
    </message>
    <message>
        <source>From {names}, contradicting what came before</source>
        <translation>来自{names}，与以前的包矛盾</translation>
    </message>
    <message>
        <source>From {names}</source>
        <translation>来自{names}</translation>
    </message>
    <message>
        <source>From a book no longer known</source>
        <translation>来自已不认识的客户簿</translation>
    </message>
    <message>
        <source>{week}, closed</source>
        <translation>{week}，已关闭</translation>
    </message>
    <message>
        <source>{week}, not closed yet</source>
        <translation>{week}，还没关闭</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>confirmed in part</source>
        <translation>部分确认</translation>
    </message>
    <message>
        <source>not confirmed yet</source>
        <translation>还没确认</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>搁置</translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>交出</translation>
    </message>
    <message>
        <source>taken in</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>往来记录</translation>
    </message>
    <message>
        <source>A package counts as confirmed once a later one from the other side says so. What is not confirmed goes into the next one again: a lost file heals by itself.</source>
        <translation>对方之后的包里写明收到，才算确认。没确认的内容会再装进下一个包，所以丢一个文件不要紧。</translation>
    </message>
    <message>
        <source>Packages handed over and taken in</source>
        <translation>交出和收回的周包</translation>
    </message>
    <message>
        <source>No package yet</source>
        <translation>还没有往来</translation>
    </message>
    <message>
        <source>What is handed over and taken in is written down here, and whether the others confirmed it.</source>
        <translation>交出、收回的周包都记在这里，对方确认没有也一目了然。</translation>
    </message>
    <message>
        <source>Hand over the first one</source>
        <translation>交出第一个周包</translation>
    </message>
    <message>
        <source>{name} has not confirmed yet: {weeks}.</source>
        <translation>{name}还没确认：{weeks}。</translation>
    </message>
</context>
<context>
    <name>HistorySection</name>
    <message>
        <source>Reading the dealings…</source>
        <translation>正在读取往来…</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{n} / {all} 条</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Dealings</source>
        <translation>往来</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>加记录</translation>
    </message>
    <message>
        <source>Show earlier ones</source>
        <translation>显示更早的</translation>
    </message>
    <message>
        <source>Type to filter</source>
        <translation>输入文字筛选</translation>
    </message>
    <message>
        <source>Filter the dealings</source>
        <translation>筛选往来</translation>
    </message>
    <message>
        <source>Nothing fits. Take a filter off, or clear what is typed.</source>
        <translation>没有符合的往来。请去掉筛选，或清空输入。</translation>
    </message>
    <message>
        <source>Nothing has passed yet</source>
        <translation>还没有往来</translation>
    </message>
    <message>
        <source>Visits, promises, orders, notes: whatever you record appears here, the newest first.</source>
        <translation>拜访、承诺、订单、记录，记下的都会出现在这里，最新的在最前。</translation>
    </message>
    <message>
        <source>Write the visit report</source>
        <translation>写拜访记录</translation>
    </message>
</context>
<context>
    <name>HoursRows</name>
    <message>
        <source>8:30–17:30</source>
        <translation>8:30–17:30</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>不接待</translation>
    </message>
    <message>
        <source>Receives visitors on {day}</source>
        <translation>{day}接待时间</translation>
    </message>
    <message>
        <source>Tuesday to Friday as Monday</source>
        <translation>周二到周五同周一</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking at the lists</source>
        <translation>正在看名单</translation>
    </message>
    <message>
        <source>This is what would go in</source>
        <translation>将要导入的内容</translation>
    </message>
    <message>
        <source>Taking the lists in</source>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>The lists are in the book</source>
        <translation>名单已导入</translation>
    </message>
    <message>
        <source>The lists were not taken in</source>
        <translation>名单没有导入</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>导入名单</translation>
    </message>
    <message>
        <source>What went in</source>
        <translation>导入结果</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation>撤销这次导入</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Everything in it is in the book already, as it stands. There is nothing to take in.</source>
        <translation>名单里的内容客户簿里都有了，没有要导入的。</translation>
    </message>
    <message>
        <source>Nothing has been written yet. What can&apos;t be read goes back to you in a file of its own.</source>
        <translation>现在还没有写入。读不出来的行会另存一个文件退给您。</translation>
    </message>
    <message>
        <source>One step in the book: Undo takes all of it back.</source>
        <translation>这是客户簿里的一步操作，撤销即可全部退回。</translation>
    </message>
    <message>
        <source>Decide the questions</source>
        <translation>去答复待定的问题</translation>
    </message>
    <message>
        <source>What goes in</source>
        <translation>导入预览</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Nothing in it is known yet. Say below what it holds.</source>
        <translation>还认不出里面是什么。请在下面说明。</translation>
    </message>
    <message>
        <source>Rows ({count} to look at)</source>
        <translation>行（{count} 处要看）</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
</context>
<context>
    <name>ImportSteps</name>
    <message>
        <source>Looking at the lists…</source>
        <translation>正在查看名单……</translation>
    </message>
    <message>
        <source>Taking the lists in…</source>
        <translation>正在导入名单……</translation>
    </message>
</context>
<context>
    <name>InformantDialog</name>
    <message>
        <source>Choose who it is; a person must be among the contacts first.</source>
        <translation>请选是谁；先要有这个联系人。</translation>
    </message>
    <message>
        <source>Confidential entry</source>
        <translation>保密记录</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Seen by you alone, behind the lock.</source>
        <translation>只有您自己在锁后可看。</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>是谁</translation>
    </message>
    <message>
        <source>Last heard</source>
        <translation>上次消息</translation>
    </message>
    <message>
        <source>What was told</source>
        <translation>说了什么</translation>
    </message>
    <message>
        <source>choose a contact</source>
        <translation>选择联系人</translation>
    </message>
    <message>
        <source>Seen by you and by {names}, behind the lock.</source>
        <translation>只有您和{names}在锁后可看。</translation>
    </message>
</context>
<context>
    <name>JobDialog</name>
    <message>
        <source>No account is called “{name}”. Nothing was saved; choose one of the list, or leave it empty where the person went to none of your accounts.</source>
        <translation>没有叫“{name}”的客户。没有保存；请从列表里选，去的不是您的客户就空着。</translation>
    </message>
    <message>
        <source>{name} changes jobs</source>
        <translation>{name}工作调动</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The post and the roles here end with the last day; what was recorded of them stays.</source>
        <translation>这里的职务和角色到最后一天为止；以前的记录都保留。</translation>
    </message>
    <message>
        <source>Last day here</source>
        <translation>在这里的最后一天</translation>
    </message>
    <message>
        <source>Went to</source>
        <translation>去了哪里</translation>
    </message>
    <message>
        <source>Title there</source>
        <translation>新职务</translation>
    </message>
    <message>
        <source>Department there</source>
        <translation>新部门</translation>
    </message>
    <message>
        <source>one of your accounts; empty if not known</source>
        <translation>您的客户之一；不清楚就空着</translation>
    </message>
</context>
<context>
    <name>KeptDialog</name>
    <message>
        <source>Nothing of this has been accepted. Close again to give it up.</source>
        <translation>这版线路还没采用，再关一次就放弃了。</translation>
    </message>
</context>
<context>
    <name>KeyDesk</name>
    <message>
        <source>The book opens without a passphrase from now on.</source>
        <translation>口令已取消，以后打开不用口令。</translation>
    </message>
    <message>
        <source>The book is locked with the new passphrase. A new backup has it too.</source>
        <translation>已换上新口令。新做的备份也用新口令。</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
</context>
<context>
    <name>KnownDetails</name>
    <message>
        <source>What it rests on</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Amend</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Their view</source>
        <translation>记客户评价</translation>
    </message>
    <message>
        <source>Advice given</source>
        <translation>记劝告</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>The visit</source>
        <translation>看拜访</translation>
    </message>
    <message>
        <source>The note</source>
        <translation>看备注</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>看文件</translation>
    </message>
    <message>
        <source>Recorded at</source>
        <translation>登记在</translation>
    </message>
    <message>
        <source>A product</source>
        <translation>加产品</translation>
    </message>
    <message>
        <source>What the next one must know</source>
        <translation>接手须知</translation>
    </message>
</context>
<context>
    <name>KnownSection</name>
    <message>
        <source>Record</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>at {account}</source>
        <translation>在{account}</translation>
    </message>
</context>
<context>
    <name>LargeCodeDialog</name>
    <message>
        <source>My card</source>
        <translation>我的名片</translation>
    </message>
    <message>
        <source>My card as a QR code, to be photographed</source>
        <translation>我的名片二维码，可以拍照</translation>
    </message>
    <message>
        <source>Check code {code}</source>
        <translation>核对码 {code}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>LastSteps</name>
    <message>
        <source>undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Last steps</source>
        <translation>最近操作</translation>
    </message>
    <message>
        <source>Any of them can be undone by itself, as long as nothing newer was written over it.</source>
        <translation>每一步都能单独撤销，只要后来没有改过同一处。</translation>
    </message>
    <message>
        <source>Undo this step</source>
        <translation>撤销这一步</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>No step has been taken here that could be undone by itself.</source>
        <translation>这里还没有可以单独撤销的步骤。</translation>
    </message>
</context>
<context>
    <name>LeaveDialog</name>
    <message numerus="yes">
        <source>%n customers to be told</source>
        <translation>
            <numerusform>要告知 %n 家客户</numerusform>
        </translation>
    </message>
    <message>
        <source>No visit falls into these days: nobody is to be told.</source>
        <translation>这几天没有拜访，不用告知客户。</translation>
    </message>
    <message>
        <source>Say on which day the leave begins.</source>
        <translation>请填从哪天开始请假。</translation>
    </message>
    <message>
        <source>The leave is recorded.</source>
        <translation>已登记请假。</translation>
    </message>
    <message>
        <source>{done} To be told: {names}</source>
        <translation>{done}要告知：{names}</translation>
    </message>
    <message>
        <source>The leave is taken back: the visits of those days stand as planned.</source>
        <translation>已撤销请假：那几天的拜访照原计划进行。</translation>
    </message>
    <message>
        <source>Leave and substitute</source>
        <translation>请假与代访</translation>
    </message>
    <message>
        <source>Save the change</source>
        <translation>保存修改</translation>
    </message>
    <message>
        <source>Record the leave</source>
        <translation>登记请假</translation>
    </message>
    <message>
        <source>Visits of these days don&apos;t count as due; they stay on the line.</source>
        <translation>这几天的拜访不计应访，固定点保留不变。</translation>
    </message>
    <message>
        <source>Take this leave back</source>
        <translation>撤销这段请假</translation>
    </message>
    <message>
        <source>Recorded leave</source>
        <translation>已登记的请假</translation>
    </message>
    <message>
        <source>New leave</source>
        <translation>新的请假</translation>
    </message>
    <message>
        <source>days, reason, substitute</source>
        <translation>日期、事由、代访人</translation>
    </message>
    <message>
        <source>{name} goes instead</source>
        <translation>由 {name} 代访</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>没有写事由</translation>
    </message>
    <message>
        <source>past</source>
        <translation>已过</translation>
    </message>
    <message>
        <source>What you typed is not saved yet: save it first, then open another leave.</source>
        <translation>填的内容还没有保存：请先保存，再打开另一段请假。</translation>
    </message>
    <message>
        <source>knows the planned time</source>
        <translation>客户知道原定时间</translation>
    </message>
</context>
<context>
    <name>LeaveForm</name>
    <message>
        <source>Leave</source>
        <translation>请假</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>annual leave, training…</source>
        <translation>年假、培训……</translation>
    </message>
    <message>
        <source>Goes instead</source>
        <translation>代访人</translation>
    </message>
    <message>
        <source>name and telephone; empty where nobody does</source>
        <translation>姓名和电话；没有人代访就空着</translation>
    </message>
</context>
<context>
    <name>Left</name>
    <message>
        <source>Fill the gaps</source>
        <translation>补齐</translation>
    </message>
    <message>
        <source>Close the week</source>
        <translation>关闭本周</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>交出周包</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>收回周包</translation>
    </message>
    <message>
        <source>Settle conflicts</source>
        <translation>处理冲突</translation>
    </message>
    <message numerus="yes">
        <source>%n conflicts</source>
        <translation>
            <numerusform>冲突 %n 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n settled just now</source>
        <translation>
            <numerusform>已定 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>Not taken in</source>
        <translation>没有并入</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>往来记录</translation>
    </message>
    <message>
        <source>Whom I meet</source>
        <translation>交接对象</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>not this week</source>
        <translation>本周不去</translation>
    </message>
    <message>
        <source>look at it</source>
        <translation>要看</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>role assumed</source>
        <translation>角色为推测</translation>
    </message>
    <message>
        <source>nobody known</source>
        <translation>缺这个人</translation>
    </message>
    <message>
        <source>Shift+arrows move it on, Enter puts it here, Esc puts it back</source>
        <translation>Shift+方向键接着移，Enter 定在这里，Esc 放回原处</translation>
    </message>
</context>
<context>
    <name>LineHistoryDialog</name>
    <message numerus="yes">
        <source>%n changes</source>
        <translation>
            <numerusform>%n 次变更</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n asked for by the customer</source>
        <translation>
            <numerusform>客户提出 %n 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exceptions</source>
        <translation>
            <numerusform>例外 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>exception</source>
        <translation>例外</translation>
    </message>
    <message>
        <source>Changes of the line</source>
        <translation>线路变更</translation>
    </message>
    <message>
        <source>account, person or reason</source>
        <translation>客户、联系人或原因</translation>
    </message>
    <message>
        <source>Filter the changes</source>
        <translation>筛选变更</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Customer asked</source>
        <translation>客户提出</translation>
    </message>
    <message>
        <source>We asked</source>
        <translation>我方提出</translation>
    </message>
    <message>
        <source>Changes of the line, the newest first</source>
        <translation>线路变更，最近的在前</translation>
    </message>
    <message>
        <source>Nothing here fits.</source>
        <translation>没有符合条件的变更。</translation>
    </message>
    <message>
        <source>Nothing has been changed yet: the line begins with its first fixed visit.</source>
        <translation>还没有任何变更：排进第一个固定拜访点后，这里开始有记录。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Open the account</source>
        <translation>打开客户</translation>
    </message>
</context>
<context>
    <name>LineLooks</name>
    <message>
        <source>The week&apos;s stops</source>
        <translation>一周的拜访点</translation>
    </message>
    <message>
        <source>Arrows choose a stop, Enter opens it. Shift and arrows move it, Enter then asks who wanted it.</source>
        <translation>方向键选拜访点，Enter 打开；Shift 加方向键移动，再按 Enter 会问是谁提出的。</translation>
    </message>
    <message>
        <source>The stops of the whole cycle</source>
        <translation>整个周期的拜访点</translation>
    </message>
</context>
<context>
    <name>LineMoveDialog</name>
    <message>
        <source>makes room for {name}, who asked for another time</source>
        <translation>给要求改时间的{name}让位</translation>
    </message>
    <message>
        <source>{name} has its new time from {day} on.</source>
        <translation>{name}从{day}起改到新时间。</translation>
    </message>
    <message>
        <source>Copied: what each of those touched is told.</source>
        <translation>已复制：要对牵动的各家说的话。</translation>
    </message>
    <message>
        <source>This fixed visit is not on the line then</source>
        <translation>那时线路上已没有这个固定拜访</translation>
    </message>
    <message>
        <source>It ends before that day, or its rhythm does not divide the cycle. Choose another day.</source>
        <translation>它在那天之前已结束，或者节奏不能整除周期。请换一天。</translation>
    </message>
    <message>
        <source>no coordinates: its way is not counted</source>
        <translation>没有坐标，不计路程</translation>
    </message>
    <message>
        <source>promised</source>
        <translation>已承诺</translation>
    </message>
    <message>
        <source>not promised</source>
        <translation>未承诺</translation>
    </message>
    <message>
        <source>now {when}</source>
        <translation>现在{when}</translation>
    </message>
    <message>
        <source>Everything promised to others stays. The checker finds no fault. One step back undoes it.</source>
        <translation>对别家的承诺都不动，检查无误；一步就能撤销。</translation>
    </message>
    <message>
        <source>{name}: another time</source>
        <translation>{name}：改时间</translation>
    </message>
    <message>
        <source>The customer knows the new time: promised</source>
        <translation>客户已知道新时间，算作承诺</translation>
    </message>
    <message>
        <source>Copy what to tell</source>
        <translation>复制要说的话</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Accept this time</source>
        <translation>采用这个时间</translation>
    </message>
</context>
<context>
    <name>LinePage</name>
    <message>
        <source>four weeks</source>
        <translation>近四周</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>线路</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周表</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Week plan</source>
        <translation>周计划</translation>
    </message>
    <message>
        <source>The line is empty</source>
        <translation>线路还是空的</translation>
    </message>
    <message>
        <source>First the accounts: take in the customer list that the office gave you. Then give each a fixed day.</source>
        <translation>先要有客户：把公司给的客户名单导进来，再给每家定一个固定的日子。</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>导入名单</translation>
    </message>
    <message>
        <source>Cycle</source>
        <translation>四周</translation>
    </message>
    <message>
        <source>Add a fixed visit</source>
        <translation>加固定点</translation>
    </message>
</context>
<context>
    <name>LineProposal</name>
    <message>
        <source>I would like to come {rhythm}, {now}, for the first time on {day}. Would that suit you?</source>
        <translation>以后我想{rhythm}{now} 来拜访，第一次是{day}，您看方便吗？</translation>
    </message>
    <message>
        <source>I have come at {was} so far. Could I come at {now} instead, {rhythm}, from {day} on?</source>
        <translation>我以前是{was} 来，从{day}起想改到{now}（{rhythm}），您看方便吗？</translation>
    </message>
    <message>
        <source>Has no fixed visit yet; nobody else has been promised this time.</source>
        <translation>还没有固定拜访；这个时间没有承诺给别家。</translation>
    </message>
    <message>
        <source>Its time was never promised, so it may be asked for another.</source>
        <translation>原来的时间没有承诺过，可以和客户商量改期。</translation>
    </message>
    <message>
        <source>The checker looks at what is chosen…</source>
        <translation>正在检查所选的…</translation>
    </message>
    <message>
        <source>On the road in a mean week: {minutes} min</source>
        <translation>平均每周在路上 {minutes} 分钟</translation>
    </message>
    <message>
        <source>stopped early: the best found until then</source>
        <translation>提前停止，这是到那时为止最好的</translation>
    </message>
    <message>
        <source>the checker finds no fault</source>
        <translation>检查无误</translation>
    </message>
    <message>
        <source>This can&apos;t be driven: {what}. Leave some of it out.</source>
        <translation>这样跑不通：{what}。请去掉一些。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>This part can&apos;t stand alone ({what}). It needs besides: {names}.</source>
        <translation>这部分不能单独采用（{what}），还要连同：{names}。</translation>
    </message>
    <message numerus="yes">
        <source>%n accounts without one</source>
        <translation>
            <numerusform>未排固定点 %n 家</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fixed visits</source>
        <translation>
            <numerusform>固定拜访 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more for another time: class A first</source>
        <translation>
            <numerusform>另有 %n 家下次再排（先排 A 类）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promised, which stay</source>
        <translation>
            <numerusform>已承诺 %n 个，保持不动</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visits more</source>
        <translation>
            <numerusform>多 %n 处拜访</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without coordinates</source>
        <translation>
            <numerusform>没有坐标 %n 家</numerusform>
        </translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>moved here</source>
        <translation>改到这里</translation>
    </message>
    <message>
        <source>moves away</source>
        <translation>从这里移走</translation>
    </message>
    <message>
        <source>no longer visited</source>
        <translation>不再拜访</translation>
    </message>
    <message>
        <source>planned as it is decided to stand from {day} on</source>
        <translation>按 {day} 起已定好的线路排</translation>
    </message>
    <message>
        <source>Holds from {day} on: until then a visit that is to move by then is in the way. </source>
        <translation>从 {day} 起生效：在那之前，一家已定要挪走的拜访还占着时间。</translation>
    </message>
    <message numerus="yes">
        <source>%n miss a visit in the change-over ({names})</source>
        <translation>
            <numerusform>换线那一周有 %n 家没有拜访（{names}）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be looked at ({what})</source>
        <translation>
            <numerusform>排好后有 %n 处要看（{what}）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LineProposalDialog</name>
    <message>
        <source>Copied: what is to be asked of each of those chosen.</source>
        <translation>已复制：勾选的各家要问的话。</translation>
    </message>
    <message numerus="yes">
        <source>%n changes of the line hold from {day} on.</source>
        <translation>
            <numerusform>线路改动 %n 处，{day}起生效。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept %n changes</source>
        <translation>
            <numerusform>采用 %n 处改动</numerusform>
        </translation>
    </message>
    <message>
        <source>Propose a line</source>
        <translation>自动排线路</translation>
    </message>
    <message>
        <source>Choose those too</source>
        <translation>一并勾选</translation>
    </message>
    <message>
        <source>Copy what to ask</source>
        <translation>复制要问的话</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>LineRepairDialog</name>
    <message>
        <source>Today or a later day: what is past is recorded as missed.</source>
        <translation>请填今天或以后的日子：过去的请记为未拜访。</translation>
    </message>
    <message>
        <source>Say why: it stands with each visit that is put off.</source>
        <translation>请写原因：会记在每次改期的拜访上。</translation>
    </message>
    <message>
        <source>Say why the visits can&apos;t take place. Nothing has been changed yet.</source>
        <translation>请写明为什么去不了。还没有改动任何内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n visits have been put on other days.</source>
        <translation>
            <numerusform>已把 %n 次拜访改到别的日子。</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied: what is to be asked of each of those chosen.</source>
        <translation>已复制：要问所选各家的话。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Nothing can be planned yet</source>
        <translation>还排不了</translation>
    </message>
    <message>
        <source>No visit is planned on these days</source>
        <translation>这几天没有要去的拜访</translation>
    </message>
    <message>
        <source>There is nothing to make up for. Choose the days that are lost.</source>
        <translation>没有要补的。请选去不了的日子。</translation>
    </message>
    <message>
        <source>For as long as it lasts: the whole line is planned with the longer way; you accept what you like.</source>
        <translation>这段时间里：按绕路的时间重排线路，采用哪些由您决定。</translation>
    </message>
    <message>
        <source>Each visit goes where it lengthens the way least before its next regular one; the line itself stays, nobody else moves. Uncheck who can be reached all the same.</source>
        <translation>每次拜访补到下次固定拜访之前最顺路的日子；固定线路不变，别家都不动。照样能去的请去掉勾选。</translation>
    </message>
    <message numerus="yes">
        <source>Put off %n visits</source>
        <translation>
            <numerusform>改期 %n 次拜访</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without room</source>
        <translation>
            <numerusform>%n 次排不进</numerusform>
        </translation>
    </message>
    <message>
        <source>{minutes} min more on the road in all</source>
        <translation>路上共多 {minutes} 分钟</translation>
    </message>
    <message>
        <source>A day or a road is lost</source>
        <translation>有一天去不了、路不通</translation>
    </message>
    <message>
        <source>Visits can&apos;t take place</source>
        <translation>拜访去不了</translation>
    </message>
    <message>
        <source>A road takes longer</source>
        <translation>路要绕行</translation>
    </message>
    <message>
        <source>What is lost</source>
        <translation>出了什么事</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>First day that is lost</source>
        <translation>去不了的第一天</translation>
    </message>
    <message>
        <source>Last day that is lost</source>
        <translation>去不了的最后一天</translation>
    </message>
    <message>
        <source>Why the visits can&apos;t take place</source>
        <translation>为什么去不了</translation>
    </message>
    <message>
        <source>Record as leave</source>
        <translation>同时登记请假</translation>
    </message>
    <message>
        <source>Copy what to ask</source>
        <translation>复制要问的话</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>why (needed): ill, road closed, …</source>
        <translation>原因（必填）：生病、封路……</translation>
    </message>
</context>
<context>
    <name>LineTools</name>
    <message>
        <source>Changes</source>
        <translation>线路变更</translation>
    </message>
    <message>
        <source>What was changed on the line: who asked for it, when and why</source>
        <translation>线路改过什么：谁要改的，什么时候，为什么</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>请假</translation>
    </message>
    <message>
        <source>Days on which you are away, and who goes instead</source>
        <translation>哪几天不在，由谁代访</translation>
    </message>
    <message>
        <source>Propose a line</source>
        <translation>自动排线路</translation>
    </message>
    <message>
        <source>The program lays out accounts without a fixed visit, or the whole line; you choose what of it counts</source>
        <translation>由程序排：还没有固定点的客户，或整条线路；采用哪些由您勾选</translation>
    </message>
</context>
<context>
    <name>Lines</name>
    <message>
        <source>Accounts</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>拜访记录</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Found out</source>
        <translation>了解</translation>
    </message>
    <message>
        <source>about a rival</source>
        <translation>对手</translation>
    </message>
    <message>
        <source>next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>workaround</source>
        <translation>变通办法</translation>
    </message>
    <message>
        <source>cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>objective</source>
        <translation>目的</translation>
    </message>
    <message>
        <source>code</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Nothing is called “{typed}”, and nothing holds it</source>
        <translation>没有找到“{typed}”</translation>
    </message>
    <message>
        <source>Add the account “{name}”</source>
        <translation>新增客户“{name}”</translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Searched for last</source>
        <translation>最近搜索</translation>
    </message>
    <message>
        <source>The book is being read in, {share} %: not everything is found yet</source>
        <translation>正在建立索引（{share}%），暂时还搜不全</translation>
    </message>
    <message>
        <source>More: {kind}</source>
        <translation>更多{kind}</translation>
    </message>
    <message>
        <source>Accounts that a part of it names</source>
        <translation>其中几个字对得上的客户</translation>
    </message>
    <message>
        <source>At this account</source>
        <translation>在这家客户里</translation>
    </message>
    <message>
        <source>{role}: not recorded yet</source>
        <translation>{role}：还没登记</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Needs, value</source>
        <translation>需求与价值</translation>
    </message>
    <message>
        <source>Competition</source>
        <translation>竞争</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>关系阶段</translation>
    </message>
    <message>
        <source>Risks, days</source>
        <translation>风险与日子</translation>
    </message>
    <message>
        <source>Stock, orders</source>
        <translation>盘点与订单</translation>
    </message>
    <message>
        <source>Fixed visits</source>
        <translation>固定拜访</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Dealings</source>
        <translation>往来</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>问题</translation>
    </message>
</context>
<context>
    <name>ListDesk</name>
    <message>
        <source>Choose one list, or several that belong together</source>
        <translation>选一份名单，或几份配套的名单</translation>
    </message>
    <message>
        <source>Lists (*.xlsx *.xls *.xlsb *.ods *.csv *.txt *.tsv *.vcf *.ics);;All files (*)</source>
        <translation>名单 (*.xlsx *.xls *.xlsb *.ods *.csv *.txt *.tsv *.vcf *.ics);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Clipboard</source>
        <translation>剪贴板</translation>
    </message>
    <message>
        <source>No list is on the clipboard. Copy its cells in the spreadsheet first, headers and all.</source>
        <translation>剪贴板里没有名单。请先在表格里连同列名一起复制单元格。</translation>
    </message>
    <message>
        <source>Open a book first, then the list can be taken into it.</source>
        <translation>请先打开客户簿，再导入名单。</translation>
    </message>
</context>
<context>
    <name>ListProblemsModel</name>
    <message>
        <source>row {row}</source>
        <translation>第 {row} 行</translation>
    </message>
</context>
<context>
    <name>ListRowsModel</name>
    <message>
        <source>row {row}, {column}</source>
        <translation>第 {row} 行，{column}</translation>
    </message>
    <message>
        <source>{verdict}: {reason}</source>
        <translation>{verdict}：{reason}</translation>
    </message>
    <message>
        <source>Put right here; the file itself stays as it is.</source>
        <translation>已在这里改正；原文件不动。</translation>
    </message>
</context>
<context>
    <name>ListedWords</name>
    <message>
        <source>Receivables</source>
        <translation>应收款</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>回款</translation>
    </message>
    <message>
        <source>Goods in transit</source>
        <translation>在途</translation>
    </message>
    <message>
        <source>Stock from lists</source>
        <translation>名单上的库存</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>价目</translation>
    </message>
    <message>
        <source>Supply shares</source>
        <translation>供货份额</translation>
    </message>
    <message>
        <source>Sales by period</source>
        <translation>分期销售</translation>
    </message>
    <message>
        <source>as of {day}</source>
        <translation>截至{day}</translation>
    </message>
    <message>
        <source>{amount} overdue</source>
        <translation>逾期{amount}</translation>
    </message>
    <message>
        <source>nothing overdue</source>
        <translation>没有逾期</translation>
    </message>
    <message>
        <source>{amount} open</source>
        <translation>未收{amount}</translation>
    </message>
    <message>
        <source>Before: {amount} open</source>
        <translation>之前未收{amount}</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>已逾期</translation>
    </message>
    <message numerus="yes">
        <source>%n days overdue, due {day}</source>
        <translation>
            <numerusform>{day}到期，已逾期 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>{day}到期</translation>
    </message>
    <message>
        <source>was expected {day}</source>
        <translation>应于{day}到货，未到</translation>
    </message>
    <message>
        <source>expected {day}</source>
        <translation>预计{day}到货</translation>
    </message>
    <message>
        <source>shipped {day}</source>
        <translation>{day}发货</translation>
    </message>
    <message>
        <source>agreed with this account</source>
        <translation>本客户协议价</translation>
    </message>
    <message>
        <source>from {quantity}</source>
        <translation>{quantity}起</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>{day}起</translation>
    </message>
    <message>
        <source>with tax</source>
        <translation>含税</translation>
    </message>
    <message>
        <source>without tax</source>
        <translation>不含税</translation>
    </message>
    <message>
        <source>year {year}</source>
        <translation>{year}年</translation>
    </message>
</context>
<context>
    <name>Listing</name>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>已兑现</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>本周到期</translation>
    </message>
    <message>
        <source>No day</source>
        <translation>没定期限</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>未兑现</translation>
    </message>
    <message>
        <source>Substituted</source>
        <translation>变通</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>客户取消</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>No cause said</source>
        <translation>没写原因</translation>
    </message>
    <message>
        <source>No promise fits</source>
        <translation>没有符合的承诺</translation>
    </message>
    <message>
        <source>Take a word out of the filter, or look among all promises.</source>
        <translation>去掉一个筛选词，或到全部承诺里找。</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>这里是空的</translation>
    </message>
    <message>
        <source>No promise stands so at the moment.</source>
        <translation>目前没有这样的承诺。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>看全部</translation>
    </message>
    <message>
        <source>Filter the promises</source>
        <translation>筛选承诺</translation>
    </message>
    <message>
        <source>By account</source>
        <translation>按客户</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>按日期</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Show the others again</source>
        <translation>不再只看这一类</translation>
    </message>
    <message>
        <source>↑↓ choose   Shift or Ctrl several   K kept   B broken   / filter   Enter the account</source>
        <translation>↑↓ 选择   Shift、Ctrl 多选   K 已兑现   B 未兑现   / 筛选   Enter 打开客户</translation>
    </message>
    <message>
        <source>Filter: what, customer, person, pinyin</source>
        <translation>筛选：内容、客户、人名、拼音首字母</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>Promises</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Record a promise</source>
        <translation>记承诺</translation>
    </message>
    <message>
        <source>No promise recorded</source>
        <translation>还没有承诺</translation>
    </message>
    <message>
        <source>What you promise a customer is written down here, so that it is kept.</source>
        <translation>答应客户的事记在这里，才不会落空。</translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>逾期 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>待兑现 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Fixed visits</source>
        <translation>固定拜访</translation>
    </message>
    <message>
        <source>Not on the line</source>
        <translation>未排固定点</translation>
    </message>
    <message>
        <source>Give the account a fixed day and time, and keep to it.</source>
        <translation>给这家定一个固定的日子和时间，然后守住它。</translation>
    </message>
    <message numerus="yes">
        <source>kept %n weeks in a row</source>
        <translation>
            <numerusform>已守约 %n 周</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a fixed visit</source>
        <translation>加固定点</translation>
    </message>
</context>
<context>
    <name>Look</name>
    <message>
        <source>Looks and language</source>
        <translation>外观与语言</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>At once; nothing that is typed is lost.</source>
        <translation>马上切换，正在填写的内容都在。</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>外观（浅色、深色）</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Of letters and everything else, from the next start on.</source>
        <translation>文字和整个界面的大小，下次启动时生效。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>线路</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Week end</source>
        <translation>周结</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>市场</translation>
    </message>
</context>
<context>
    <name>Making</name>
    <message>
        <source>Making the paper…</source>
        <translation>正在排版…</translation>
    </message>
</context>
<context>
    <name>MapSection</name>
    <message>
        <source>class {letter}</source>
        <translation>{letter} 类</translation>
    </message>
    <message>
        <source>no class</source>
        <translation>未分类</translation>
    </message>
    <message>
        <source>stage not judged</source>
        <translation>阶段未评</translation>
    </message>
    <message>
        <source>key account</source>
        <translation>大客户</translation>
    </message>
    <message>
        <source>Getting less than their class is to get</source>
        <translation>服务没到标准的客户</translation>
    </message>
    <message numerus="yes">
        <source>%n visits a quarter wanting on the line</source>
        <translation>
            <numerusform>线路每季少排 %n 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visits wanting</source>
        <translation>
            <numerusform>少拜访 %n 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contacts wanting</source>
        <translation>
            <numerusform>少联系 %n 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reports wanting</source>
        <translation>
            <numerusform>少 %n 份报告</numerusform>
        </translation>
    </message>
    <message>
        <source>gets what its class is to get</source>
        <translation>服务到位</translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation>未评</translation>
    </message>
    <message>
        <source>{n} more: list them</source>
        <translation>还有 {n} 家，列出来</translation>
    </message>
    <message>
        <source>Map of value and stage</source>
        <translation>价值与阶段图</translation>
    </message>
    <message>
        <source>No service policy is confirmed: say what each class is to get.</source>
        <translation>还没有确认过服务标准：各类客户该得到什么，请写下来。</translation>
    </message>
    <message>
        <source>Accounts short: the line plans too few visits in 91 days, or too few were made.</source>
        <translation>不够的家数：今后 91 天线路排得少，或过去 91 天去得少。</translation>
    </message>
    <message>
        <source>Above 1 a class takes more time than it brings value.</source>
        <translation>大于 1：花的时间多于带来的价值。</translation>
    </message>
    <message numerus="yes">
        <source>%n visits have no length.</source>
        <translation>
            <numerusform>%n 次拜访没有时长。</numerusform>
        </translation>
    </message>
    <message>
        <source>Value and stage</source>
        <translation>价值与阶段</translation>
    </message>
    <message>
        <source>A dot is an account: full a key account, its size what it brings. Arrows walk, Enter opens.</source>
        <translation>一点是一家客户：实心是大客户，大小是销售额。方向键走，Enter 打开。</translation>
    </message>
    <message>
        <source>What each class is to get a quarter</source>
        <translation>服务标准（每季）</translation>
    </message>
    <message>
        <source>Add a policy</source>
        <translation>加标准</translation>
    </message>
    <message>
        <source>Time against value</source>
        <translation>时间与价值</translation>
    </message>
    <message>
        <source>Who gets too little</source>
        <translation>谁没到标准</translation>
    </message>
</context>
<context>
    <name>MapSketch</name>
    <message>
        <source>Sketch of the way</source>
        <translation>路线草图</translation>
    </message>
    <message>
        <source>no visit to draw on this day</source>
        <translation>这一天没有可画的拜访</translation>
    </message>
    <message>
        <source>no place known: {names}</source>
        <translation>没有坐标：{names}</translation>
    </message>
    <message>
        <source>Estimate: line × 1.35; 40 km/h, past 30 km 70 km/h</source>
        <translation>直线×1.35 估算，非导航；30 km 内 40 km/h，之外 70 km/h</translation>
    </message>
    <message>
        <source>dashed: the town alone</source>
        <translation>虚线圈：只知道城镇</translation>
    </message>
    <message>
        <source>Estimate by straight lines</source>
        <translation>直线估算，非导航</translation>
    </message>
</context>
<context>
    <name>MappedColumnsModel</name>
    <message>
        <source>Column of the list</source>
        <translation>名单的列</translation>
    </message>
    <message>
        <source>What stands in it</source>
        <translation>内容举例</translation>
    </message>
    <message>
        <source>Taken as</source>
        <translation>当作</translation>
    </message>
    <message>
        <source>(no header)</source>
        <translation>（没有列名）</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>不收</translation>
    </message>
    <message>
        <source>No field is known for this column. What stands in it is kept as a note of the account.</source>
        <translation>没有对应的字段，内容记入客户备注。</translation>
    </message>
    <message>
        <source>No field is known for this column. What stands in it is not taken.</source>
        <translation>没有对应的字段，内容不收。</translation>
    </message>
    <message>
        <source>as written</source>
        <translation>照写法</translation>
    </message>
    <message>
        <source>as the other one</source>
        <translation>同另一个坐标</translation>
    </message>
    <message>
        <source>year as written</source>
        <translation>年份照写法</translation>
    </message>
    <message>
        <source>days as written</source>
        <translation>日期照写法</translation>
    </message>
    <message>
        <source>in which unit?</source>
        <translation>什么单位？</translation>
    </message>
    <message>
        <source>of which year?</source>
        <translation>哪一年？</translation>
    </message>
    <message>
        <source>which is the month?</source>
        <translation>哪个是月？</translation>
    </message>
    <message>
        <source>in which datum?</source>
        <translation>哪种坐标系？</translation>
    </message>
    <message>
        <source>which currency?</source>
        <translation>什么币种？</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) wait for this. It is said once for the whole column.</source>
        <translation>
            <numerusform>有 %n 格等这一项，整列说一次即可。</numerusform>
        </translation>
    </message>
    <message>
        <source>Unit, or how written</source>
        <translation>单位或写法</translation>
    </message>
    <message>
        <source>Year or currency</source>
        <translation>年份或币种</translation>
    </message>
    <message>
        <source>The list does not say it. Without it the places may be some hundred metres off.</source>
        <translation>名单里没写。不说明，位置可能偏几百米。</translation>
    </message>
    <message>
        <source>unknown: kept as a note</source>
        <translation>认不出：记入备注</translation>
    </message>
    <message>
        <source>unknown: not taken</source>
        <translation>认不出：不收</translation>
    </message>
</context>
<context>
    <name>Market</name>
    <message>
        <source>orders</source>
        <translation>次</translation>
    </message>
    <message>
        <source>years</source>
        <translation>年</translation>
    </message>
    <message>
        <source>of 5</source>
        <translation>分（满分 5）</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>没有记录</translation>
    </message>
    <message>
        <source>can&apos;t be told</source>
        <translation>说不准</translation>
    </message>
    <message>
        <source>key</source>
        <translation>大客户</translation>
    </message>
    <message>
        <source>ordinary</source>
        <translation>普通</translation>
    </message>
</context>
<context>
    <name>MarketAnswers</name>
    <message>
        <source>Add the first criterion here, then confirm the rule.</source>
        <translation>请先在这里加一条标准，再确认。</translation>
    </message>
    <message>
        <source>Choose your key accounts, several with Ctrl or Shift, and mark them together.</source>
        <translation>选中你的大客户（按 Ctrl 或 Shift 可多选），一起标记。</translation>
    </message>
    <message>
        <source>Change together…</source>
        <translation>一起修改…</translation>
    </message>
    <message>
        <source>The share is put down.</source>
        <translation>份额已登记。</translation>
    </message>
</context>
<context>
    <name>MarketDesk</name>
    <message>
        <source>The rule is set.</source>
        <translation>标准已定。</translation>
    </message>
    <message>
        <source>by the rule in force from {day}</source>
        <translation>按 {day} 起的标准</translation>
    </message>
    <message numerus="yes">
        <source>%n accounts marked as the rule has them.</source>
        <translation>
            <numerusform>已按标准标记 %n 家客户。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarketPage</name>
    <message>
        <source>Questions {n}/{all}</source>
        <translation>问答 {n}/{all}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln accounts</source>
        <translation>
            <numerusform>%Ln 家客户</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln marked key</source>
        <translation>
            <numerusform>标为大客户 %Ln 家</numerusform>
        </translation>
    </message>
    <message>
        <source>Market</source>
        <translation>市场</translation>
    </message>
    <message>
        <source>Key or ordinary</source>
        <translation>大客户界线</translation>
    </message>
    <message>
        <source>80/20</source>
        <translation>二八分布</translation>
    </message>
    <message>
        <source>Value and stage</source>
        <translation>价值与阶段</translation>
    </message>
    <message>
        <source>Prospects</source>
        <translation>潜在客户</translation>
    </message>
    <message>
        <source>Rivals</source>
        <translation>竞争对手</translation>
    </message>
    <message>
        <source>Our side</source>
        <translation>我方准备</translation>
    </message>
    <message>
        <source>No accounts yet</source>
        <translation>还没有客户</translation>
    </message>
    <message>
        <source>Take in the customer list from the office; then you see here who is key, and why.</source>
        <translation>先导入公司给的客户名单，这里就能看出谁是大客户、凭什么。</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>导入名单</translation>
    </message>
</context>
<context>
    <name>MentionsBar</name>
    <message>
        <source>Said on the visit of {day}: {text}</source>
        <translation>{day}拜访中提到：{text}</translation>
    </message>
    <message>
        <source>Make a record of it</source>
        <translation>记到竞争</translation>
    </message>
    <message numerus="yes">
        <source>%n more reports speak of competitors</source>
        <translation>
            <numerusform>另有 %n 次记录提到竞争对手</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>&amp;Book</source>
        <translation>客户簿(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>客户(&amp;A)</translation>
    </message>
    <message>
        <source>Vi&amp;sits</source>
        <translation>拜访(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>查看(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Promises</source>
        <translation>承诺(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Goals</source>
        <translation>目标(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Market</source>
        <translation>市场(&amp;M)</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge two accounts</source>
        <translation>合并两家客户</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>不是同一家</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Kept account</source>
        <translation>保留的客户</translation>
    </message>
    <message>
        <source>more is recorded there</source>
        <translation>记录更多</translation>
    </message>
    <message>
        <source>The same on both sides: {fields}</source>
        <translation>两边相同：{fields}</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>未记录</translation>
    </message>
    <message>
        <source>recorded on one side only</source>
        <translation>只有一边有</translation>
    </message>
    <message>
        <source>says more</source>
        <translation>更完整</translation>
    </message>
    <message>
        <source>as in the kept account</source>
        <translation>同保留的客户</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>简称</translation>
    </message>
    <message>
        <source>Trade</source>
        <translation>行业</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Key account</source>
        <translation>大客户</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>上级客户</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>省份</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>District</source>
        <translation>区县</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>邮编</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>坐标</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>微信</translation>
    </message>
    <message>
        <source>Minutes a visit</source>
        <translation>每次拜访时长</translation>
    </message>
    <message numerus="yes">
        <source>%n contacts</source>
        <translation>
            <numerusform>%n 位联系人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fixed visits</source>
        <translation>
            <numerusform>%n 个固定拜访点</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visits</source>
        <translation>
            <numerusform>%n 次拜访</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promises</source>
        <translation>
            <numerusform>%n 项承诺</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n orders</source>
        <translation>
            <numerusform>%n 张订单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notes</source>
        <translation>
            <numerusform>%n 条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing but its card</source>
        <translation>只有客户资料</translation>
    </message>
    <message>
        <source>{name} goes into the other one, with {what}. It can be taken apart again at any time.</source>
        <translation>{name}将并入另一家，一并归入：{what}。以后随时可以拆分还原。</translation>
    </message>
    <message numerus="yes">
        <source>%n rows of lists</source>
        <translation>
            <numerusform>名单数据 %n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other records</source>
        <translation>
            <numerusform>其他资料 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MetPart</name>
    <message>
        <source>Somebody else</source>
        <translation>其他人</translation>
    </message>
    <message numerus="yes">
        <source>%n more people</source>
        <translation>
            <numerusform>还有 %n 人</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MetricChoice</name>
    <message>
        <source>What the goal counts</source>
        <translation>目标数的是什么</translation>
    </message>
</context>
<context>
    <name>MissedPart</name>
    <message>
        <source>Why did it not take place?</source>
        <translation>为什么失访？</translation>
    </message>
    <message>
        <source>in a few words, if there is more to say</source>
        <translation>还有要说的，简单写几句</translation>
    </message>
    <message>
        <source>Why, in words</source>
        <translation>原因说明</translation>
    </message>
    <message>
        <source>What the customer moved does not count against you; anything else counts as missed.</source>
        <translation>客户改期的不算您的失访，其他原因都算。</translation>
    </message>
</context>
<context>
    <name>MissingPanel</name>
    <message>
        <source>Nobody known</source>
        <translation>缺这个人</translation>
    </message>
    <message>
        <source>Nobody is known to hold this role. Ask whom you meet next, and add the person here.</source>
        <translation>还不知道谁担任这个角色。下次见面时问一问，在这里补上。</translation>
    </message>
    <message>
        <source>Nobody is known here. Ask whom you meet next, and add the person.</source>
        <translation>这里还没有联系人。下次见面时问一问，补上这个人。</translation>
    </message>
    <message>
        <source>Add a contact</source>
        <translation>加联系人</translation>
    </message>
</context>
<context>
    <name>MoveList</name>
    <message>
        <source>not as asked</source>
        <translation>不合要求</translation>
    </message>
    <message>
        <source>nobody else</source>
        <translation>不牵动别家</translation>
    </message>
    <message>
        <source>New time</source>
        <translation>新时间</translation>
    </message>
    <message>
        <source>Also moves</source>
        <translation>牵动</translation>
    </message>
    <message>
        <source>On the road, a week</source>
        <translation>每周路上</translation>
    </message>
    <message>
        <source>Times that can be offered, the best first</source>
        <translation>可以答应的时间，好的在前</translation>
    </message>
</context>
<context>
    <name>MoveUnitsDialog</name>
    <message>
        <source>No account fits what you typed. Nothing was moved; type less, or clear the field.</source>
        <translation>没有符合的客户，没有调整。请少输入几个字，或清空后再选。</translation>
    </message>
    <message>
        <source>Move {name} under another account</source>
        <translation>调整{name}的上级</translation>
    </message>
    <message numerus="yes">
        <source>Move %n accounts under another account</source>
        <translation>
            <numerusform>调整 %n 家客户的上级</numerusform>
        </translation>
    </message>
    <message>
        <source>Move</source>
        <translation>调整</translation>
    </message>
    <message>
        <source>A site belongs to a company, a company to a group. Sums count each account once.</source>
        <translation>门店归公司，公司归集团；合计时每家只算一次。</translation>
    </message>
    <message>
        <source>Parent account</source>
        <translation>上级客户</translation>
    </message>
    <message>
        <source>Type a name or its pinyin initials</source>
        <translation>输入名称或拼音首字母</translation>
    </message>
    <message>
        <source>(stands for itself)</source>
        <translation>（没有上级）</translation>
    </message>
</context>
<context>
    <name>MoveVisitDialog</name>
    <message>
        <source>This day has passed. Choose today or a later one.</source>
        <translation>这一天已经过了，请选今天或以后的日子。</translation>
    </message>
    <message>
        <source>Say which day it moves to: {forms}.</source>
        <translation>请写改到哪一天：{forms}。</translation>
    </message>
    <message>
        <source>Say when the visit begins: {forms}.</source>
        <translation>请写几点开始：{forms}。</translation>
    </message>
    <message>
        <source>Move this visit</source>
        <translation>这一次改期</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>改期</translation>
    </message>
    <message>
        <source>the fixed time stays as it is</source>
        <translation>固定时间不变</translation>
    </message>
    <message>
        <source>To</source>
        <translation>改到</translation>
    </message>
    <message>
        <source>Who asked</source>
        <translation>谁提出</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Moved to the day</source>
        <translation>改到的日期</translation>
    </message>
    <message>
        <source>11-27 or +2</source>
        <translation>11-27 或 +2</translation>
    </message>
    <message>
        <source>Moved to the time</source>
        <translation>改到的时间</translation>
    </message>
    <message>
        <source>The customer asked</source>
        <translation>客户提出</translation>
    </message>
    <message>
        <source>We asked</source>
        <translation>我方提出</translation>
    </message>
    <message>
        <source>it counts as an exception: say why</source>
        <translation>算例外，请写原因</translation>
    </message>
    <message>
        <source>in the customer&apos;s words, if you like</source>
        <translation>可以写客户的原话</translation>
    </message>
</context>
<context>
    <name>MoveWords</name>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分钟</translation>
    </message>
    <message>
        <source>As you asked, I will come at {now} instead of {was}, {rhythm}, for the first time on {day}.</source>
        <translation>按您的要求，以后从{was} 改到{now}，{rhythm}来一次，第一次是{day}。</translation>
    </message>
    <message>
        <source>There is no such time while everybody else keeps what was promised.</source>
        <translation>别家的承诺都不动的话，没有合要求的时间。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Together in the way of {place}: {names}.</source>
        <translation>{place} 前面一起挡着的：{names}。</translation>
    </message>
    <message>
        <source>.</source>
        <translation>。</translation>
    </message>
    <message>
        <source>Free, though not as asked:</source>
        <translation>不合要求、但腾得出的：</translation>
    </message>
    <message>
        <source>In the way is the promise to {name} ({was}), for which there is no other place.</source>
        <translation>{name}的承诺（{was}）挡在前面，它也没有别处可去。</translation>
    </message>
    <message>
        <source>In the way is {name} ({was}), for which there is no other place.</source>
        <translation>{name}（{was}）挡在前面，它也没有别处可去。</translation>
    </message>
    <message>
        <source>In the way is the promise to {name} ({was}). Smallest request: {to} instead; then {then} is free.</source>
        <translation>{name}的承诺（{was}）挡在前面。最小的请求：请它改到{to}，{then} 就空出来了。</translation>
    </message>
    <message>
        <source>In the way is {name} ({was}, not promised). Smallest request: {to} instead; then {then} is free.</source>
        <translation>{name}（{was}，未承诺）挡在前面。最小的请求：请它改到{to}，{then} 就空出来了。</translation>
    </message>
</context>
<context>
    <name>NeedsSection</name>
    <message>
        <source>Needs and value</source>
        <translation>需求与价值</translation>
    </message>
    <message>
        <source>What it wants from us, what it has from us, what we are worth</source>
        <translation>它要什么，我们给了什么，彼此值多少</translation>
    </message>
</context>
<context>
    <name>NewBookDialog</name>
    <message>
        <source>The papers need your name. Nothing was made yet.</source>
        <translation>报表上要有您的姓名。还没有新建。</translation>
    </message>
    <message>
        <source>There is a file at {path} already. Nothing was made; choose another place.</source>
        <translation>{path} 已有文件。没有新建任何东西，请另选位置。</translation>
    </message>
    <message>
        <source>Where the new book is to lie</source>
        <translation>新客户簿放在哪里</translation>
    </message>
    <message>
        <source>Books (*.kam)</source>
        <translation>客户簿 (*.kam)</translation>
    </message>
    <message>
        <source>The book&apos;s file</source>
        <translation>客户簿文件</translation>
    </message>
    <message>
        <source>Choose elsewhere…</source>
        <translation>另选位置…</translation>
    </message>
    <message>
        <source>A new book</source>
        <translation>新客户簿</translation>
    </message>
    <message>
        <source>Make the book</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>It lies on this computer alone and works without a network.</source>
        <translation>只放在这台电脑上，不用联网。</translation>
    </message>
    <message>
        <source>The two passphrases are not the same. Nothing was made yet.</source>
        <translation>两次输入的口令不一样，客户簿还没有建。</translation>
    </message>
</context>
<context>
    <name>NewBookForm</name>
    <message>
        <source>A new book</source>
        <translation>新客户簿</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>as it stands on the papers</source>
        <translation>印在报表上</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>for the customer, on the papers</source>
        <translation>印在给客户的报表上</translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message>
        <source>Left empty, whoever sits at this computer can open the book.</source>
        <translation>留空的话，谁坐到这台电脑前都能打开。</translation>
    </message>
    <message>
        <source>Weak: a few words that belong together for you alone are better.</source>
        <translation>太弱：用几个只有您会连在一起的词更好。</translation>
    </message>
    <message>
        <source>Fair.</source>
        <translation>尚可。</translation>
    </message>
    <message>
        <source>Good.</source>
        <translation>够强。</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>两次不一样。</translation>
    </message>
    <message>
        <source>Caps Lock seems to be on.</source>
        <translation>大写锁定好像开着。</translation>
    </message>
    <message>
        <source>Passphrase (if you wish)</source>
        <translation>口令（可不设）</translation>
    </message>
    <message>
        <source>It locks the book and its backups. Lost means lost: nobody can open the book then, not even us.</source>
        <translation>口令锁住客户簿和它的备份。丢了就是丢了：谁也打不开，我们也不能。</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>再输一次</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>新口令</translation>
    </message>
</context>
<context>
    <name>Note</name>
    <message>
        <source>about {name}</source>
        <translation>关于 {name}</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>New note</source>
        <translation>新记录</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>the account as a whole</source>
        <translation>整个客户</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>记录</translation>
    </message>
</context>
<context>
    <name>NoteForm</name>
    <message>
        <source>Note</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>what you learnt, in your own words</source>
        <translation>了解到什么，用自己的话写</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close this message</source>
        <translation>关闭这条消息</translation>
    </message>
</context>
<context>
    <name>OddsPanel</name>
    <message>
        <source>Settled: {subject}, {value}</source>
        <translation>已选定：{subject}，{value}</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>No conflicts</source>
        <translation>没有冲突</translation>
    </message>
    <message>
        <source>Where two books wrote the same field differently, both values are kept and you choose here, one by one.</source>
        <translation>同一项两边改得不一样时，两个值都会留着，由您在这里逐条选定。</translation>
    </message>
</context>
<context>
    <name>OlderDraft</name>
    <message>
        <source>Put it into the report</source>
        <translation>并进记录</translation>
    </message>
    <message>
        <source>Throw the draft away</source>
        <translation>丢掉草稿</translation>
    </message>
    <message>
        <source>The report is saved; a draft begun before that says something else.</source>
        <translation>记录已保存；另有一份更早的草稿，内容不同。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Differs in: {rows}</source>
        <translation>不同的有：{rows}</translation>
    </message>
</context>
<context>
    <name>OneName</name>
    <message>
        <source>You are called {name} here and on your card.</source>
        <translation>您的名字改为“{name}”，名片上也是。</translation>
    </message>
    <message>
        <source>You are called {name} here and on your card. Give everybody whom you meet the new card before the next package; until they add it they know you by the old name.</source>
        <translation>您的名字改为“{name}”，名片上也是。请在打下一个周包之前，把新名片交给每个交接对象登记；登记之前，他们那里还是旧名字。</translation>
    </message>
    <message>
        <source>To the card</source>
        <translation>去看名片</translation>
    </message>
</context>
<context>
    <name>OneOdds</name>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>Two books each wrote a part: {account} stands below {above}, and that below {account}. While that is so it shows none above it. Choose here, or give one of the others another parent.</source>
        <translation>两本各说了一半：{account}的上级是{above}，上级又是{account}。这样绕成一圈，{account}暂不显示上级。请在这里选定，或者给其中另一家换一个上级。</translation>
    </message>
    <message>
        <source>, which stands below </source>
        <translation>，上级是</translation>
    </message>
    <message>
        <source>{field}: {value}</source>
        <translation>{field}：{value}</translation>
    </message>
    <message>
        <source>It was taken back in one book and changed in another. What was changed: {edits}</source>
        <translation>一边撤回了这一条，另一边却改过它。改了：{edits}</translation>
    </message>
    <message>
        <source>Your choice was taken back. Choose again.</source>
        <translation>您撤销了刚才的选择，请重新选。</translation>
    </message>
    <message>
        <source>Settled: {value}. The next package takes it to the others.</source>
        <translation>已选定：{value}。下一个周包会带给对方。</translation>
    </message>
    <message>
        <source>Before both</source>
        <translation>改动之前</translation>
    </message>
    <message>
        <source>Neither: write another</source>
        <translation>都不要，另写</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍后</translation>
    </message>
    <message>
        <source>Open the account</source>
        <translation>打开客户</translation>
    </message>
    <message>
        <source>Ctrl+Z takes a choice back</source>
        <translation>Ctrl+Z 撤销选择</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>Both sides, a sheet an account</source>
        <translation>双面，每家另起一张</translation>
    </message>
    <message>
        <source>Both sides, a sheet a day</source>
        <translation>双面，每天另起一张</translation>
    </message>
    <message>
        <source>Save paper, days share pages</source>
        <translation>省纸，各天连着排</translation>
    </message>
    <message>
        <source>No empty pages</source>
        <translation>不留空白页</translation>
    </message>
    <message>
        <source>One side</source>
        <translation>单面</translation>
    </message>
    <message>
        <source>Pages for notes fill each sheet, so that a sheet can be put away by itself.</source>
        <translation>背面补上记事页，每张可以单独收起来。</translation>
    </message>
    <message>
        <source>As few sheets as will do; the notes of all stops come at the end.</source>
        <translation>用纸最少，各站的记事集中在最后。</translation>
    </message>
    <message>
        <source>The backs stay free for notes.</source>
        <translation>背面空着，可以记事。</translation>
    </message>
    <message>
        <source>The week on a page, then each day</source>
        <translation>一页看全周，再一天一页</translation>
    </message>
    <message>
        <source>One day&apos;s stops, with blanks to fill in</source>
        <translation>当天各站，留空手填</translation>
    </message>
    <message>
        <source>What to know and say on this visit</source>
        <translation>进门前要看的、要问的</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>Next week</source>
        <translation>下周</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>其他…</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>All of today&apos;s visits</source>
        <translation>今天要拜访的客户</translation>
    </message>
    <message>
        <source>All of tomorrow&apos;s visits</source>
        <translation>明天要拜访的客户</translation>
    </message>
    <message>
        <source>All visits of a day…</source>
        <translation>某一天要拜访的客户…</translation>
    </message>
    <message>
        <source>All of this week&apos;s visits</source>
        <translation>本周要拜访的客户</translation>
    </message>
    <message>
        <source>All of next week&apos;s visits</source>
        <translation>下周要拜访的客户</translation>
    </message>
    <message>
        <source>Accounts I pick</source>
        <translation>自选客户</translation>
    </message>
    <message>
        <source>As the window</source>
        <translation>同窗口</translation>
    </message>
    <message>
        <source>Whose briefings</source>
        <translation>哪些客户</translation>
    </message>
    <message>
        <source>Language of the paper</source>
        <translation>纸面语言</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>排版</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
</context>
<context>
    <name>OrderSection</name>
    <message>
        <source>Reckoning from counts and orders…</source>
        <translation>正在按盘点和订单计算……</translation>
    </message>
    <message>
        <source>Count the stock</source>
        <translation>去盘点</translation>
    </message>
    <message numerus="yes">
        <source>Records %n</source>
        <translation>
            <numerusform>依据 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Suggested order</source>
        <translation>建议订单</translation>
    </message>
    <message>
        <source>Put down as proposed</source>
        <translation>登记为已提出</translation>
    </message>
    <message>
        <source>Weeks of lead and cover</source>
        <translation>到货与备货周数</translation>
    </message>
    <message>
        <source>Suggested order, product by product</source>
        <translation>建议订单，逐个产品</translation>
    </message>
</context>
<context>
    <name>OrderWords</name>
    <message>
        <source>Nothing is suggested</source>
        <translation>不建议</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>建议量</translation>
    </message>
    <message>
        <source>Reckoned</source>
        <translation>算式</translation>
    </message>
    <message>
        <source>{sold} in {days} days ({span})</source>
        <translation>{days} 天 {sold}（{span}）</translation>
    </message>
    <message>
        <source>Measured by</source>
        <translation>动销依据</translation>
    </message>
    <message>
        <source>To bear in mind</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>Sell-through, count by count</source>
        <translation>逐次盘点动销</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>{weekly} × ({lead} + {cover} weeks) × {season} − {stock} − {coming} = {exact}</source>
        <translation>{weekly} ×（{lead} + {cover} 周）× {season} − {stock} − {coming} = {exact}</translation>
    </message>
    <message>
        <source>, in packs of {pack}</source>
        <translation>，按 {pack} 一件进位</translation>
    </message>
    <message>
        <source>{span}: {before} + {received} − {counted} = {sold}</source>
        <translation>{span}：{before} + {received} − {counted} = {sold}</translation>
    </message>
    <message>
        <source>{line} (can&apos;t be right)</source>
        <translation>{line}（不可能，已剔除）</translation>
    </message>
</context>
<context>
    <name>OverviewPane</name>
    <message numerus="yes">
        <source> (%n more)</source>
        <translation>
            <numerusform>（另有 %n 条）</numerusform>
        </translation>
    </message>
    <message>
        <source>To look at: {count}</source>
        <translation>要看的：{count}</translation>
    </message>
    <message>
        <source>Columns: {known} of {count} known</source>
        <translation>列：{count} 列认得 {known} 列</translation>
    </message>
    <message>
        <source>Columns as last time, {day}</source>
        <translation>各列沿用上次（{day}）的设定</translation>
    </message>
    <message numerus="yes">
        <source>%n not known</source>
        <translation>
            <numerusform>%n 列认不出</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be said</source>
        <translation>
            <numerusform>%n 列要说明</numerusform>
        </translation>
    </message>
    <message>
        <source>What goes in, by kind</source>
        <translation>各类导入多少</translation>
    </message>
    <message>
        <source>What could not be taken as it stands</source>
        <translation>不能照原样导入的</translation>
    </message>
    <message>
        <source>Change columns…</source>
        <translation>更改列…</translation>
    </message>
</context>
<context>
    <name>OverviewWords</name>
    <message>
        <source>The last 12 weeks</source>
        <translation>近 12 周</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>All dealings</source>
        <translation>全部往来</translation>
    </message>
    <message>
        <source>Open promises</source>
        <translation>待兑现的承诺</translation>
    </message>
    <message>
        <source>All promises</source>
        <translation>全部承诺</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>上次拜访</translation>
    </message>
    <message>
        <source>All visits</source>
        <translation>全部拜访</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>名片</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Who matters</source>
        <translation>关键人</translation>
    </message>
    <message>
        <source>Buying centre</source>
        <translation>采购决策圈</translation>
    </message>
    <message>
        <source>Fixed visits</source>
        <translation>固定拜访</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Stock and orders</source>
        <translation>盘点与订单</translation>
    </message>
    <message>
        <source>All orders</source>
        <translation>全部订单</translation>
    </message>
    <message>
        <source>agreed on {day}</source>
        <translation>{day}约定</translation>
    </message>
    <message>
        <source>No next step recorded. The visit report asks for it.</source>
        <translation>没有记下一步。写拜访记录时会问到。</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>还有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is owed at the moment.</source>
        <translation>目前没有欠着的承诺。</translation>
    </message>
    <message>
        <source>No visit recorded yet.</source>
        <translation>还没有拜访记录。</translation>
    </message>
    <message>
        <source>Competitors</source>
        <translation>竞争对手</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>未记录</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>微信</translation>
    </message>
    <message>
        <source>Receives</source>
        <translation>接待时间</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>已并入</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>归属</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>下级网点</translation>
    </message>
    <message>
        <source>Nobody recorded yet.</source>
        <translation>还没有联系人。</translation>
    </message>
    <message>
        <source>support not known</source>
        <translation>态度还不清楚</translation>
    </message>
    <message>
        <source> (assumed)</source>
        <translation>（推测）</translation>
    </message>
    <message numerus="yes">
        <source>kept %n weeks in a row</source>
        <translation>
            <numerusform>已守约 %n 周</numerusform>
        </translation>
    </message>
    <message>
        <source>next {day}</source>
        <translation>下次 {day}</translation>
    </message>
    <message>
        <source>Visited at {name}, which is of the same unit.</source>
        <translation>固定拜访排在{name}，同一客户单位。</translation>
    </message>
    <message>
        <source>Not on the line yet: give the account a fixed day and time.</source>
        <translation>还不在线路上：给它定一个固定的日子和时间。</translation>
    </message>
    <message>
        <source>Sold, by list</source>
        <translation>名单销售额</translation>
    </message>
    <message>
        <source>Neither stock nor orders recorded yet.</source>
        <translation>还没有盘点和订单。</translation>
    </message>
    <message>
        <source>12 months</source>
        <translation>近 12 个月</translation>
    </message>
    <message numerus="yes">
        <source>%n orders</source>
        <translation>
            <numerusform>%n 单</numerusform>
        </translation>
    </message>
    <message>
        <source>Last order</source>
        <translation>上次订单</translation>
    </message>
    <message>
        <source>Last count</source>
        <translation>上次盘点</translation>
    </message>
    <message>
        <source>as of {day}</source>
        <translation>截至{day}</translation>
    </message>
    <message>
        <source>{amount} overdue</source>
        <translation>逾期{amount}</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>应收</translation>
    </message>
</context>
<context>
    <name>OwnCard</name>
    <message>
        <source>The others need it once. It holds no customer data, and nobody can pose as you with it.</source>
        <translation>对方登记一次即可。名片不含客户资料，也不能用来冒充您。</translation>
    </message>
    <message>
        <source>What others share with me…</source>
        <translation>别人分享给我的…</translation>
    </message>
    <message>
        <source>My name</source>
        <translation>我的姓名</translation>
    </message>
    <message>
        <source>This laptop</source>
        <translation>这台电脑</translation>
    </message>
    <message>
        <source>Check code, to be read out by telephone</source>
        <translation>核对码（在电话里逐组念给对方）</translation>
    </message>
    <message>
        <source>Save the card…</source>
        <translation>存出名片…</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>The code as large as the window, to be photographed</source>
        <translation>把二维码放大，方便拍照</translation>
    </message>
    <message>
        <source>My card</source>
        <translation>我的名片</translation>
    </message>
    <message>
        <source>It is a manager&apos;s.</source>
        <translation>身份：主管</translation>
    </message>
    <message>
        <source>It is a rep&apos;s.</source>
        <translation>身份：客户经理</translation>
    </message>
    <message>
        <source>Make it a rep&apos;s…</source>
        <translation>改回客户经理…</translation>
    </message>
    <message>
        <source>Make it a manager&apos;s…</source>
        <translation>改为主管…</translation>
    </message>
    <message>
        <source>My card as a QR code, to be photographed</source>
        <translation>我的名片二维码，可以拍照</translation>
    </message>
    <message>
        <source>My keys lie in the system&apos;s keyring.</source>
        <translation>我的密钥在系统钥匙串里。</translation>
    </message>
    <message>
        <source>My keys lie in this book.</source>
        <translation>我的密钥在客户簿里。</translation>
    </message>
    <message>
        <source>Keys…</source>
        <translation>密钥…</translation>
    </message>
    <message>
        <source>Where the keys lie, and new ones</source>
        <translation>密钥放在哪里，以及换新密钥</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>改名…</translation>
    </message>
    <message>
        <source>Change my name</source>
        <translation>改我的名字</translation>
    </message>
    <message>
        <source>Your name is one for the whole book; it is changed under Settings.</source>
        <translation>名字整本客户簿只有一个，在“设置”里改。</translation>
    </message>
    <message>
        <source>Settings say {name}.</source>
        <translation>设置里的名字是“{name}”。</translation>
    </message>
    <message>
        <source>Call the card so</source>
        <translation>名片也改成它</translation>
    </message>
</context>
<context>
    <name>OwnKeysDialog</name>
    <message>
        <source>Keys of this book</source>
        <translation>本客户簿的密钥</translation>
    </message>
    <message>
        <source>The system&apos;s keyring is asked. It may want its password, in a window of its own.</source>
        <translation>正在询问系统钥匙串。它可能会另开窗口，请您输入它的密码。</translation>
    </message>
    <message>
        <source>I shall give everybody my new card</source>
        <translation>我会把新名片交给每一个交接对象</translation>
    </message>
    <message>
        <source>New keys…</source>
        <translation>换新密钥…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Your keys lie in this book</source>
        <translation>密钥在客户簿里</translation>
    </message>
    <message>
        <source>They sign what you hand over, open what is made for you, and go where the book goes: a backup works on another computer at once, but whoever can open a copy of the book can write in your name.</source>
        <translation>您交出的包由它签名，给您的包由它打开。客户簿到哪里，它就到哪里：备份换台电脑就能用，但谁打得开客户簿的副本，谁就能以您的名义写包。</translation>
    </message>
    <message>
        <source>In the system&apos;s keyring of this computer: a copied file no longer writes in your name, but a backup brought to another computer needs new keys, and the others must add your new card. Backups made until now still have the keys.</source>
        <translation>放进这台电脑的系统钥匙串以后：别人复制了文件，也不能再以您的名义写包；但备份拿到另一台电脑上要换新密钥，对方要重新登记您的名片。此前做的备份里仍有密钥。</translation>
    </message>
    <message>
        <source>A copied file does not write in your name; but a backup brought to another computer needs new keys, and the others must add your new card.</source>
        <translation>别人复制了文件，也不能以您的名义写包；但备份拿到另一台电脑上要换新密钥，对方要重新登记您的名片。</translation>
    </message>
    <message>
        <source>Back in the book they go with it, and with every copy: do so before you change the computer. Backups made in the meantime are without them, so make a new one then.</source>
        <translation>移回客户簿以后，密钥又随客户簿和它的每个副本走：换电脑之前请先移回。这期间做的备份里没有密钥，移回后请再做一个。</translation>
    </message>
    <message>
        <source>Move them into the keyring</source>
        <translation>放进系统钥匙串</translation>
    </message>
    <message>
        <source>Your keys lie in the system&apos;s keyring</source>
        <translation>密钥在系统钥匙串里</translation>
    </message>
    <message>
        <source>Move them back into the book</source>
        <translation>移回客户簿</translation>
    </message>
    <message>
        <source>Make new keys?</source>
        <translation>要换新密钥吗？</translation>
    </message>
    <message>
        <source>For when the old ones are lost with a computer or its keyring, or somebody may have them.</source>
        <translation>旧密钥随电脑或钥匙串丢了，或者可能已经落到别人手里时，才需要换。</translation>
    </message>
    <message>
        <source>The old keys are given up, and that can&apos;t be undone. Until the others have added your new card they take nothing in from you. Packages on their way to your old card stay shut: ask for them to be made again. Your records stay as they are, and the next package takes all of them.</source>
        <translation>旧密钥从此作废，不能撤销。对方登记您的新名片之前，不会再收您的包；已经打给旧名片的包打不开了，请对方重新打。您的记录原样都在，下一个包会全部带上。</translation>
    </message>
    <message>
        <source>Make new keys</source>
        <translation>换新密钥</translation>
    </message>
</context>
<context>
    <name>OwnSection</name>
    <message>
        <source>{sum} of {full}; {n} of {all} points judged. Enter judges one.</source>
        <translation>{sum}/{full} 分，已评 {n}/{all} 项。按 Enter 评。</translation>
    </message>
    <message>
        <source>How ready are we ourselves for an alliance? Judge each point 0 to 2: Enter.</source>
        <translation>我们自己准备好结盟了吗？每项评 0 到 2 分，按 Enter。</translation>
    </message>
    <message>
        <source>The administrator says who changes which records and who may let them out.</source>
        <translation>由管理员定谁能改哪些资料、谁能导出。</translation>
    </message>
    <message>
        <source>Nobody is named yet: a dealer&apos;s own book has its team, each member with duties.</source>
        <translation>还没有写成员。经销商自己的客户簿要有团队，各人各有职责。</translation>
    </message>
    <message>
        <source>not judged yet</source>
        <translation>未评</translation>
    </message>
    <message>
        <source>{n} of 2</source>
        <translation>{n}/2</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>{day}起</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>all accounts</source>
        <translation>全部客户</translation>
    </message>
    <message>
        <source>may change</source>
        <translation>可修改</translation>
    </message>
    <message>
        <source>may read only</source>
        <translation>只能看</translation>
    </message>
    <message>
        <source>may let out</source>
        <translation>可导出</translation>
    </message>
    <message>
        <source>may not let out</source>
        <translation>不可导出</translation>
    </message>
    <message>
        <source>Ready for an alliance?</source>
        <translation>结盟准备</translation>
    </message>
    <message>
        <source>Team and duties</source>
        <translation>团队与职责</translation>
    </message>
    <message>
        <source>Add a member</source>
        <translation>加成员</translation>
    </message>
    <message>
        <source>Add a duty</source>
        <translation>加职责</translation>
    </message>
    <message>
        <source>Hand over accounts…</source>
        <translation>移交客户…</translation>
    </message>
    <message>
        <source>All accounts that this member looks after pass to another</source>
        <translation>把这位成员名下的客户全部移交</translation>
    </message>
</context>
<context>
    <name>PackedResult</name>
    <message>
        <source>Show in its folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Give this file to {names}: by stick, mail or shared folder. Only they can open it. If it is lost, make another; nothing is lost with it. It counts as arrived once their package has come back.</source>
        <translation>把这个文件交给{names}：U盘、邮件、共享文件夹都行，只有对方打得开。丢了再打一个即可，内容不会丢。收到对方回来的包，才算送到。</translation>
    </message>
    <message>
        <source>There is nothing new in it for {names}: it only tells them what has arrived from them. Only they can open it.</source>
        <translation>里面没有新的内容，只告诉{names}哪些已经收到。只有对方打得开。</translation>
    </message>
    <message>
        <source>Give this file to the office or take it to your other computer; the passphrase {passphrase} goes apart from it. The whole book is in it: whoever has both can read it.</source>
        <translation>把文件交给办公室，或拿到自己的另一台电脑上；口令 {passphrase} 另行告知。里面是整本客户簿，谁有文件又有口令，谁就能看。</translation>
    </message>
</context>
<context>
    <name>PageText</name>
    <message>
        <source>Text of page {n} copied</source>
        <translation>第 {n} 页的文字已复制</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>internal</source>
        <translation>内部</translation>
    </message>
    <message>
        <source>for the customer</source>
        <translation>交客户</translation>
    </message>
    <message>
        <source>Week plan</source>
        <translation>周拜访计划</translation>
    </message>
    <message>
        <source>Day plan</source>
        <translation>日计划</translation>
    </message>
    <message>
        <source>Account briefing</source>
        <translation>客户简报</translation>
    </message>
</context>
<context>
    <name>PaperDesk</name>
    <message>
        <source>Week plan {week}</source>
        <translation>周拜访计划 {week}</translation>
    </message>
    <message>
        <source>Save the week plan</source>
        <translation>保存周拜访计划</translation>
    </message>
    <message>
        <source>Briefing {account} {day}</source>
        <translation>客户简报 {account} {day}</translation>
    </message>
    <message>
        <source>Save the briefing</source>
        <translation>保存客户简报</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已保存：{path}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>Open in the PDF program</source>
        <translation>用 PDF 程序打开</translation>
    </message>
    <message>
        <source>Save the paper</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>No program on this computer opens it. It lies at {path}.</source>
        <translation>这台电脑上没有能打开它的程序。文件在 {path}。</translation>
    </message>
</context>
<context>
    <name>PaperWords</name>
    <message>
        <source>{weekday} {day}</source>
        <translation>{day} {weekday}</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n 页</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) printed on both sides</source>
        <translation>
            <numerusform>双面 %n 张纸</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation>
            <numerusform>%n 家</numerusform>
        </translation>
    </message>
    <message>
        <source>No account picked yet</source>
        <translation>还没选客户</translation>
    </message>
    <message>
        <source>Type a name or its initials at the left; Enter takes the first that fits.</source>
        <translation>在左边输入名称或拼音首字母，按回车选第一家。</translation>
    </message>
    <message>
        <source>No visits in this week</source>
        <translation>这一周没有安排拜访</translation>
    </message>
    <message>
        <source>Choose another week, or pick the accounts yourself.</source>
        <translation>换一周，或自己选客户。</translation>
    </message>
    <message>
        <source>No visits on {day}</source>
        <translation>{day}没有安排拜访</translation>
    </message>
    <message>
        <source>Choose another day, or put accounts on the line first.</source>
        <translation>换一天，或先把客户排上线路。</translation>
    </message>
    <message>
        <source>To the line</source>
        <translation>去排线路</translation>
    </message>
    <message>
        <source>{paper} {when}, {n} accounts</source>
        <translation>{paper} {when}（{n} 家）</translation>
    </message>
</context>
<context>
    <name>PapersPage</name>
    <message>
        <source>Papers</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Page {n} of {m}</source>
        <translation>第 {n} 页，共 {m} 页</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>The book has changed, the paper is made anew…</source>
        <translation>客户簿有改动，正在重新排版…</translation>
    </message>
    <message>
        <source>Being made…</source>
        <translation>正在排版…</translation>
    </message>
    <message>
        <source>Being made: {n} of {m}</source>
        <translation>正在排版 {n}/{m}</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>存为 PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Type the passphrase first. The book is as it was.</source>
        <translation>请先输入口令。客户簿没有改动。</translation>
    </message>
    <message>
        <source>That passphrase does not open the book. The book is as it was. Look at capitals and at the keyboard&apos;s language, and try again.</source>
        <translation>这个口令打不开客户簿，客户簿没有改动。请检查大小写和输入法，再试一次。</translation>
    </message>
    <message>
        <source>The book is locked</source>
        <translation>客户簿已上锁</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>{book} opens with its passphrase.</source>
        <translation>{book} 要用口令打开。</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Caps Lock seems to be on.</source>
        <translation>大写锁定好像开着。</translation>
    </message>
</context>
<context>
    <name>PastDetails</name>
    <message>
        <source>Show the question</source>
        <translation>看这个问题</translation>
    </message>
    <message>
        <source>Amend</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>All orders</source>
        <translation>全部订单</translation>
    </message>
    <message>
        <source>Fixed visits</source>
        <translation>固定拜访</translation>
    </message>
    <message>
        <source>Show the person</source>
        <translation>看这个人</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Edit the account</source>
        <translation>编辑客户</translation>
    </message>
</context>
<context>
    <name>PeopleDesk</name>
    <message>
        <source>Note taken back</source>
        <translation>记录已删除</translation>
    </message>
</context>
<context>
    <name>PeopleSection</name>
    <message>
        <source>Reports to: not recorded</source>
        <translation>未记录汇报对象</translation>
    </message>
    <message>
        <source>No longer here</source>
        <translation>已离任</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n roles missing</source>
        <translation>
            <numerusform>缺 %n 个角色</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n departments hang on one contact</source>
        <translation>
            <numerusform>%n 个部门单线联系</numerusform>
        </translation>
    </message>
    <message>
        <source>reporting runs in a ring</source>
        <translation>汇报关系绕成一圈</translation>
    </message>
    <message>
        <source>Buying centre</source>
        <translation>采购决策圈</translation>
    </message>
    <message>
        <source>Reporting</source>
        <translation>汇报关系</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>部门对接</translation>
    </message>
    <message>
        <source>How the people are shown</source>
        <translation>人员的显示方式</translation>
    </message>
    <message>
        <source>Add a contact</source>
        <translation>加联系人</translation>
    </message>
    <message>
        <source>Smaller (Ctrl+−)</source>
        <translation>缩小（Ctrl+−）</translation>
    </message>
    <message>
        <source>All of it (Ctrl+0)</source>
        <translation>看全图（Ctrl+0）</translation>
    </message>
    <message>
        <source>Larger (Ctrl++)</source>
        <translation>放大（Ctrl++）</translation>
    </message>
    <message>
        <source>Who reports to whom; arrow keys go from one to the next</source>
        <translation>谁向谁汇报；用方向键逐个走</translation>
    </message>
    <message>
        <source>Their departments and our counterparts</source>
        <translation>对方部门与我方对接</translation>
    </message>
    <message>
        <source>Our people</source>
        <translation>我方团队</translation>
    </message>
</context>
<context>
    <name>PeriodChoice</name>
    <message>
        <source>This quarter</source>
        <translation>本季度</translation>
    </message>
    <message>
        <source>12 months</source>
        <translation>近 12 个月</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>Person</name>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>none recorded yet</source>
        <translation>还没有记录</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>态度</translation>
    </message>
    <message>
        <source>Influence</source>
        <translation>影响力</translation>
    </message>
    <message>
        <source>Telephones</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>微信</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Reports to</source>
        <translation>汇报给</translation>
    </message>
    <message>
        <source>Our counterpart</source>
        <translation>我方对接人</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>Last met</source>
        <translation>最近见面</translation>
    </message>
    <message>
        <source>left on {day}</source>
        <translation>{day}离职</translation>
    </message>
    <message>
        <source>no logo</source>
        <translation>还没有标志</translation>
    </message>
    <message>
        <source>The company&apos;s logo</source>
        <translation>选择公司标志</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.svg)</source>
        <translation>图片 (*.png *.jpg *.jpeg *.svg)</translation>
    </message>
    <message>
        <source>You and your company</source>
        <translation>个人与公司</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>On the papers</source>
        <translation>单据</translation>
    </message>
    <message>
        <source>Company&apos;s logo</source>
        <translation>公司标志</translation>
    </message>
    <message>
        <source>PNG, JPEG or SVG, up to 1 MB. It is kept in the book.</source>
        <translation>PNG、JPEG 或 SVG，不超过 1 MB，存在客户簿里。</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>选择图片</translation>
    </message>
    <message>
        <source>Without a logo</source>
        <translation>不用标志</translation>
    </message>
    <message>
        <source>Stands on the papers and on your card for the week&apos;s end; what was done before keeps the name it had.</source>
        <translation>印在报表和周结的名片上；以前做的事仍记在当时的名字下。</translation>
    </message>
</context>
<context>
    <name>PersonPanel</name>
    <message>
        <source>left on {day}</source>
        <translation>{day}离任</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>微信</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Copy {text}</source>
        <translation>复制 {text}</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>未记录</translation>
    </message>
    <message>
        <source>No role recorded yet</source>
        <translation>还没有记角色</translation>
    </message>
    <message>
        <source>Change what is known of this role</source>
        <translation>修改这个角色</translation>
    </message>
    <message>
        <source>No longer {role}</source>
        <translation>不再是{role}</translation>
    </message>
    <message>
        <source>unchanged since it was recorded</source>
        <translation>记录以来没有变化</translation>
    </message>
    <message>
        <source>Last met {day}</source>
        <translation>上次见面 {day}</translation>
    </message>
    <message>
        <source>Not met on a recorded visit yet</source>
        <translation>拜访记录里还没见过</translation>
    </message>
    <message>
        <source>Birthday {day}</source>
        <translation>生日 {day}</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>还不清楚</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>态度</translation>
    </message>
    <message>
        <source>Influence</source>
        <translation>影响力</translation>
    </message>
    <message>
        <source>Reports to</source>
        <translation>汇报给</translation>
    </message>
    <message>
        <source>Our counterpart</source>
        <translation>我方对接人</translation>
    </message>
    <message>
        <source>who of ours</source>
        <translation>我方的谁</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Add a role</source>
        <translation>加角色</translation>
    </message>
    <message>
        <source>Support over time</source>
        <translation>态度变化</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Change of job…</source>
        <translation>调动…</translation>
    </message>
    <message>
        <source>Contact record</source>
        <translation>联系记录</translation>
    </message>
</context>
<context>
    <name>PhoneRows</name>
    <message>
        <source>Add a number</source>
        <translation>加一个号码</translation>
    </message>
    <message>
        <source>number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Telephone number</source>
        <translation>电话号码</translation>
    </message>
    <message>
        <source>extension</source>
        <translation>分机</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>分机</translation>
    </message>
    <message>
        <source>Kind of telephone</source>
        <translation>电话类型</translation>
    </message>
    <message>
        <source>Remove this number</source>
        <translation>删去这个号码</translation>
    </message>
</context>
<context>
    <name>PickAccountDialog</name>
    <message numerus="yes">
        <source>%n more: type on</source>
        <translation>
            <numerusform>还有 %n 家，接着输入</numerusform>
        </translation>
    </message>
    <message>
        <source>No account fits.</source>
        <translation>没有符合的客户。</translation>
    </message>
    <message>
        <source>There are no accounts yet. Add one, or take in a list, first.</source>
        <translation>还没有客户，请先新增客户或导入名单。</translation>
    </message>
    <message>
        <source>Which account?</source>
        <translation>哪个客户？</translation>
    </message>
    <message>
        <source>Name, place, contact, pinyin initials</source>
        <translation>名称、地区、联系人、拼音首字母</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选定</translation>
    </message>
    <message>
        <source>↑↓ choose·Enter takes it·Esc closes</source>
        <translation>↑↓ 选择·Enter 选定·Esc 关闭</translation>
    </message>
</context>
<context>
    <name>PickTownDialog</name>
    <message>
        <source>Which town?</source>
        <translation>选城镇</translation>
    </message>
    <message>
        <source>Its middle stands for the account until its place is known: marked approximate, drawn, never reckoned with for the way.</source>
        <translation>知道确切位置之前，先用城镇中心代替：注明约略，只画在图上，不用来算路程。</translation>
    </message>
    <message>
        <source>Name in Chinese or in Latin letters</source>
        <translation>中文名或拼音</translation>
    </message>
    <message>
        <source>Towns</source>
        <translation>城镇</translation>
    </message>
    <message>
        <source>Towns: GeoNames (geonames.org), CC BY 4.0, a selection</source>
        <translation>城镇数据：GeoNames（geonames.org），CC BY 4.0，节选</translation>
    </message>
    <message>
        <source>No town is called that.</source>
        <translation>没有叫这个名字的城镇。</translation>
    </message>
</context>
<context>
    <name>PlacePick</name>
    <message>
        <source>Stick {name}, {size} free</source>
        <translation>U盘 {name}，剩余 {size}</translation>
    </message>
    <message>
        <source>Where to put the package</source>
        <translation>周包放到哪里</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>放到哪里</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>其他文件夹…</translation>
    </message>
</context>
<context>
    <name>Plain</name>
    <message>
        <source>New account…</source>
        <translation>新增客户…</translation>
    </message>
    <message>
        <source>A list from the office, XLSX or CSV, is enough: kamdesk recognises the columns. Then the accounts are put on the line, and this page says each morning where to go. On a second laptop, or where the office has your accounts already, take in the week package instead.</source>
        <translation>公司给的名单就行，Excel、CSV 都可以，表头会自动认。导入后把客户排上线路，每天早上这一页就会告诉您先去哪家。如果这是第二台电脑，或办公室已有您的客户，收回周包就行。</translation>
    </message>
    <message>
        <source>First bring in your customers</source>
        <translation>先把客户名单导进来</translation>
    </message>
    <message>
        <source>Import a list…</source>
        <translation>导入名单…</translation>
    </message>
    <message>
        <source>Take in a week package…</source>
        <translation>收回周包…</translation>
    </message>
    <message>
        <source>See the line</source>
        <translation>看线路</translation>
    </message>
    <message>
        <source>Give your accounts a fixed weekday and time: drag them onto the week, the largest first.</source>
        <translation>给客户定下固定的星期和时间：把客户拖到周历上，先排最重要的。</translation>
    </message>
    <message>
        <source>Put the accounts on the line</source>
        <translation>把客户排上线路</translation>
    </message>
    <message>
        <source>To the line</source>
        <translation>去排线路</translation>
    </message>
    <message>
        <source>Unplanned visit</source>
        <translation>临时拜访</translation>
    </message>
    <message numerus="yes">
        <source>The day is over, %n visits have no report yet</source>
        <translation>
            <numerusform>今天的站都过了，还有 %n 次没写记录</numerusform>
        </translation>
    </message>
    <message>
        <source>Write {time} {name}</source>
        <translation>写 {time} {name}</translation>
    </message>
    <message numerus="yes">
        <source>All %n visits of today are done</source>
        <translation>
            <numerusform>今天的 %n 站都走完了</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is left for today</source>
        <translation>今天没有要走的站了</translation>
    </message>
    <message>
        <source>Public holiday: {name}</source>
        <translation>{name}放假</translation>
    </message>
    <message>
        <source>You are on leave today</source>
        <translation>今天请假</translation>
    </message>
    <message>
        <source>You are on leave today: {reason}</source>
        <translation>今天请假：{reason}</translation>
    </message>
    <message>
        <source>Every visit of today was moved or called off</source>
        <translation>今天的拜访都改期或取消了</translation>
    </message>
    <message>
        <source>No visit is planned for today</source>
        <translation>今天没有安排拜访</translation>
    </message>
    <message>
        <source>Nothing is planned for the next four weeks either.</source>
        <translation>接下来四周也没有安排。</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>The next stop: {what}</source>
        <translation>下一站：{what}</translation>
    </message>
    <message numerus="yes">
        <source>%n missed</source>
        <translation>
            <numerusform>%n 站失访</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visits done</source>
        <translation>
            <numerusform>%n 站已拜访</numerusform>
        </translation>
    </message>
    <message>
        <source>Today: {missed}</source>
        <translation>今天 {missed}</translation>
    </message>
    <message>
        <source>Today: {done}, {missed}</source>
        <translation>今天 {done}、{missed}</translation>
    </message>
</context>
<context>
    <name>PlanWords</name>
    <message>
        <source>All of it</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>What it needs most</source>
        <translation>最需要什么</translation>
    </message>
    <message>
        <source>Where we stand and want to go</source>
        <translation>关系到哪一步，往哪里走</translation>
    </message>
    <message>
        <source>Who is after it</source>
        <translation>谁在跟我们争</translation>
    </message>
    <message>
        <source>Risks and days near</source>
        <translation>临近的风险和日子</translation>
    </message>
    <message>
        <source>No need recorded. Ask what it wants most from us.</source>
        <translation>还没有登记需求，下次问问它最想要什么。</translation>
    </message>
    <message>
        <source>Not judged yet: which stage, how loyal, where to.</source>
        <translation>还没判断：在哪一阶段，靠不靠得住，往哪里走。</translation>
    </message>
    <message>
        <source>Nothing known of competitors here.</source>
        <translation>还不知道对手在这里做了什么。</translation>
    </message>
    <message>
        <source>No risk and no day that matters recorded.</source>
        <translation>还没有登记风险和要紧的日子。</translation>
    </message>
    <message>
        <source>{name}: {what}</source>
        <translation>{name}：{what}</translation>
    </message>
    <message>
        <source>at {account}</source>
        <translation>在{account}</translation>
    </message>
</context>
<context>
    <name>PreviewBar</name>
    <message>
        <source>Page before</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>适合宽度</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>整页</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>复制文字</translation>
    </message>
    <message>
        <source>Copy the text of this page</source>
        <translation>复制这一页的文字</translation>
    </message>
</context>
<context>
    <name>Price</name>
    <message>
        <source>{day}: driving</source>
        <translation>{day}车程</translation>
    </message>
    <message>
        <source>Least time to spare</source>
        <translation>最紧的余量</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>This computer lacks what is needed to print from here. Save the paper and print it from there.</source>
        <translation>这台电脑缺少打印所需的组件，不能从这里打印。请存为 PDF，再用别的程序打印。</translation>
    </message>
    <message>
        <source>No printer is set up on this computer. Save the paper, or open it in the program for PDFs.</source>
        <translation>这台电脑没有安装打印机。可以存为 PDF，或用 PDF 程序打开。</translation>
    </message>
    <message>
        <source>Print {paper}</source>
        <translation>打印 {paper}</translation>
    </message>
    <message>
        <source>To the printer…</source>
        <translation>正在送往打印机…</translation>
    </message>
    <message>
        <source>Stop printing</source>
        <translation>停止打印</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>打印</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) went to the printer</source>
        <translation>
            <numerusform>已送往打印机 %n 页</numerusform>
        </translation>
    </message>
    <message>
        <source>Printing was stopped; some pages may have been printed.</source>
        <translation>打印已停止，可能已印出几页。</translation>
    </message>
    <message>
        <source>The printer took no pages. See whether it is switched on and connected, or save the paper as PDF.</source>
        <translation>打印机没有接收。请看是否开机、接好，或存为 PDF。</translation>
    </message>
</context>
<context>
    <name>ProductDialog</name>
    <message>
        <source>New product</source>
        <translation>新增产品</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Specification</source>
        <translation>规格</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Price each</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>box, m², t …</source>
        <translation>箱、平方米、吨……</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>Sold no more: offered in no report</source>
        <translation>不再销售（写拜访记录时不再列出）</translation>
    </message>
</context>
<context>
    <name>Promise</name>
    <message>
        <source>no due day</source>
        <translation>没有期限</translation>
    </message>
    <message numerus="yes">
        <source>%n days overdue</source>
        <translation>
            <numerusform>逾期 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>due today</source>
        <translation>今天到期</translation>
    </message>
    <message>
        <source>to {name}</source>
        <translation>对 {name}</translation>
    </message>
    <message>
        <source>by {name}</source>
        <translation>由 {name}</translation>
    </message>
    <message>
        <source>made on {day}</source>
        <translation>{day}承诺</translation>
    </message>
    <message>
        <source>{n} of 5</source>
        <translation>{n} / 5</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>承诺日期</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>对谁</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>由谁办</translation>
    </message>
    <message>
        <source>Expected effect</source>
        <translation>预期效果</translation>
    </message>
    <message>
        <source>Risk of losing the account</source>
        <translation>丢客户的风险</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>What we did instead</source>
        <translation>怎么变通的</translation>
    </message>
    <message>
        <source>Effect seen</source>
        <translation>实际效果</translation>
    </message>
</context>
<context>
    <name>PromiseDesk</name>
    <message>
        <source>Which account is it promised to?</source>
        <translation>对哪个客户的承诺？</translation>
    </message>
</context>
<context>
    <name>PromiseDialog</name>
    <message>
        <source>New promise</source>
        <translation>新承诺</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>nobody in particular</source>
        <translation>没有特定的人</translation>
    </message>
    <message>
        <source>none</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>small</source>
        <translation>小</translation>
    </message>
    <message>
        <source>some</source>
        <translation>有些</translation>
    </message>
    <message>
        <source>high</source>
        <translation>大</translation>
    </message>
    <message>
        <source>we lose it</source>
        <translation>会丢</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>未评</translation>
    </message>
    <message>
        <source>Another due day needs its reason: on the page of promises, Another due day.</source>
        <translation>改期限要写明原因：请到“承诺”页用“改期限”。</translation>
    </message>
</context>
<context>
    <name>PromiseForm</name>
    <message>
        <source>Promise</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>what the customer will get, in a sentence</source>
        <translation>客户会得到什么，一句话</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>对谁</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>由谁办</translation>
    </message>
    <message>
        <source>who of us has to see to it</source>
        <translation>我方谁负责办</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>承诺日期</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Expected effect</source>
        <translation>预期效果</translation>
    </message>
    <message>
        <source>what keeping it will bring</source>
        <translation>兑现后会带来什么</translation>
    </message>
    <message>
        <source>Risk of losing the account</source>
        <translation>丢客户的风险</translation>
    </message>
</context>
<context>
    <name>PromisePart</name>
    <message>
        <source>Promised on this visit already: {what}</source>
        <translation>这次已记的承诺：{what}</translation>
    </message>
    <message>
        <source>to whom</source>
        <translation>答应谁</translation>
    </message>
    <message>
        <source>New promise {n}</source>
        <translation>新承诺 {n}</translation>
    </message>
    <message>
        <source>what you promised</source>
        <translation>答应了什么</translation>
    </message>
    <message>
        <source>and what else</source>
        <translation>还答应了什么</translation>
    </message>
    <message>
        <source>To whom promise {n} was made</source>
        <translation>承诺 {n} 答应谁</translation>
    </message>
    <message>
        <source>Promise {n} is due on</source>
        <translation>承诺 {n} 的期限</translation>
    </message>
    <message>
        <source>due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Another promise (Enter)</source>
        <translation>再加一条承诺（回车）</translation>
    </message>
</context>
<context>
    <name>PromisesModel</name>
    <message>
        <source>No due day</source>
        <translation>没定期限</translation>
    </message>
    <message>
        <source>{day}, settled</source>
        <translation>{day} 了结</translation>
    </message>
    <message numerus="yes">
        <source>{group}, %n promises</source>
        <translation>
            <numerusform>{group}，%n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days overdue</source>
        <translation>
            <numerusform>逾期 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>no due day</source>
        <translation>没定期限</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>对谁</translation>
    </message>
    <message>
        <source>Promised on</source>
        <translation>答应于</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>风险</translation>
    </message>
</context>
<context>
    <name>PromisesPage</name>
    <message>
        <source>Promises</source>
        <translation>承诺</translation>
    </message>
    <message numerus="yes">
        <source>%n promises copied as a table.</source>
        <translation>
            <numerusform>已把 %n 条承诺复制成表格。</numerusform>
        </translation>
    </message>
    <message>
        <source>No promise chosen</source>
        <translation>没有选中承诺</translation>
    </message>
    <message numerus="yes">
        <source>%n promises chosen</source>
        <translation>
            <numerusform>选中 %n 条承诺</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>已兑现</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>未兑现</translation>
    </message>
    <message>
        <source>Substituted</source>
        <translation>变通</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>客户取消</translation>
    </message>
    <message>
        <source>Another due day</source>
        <translation>改期限</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n 条逾期</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n 条待兑现</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>New promise</source>
        <translation>新承诺</translation>
    </message>
    <message>
        <source>No promises yet</source>
        <translation>还没有承诺</translation>
    </message>
    <message>
        <source>Write down what you promise a customer, with the day: here you see what is due, what is late, and why.</source>
        <translation>把对客户的承诺连同期限记下来：哪些快到期、哪些晚了、为什么，都在这里。</translation>
    </message>
</context>
<context>
    <name>ProposalEmpty</name>
    <message>
        <source>Searching…</source>
        <translation>正在排…</translation>
    </message>
    <message>
        <source>Stop ends it early: what was found until then stands. Nothing is written.</source>
        <translation>可以提前停止，到那时最好的一版会留下。不会写入客户簿。</translation>
    </message>
    <message>
        <source>Nothing is changed by searching</source>
        <translation>只是排出来看看，不会改动线路</translation>
    </message>
    <message>
        <source>What is found is shown beside today&apos;s line. You choose what to accept of it; promised times never move.</source>
        <translation>排好后与现在的线路并排对照，由您勾选采用哪些；已承诺的时间不动。</translation>
    </message>
    <message>
        <source>Nothing better was found</source>
        <translation>没有找到更好的</translation>
    </message>
    <message>
        <source>The line can stay as it is. Searching longer or building it anew may find more.</source>
        <translation>线路可以保持原样。多排几秒，或选“整条重排”，也许还能找到。</translation>
    </message>
    <message>
        <source>Nothing can be planned yet</source>
        <translation>现在还排不了</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>The search failed</source>
        <translation>没有排成</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>导入名单</translation>
    </message>
    <message>
        <source>Without them no way can be counted. Give them on each account, or import a list that has them.</source>
        <translation>没有坐标就算不出路程。请在客户资料里补上，或导入带坐标的名单。</translation>
    </message>
    <message>
        <source>No account has coordinates</source>
        <translation>客户都没有坐标</translation>
    </message>
    <message>
        <source>First the accounts: take in the customer list that the office gave you.</source>
        <translation>先要有客户：导入公司给的客户名单。</translation>
    </message>
    <message>
        <source>There is no account to visit</source>
        <translation>还没有要拜访的客户</translation>
    </message>
</context>
<context>
    <name>ProposalList</name>
    <message>
        <source>none so far</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>no place</source>
        <translation>排不进</translation>
    </message>
    <message>
        <source>No coordinates: it stays as it is, and no way to it is counted.</source>
        <translation>没有坐标：保持原样，不计路程。</translation>
    </message>
    <message>
        <source>no coordinates</source>
        <translation>没有坐标</translation>
    </message>
    <message>
        <source>It can&apos;t be driven to within the day by the estimate: its time is kept free.</source>
        <translation>按估算当天开不到：保持原样，只留出时间。</translation>
    </message>
    <message>
        <source>stays as it is</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>{chosen} of {all} changes chosen</source>
        <translation>{all} 处改动，已选 {chosen} 处</translation>
    </message>
    <message>
        <source>To be asked: “{said}”</source>
        <translation>可以这样问：“{said}”</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>改为</translation>
    </message>
    <message>
        <source>Changes proposed; Space checks and unchecks</source>
        <translation>建议的改动，空格键勾选或取消</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>None</source>
        <translation>全不选</translation>
    </message>
    <message>
        <source>Choose all changes</source>
        <translation>选中全部改动</translation>
    </message>
    <message>
        <source>Choose no change</source>
        <translation>一处也不选</translation>
    </message>
    <message numerus="yes">
        <source>%n accounts have no place</source>
        <translation>
            <numerusform>%n 家排不进</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProposalSearch</name>
    <message>
        <source>Search again</source>
        <translation>再排一次</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>开始排</translation>
    </message>
    <message>
        <source>A day from today on: what is past stays as it was planned.</source>
        <translation>请填今天或以后的日子：过去的保持原计划。</translation>
    </message>
    <message>
        <source>Everything that was not promised goes where the way is least.</source>
        <translation>已承诺的不动，其余全部按路程最短重排。</translation>
    </message>
    <message>
        <source>Accounts without a fixed visit get one; who was promised nothing moves only where that saves half an hour on the road in a cycle.</source>
        <translation>给还没排进线路的客户安排固定拜访；时间没有承诺给客户的，一个周期能省半小时路程才改动。</translation>
    </message>
    <message>
        <source>Bring in who has no visit</source>
        <translation>排进没排的客户</translation>
    </message>
    <message>
        <source>Build it anew</source>
        <translation>整条重排</translation>
    </message>
    <message>
        <source>What is to be planned</source>
        <translation>排哪些</translation>
    </message>
    <message>
        <source>to hold from</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <source>First day of the new line</source>
        <translation>新线路的生效日期</translation>
    </message>
    <message>
        <source>Search for</source>
        <translation>最多排</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Seconds to search</source>
        <translation>最多排几秒</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>How far the search is</source>
        <translation>排线路的进度</translation>
    </message>
</context>
<context>
    <name>ProposalSides</name>
    <message>
        <source>Timetables</source>
        <translation>周表</translation>
    </message>
    <message>
        <source>Minutes and way</source>
        <translation>路程</translation>
    </message>
    <message>
        <source>How the two lines are compared</source>
        <translation>两版线路怎么比</translation>
    </message>
</context>
<context>
    <name>ProposalTravel</name>
    <message>
        <source>Week {number}</source>
        <translation>第 {number} 周</translation>
    </message>
    <message>
        <source>Mean week</source>
        <translation>周均</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Today: {day}, {minutes} min on the road</source>
        <translation>现在：{day}，路上 {minutes} 分钟</translation>
    </message>
    <message>
        <source>As chosen: {day}, {minutes} min on the road</source>
        <translation>选定后：{day}，路上 {minutes} 分钟</translation>
    </message>
    <message>
        <source>Minutes on the road, today → with what is chosen (estimate)</source>
        <translation>路上分钟数（估算）：现在 → 选定后</translation>
    </message>
    <message>
        <source>Minutes on the road by day and week</source>
        <translation>各周各天的路上分钟数</translation>
    </message>
</context>
<context>
    <name>ProposalWeeks</name>
    <message>
        <source>Week {number}, next from {day}</source>
        <translation>第 {number} 周（{day}起）</translation>
    </message>
    <message>
        <source>Today: {minutes} min on the road in this week</source>
        <translation>现在：这一周路上 {minutes} 分钟</translation>
    </message>
    <message>
        <source>As chosen: {minutes} min on the road in this week</source>
        <translation>勾选后：这一周路上 {minutes} 分钟</translation>
    </message>
    <message>
        <source>Week of the cycle to be compared</source>
        <translation>要比较周期的第几周</translation>
    </message>
    <message>
        <source>Timetable of today&apos;s line</source>
        <translation>现在线路的周表</translation>
    </message>
    <message>
        <source>Timetable of the line as chosen</source>
        <translation>勾选后线路的周表</translation>
    </message>
</context>
<context>
    <name>ProspectsSection</name>
    <message>
        <source>No prospects yet: who might buy from us, and when?</source>
        <translation>还没有潜在客户：谁可能会买，什么时候？</translation>
    </message>
    <message numerus="yes">
        <source>%n prospects</source>
        <translation>
            <numerusform>潜在客户 %n 家</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n qualified</source>
        <translation>
            <numerusform>合格 %n 家</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n leads passed on</source>
        <translation>
            <numerusform>转交 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n returned</source>
        <translation>
            <numerusform>退回 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>call again {day}</source>
        <translation>{day}再联系</translation>
    </message>
    <message>
        <source>passed to {name}</source>
        <translation>已转{name}</translation>
    </message>
    <message>
        <source>nothing recorded yet</source>
        <translation>还没有记录</translation>
    </message>
    <message>
        <source>to {name}</source>
        <translation>转给{name}</translation>
    </message>
    <message>
        <source>back {day}</source>
        <translation>{day}退回</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>taken up</source>
        <translation>已接手</translation>
    </message>
    <message>
        <source>not taken up yet</source>
        <translation>还没接手</translation>
    </message>
    <message>
        <source>Soon</source>
        <translation>近期</translation>
    </message>
    <message>
        <source>within 3 months: visit</source>
        <translation>3 个月内：上门</translation>
    </message>
    <message>
        <source>Middle</source>
        <translation>中期</translation>
    </message>
    <message>
        <source>within a year: call now and then</source>
        <translation>一年内：定期电话</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>远期</translation>
    </message>
    <message>
        <source>after a year: material by post, a day to call again</source>
        <translation>一年以后：寄资料，约再联系日</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>没有日期</translation>
    </message>
    <message>
        <source>ask when they will buy</source>
        <translation>问清什么时候买</translation>
    </message>
    <message>
        <source>New prospect</source>
        <translation>新潜在客户</translation>
    </message>
    <message>
        <source>Put down more</source>
        <translation>补记</translation>
    </message>
    <message>
        <source>Pass the lead on</source>
        <translation>转交线索</translation>
    </message>
    <message>
        <source>Leads passed on</source>
        <translation>转交的线索</translation>
    </message>
    <message>
        <source>No lead was passed to a dealer or a colleague.</source>
        <translation>还没有把线索转交给经销商或同事。</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>位置(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
</context>
<context>
    <name>QuestionDesk</name>
    <message>
        <source>Questions to decide…</source>
        <translation>待定的问题…</translation>
    </message>
</context>
<context>
    <name>QuestionPanel</name>
    <message>
        <source>Questions here</source>
        <translation>本栏的问题</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已答</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未答</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>已上锁</translation>
    </message>
    <message>
        <source>Enter the passphrase</source>
        <translation>输入口令</translation>
    </message>
    <message>
        <source>Record it</source>
        <translation>去登记</translation>
    </message>
    <message>
        <source>Record anew</source>
        <translation>重新核实</translation>
    </message>
    <message>
        <source>Checked: none</source>
        <translation>查过，没有</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>不适用</translation>
    </message>
</context>
<context>
    <name>QuestionsDialog</name>
    <message>
        <source>Ask it again</source>
        <translation>重新问</translation>
    </message>
    <message>
        <source>{column} should be:</source>
        <translation>“{column}”应为：</translation>
    </message>
    <message>
        <source>It is {account}</source>
        <translation>就是{account}</translation>
    </message>
    <message>
        <source>It is a new account</source>
        <translation>是新客户</translation>
    </message>
    <message>
        <source>Leave out all people of this list whose firms the book lacks ({n})</source>
        <translation>这份名单里客户簿没有的单位，其联系人都不收（{n} 人）</translation>
    </message>
    <message>
        <source>What the list says holds</source>
        <translation>以名单为准</translation>
    </message>
    <message>
        <source>What the book says holds</source>
        <translation>以客户簿为准</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>不收</translation>
    </message>
    <message>
        <source>It is {amount}</source>
        <translation>就是 {amount}</translation>
    </message>
    <message>
        <source>The list: {says}
The book: {held}</source>
        <translation>名单：{says}
客户簿：{held}</translation>
    </message>
    <message>
        <source>Taken back: the question is open again.</source>
        <translation>已撤销，这个问题仍待定。</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>不收</translation>
    </message>
    <message>
        <source>Nothing is open: every list that came in is settled.</source>
        <translation>没有待定的问题：导入的名单都已答复。</translation>
    </message>
    <message>
        <source>Questions to decide</source>
        <translation>待定的问题</translation>
    </message>
    <message>
        <source>What lists left open. Each answer is one step in the book and can be undone.</source>
        <translation>名单里拿不准的内容。每次答复在客户簿里算一步，可以撤销。</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>可选的答复</translation>
    </message>
    <message>
        <source>Open the account</source>
        <translation>打开客户</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}：{value}</translation>
    </message>
    <message>
        <source>The right value is:</source>
        <translation>正确的是：</translation>
    </message>
    <message>
        <source>The right value</source>
        <translation>正确的内容</translation>
    </message>
    <message>
        <source>It is another account…</source>
        <translation>是别的客户…</translation>
    </message>
    <message>
        <source>It is an account…</source>
        <translation>是某家客户…</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>未记录</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>{number} (the same in the list)</source>
        <translation>{number}（与名单相同）</translation>
    </message>
    <message>
        <source>{person} is a customer: a new account of that name</source>
        <translation>{person}本人就是客户：按这个名字新建</translation>
    </message>
    <message>
        <source>All firms of this list that the book lacks are new accounts ({n} people)</source>
        <translation>这份名单里客户簿没有的单位都是新客户（{n} 人）</translation>
    </message>
</context>
<context>
    <name>QuestionsSection</name>
    <message>
        <source>{answered} of {of} answered, {stale} stale, {open} open; one more behind the lock</source>
        <translation>{of} 问已答 {answered}，过期 {stale}，未答 {open}；另有 1 问在锁后</translation>
    </message>
    <message>
        <source>Enter the passphrase</source>
        <translation>输入口令</translation>
    </message>
    <message>
        <source>Record it</source>
        <translation>去登记</translation>
    </message>
    <message>
        <source>To its place</source>
        <translation>去那一栏</translation>
    </message>
    <message>
        <source>Checked: none</source>
        <translation>查过，没有</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>不适用</translation>
    </message>
    <message numerus="yes">
        <source>Evidence %n</source>
        <translation>
            <numerusform>依据 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>The questions</source>
        <translation>这家客户的问题</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未答</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>过期</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已答</translation>
    </message>
    <message>
        <source>N/A</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>Which questions are shown</source>
        <translation>显示哪些问题</translation>
    </message>
    <message>
        <source>The questions of this account</source>
        <translation>这家客户的问题</translation>
    </message>
    <message>
        <source>None of this kind.</source>
        <translation>没有这样的问题。</translation>
    </message>
</context>
<context>
    <name>Rates</name>
    <message>
        <source>{kept} kept of {all}</source>
        <translation>{all} 条中兑现 {kept} 条</translation>
    </message>
    <message>
        <source>Promise-kept rate by account, the worst first</source>
        <translation>各客户的承诺兑现率，低的在前</translation>
    </message>
    <message>
        <source>Where we moved the due day, the first one counts: kept after it is kept late. Where the customer wanted another day, that one counts.</source>
        <translation>我方改过期限的，仍按第一次的期限算：晚于它就是延迟兑现。客户提出改期的，按新期限算。</translation>
    </message>
</context>
<context>
    <name>RatesModel</name>
    <message>
        <source>Account</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>兑现</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>应兑现</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>兑现率</translation>
    </message>
</context>
<context>
    <name>ReceiverPick</name>
    <message>
        <source>Passphrase of the package</source>
        <translation>周包的口令</translation>
    </message>
    <message>
        <source>Another</source>
        <translation>换一个</translation>
    </message>
    <message>
        <source>Tell it by telephone or face to face, never with the file. It is not the book&apos;s own passphrase. Write it down: it is shown nowhere else. At least {number} letters.</source>
        <translation>当面或在电话里告诉对方，不要和文件放在一起。它不是客户簿的口令。请记下来，别处看不到。至少 {number} 个字符。</translation>
    </message>
    <message>
        <source>My colleague {names}: only the accounts we both look after</source>
        <translation>同事{names}：只含共同负责的客户</translation>
    </message>
    <message>
        <source>The whole book goes into it: all accounts, people and telephones, but not who informs us. Whoever has the file and the passphrase reads all of it. Not for a colleague: add the colleague&apos;s card first, then only the accounts you both look after go.</source>
        <translation>包里是整本客户簿：全部客户、联系人和电话，信息员除外。谁有文件又有口令，谁就能全部看到。不要给同事：同事请先登记名片，只交共同负责的客户。</translation>
    </message>
    <message>
        <source>The office or my other computer, without its card: the whole book, with a passphrase</source>
        <translation>没有名片的办公室或自己的电脑：整本客户簿，用口令加密</translation>
    </message>
</context>
<context>
    <name>Reckoned</name>
    <message numerus="yes">
        <source>Records %n</source>
        <translation>
            <numerusform>依据 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Judge the stage</source>
        <translation>评定阶段</translation>
    </message>
    <message>
        <source>To where it is recorded</source>
        <translation>去登记</translation>
    </message>
    <message>
        <source>Reckoning from the records…</source>
        <translation>正在按记录计算……</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>Your judgement</source>
        <translation>你的判断</translation>
    </message>
    <message>
        <source>How we keep it</source>
        <translation>留住措施</translation>
    </message>
    <message>
        <source>Put down your judgement</source>
        <translation>写下判断</translation>
    </message>
    <message>
        <source>Record a measure</source>
        <translation>登记措施</translation>
    </message>
    <message>
        <source>Signs of the stages</source>
        <translation>阶段迹象</translation>
    </message>
    <message>
        <source>What loyalty is made of</source>
        <translation>忠诚度构成</translation>
    </message>
    <message>
        <source>What may cost us the account</source>
        <translation>流失风险</translation>
    </message>
</context>
<context>
    <name>ReckonedWords</name>
    <message>
        <source>{met} of {all} signs in the records</source>
        <translation>记录里有 {met}/{all} 项迹象</translation>
    </message>
    <message>
        <source>your judgement</source>
        <translation>你的判断</translation>
    </message>
    <message>
        <source>The records</source>
        <translation>记录显示</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Shown when</source>
        <translation>判断办法</translation>
    </message>
    <message>
        <source>Your judgement</source>
        <translation>你的判断</translation>
    </message>
    <message>
        <source>you have not looked at it</source>
        <translation>你还没看过</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Speaks</source>
        <translation>倾向</translation>
    </message>
    <message>
        <source>Counted as</source>
        <translation>算法</translation>
    </message>
    <message>
        <source>Made from</source>
        <translation>构成</translation>
    </message>
    <message>
        <source>in between</source>
        <translation>居中</translation>
    </message>
    <message>
        <source>can&apos;t be told</source>
        <translation>无从判断</translation>
    </message>
    <message>
        <source>for staying</source>
        <translation>有利</translation>
    </message>
    <message>
        <source>against staying</source>
        <translation>不利</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>there</source>
        <translation>有</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>有</translation>
    </message>
    <message>
        <source>not shown</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>you saw it</source>
        <translation>你看到有</translation>
    </message>
    <message>
        <source>you saw none</source>
        <translation>你看没有</translation>
    </message>
</context>
<context>
    <name>Record</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>choose…</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>18400 or 1.84万</source>
        <translation>18400 或 1.84万</translation>
    </message>
    <message>
        <source>“{text}” is not in the book: pick one from the list.</source>
        <translation>账本里没有“{text}”，请从列表里选。</translation>
    </message>
    <message>
        <source>type or pick; a new name is added</source>
        <translation>输入或选，新名字会加上</translation>
    </message>
    <message>
        <source>type or pick</source>
        <translation>输入或选</translation>
    </message>
    <message>
        <source>“{field}” is needed: without it nothing is answered.</source>
        <translation>“{field}”要填，缺了它答不了问题。</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>More: {fields}</source>
        <translation>更多：{fields}</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已结束</translation>
    </message>
</context>
<context>
    <name>RecordCount</name>
    <message numerus="yes">
        <source>Evidence %n</source>
        <translation>
            <numerusform>依据 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordDialog</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>RemovePeerDialog</name>
    <message>
        <source>Remove a book</source>
        <translation>注销</translation>
    </message>
    <message>
        <source>Remove {name}?</source>
        <translation>注销{name}？</translation>
    </message>
    <message>
        <source>From now on no package of it is taken in, and none made here can be opened by it. What it has had it keeps: where a laptop was lost, tell the office, so that it removes it too. What came from it stays in this book. You can meet it again later.</source>
        <translation>从此不再收它的包，这里打的包它也打不开。它已有的内容收不回来：电脑丢了，请告诉办公室，也注销它。以前从它收到的内容都还在，以后可以恢复交接。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>注销</translation>
    </message>
</context>
<context>
    <name>RepairList</name>
    <message>
        <source>no room</source>
        <translation>排不进</translation>
    </message>
    <message>
        <source>{chosen} of {all} visits chosen</source>
        <translation>能补 {all} 次，已选 {chosen} 次</translation>
    </message>
    <message>
        <source>To be asked: “{said}”</source>
        <translation>可以这样问：“{said}”</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>去不了的</translation>
    </message>
    <message>
        <source>Made up for</source>
        <translation>补到</translation>
    </message>
    <message>
        <source>On the road</source>
        <translation>路上</translation>
    </message>
    <message>
        <source>Visits that are lost; Space checks and unchecks</source>
        <translation>去不了的拜访；空格键勾选或取消</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>None</source>
        <translation>全不选</translation>
    </message>
    <message>
        <source>Choose all visits</source>
        <translation>选中全部拜访</translation>
    </message>
    <message>
        <source>Choose no visit</source>
        <translation>一次也不选</translation>
    </message>
    <message>
        <source>I can&apos;t come on {was}. Could I come on {now} instead? After that everything stays as agreed.</source>
        <translation>{was} 我来不了，改到{now} 可以吗？以后仍按约定的时间来。</translation>
    </message>
    <message>
        <source>No day before its next regular visit has room while everybody else stays.</source>
        <translation>别家都不动的话，下次固定拜访之前哪天都排不进。</translation>
    </message>
    <message>
        <source>No day before its next regular visit on {day} has room while everybody else stays.</source>
        <translation>别家都不动的话，下次固定拜访（{day}）之前哪天都排不进。</translation>
    </message>
    <message>
        <source>If {name}, who was promised the time, could be moved: {place}.</source>
        <translation>若能请{name}（已承诺）挪开：{place}。</translation>
    </message>
    <message>
        <source>If {name} (not promised) were moved: {place}.</source>
        <translation>若把{name}（未承诺）挪开：{place}。</translation>
    </message>
</context>
<context>
    <name>RepairMap</name>
    <message>
        <source>{weekday} {day} with what is made up for</source>
        <translation>{weekday} {day}，连同补访的</translation>
    </message>
</context>
<context>
    <name>ReportBeside</name>
    <message>
        <source>What this visit is for</source>
        <translation>本次目的</translation>
    </message>
    <message>
        <source>Promises to settle here</source>
        <translation>在这里兑现的承诺</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>已兑现</translation>
    </message>
    <message>
        <source>Not kept…</source>
        <translation>没兑现…</translation>
    </message>
    <message>
        <source>Last time, {day}</source>
        <translation>上次（{day}）</translation>
    </message>
</context>
<context>
    <name>ReportForm</name>
    <message>
        <source>A count is no number. Mend it or clear it.</source>
        <translation>有一个盘点数不是数字。请改正或清空。</translation>
    </message>
    <message>
        <source>Arrived, left</source>
        <translation>到店、离店</translation>
    </message>
    <message>
        <source>Whom you met</source>
        <translation>见到谁</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>要点</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>New promise</source>
        <translation>新承诺</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Competitors</source>
        <translation>竞争对手</translation>
    </message>
    <message>
        <source>With you</source>
        <translation>协访</translation>
    </message>
    <message>
        <source>what was said, what was agreed, what worries them</source>
        <translation>说了什么、定了什么、担心什么</translation>
    </message>
    <message>
        <source>Amount of the order</source>
        <translation>订单金额</translation>
    </message>
    <message>
        <source>amount in yuan</source>
        <translation>金额（元）</translation>
    </message>
    <message>
        <source>Number of the order</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>number, if there is one</source>
        <translation>订单号，没有可不填</translation>
    </message>
    <message>
        <source>what you do next for this account</source>
        <translation>接下来为这家做什么</translation>
    </message>
    <message>
        <source>what competitors do here</source>
        <translation>竞争对手在这里做什么</translation>
    </message>
    <message>
        <source>who came along, separated by commas</source>
        <translation>谁一起去的，用逗号隔开</translation>
    </message>
    <message>
        <source>in all ¥{amount}</source>
        <translation>合计 ¥{amount}</translation>
    </message>
    <message>
        <source>Stock and order</source>
        <translation>盘点与订单</translation>
    </message>
    <message>
        <source>Order in all</source>
        <translation>订单合计</translation>
    </message>
    <message>
        <source>The next step is due on</source>
        <translation>下一步的期限</translation>
    </message>
    <message>
        <source>by when</source>
        <translation>何时前</translation>
    </message>
</context>
<context>
    <name>ReportHead</name>
    <message>
        <source>on time</source>
        <translation>准时</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes late</source>
        <translation>
            <numerusform>晚到 %n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes early</source>
        <translation>
            <numerusform>早到 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>draft kept at {time}</source>
        <translation>草稿 {time} 已存</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Visit report</source>
        <translation>拜访记录</translation>
    </message>
    <message numerus="yes">
        <source>%n days late</source>
        <translation>
            <numerusform>晚 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days early</source>
        <translation>
            <numerusform>提前 %n 天</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportSaving</name>
    <message>
        <source>The report on {name} is saved.</source>
        <translation>{name}的拜访记录已保存。</translation>
    </message>
    <message>
        <source>The report on {name} is amended.</source>
        <translation>{name}的记录已更正。</translation>
    </message>
    <message>
        <source>It is recorded why {name} was not visited.</source>
        <translation>已记下{name}失访的原因。</translation>
    </message>
</context>
<context>
    <name>ReportSheet</name>
    <message>
        <source>Amend…</source>
        <translation>更正…</translation>
    </message>
    <message>
        <source>Save the amendment</source>
        <translation>保存更正</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Leave as a draft</source>
        <translation>存为草稿</translation>
    </message>
    <message>
        <source>Took place</source>
        <translation>去了</translation>
    </message>
    <message>
        <source>Did not take place</source>
        <translation>失访</translation>
    </message>
    <message>
        <source>Why it is amended</source>
        <translation>为什么更正</translation>
    </message>
    <message>
        <source>who noticed what, in a sentence; the day is kept with it</source>
        <translation>一句话写明谁发现了什么，日期会一起记下</translation>
    </message>
</context>
<context>
    <name>RestoreDesk</name>
    <message>
        <source>Restoring the backup…</source>
        <translation>正在恢复备份…</translation>
    </message>
    <message>
        <source>Restored from {backup}.</source>
        <translation>已从备份恢复：{backup}。</translation>
    </message>
    <message>
        <source>{said} The book as it was is kept: {path}</source>
        <translation>{said}原来的那本留在 {path}</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>A backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Books (*.kam);;All files (*)</source>
        <translation>客户簿 (*.kam);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Type the passphrase of this backup first. The book is as it was.</source>
        <translation>请先填这份备份的口令。客户簿没有改动。</translation>
    </message>
    <message>
        <source>That passphrase does not open this backup. Nothing was changed; try again.</source>
        <translation>这个口令打不开这份备份。什么都没改，可以再试。</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>another passphrase</source>
        <translation>口令不同</translation>
    </message>
    <message>
        <source>kept by a restore</source>
        <translation>恢复前留下的</translation>
    </message>
    <message numerus="yes">
        <source>%n accounts</source>
        <translation>
            <numerusform>%n 家客户</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contacts</source>
        <translation>
            <numerusform>%n 位联系人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promises</source>
        <translation>
            <numerusform>%n 条承诺</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no backup of this book yet. One that lies elsewhere can be chosen as a file.</source>
        <translation>这本客户簿还没有备份。放在别处的，可以另选文件。</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>The backup takes the place of {book}. The present book is not lost: it is kept beside it as “{stem}-before-restore-…”, and can be restored in the same way.</source>
        <translation>备份会换下 {book}。现在的这本不会丢：它留在旁边，名为“{stem}-before-restore-…”，以后可以用同样的办法恢复。</translation>
    </message>
    <message>
        <source>Passphrase of the backup</source>
        <translation>备份的口令</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>另选文件…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
</context>
<context>
    <name>RhythmChoice</name>
    <message>
        <source>How often:</source>
        <translation>多久去一次：</translation>
    </message>
    <message>
        <source>How often: {whom}</source>
        <translation>多久去一次：{whom}</translation>
    </message>
</context>
<context>
    <name>RisksSection</name>
    <message>
        <source>Risks and days</source>
        <translation>风险与日子</translation>
    </message>
    <message>
        <source>What threatens its goods and when, the days that matter to it</source>
        <translation>什么时候有什么危险，哪些日子对它要紧</translation>
    </message>
</context>
<context>
    <name>RivalMention</name>
    <message>
        <source>Record the competitor (Alt+Shift+V)</source>
        <translation>记到竞争（Alt+Shift+V）</translation>
    </message>
</context>
<context>
    <name>RivalsSection</name>
    <message>
        <source>no single account</source>
        <translation>不针对单个客户</translation>
    </message>
    <message>
        <source>no region named</source>
        <translation>没写区域</translation>
    </message>
    <message>
        <source>no product named</source>
        <translation>没写产品</translation>
    </message>
    <message>
        <source>Said on visits, no record yet</source>
        <translation>拜访中提到、还没记成动向</translation>
    </message>
    <message>
        <source>Make a record of it</source>
        <translation>记到竞争</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>还没有应对</translation>
    </message>
    <message>
        <source>over</source>
        <translation>已过去</translation>
    </message>
    <message>
        <source>weight {n}</source>
        <translation>轻重 {n}</translation>
    </message>
    <message>
        <source>we {share}</source>
        <translation>我方 {share}</translation>
    </message>
    <message>
        <source>no day</source>
        <translation>没写日期</translation>
    </message>
    <message numerus="yes">
        <source>Where a rival supplies more than we do, the account is theirs: %n of them.</source>
        <translation>
            <numerusform>对手供货比我们多的，就是对手的客户：%n 家。</numerusform>
        </translation>
    </message>
    <message>
        <source>What rivals do</source>
        <translation>对手动向</translation>
    </message>
    <message>
        <source>By account</source>
        <translation>按客户</translation>
    </message>
    <message>
        <source>By region</source>
        <translation>按区域</translation>
    </message>
    <message>
        <source>By product</source>
        <translation>按产品</translation>
    </message>
    <message>
        <source>By rival</source>
        <translation>按对手</translation>
    </message>
    <message>
        <source>Write down a move</source>
        <translation>记一条动向</translation>
    </message>
    <message>
        <source>Nothing is recorded of what rivals do. What did you see or hear: at whom, what, why?</source>
        <translation>还没有记过对手的动向。看到、听到了什么：针对谁、做什么、为什么？</translation>
    </message>
    <message>
        <source>Whose accounts</source>
        <translation>谁的客户</translation>
    </message>
    <message>
        <source>Competition</source>
        <translation>竞争</translation>
    </message>
    <message>
        <source>What we do and they do, what they are after, why it chooses whom</source>
        <translation>我们和对手各做了什么，对手图什么，客户为什么选谁</translation>
    </message>
    <message>
        <source>No supply shares are known: put down who supplies whom, or take in a list of them.</source>
        <translation>还不知道供货份额：登记谁在供货，或导入名单。</translation>
    </message>
    <message>
        <source>Put down a share</source>
        <translation>登记份额</translation>
    </message>
</context>
<context>
    <name>RoadClosed</name>
    <message>
        <source>where your day begins</source>
        <translation>出发地</translation>
    </message>
    <message>
        <source>{one} – {two}: {minutes} min longer</source>
        <translation>{one}–{two}：多 {minutes} 分钟</translation>
    </message>
    <message>
        <source>The way between</source>
        <translation>从</translation>
    </message>
    <message>
        <source>and</source>
        <translation>到</translation>
    </message>
    <message>
        <source>takes longer by</source>
        <translation>要多走</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>One end of the road</source>
        <translation>路的一头</translation>
    </message>
    <message>
        <source>The other end of the road</source>
        <translation>路的另一头</translation>
    </message>
    <message>
        <source>Minutes longer</source>
        <translation>多几分钟</translation>
    </message>
    <message>
        <source>Propose a line around it…</source>
        <translation>绕开它自动排线路…</translation>
    </message>
</context>
<context>
    <name>RoleDialog</name>
    <message>
        <source>Role of {name}</source>
        <translation>{name}的角色</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>把握</translation>
    </message>
    <message>
        <source>How we know</source>
        <translation>怎么知道的</translation>
    </message>
    <message>
        <source>signed all three contracts, say</source>
        <translation>例如：三份合同都由他签</translation>
    </message>
</context>
<context>
    <name>Route</name>
    <message>
        <source>These are no two coordinates. Nothing was saved and the place before stands; write 28.6561, 121.4204 or 28°39&apos;22&quot;N 121°25&apos;13&quot;E, as copied from the map.</source>
        <translation>看不懂这组坐标。没有保存，原来的位置还在；请写成 28.6561, 121.4204 或 28°39&apos;22&quot;N 121°25&apos;13&quot;E，从地图上复制来的也行。</translation>
    </message>
    <message>
        <source>Cycle of {weeks} weeks, counted from Monday {day}.</source>
        <translation>{weeks} 周一个周期，从 {day}（周一）算起。</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>拜访线路</translation>
    </message>
    <message>
        <source>Name of the line</source>
        <translation>线路名称</translation>
    </message>
    <message>
        <source>Stands on the week plan.</source>
        <translation>印在周计划上。</translation>
    </message>
    <message>
        <source>Where your day begins and ends</source>
        <translation>每天从哪里出发、回到哪里</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>In words, for yourself.</source>
        <translation>写给自己看的。</translation>
    </message>
    <message>
        <source>Copied from</source>
        <translation>坐标来自</translation>
    </message>
    <message>
        <source>Amap, Tencent and Baidu shift their coordinates: choose before pasting.</source>
        <translation>高德、腾讯、百度的坐标有偏移：先选好再粘贴。</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>坐标</translation>
    </message>
    <message>
        <source>Latitude, longitude; kept as WGS-84. Without them the way to the first stop is not reckoned.</source>
        <translation>纬度，经度；按 WGS-84 保存。不填就不计算去第一家的路。</translation>
    </message>
    <message>
        <source>Its middle is taken for the place where your day begins, which may be some kilometres off; coordinates copied from a map are exact.</source>
        <translation>以城镇中心为出发点，可能差几公里；从地图上复制的坐标才准。</translation>
    </message>
    <message>
        <source>Pick a town where only that is known</source>
        <translation>只知道城镇时，从名录里选</translation>
    </message>
</context>
<context>
    <name>RowMenu</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Take a merge apart</source>
        <translation>拆分已合并的客户</translation>
    </message>
</context>
<context>
    <name>RowsPane</name>
    <message>
        <source>All that is doubted: {count}</source>
        <translation>全部要看的：{count}</translation>
    </message>
    <message>
        <source>{count} × {reason}</source>
        <translation>{count} 处 {reason}</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>第 {number} 处，共 {count} 处</translation>
    </message>
    <message>
        <source>Row {row}</source>
        <translation>第 {row} 行</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Which doubts are listed</source>
        <translation>列出哪些问题</translation>
    </message>
    <message>
        <source>Only rows with doubts</source>
        <translation>只看有问题的行</translation>
    </message>
    <message>
        <source>Rows of the list</source>
        <translation>名单的行</translation>
    </message>
    <message>
        <source>What is doubted</source>
        <translation>有问题的格</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>What is meant</source>
        <translation>应为</translation>
    </message>
    <message>
        <source>What is meant in this cell</source>
        <translation>这一格应为</translation>
    </message>
    <message>
        <source>Use this</source>
        <translation>就按这个</translation>
    </message>
    <message>
        <source>As in the list</source>
        <translation>恢复原样</translation>
    </message>
</context>
<context>
    <name>RuleCard</name>
    <message>
        <source>a suggestion, confirmed by nobody</source>
        <translation>系统建议，没有人确认过</translation>
    </message>
    <message>
        <source>Nobody has set the line yet. This is what your sales of twelve months suggest: change it and confirm.</source>
        <translation>还没有人定过界线。这是按您近 12 个月的销售建议的：改好后请确认。</translation>
    </message>
    <message>
        <source>Nobody has set the line yet, and there are no sales to suggest one: add a criterion.</source>
        <translation>还没有人定过界线，也没有销售可供建议：请加一条标准。</translation>
    </message>
    <message>
        <source>a proposal, confirmed by nobody</source>
        <translation>草案，没有人确认过</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Confirmed by {name}, in force from {day}</source>
        <translation>{name}确认，{day}起执行</translation>
    </message>
    <message>
        <source>Set by {name} on {day}: it decides nothing until somebody confirms it.</source>
        <translation>{name} {day} 定的；确认之前不作数。</translation>
    </message>
    <message>
        <source>Set on {day}: it decides nothing until somebody confirms it.</source>
        <translation>{day} 定的；确认之前不作数。</translation>
    </message>
    <message>
        <source>Change a figure: here you see who comes in and who drops out, before anything is saved.</source>
        <translation>改一个数：谁进来、谁出去，保存之前这里先看到。</translation>
    </message>
    <message numerus="yes">
        <source>%n come in</source>
        <translation>
            <numerusform>进来 %n 家</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n drop out</source>
        <translation>
            <numerusform>出去 %n 家</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n can&apos;t be told</source>
        <translation>
            <numerusform>说不准 %n 家</numerusform>
        </translation>
    </message>
    <message>
        <source>The line between key and ordinary</source>
        <translation>大客户标准</translation>
    </message>
    <message>
        <source>Confirm the rule…</source>
        <translation>确认标准…</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>An exception for one account…</source>
        <translation>某家客户例外…</translation>
    </message>
    <message>
        <source>Confirm it again…</source>
        <translation>再次确认…</translation>
    </message>
    <message>
        <source>Nobody has set the line yet. This is what the sales of the lists suggest ({days}): change it and confirm.</source>
        <translation>还没有人定过界线。这是按名单上的销售额（{days}）建议的：改好后请确认。</translation>
    </message>
</context>
<context>
    <name>RuleDialog</name>
    <message>
        <source>comes in</source>
        <translation>进来</translation>
    </message>
    <message>
        <source>drops out</source>
        <translation>出去</translation>
    </message>
    <message numerus="yes">
        <source>%n accounts change sides:</source>
        <translation>
            <numerusform>%n 家客户换边：</numerusform>
        </translation>
    </message>
    <message>
        <source>No account changes sides.</source>
        <translation>没有客户换边。</translation>
    </message>
    <message>
        <source>Who confirms it? Without a name it can only be kept as a proposal.</source>
        <translation>谁确认的？不写名字只能存为草案。</translation>
    </message>
    <message>
        <source>Set the line between key and ordinary</source>
        <translation>定大客户标准</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>A new version; the rule before it stays in the book as it was.</source>
        <translation>这是新的一版，以前的标准照样留着。</translation>
    </message>
    <message>
        <source>Confirmed by</source>
        <translation>确认人</translation>
    </message>
    <message>
        <source>In force from</source>
        <translation>从哪天起</translation>
    </message>
    <message>
        <source>Set by</source>
        <translation>谁定的</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>only a proposal, nobody has confirmed it</source>
        <translation>只存草案，还没有人确认</translation>
    </message>
    <message>
        <source>who stands for it: your manager, or you</source>
        <translation>谁拍板：主管，或您本人</translation>
    </message>
    <message>
        <source>who drew it up</source>
        <translation>谁提出的</translation>
    </message>
</context>
<context>
    <name>RuleEditor</name>
    <message>
        <source>Criterion</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>至少</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Must</source>
        <translation>必须</translation>
    </message>
    <message>
        <source>{criterion}: at least</source>
        <translation>{criterion}：至少</translation>
    </message>
    <message>
        <source>{criterion}: weight</source>
        <translation>{criterion}：权重</translation>
    </message>
    <message>
        <source>{criterion}: must be passed</source>
        <translation>{criterion}：必须达到</translation>
    </message>
    <message>
        <source>Take out: {criterion}</source>
        <translation>去掉：{criterion}</translation>
    </message>
    <message>
        <source>Add a criterion…</source>
        <translation>加一条…</translation>
    </message>
    <message>
        <source>Key from</source>
        <translation>达到权重的</translation>
    </message>
    <message>
        <source>% of the weights on; empty: every criterion must be passed</source>
        <translation>% 算大客户；空着：每条都要达到</translation>
    </message>
    <message>
        <source>Pass mark in per cent of the weights</source>
        <translation>合格线，占权重的百分比</translation>
    </message>
</context>
<context>
    <name>RuleRowsModel</name>
    <message>
        <source>passed</source>
        <translation>达到</translation>
    </message>
    <message>
        <source>not passed</source>
        <translation>没达到</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>还不清楚</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>By the rule</source>
        <translation>按标准</translation>
    </message>
    <message>
        <source>Marked as</source>
        <translation>标记</translation>
    </message>
</context>
<context>
    <name>RuleSection</name>
    <message numerus="yes">
        <source>Mark %Ln accounts as the rule has them</source>
        <translation>
            <numerusform>按标准标记 %Ln 家</numerusform>
        </translation>
    </message>
    <message>
        <source>key</source>
        <translation>大客户</translation>
    </message>
    <message>
        <source>ordinary</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>comes in</source>
        <translation>进来</translation>
    </message>
    <message>
        <source>drops out</source>
        <translation>出去</translation>
    </message>
    <message>
        <source>exception: {why}</source>
        <translation>例外：{why}</translation>
    </message>
    <message>
        <source>{names} wanting</source>
        <translation>缺{names}</translation>
    </message>
    <message>
        <source>near the line</source>
        <translation>界线附近</translation>
    </message>
    <message>
        <source>No account is on this side.</source>
        <translation>这一边没有客户。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>大客户</translation>
    </message>
    <message>
        <source>Ordinary</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>Near the line</source>
        <translation>界线附近</translation>
    </message>
    <message>
        <source>Can&apos;t be told</source>
        <translation>说不准</translation>
    </message>
    <message>
        <source>Marked otherwise</source>
        <translation>标记不同</translation>
    </message>
    <message>
        <source>Changing sides</source>
        <translation>换边的</translation>
    </message>
    <message>
        <source>Accounts and the rule</source>
        <translation>客户与标准</translation>
    </message>
</context>
<context>
    <name>Safety</name>
    <message>
        <source>The book is damaged: {fault}. Nothing was changed. Go back to the latest backup, and keep a copy of this file.</source>
        <translation>客户簿已损坏：{fault}。没有改动任何内容。请把这个文件另存一份，再用最近的备份恢复。</translation>
    </message>
    <message>
        <source>Read from beginning to end: the book is sound.</source>
        <translation>从头到尾读过一遍：客户簿完好。</translation>
    </message>
    <message>
        <source>A folder for the copies</source>
        <translation>选择备份文件夹</translation>
    </message>
    <message>
        <source>Write a number from {least} to {most}. The one before stands.</source>
        <translation>请写 {least} 到 {most} 之间的数字，原来的还在。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>没有</translation>
    </message>
    <message numerus="yes">
        <source>%n accounts</source>
        <translation>
            <numerusform>%n 家客户</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps in its history</source>
        <translation>
            <numerusform>%n 步操作记录</numerusform>
        </translation>
    </message>
    <message>
        <source>Locked with a passphrase: without it nobody reads the file, its copies neither.</source>
        <translation>已用口令加密：没有口令，文件和备份都打不开。</translation>
    </message>
    <message>
        <source>Not locked: whoever has the file can read it. Keep the laptop and the copies safe.</source>
        <translation>没有加密：拿到文件的人都能看。请保管好电脑和备份。</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Copies lie in</source>
        <translation>备份放在</translation>
    </message>
    <message>
        <source>Made once a day and checked, each a whole book.</source>
        <translation>每天一份，每份都是核对过的完整客户簿。</translation>
    </message>
    <message>
        <source>Another folder</source>
        <translation>换个文件夹</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>The usual folder</source>
        <translation>用默认位置</translation>
    </message>
    <message>
        <source>Without a second place</source>
        <translation>不要第二处</translation>
    </message>
    <message>
        <source>And in</source>
        <translation>另一处</translation>
    </message>
    <message>
        <source>A stick, say. Where it is not plugged in, the first copy is made all the same.</source>
        <translation>比如 U 盘。没插上时，第一处照样备份。</translation>
    </message>
    <message>
        <source>of the newest</source>
        <translation>份最新的</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Besides these one a day for two weeks and one a week for twelve.</source>
        <translation>另外两周内每天留一份，十二周内每周留一份。</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>现在备份</translation>
    </message>
    <message>
        <source>The book&apos;s file</source>
        <translation>客户簿文件</translation>
    </message>
    <message>
        <source>Check the book now</source>
        <translation>现在检查客户簿</translation>
    </message>
    <message>
        <source>Change the passphrase…</source>
        <translation>更换口令…</translation>
    </message>
    <message>
        <source>Set a passphrase…</source>
        <translation>设置口令…</translation>
    </message>
</context>
<context>
    <name>SavedPage</name>
    <message>
        <source>Say first what becomes of the older draft. Nothing has been saved yet.</source>
        <translation>先定下那份草稿怎么办。还没有保存。</translation>
    </message>
    <message>
        <source>Write down when you arrived, whom you met or how it ended. Nothing has been saved yet.</source>
        <translation>请写下何时到店、见到谁或结果如何。还没有保存。</translation>
    </message>
    <message>
        <source>Say why it did not take place. Nothing has been saved yet.</source>
        <translation>请选失访的原因。还没有保存。</translation>
    </message>
</context>
<context>
    <name>SearchDesk</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search accounts, people, notes, actions</source>
        <translation>搜索客户、联系人、记录、操作…，拼音首字母也行</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>{enter} opens·{with_ctrl} writes the visit report·Esc closes</source>
        <translation>{enter} 打开·{with_ctrl} 写拜访记录·Esc 关闭</translation>
    </message>
</context>
<context>
    <name>SecretPanel</name>
    <message>
        <source>Nobody recorded here.</source>
        <translation>这里没有记录。</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>未记录</translation>
    </message>
    <message>
        <source>Last heard from {day}</source>
        <translation>上次消息 {day}</translation>
    </message>
    <message>
        <source>no longer since {day}</source>
        <translation>{day}起不再联系</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>No longer</source>
        <translation>不再是</translation>
    </message>
    <message>
        <source>Locks itself in {time}</source>
        <translation>{time} 后自动上锁</translation>
    </message>
    <message>
        <source>Informants</source>
        <translation>信息员</translation>
    </message>
    <message>
        <source>Whether anybody of this account keeps you informed, and who, is seen only after the passphrase. The tile looks the same on every account.</source>
        <translation>这个客户有没有人给我们通消息、是谁，输入口令后才看得到。每个客户上这一格都一样。</translation>
    </message>
    <message>
        <source>Enter the passphrase…</source>
        <translation>输入口令…</translation>
    </message>
    <message>
        <source>Record somebody…</source>
        <translation>记一个人…</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>上锁</translation>
    </message>
    <message>
        <source>Share…</source>
        <translation>分享…</translation>
    </message>
    <message>
        <source>{name} reads it too</source>
        <translation>{name}也能看</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>From {name}</source>
        <translation>来自{name}</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接过来</translation>
    </message>
    <message>
        <source>Taken over from {name}</source>
        <translation>从{name}接手</translation>
    </message>
    <message>
        <source>Handed on to {name}</source>
        <translation>已移交给{name}</translation>
    </message>
</context>
<context>
    <name>ServiceMatrix</name>
    <message>
        <source>Service</source>
        <translation>服务项目</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>想要</translation>
    </message>
    <message>
        <source>We</source>
        <translation>我们</translation>
    </message>
    <message>
        <source>wanted</source>
        <translation>想要</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>没问过</translation>
    </message>
</context>
<context>
    <name>ServiceMatrixView</name>
    <message>
        <source>Service matrix</source>
        <translation>服务对比表</translation>
    </message>
    <message>
        <source>Y yes, N no, U unknown, 1–5 the customer&apos;s rating, W wanted, Del take back</source>
        <translation>Y 有·N 没有·U 不清楚·1–5 客户评分·W 想要·Del 撤回</translation>
    </message>
    <message>
        <source>A service</source>
        <translation>加服务</translation>
    </message>
    <message>
        <source>A competitor</source>
        <translation>加对手</translation>
    </message>
    <message>
        <source>No service yet. Name what we or others do for customers; then a key fills a cell.</source>
        <translation>还没有服务项目。先写下我们或别家为客户做的事，再按键逐格填。</translation>
    </message>
    <message>
        <source>Service matrix: what we and competitors do for this account</source>
        <translation>服务对比表：我们和对手为这家客户做了什么</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Checking the book…</source>
        <translation>正在检查客户簿…</translation>
    </message>
    <message>
        <source>The holidays were taken in.</source>
        <translation>节假日已读入。</translation>
    </message>
    <message>
        <source>The holidays of the program hold again; your file is kept as holidays.csv.removed.</source>
        <translation>已改回程序自带的节假日；您的文件保留为 holidays.csv.removed。</translation>
    </message>
    <message>
        <source>in force at once; what lies in the book can be undone</source>
        <translation>改了就生效；存在客户簿里的都能撤销</translation>
    </message>
    <message>
        <source>You and company</source>
        <translation>个人与公司</translation>
    </message>
    <message>
        <source>Working hours</source>
        <translation>工作时间</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>线路</translation>
    </message>
    <message>
        <source>Looks, language</source>
        <translation>外观与语言</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>节假日</translation>
    </message>
    <message>
        <source>Backup and book</source>
        <translation>备份与客户簿</translation>
    </message>
    <message>
        <source>Key accounts</source>
        <translation>大客户</translation>
    </message>
</context>
<context>
    <name>SettleDialog</name>
    <message>
        <source>How did the promise end?</source>
        <translation>这个承诺结果如何？</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>choose a cause</source>
        <translation>选一个原因</translation>
    </message>
    <message numerus="yes">
        <source>How did these %n promises end?</source>
        <translation>
            <numerusform>这 %n 条承诺结果如何？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettleForm</name>
    <message>
        <source>Settle the promise</source>
        <translation>承诺结果</translation>
    </message>
    <message>
        <source>On</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>what exactly went wrong</source>
        <translation>具体是哪里出了问题</translation>
    </message>
    <message>
        <source>What we did instead</source>
        <translation>怎么变通的</translation>
    </message>
    <message>
        <source>Effect seen</source>
        <translation>实际效果</translation>
    </message>
    <message>
        <source>how the customer took it</source>
        <translation>客户的反应</translation>
    </message>
</context>
<context>
    <name>Settling</name>
    <message numerus="yes">
        <source>%n promises open again</source>
        <translation>
            <numerusform>重新打开 %n 条承诺</numerusform>
        </translation>
    </message>
    <message>
        <source>Open again: {what}</source>
        <translation>重新打开：{what}</translation>
    </message>
    <message>
        <source>Kept late: {what}</source>
        <translation>延迟兑现：{what}</translation>
    </message>
    <message>
        <source>Kept: {what}</source>
        <translation>已兑现：{what}</translation>
    </message>
    <message numerus="yes">
        <source>%n promises kept</source>
        <translation>
            <numerusform>已兑现 %n 条承诺</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them late</source>
        <translation>
            <numerusform>其中 %n 条延迟</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShareAccountDialog</name>
    <message>
        <source>The last day must not lie before today.</source>
        <translation>最后一天不能早于今天。</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>Until (empty: until ended)</source>
        <translation>到哪天（不填：直到停止共享）</translation>
    </message>
    <message>
        <source>What for (may stay empty)</source>
        <translation>为什么（可不填）</translation>
    </message>
    <message>
        <source>e.g. stands in during my leave</source>
        <translation>如：我休假期间代管</translation>
    </message>
</context>
<context>
    <name>ShareDialog</name>
    <message>
        <source>We ourselves</source>
        <translation>我方</translation>
    </message>
    <message>
        <source>Which account is it? Type its name; nothing was saved.</source>
        <translation>是哪家客户？请输入名称。没有保存。</translation>
    </message>
    <message>
        <source>Who supplies it? Name the competitor, or say that it is we.</source>
        <translation>谁在供货？请写对手名称，或勾选我方。</translation>
    </message>
    <message>
        <source>How much of what it buys? A percentage from 0 to 100.</source>
        <translation>占客户采购的多少？请填 0 到 100 的百分比。</translation>
    </message>
    <message>
        <source>Who supplies this account</source>
        <translation>谁在给这家客户供货</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>An account of which a competitor supplies more than we do is theirs.</source>
        <translation>对手供得比我方多，就是对手的客户。</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>供应商</translation>
    </message>
    <message>
        <source>Share, %</source>
        <translation>份额 %</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>品类</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>Type a name or its pinyin initials</source>
        <translation>输入名称或拼音首字母</translation>
    </message>
    <message>
        <source>it is we ourselves</source>
        <translation>是我方</translation>
    </message>
    <message>
        <source>a category; empty for all it buys</source>
        <translation>品类；空着指全部采购</translation>
    </message>
</context>
<context>
    <name>ShareInformantDialog</name>
    <message>
        <source>Share</source>
        <translation>分享</translation>
    </message>
    <message>
        <source>Share the entry of {name}</source>
        <translation>分享{name}这一条</translation>
    </message>
    <message>
        <source>From the next package on this person reads the entry and what you change in it, and nobody else: the office carries it unread. You can take it back; what was read or taken over by then cannot be called back.</source>
        <translation>从下一个周包起，对方能看到这一条和您以后的改动，别人看不到：办公室只转交，打不开。以后可以收回；已经看过、接过去的收不回来。</translation>
    </message>
    <message>
        <source>With</source>
        <translation>给谁</translation>
    </message>
    <message>
        <source>manager</source>
        <translation>主管</translation>
    </message>
    <message>
        <source>took the account over</source>
        <translation>接手这家客户</translation>
    </message>
</context>
<context>
    <name>Shares</name>
    <message>
        <source>since {day}</source>
        <translation>自{day}</translation>
    </message>
    <message>
        <source>shared by {name}</source>
        <translation>由{name}共享</translation>
    </message>
    <message>
        <source>What is recorded of it comes with the packages, and what you write goes back; what is locked does not.</source>
        <translation>上面的记录随周包过来，您写的也随周包回去；受保护的内容不在其中。</translation>
    </message>
    <message>
        <source>shared with {name}</source>
        <translation>与{name}共享</translation>
    </message>
    <message>
        <source>What is recorded of it goes with the packages, and what is written there comes back; what is locked does not.</source>
        <translation>上面的记录随周包过去，对方写的也随周包回来；受保护的内容不在其中。</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>至{day}</translation>
    </message>
</context>
<context>
    <name>ShelvesModel</name>
    <message>
        <source>Product</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Ordered in 12 months</source>
        <translation>近 12 个月订单</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>shown now</source>
        <translation>现在显示</translation>
    </message>
    <message>
        <source>Take this one</source>
        <translation>用这个</translation>
    </message>
    <message>
        <source>changed elsewhere, after it was taken back or without knowing of that</source>
        <translation>另一边改过，不知道已被撤回</translation>
    </message>
    <message>
        <source>before: {value}</source>
        <translation>原来：{value}</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
</context>
<context>
    <name>Slot</name>
    <message>
        <source>until {day}</source>
        <translation>到{day}为止</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>{day}起</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>自{day}起</translation>
    </message>
    <message>
        <source>next on {day}</source>
        <translation>下次{day}</translation>
    </message>
    <message>
        <source>told to the customer</source>
        <translation>已告知客户</translation>
    </message>
</context>
<context>
    <name>SlotDialog</name>
    <message>
        <source>How long the visit takes is given in whole minutes, 45 for example.</source>
        <translation>拜访时长请填整数分钟，例如 45。</translation>
    </message>
    <message>
        <source>Say when the visit begins: {forms}.</source>
        <translation>请写几点开始：{forms}。</translation>
    </message>
    <message>
        <source>No account is called that. Type less of its name, or clear the field.</source>
        <translation>没有这个客户。请少输入几个字，或清空后再选。</translation>
    </message>
    <message>
        <source>A fixed visit</source>
        <translation>固定拜访</translation>
    </message>
    <message>
        <source>With a rhythm of several weeks, the first visit falls in the week of the first day.</source>
        <translation>隔几周一次的，从所填日期的那一周开始算。</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Type a name, a place or its pinyin initials</source>
        <translation>输入名称、地点或拼音首字母</translation>
    </message>
    <message>
        <source>Add a fixed visit</source>
        <translation>加固定点</translation>
    </message>
    <message>
        <source>On the line: {name}, {time}, {rhythm}, for the first time on {day}.</source>
        <translation>已排进线路：{name}，{time}，{rhythm}，首次{day}。</translation>
    </message>
</context>
<context>
    <name>SlotEvent</name>
    <message>
        <source>from {day}: {time}</source>
        <translation>自{day}：{time}</translation>
    </message>
    <message>
        <source>from {day}: {time} taken off</source>
        <translation>自{day}：取消 {time}</translation>
    </message>
    <message>
        <source>from {day}: {was} → {now}</source>
        <translation>自{day}：{was} → {now}</translation>
    </message>
</context>
<context>
    <name>SlotForm</name>
    <message>
        <source>Account</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>星期</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Rhythm</source>
        <translation>节奏</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从哪天起</translation>
    </message>
    <message>
        <source>The customer has been told this time</source>
        <translation>这个时间已经告知客户</translation>
    </message>
    <message>
        <source>Add a fixed visit</source>
        <translation>加固定点</translation>
    </message>
</context>
<context>
    <name>Speech</name>
    <message>
        <source>The program made a mistake and could not finish this. What you saved is safe: the book takes a step whole or not at all. Try again; if it comes back, close kamdesk and start it anew.</source>
        <translation>程序出了错，刚才这一步没能做完。已保存的内容没有受影响：每一步要么整个写进客户簿，要么完全不写。请再试一次；如果又出现，请关闭 kamdesk 后重新打开。</translation>
    </message>
</context>
<context>
    <name>StageDialog</name>
    <message>
        <source>Choose the stage first; the signs below help.</source>
        <translation>请先选阶段，下面的标志可以对照。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>关系阶段</translation>
    </message>
    <message>
        <source>Known by</source>
        <translation>标志</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>On</source>
        <translation>日期</translation>
    </message>
</context>
<context>
    <name>StageSection</name>
    <message>
        <source>Stage</source>
        <translation>关系阶段</translation>
    </message>
    <message>
        <source>Judged by you; the program moves nothing</source>
        <translation>由你评定，程序从不改动</translation>
    </message>
    <message>
        <source>Reckoned from the records</source>
        <translation>按记录计算，不改你的判断</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>评定</translation>
    </message>
    <message>
        <source>Signs</source>
        <translation>迹象</translation>
    </message>
    <message>
        <source>Loyalty</source>
        <translation>忠诚度</translation>
    </message>
    <message>
        <source>Dangers</source>
        <translation>流失风险</translation>
    </message>
    <message>
        <source>What is shown of the relation</source>
        <translation>看关系的哪一面</translation>
    </message>
</context>
<context>
    <name>StagesView</name>
    <message>
        <source>{stage}: present stage</source>
        <translation>{stage}：现在的阶段</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>已具备</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>不具备</translation>
    </message>
    <message>
        <source>not looked at</source>
        <translation>没看过</translation>
    </message>
    <message>
        <source>Judge the stage</source>
        <translation>评定阶段</translation>
    </message>
    <message>
        <source>Not judged yet. Look at what each stage is known by and decide yourself.</source>
        <translation>还没评定。对照各阶段的标志，自己判断。</translation>
    </message>
    <message>
        <source>The highest stage. See that what it is known by stays so.</source>
        <translation>已是最高阶段，守住这些标志。</translation>
    </message>
    <message>
        <source>For “{stage}” still missing: {signs}</source>
        <translation>到“{stage}”还缺：{signs}</translation>
    </message>
    <message>
        <source>All that “{stage}” is known by was seen; whether to move is yours to judge.</source>
        <translation>“{stage}”的标志都有了，要不要提一级由你判断。</translation>
    </message>
</context>
<context>
    <name>StockModel</name>
    <message>
        <source>not a number</source>
        <translation>不是数字</translation>
    </message>
    <message>
        <source>less than nothing: count again</source>
        <translation>小于零：请重新盘点</translation>
    </message>
    <message>
        <source>{n} more than can be: count again</source>
        <translation>比应有的多 {n}：请重新盘点</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>上次</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>其间订货</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>今日盘点</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>动销</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>单价</translation>
    </message>
</context>
<context>
    <name>StockPart</name>
    <message>
        <source>Another product…</source>
        <translation>加品项…</translation>
    </message>
    <message>
        <source>Product to count or order</source>
        <translation>要盘点或下单的品项</translation>
    </message>
    <message>
        <source>Stock and order</source>
        <translation>盘点与订单</translation>
    </message>
    <message>
        <source>Import products…</source>
        <translation>导入产品…</translation>
    </message>
    <message>
        <source>New product…</source>
        <translation>新增产品…</translation>
    </message>
    <message>
        <source>The book has no products yet: add them one by one, or import a list, to count and order here.</source>
        <translation>还没有产品：可以逐个新增，或导入产品清单，之后在这里记库存和订货。</translation>
    </message>
</context>
<context>
    <name>StopCard</name>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>逾期 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promises open</source>
        <translation>
            <numerusform>待兑现承诺 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>{km} km, {minutes} min from the stop before (estimate)</source>
        <translation>距上一站 {km} 公里，{minutes} 分钟（估算）</translation>
    </message>
    <message>
        <source>next on {day}</source>
        <translation>下次{day}</translation>
    </message>
    <message>
        <source>not this week</source>
        <translation>本周不去</translation>
    </message>
    <message>
        <source>not classed</source>
        <translation>未分类</translation>
    </message>
    <message>
        <source>The visit has not come yet</source>
        <translation>还没到拜访的日子</translation>
    </message>
    <message>
        <source>Amend the report</source>
        <translation>修改记录</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>How it came about</source>
        <translation>线路变更</translation>
    </message>
    <message>
        <source>Write the report</source>
        <translation>写记录</translation>
    </message>
    <message>
        <source>Did not take place</source>
        <translation>失访</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>改时间…</translation>
    </message>
    <message>
        <source>Another time asked for…</source>
        <translation>客户要改时间…</translation>
    </message>
    <message>
        <source>Open the account</source>
        <translation>打开客户</translation>
    </message>
    <message>
        <source>The stop</source>
        <translation>拜访点</translation>
    </message>
    <message numerus="yes">
        <source>%n fixed visits of this account</source>
        <translation>
            <numerusform>这个客户的 %n 个固定点</numerusform>
        </translation>
    </message>
    <message>
        <source>{time}, from {day}</source>
        <translation>{time}，{day}起</translation>
    </message>
    <message>
        <source>Another fixed visit…</source>
        <translation>再加一个固定点…</translation>
    </message>
    <message>
        <source>only the town is known: no way is reckoned</source>
        <translation>只知道城镇，不算路程</translation>
    </message>
    <message>
        <source>End the fixed visit…</source>
        <translation>取消固定点…</translation>
    </message>
</context>
<context>
    <name>StopHero</name>
    <message>
        <source>Did not take place…</source>
        <translation>失访…</translation>
    </message>
    <message>
        <source>Move this visit…</source>
        <translation>这一次改期…</translation>
    </message>
    <message>
        <source>Open the account</source>
        <translation>打开客户</translation>
    </message>
    <message>
        <source>Copy the coordinates</source>
        <translation>复制坐标</translation>
    </message>
    <message>
        <source>not classed</source>
        <translation>未分类</translation>
    </message>
    <message>
        <source>moved here from {day}</source>
        <translation>由 {day} 改来</translation>
    </message>
    <message>
        <source>No objective written down yet</source>
        <translation>还没写拜访目的</translation>
    </message>
    <message>
        <source>Go on with the report</source>
        <translation>接着写记录</translation>
    </message>
    <message>
        <source>Start the visit</source>
        <translation>开始拜访</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>正在拜访</translation>
    </message>
    <message>
        <source>Next stop</source>
        <translation>下一站</translation>
    </message>
    <message>
        <source>No address is recorded: add it on the account&apos;s page.</source>
        <translation>还没有地址，可在客户页补上。</translation>
    </message>
    <message>
        <source>any time</source>
        <translation>不定时</translation>
    </message>
    <message>
        <source>to {time}</source>
        <translation>至 {time}</translation>
    </message>
    <message>
        <source>every {weekday}</source>
        <translation>每{weekday}</translation>
    </message>
    <message>
        <source>arrived at {time}</source>
        <translation>{time} 到店</translation>
    </message>
    <message>
        <source>no time agreed</source>
        <translation>没约时间</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes late</source>
        <translation>
            <numerusform>已过 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>in {length}</source>
        <translation>还有 {length}</translation>
    </message>
    <message>
        <source>leave in {length}</source>
        <translation>{length}内出发</translation>
    </message>
    <message numerus="yes">
        <source>leave now: some %n minutes late</source>
        <translation>
            <numerusform>该出发了，约迟到 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>leave now</source>
        <translation>该出发了</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n 小时</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is recorded here yet</source>
        <translation>还没有联系人</translation>
    </message>
    <message>
        <source>{role}?</source>
        <translation>{role}？</translation>
    </message>
    <message numerus="yes">
        <source>%n days late</source>
        <translation>
            <numerusform>逾期 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>due today</source>
        <translation>今天到期</translation>
    </message>
    <message numerus="yes">
        <source>%n more open</source>
        <translation>
            <numerusform>另有 %n 项未兑现</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promises open, none due yet</source>
        <translation>
            <numerusform>%n 项承诺待兑现，都还没到期</numerusform>
        </translation>
    </message>
    <message>
        <source>Agreed on {day}: {text}</source>
        <translation>{day}说好：{text}</translation>
    </message>
    <message>
        <source>Last time, {day}: {text}</source>
        <translation>上次 {day}：{text}</translation>
    </message>
    <message>
        <source>{km} km, {minutes} min by car</source>
        <translation>{km} 公里，车程 {minutes} 分钟</translation>
    </message>
    <message>
        <source>Briefing</source>
        <translation>简报</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>More about this stop</source>
        <translation>这一站的更多操作</translation>
    </message>
    <message>
        <source>Copy the telephone of {name}: {number}</source>
        <translation>复制{name}的电话：{number}</translation>
    </message>
</context>
<context>
    <name>StopList</name>
    <message>
        <source>The week&apos;s stops as a list</source>
        <translation>一周的拜访点列表</translation>
    </message>
</context>
<context>
    <name>StopsModel</name>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Rhythm</source>
        <translation>节奏</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Look at</source>
        <translation>要看</translation>
    </message>
</context>
<context>
    <name>SupplySection</name>
    <message>
        <source>Deliveries and proposals</source>
        <translation>交货与建议订单</translation>
    </message>
    <message>
        <source>What was to arrive and did, what was proposed</source>
        <translation>该到的到了没有，建议了什么</translation>
    </message>
    <message>
        <source>Q{n}</source>
        <translation>第{n}季度</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>交货</translation>
    </message>
    <message>
        <source>{name}: {n} of {of} in time</source>
        <translation>{name}准时 {n}/{of}</translation>
    </message>
    <message numerus="yes">
        <source>%n days without goods</source>
        <translation>
            <numerusform>断货 %n 天</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakePanel</name>
    <message>
        <source>Week packages (*.kamweek);;All files (*)</source>
        <translation>周包 (*.kamweek);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Take in week packages</source>
        <translation>收回周包</translation>
    </message>
    <message>
        <source>Looking at the package…</source>
        <translation>正在查看周包…</translation>
    </message>
    <message>
        <source>Taking the package in…</source>
        <translation>正在收回周包…</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>收回周包</translation>
    </message>
    <message>
        <source>What the office, a colleague or your other laptop handed over</source>
        <translation>办公室、同事或您另一台电脑交来的</translation>
    </message>
    <message>
        <source>No package chosen</source>
        <translation>还没选周包</translation>
    </message>
    <message>
        <source>Drag the file onto the window, or choose it. It is looked at first; nothing comes into the book before you say so.</source>
        <translation>把文件拖到窗口上，或点下面选择。先预览，您确认之后才写入客户簿。</translation>
    </message>
    <message>
        <source>Choose a package…</source>
        <translation>选择周包…</translation>
    </message>
    <message numerus="yes">
        <source>%n more to look at</source>
        <translation>
            <numerusform>后面还有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Add the card…</source>
        <translation>登记名片…</translation>
    </message>
    <message>
        <source>Settle the conflicts</source>
        <translation>处理冲突</translation>
    </message>
    <message>
        <source>Another package…</source>
        <translation>再收一个…</translation>
    </message>
    <message>
        <source>Passphrase of the package</source>
        <translation>周包的口令</translation>
    </message>
    <message>
        <source>the passphrase that you were told</source>
        <translation>对方告诉您的口令</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>The next package</source>
        <translation>下一个包</translation>
    </message>
    <message>
        <source>Don&apos;t take it in</source>
        <translation>不收</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Stopped. Nothing of it was taken in, and the book is as it was.</source>
        <translation>已停止。什么也没有收，客户簿没有改动。</translation>
    </message>
</context>
<context>
    <name>TargetDialog</name>
    <message>
        <source>Type the figure: here it is broken down to months at once.</source>
        <translation>写下数字，这里马上按月分开。</translation>
    </message>
    <message>
        <source>Last year {last}, this year so far {this}. </source>
        <translation>去年 {last}，今年到现在 {this}。</translation>
    </message>
    <message>
        <source>In {unit}. A month that you know better: type over its goal; the others share the rest.</source>
        <translation>单位：{unit}。哪个月您更有数，直接改它的目标，其余月份分摊剩下的。</translation>
    </message>
    <message>
        <source>units</source>
        <translation>个</translation>
    </message>
    <message>
        <source>A rate is no sum: every period has the same goal.</source>
        <translation>比率不相加，每段时间目标相同。</translation>
    </message>
    <message>
        <source>Q{n} {sum}</source>
        <translation>{n} 季度 {sum}</translation>
    </message>
    <message>
        <source>sum {sum}</source>
        <translation>合计 {sum}</translation>
    </message>
    <message>
        <source>this week {sum}</source>
        <translation>本周 {sum}</translation>
    </message>
    <message>
        <source>the months miss the goal by {gap}</source>
        <translation>各月合计与目标差 {gap}</translation>
    </message>
    <message>
        <source>A new goal</source>
        <translation>新目标</translation>
    </message>
    <message>
        <source>The goal and its parts</source>
        <translation>目标与分解</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>It counts</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>数的是</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>多少</translation>
    </message>
    <message>
        <source>From, to</source>
        <translation>起止</translation>
    </message>
    <message>
        <source>Set by</source>
        <translation>谁定的</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>3500万 or 35000000</source>
        <translation>3500万 或 35000000</translation>
    </message>
    <message>
        <source>The goal by month</source>
        <translation>按月的目标</translation>
    </message>
    <message>
        <source>Forget the months typed over</source>
        <translation>改过的月份都还原</translation>
    </message>
</context>
<context>
    <name>TargetMonthsModel</name>
    <message>
        <source>by hand</source>
        <translation>手改</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Working days</source>
        <translation>工作日</translation>
    </message>
    <message>
        <source>Season</source>
        <translation>季节系数</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>去年同期</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>How</source>
        <translation>怎么来</translation>
    </message>
    <message>
        <source>reckoned</source>
        <translation>推算</translation>
    </message>
</context>
<context>
    <name>TeamSection</name>
    <message>
        <source>Our people for it</source>
        <translation>我方团队</translation>
    </message>
    <message>
        <source>Who looks after it, who supports, since when</source>
        <translation>谁负责，谁支持，从何时起</translation>
    </message>
</context>
<context>
    <name>Teller</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>正在处理…</translation>
    </message>
    <message>
        <source>Stopped ({what}). Nothing was changed.</source>
        <translation>已停止（{what}），什么都没有改动。</translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message>
        <source>{day}, at the visit of {visit}</source>
        <translation>{day}，{visit} 拜访时</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>对谁</translation>
    </message>
    <message>
        <source>nobody in particular</source>
        <translation>没有指定</translation>
    </message>
    <message>
        <source>Who sees to it</source>
        <translation>谁负责</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>答应于</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>What we did instead</source>
        <translation>变通办法</translation>
    </message>
    <message>
        <source>Risk of losing the customer</source>
        <translation>流失风险</translation>
    </message>
    <message>
        <source>Effect expected</source>
        <translation>预期效果</translation>
    </message>
    <message>
        <source>Effect seen</source>
        <translation>实际效果</translation>
    </message>
    <message>
        <source>History</source>
        <translation>经过</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>no due day</source>
        <translation>没定期限</translation>
    </message>
    <message>
        <source>first promised for {day}</source>
        <translation>第一次定的是 {day}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>small</source>
        <translation>小</translation>
    </message>
    <message>
        <source>some</source>
        <translation>中</translation>
    </message>
    <message>
        <source>high</source>
        <translation>大</translation>
    </message>
    <message>
        <source>we lose it</source>
        <translation>会丢客户</translation>
    </message>
    <message>
        <source>{n} of 5, {word}</source>
        <translation>{n} 级（共 5 级），{word}</translation>
    </message>
    <message>
        <source>{when}: recorded</source>
        <translation>{when}：登记</translation>
    </message>
    <message>
        <source>the customer wanted it</source>
        <translation>客户提出</translation>
    </message>
    <message>
        <source>we wanted it</source>
        <translation>我方提出</translation>
    </message>
    <message>
        <source>it had been written down wrongly</source>
        <translation>登记错了</translation>
    </message>
    <message>
        <source>{when}: {what}</source>
        <translation>{when}：{what}</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>brought back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>due {old} → {new}</source>
        <translation>期限 {old} → {new}</translation>
    </message>
    <message>
        <source>what was promised</source>
        <translation>承诺内容</translation>
    </message>
    <message>
        <source>day of the promise</source>
        <translation>承诺日期</translation>
    </message>
    <message>
        <source>to whom</source>
        <translation>对谁</translation>
    </message>
    <message>
        <source>who sees to it</source>
        <translation>谁负责</translation>
    </message>
    <message>
        <source>effect expected</source>
        <translation>预期效果</translation>
    </message>
    <message>
        <source>effect seen</source>
        <translation>实际效果</translation>
    </message>
    <message>
        <source>risk</source>
        <translation>流失风险</translation>
    </message>
    <message>
        <source>{field} changed</source>
        <translation>改了{field}</translation>
    </message>
    <message>
        <source>{field} was {old}</source>
        <translation>{field}原为“{old}”</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Visits</source>
        <translation>拜访</translation>
    </message>
    <message>
        <source>Missed, moved</source>
        <translation>失访、改期</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Found out</source>
        <translation>了解</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>行动</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>线路</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>拜访</translation>
    </message>
    <message>
        <source>promised</source>
        <translation>作出承诺</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>期限 {day}</translation>
    </message>
    <message>
        <source>note</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Fixed visit begun</source>
        <translation>固定拜访开始</translation>
    </message>
    <message>
        <source>Fixed visit moved</source>
        <translation>固定拜访调整</translation>
    </message>
    <message>
        <source>Fixed visit ended</source>
        <translation>固定拜访取消</translation>
    </message>
    <message>
        <source>support changed</source>
        <translation>态度变化</translation>
    </message>
    <message>
        <source>influence changed</source>
        <translation>影响力变化</translation>
    </message>
    <message>
        <source>took up the post</source>
        <translation>到任</translation>
    </message>
    <message>
        <source>left the post</source>
        <translation>离任</translation>
    </message>
    <message>
        <source>went to {name}</source>
        <translation>去了{name}</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>还不清楚</translation>
    </message>
    <message>
        <source>attached</source>
        <translation>添加附件</translation>
    </message>
    <message>
        <source>with the visit of {day}</source>
        <translation>{day}的拜访</translation>
    </message>
    <message>
        <source>with the promise “{what}”</source>
        <translation>承诺“{what}”</translation>
    </message>
    <message>
        <source>merged into this account</source>
        <translation>并入本客户</translation>
    </message>
    <message>
        <source>Status changed</source>
        <translation>状态变更</translation>
    </message>
    <message>
        <source>Class changed</source>
        <translation>类别变更</translation>
    </message>
    <message>
        <source>Key account or not</source>
        <translation>大客户认定</translation>
    </message>
    <message>
        <source>Owner changed</source>
        <translation>负责人变更</translation>
    </message>
</context>
<context>
    <name>TimesPart</name>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Day of the visit</source>
        <translation>拜访日期</translation>
    </message>
    <message>
        <source>Arrived at</source>
        <translation>到店时间</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>到店</translation>
    </message>
    <message>
        <source>Left at</source>
        <translation>离店时间</translation>
    </message>
    <message>
        <source>left</source>
        <translation>离店</translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message numerus="yes">
        <source>%n days late</source>
        <translation>
            <numerusform>逾期 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>by {name}</source>
        <translation>应由 {name}</translation>
    </message>
    <message>
        <source>begun, not saved: {day}</source>
        <translation>写到一半的记录·{day}</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>接着写</translation>
    </message>
    <message>
        <source>no report</source>
        <translation>没写记录</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>补写</translation>
    </message>
    <message numerus="yes">
        <source>%n more visits without a report</source>
        <translation>
            <numerusform>还有 %n 次拜访没写记录</numerusform>
        </translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>next step of {day}</source>
        <translation>{day}记的下一步</translation>
    </message>
    <message>
        <source>{name}&apos;s birthday</source>
        <translation>{name}生日</translation>
    </message>
    <message>
        <source>Leave: {reason}</source>
        <translation>请假：{reason}</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>请假</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>明天</translation>
    </message>
    <message numerus="yes">
        <source>in %n days</source>
        <translation>
            <numerusform>%n 天后</numerusform>
        </translation>
    </message>
    <message>
        <source>now {time}</source>
        <translation>现在 {time}</translation>
    </message>
    <message>
        <source>Lunch, {length}</source>
        <translation>午休 {length}钟</translation>
    </message>
    <message>
        <source>any time</source>
        <translation>不定时</translation>
    </message>
    <message>
        <source>next stop</source>
        <translation>下一站</translation>
    </message>
    <message>
        <source>no report yet</source>
        <translation>没写记录</translation>
    </message>
    <message>
        <source>in {time}</source>
        <translation>{time} 到</translation>
    </message>
    <message>
        <source>order {amount}</source>
        <translation>订单 {amount}</translation>
    </message>
    <message>
        <source>moved here from {day}</source>
        <translation>由 {day} 改来</translation>
    </message>
    <message>
        <source>{n}′ drive</source>
        <translation>车 {n}′</translation>
    </message>
    <message>
        <source>{n}′·{spare}′ spare</source>
        <translation>车 {n}′·空 {spare}′</translation>
    </message>
    <message>
        <source>next on {day}</source>
        <translation>下次 {day}</translation>
    </message>
    <message>
        <source>not this week</source>
        <translation>本周不访</translation>
    </message>
    <message numerus="yes">
        <source>%n more rest this week</source>
        <translation>
            <numerusform>另有 %n 家本周不访</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>已走 %n 站</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a report</source>
        <translation>
            <numerusform>%n 站没写记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to go</source>
        <translation>
            <numerusform>还有 %n 站</numerusform>
        </translation>
    </message>
    <message>
        <source>ends about {time}</source>
        <translation>预计 {time} 结束</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message numerus="yes">
        <source>%n visits fall on it</source>
        <translation>
            <numerusform>碰上 %n 次拜访</numerusform>
        </translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>去定</translation>
    </message>
    <message numerus="yes">
        <source>%n questions of your lists to decide</source>
        <translation>
            <numerusform>名单里有 %n 处待定</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missed</source>
        <translation>
            <numerusform>%n 站失访</numerusform>
        </translation>
    </message>
    <message>
        <source>call again</source>
        <translation>该再联系</translation>
    </message>
    <message>
        <source>asked inside the house</source>
        <translation>内部申请待答复</translation>
    </message>
    <message>
        <source>Season of {hazard}: {account}</source>
        <translation>{hazard}季节：{account}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>到 {day}</translation>
    </message>
    <message>
        <source>{terms} ends</source>
        <translation>{terms}到期</translation>
    </message>
    <message>
        <source>now</source>
        <translation>正当季</translation>
    </message>
    <message numerus="yes">
        <source>%n more steps for next visits</source>
        <translation>
            <numerusform>下次拜访还有 %n 项要落实</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayCards</name>
    <message>
        <source>Nothing is owed before the end of the week.</source>
        <translation>本周没有到期的承诺。</translation>
    </message>
    <message>
        <source>Nothing waits: every visit has its report.</source>
        <translation>没有要跟进的，拜访都写了记录。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>All promises</source>
        <translation>全部承诺</translation>
    </message>
    <message>
        <source>To follow up</source>
        <translation>要跟进</translation>
    </message>
    <message>
        <source>Days ahead</source>
        <translation>日子临近</translation>
    </message>
    <message numerus="yes">
        <source>Nothing from the days before; %n visits of today have no report yet.</source>
        <translation>
            <numerusform>前几天的都写了；今天还有 %n 次拜访没写记录。</numerusform>
        </translation>
    </message>
    <message>
        <source>No birthday, event or season of risk near, nothing that ends, no holiday or leave.</source>
        <translation>近期没有生日、重要事件、风险季节、到期的条件，也没有假期。</translation>
    </message>
    <message numerus="yes">
        <source>%n more days</source>
        <translation>
            <numerusform>还有 %n 个日子</numerusform>
        </translation>
    </message>
    <message>
        <source>Promises due</source>
        <translation>本周到期的承诺</translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>逾期 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>{late} overdue, {due} this week</source>
        <translation>逾期 {late}，本周 {due}</translation>
    </message>
</context>
<context>
    <name>TodayDesk</name>
    <message>
        <source>{name}: this one visit has been moved.</source>
        <translation>{name}：这一次已改期。</translation>
    </message>
    <message>
        <source>Done, and off the list.</source>
        <translation>已完成，从清单里划掉。</translation>
    </message>
    <message numerus="yes">
        <source>%n reports were begun and not saved. What was typed is still there.</source>
        <translation>
            <numerusform>有 %n 份没写完的拜访记录，写过的都还在。</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>接着写</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>The day&apos;s line</source>
        <translation>今天的线路</translation>
    </message>
    <message>
        <source>Unplanned visit</source>
        <translation>临时拜访</translation>
    </message>
    <message>
        <source>Print the day</source>
        <translation>打印日计划</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Previous week</source>
        <translation>上一周</translation>
    </message>
    <message>
        <source>Next week</source>
        <translation>下一周</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Packages handed over and taken in, and conflicts</source>
        <translation>周包往来与冲突</translation>
    </message>
    <message>
        <source>Where the book and its backups lie</source>
        <translation>客户簿和备份在哪里</translation>
    </message>
</context>
<context>
    <name>TradeAndSupply</name>
    <message>
        <source>Stock and orders</source>
        <translation>库存与订单</translation>
    </message>
    <message>
        <source>Deliveries, proposals</source>
        <translation>交货与建议订单</translation>
    </message>
    <message>
        <source>What is shown of the trade</source>
        <translation>看哪一部分</translation>
    </message>
    <message>
        <source>Suggested order</source>
        <translation>建议订单</translation>
    </message>
</context>
<context>
    <name>TradeSection</name>
    <message numerus="yes">
        <source>%n orders in 12 months</source>
        <translation>
            <numerusform>近 12 个月 %n 单</numerusform>
        </translation>
    </message>
    <message>
        <source>last counted {day}</source>
        <translation>上次盘点 {day}</translation>
    </message>
    <message>
        <source>shipped {day}</source>
        <translation>{day}发货</translation>
    </message>
    <message>
        <source>wanted by {day}</source>
        <translation>{day}要货</translation>
    </message>
    <message>
        <source>no products recorded</source>
        <translation>没有记产品</translation>
    </message>
    <message>
        <source>Stock, visit by visit</source>
        <translation>历次盘点</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Nothing counted yet. Stock is counted in the visit report.</source>
        <translation>还没有盘点。写拜访记录时可以盘点。</translation>
    </message>
    <message>
        <source>No order recorded. Orders come from the visit report or a list.</source>
        <translation>还没有订单。订单来自拜访记录或导入的名单。</translation>
    </message>
    <message>
        <source>Neither stock nor orders yet</source>
        <translation>还没有盘点和订单</translation>
    </message>
    <message>
        <source>Count the shelf and take the order in the visit report; lists from the office can be imported.</source>
        <translation>在拜访记录里盘点、记订单；公司的名单可以导入。</translation>
    </message>
    <message>
        <source>Write the visit report</source>
        <translation>写拜访记录</translation>
    </message>
    <message>
        <source>What lists say</source>
        <translation>名单数据</translation>
    </message>
    <message>
        <source>from files that were imported</source>
        <translation>来自导入的文件</translation>
    </message>
    <message>
        <source>Counts and orders</source>
        <translation>盘点与订单</translation>
    </message>
</context>
<context>
    <name>Typed</name>
    <message>
        <source>Friday, tomorrow, next Wed, 11-26, 2026-11-26 or +7</source>
        <translation>周五、明天、下周三、11-26、2026-11-26 或 +7</translation>
    </message>
    <message>
        <source>9:30, 930 or 9</source>
        <translation>9:30、930 或 9点半</translation>
    </message>
    <message>
        <source>18400, 18,400.50 or 1.84万</source>
        <translation>18400、18,400.50 或 1.84万</translation>
    </message>
    <message>
        <source>“{text}” is no day of the calendar: write {forms}.</source>
        <translation>“{text}”不是日期，请写成{forms}。</translation>
    </message>
    <message>
        <source>“{text}” is no time of day: write {forms}.</source>
        <translation>“{text}”不是时间，请写成 {forms}。</translation>
    </message>
    <message>
        <source>“{text}” is no amount: write {forms}.</source>
        <translation>“{text}”不是金额，请写成 {forms}。</translation>
    </message>
    <message>
        <source>“{text}” does not fit: a whole number from {low} to {high}.</source>
        <translation>“{text}”不合适，请填 {low} 到 {high} 的整数。</translation>
    </message>
    <message>
        <source>“{text}” is no whole number.</source>
        <translation>“{text}”不是整数。</translation>
    </message>
    <message>
        <source>“{text}” is no quantity: write 24, 24.5 or 1.2万.</source>
        <translation>“{text}”不是数量，可写 24、24.5 或 1.2万。</translation>
    </message>
    <message>
        <source>“{text}” is no percentage: write 2.5 or 2.5%.</source>
        <translation>“{text}”不是百分比，可写 2.5 或 2.5%。</translation>
    </message>
</context>
<context>
    <name>UnitBar</name>
    <message>
        <source>Part of {unit}: the questions are answered for it as a whole. People, promises, visits and orders here are this account&apos;s own.</source>
        <translation>属于{unit}：各问按{unit}整体回答；这里的人员、承诺、拜访、订单只列本户的。</translation>
    </message>
    <message>
        <source>Open {unit}</source>
        <translation>打开{unit}</translation>
    </message>
</context>
<context>
    <name>UnlockDialog</name>
    <message>
        <source>Enter the passphrase first.</source>
        <translation>请先输入口令。</translation>
    </message>
    <message>
        <source>The two are not the same. Nothing was set; type it twice.</source>
        <translation>两次输入不一样。没有设置；请再输入两遍。</translation>
    </message>
    <message>
        <source>The passphrase of this book.</source>
        <translation>请输入这本客户簿的口令。</translation>
    </message>
    <message>
        <source>The passphrase that you set for the informants.</source>
        <translation>请输入您为信息员设的口令。</translation>
    </message>
    <message>
        <source>Informants are locked</source>
        <translation>信息员已上锁</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Set a passphrase for the informants</source>
        <translation>为信息员设口令</translation>
    </message>
    <message>
        <source>Set and unlock</source>
        <translation>设好并打开</translation>
    </message>
    <message>
        <source>Six letters or more. There is no way round it: forgotten, it can&apos;t be had back.</source>
        <translation>至少六个字。没有别的办法打开：忘了就找不回来。</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>再输一遍</translation>
    </message>
    <message>
        <source>It opens for ten minutes. The book itself is encrypted, so the file tells nobody either.</source>
        <translation>打开十分钟。客户簿本身已加密，文件落到别人手里也看不到。</translation>
    </message>
    <message>
        <source>It opens for ten minutes. This lock keeps eyes off the screen; the file itself is not encrypted, and whoever has the file and the skill can read it. Only a book encrypted with a passphrase keeps that off.</source>
        <translation>打开十分钟。这把锁挡的是屏幕前的眼睛；文件本身没有加密，懂行的人拿到文件仍能读出。要连文件一起保护，只有用口令加密客户簿。</translation>
    </message>
</context>
<context>
    <name>UnplannedDialog</name>
    <message>
        <source>No account is chosen: type part of its name, then choose it with the arrow keys.</source>
        <translation>还没选客户：输入名称的一部分，再用方向键选。</translation>
    </message>
    <message>
        <source>This day has not come yet. A visit to come is put on the line.</source>
        <translation>这一天还没到。要约以后的拜访，请排在线路上。</translation>
    </message>
    <message>
        <source>Unplanned visit</source>
        <translation>临时拜访</translation>
    </message>
    <message>
        <source>Write the report</source>
        <translation>写拜访记录</translation>
    </message>
    <message>
        <source>Where the account has a visit planned on that day, the report is that visit&apos;s.</source>
        <translation>当天本来就有计划拜访的，按计划内记录。</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>找到</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>With you</source>
        <translation>协访</translation>
    </message>
    <message>
        <source>name, person, place or first letters of the pinyin</source>
        <translation>名称、联系人、地方或拼音首字母</translation>
    </message>
    <message>
        <source>Accounts found</source>
        <translation>找到的客户</translation>
    </message>
    <message>
        <source>Day of the visit</source>
        <translation>拜访日期</translation>
    </message>
    <message>
        <source>Arrived at</source>
        <translation>到店时间</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>who came along, separated by commas; empty for nobody</source>
        <translation>一起去的人，用逗号隔开；没有就空着</translation>
    </message>
</context>
<context>
    <name>ValueEditor</name>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>Write this</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ValueSection</name>
    <message>
        <source>No sales are in the book. Take in a list of sales or orders: then it shows who brings what.</source>
        <translation>客户簿里还没有销售。导入销售或订单清单后，谁带来多少一目了然。</translation>
    </message>
    <message>
        <source>{n} of {all} accounts bring 80% of {sum}; the largest {fifth} (20%) bring {share}.</source>
        <translation>{all} 家客户里有 {n} 家带来 {sum} 的 80%；最大的 {fifth} 家（20%）带来 {share}。</translation>
    </message>
    <message>
        <source>share of all, summed up</source>
        <translation>累计占比</translation>
    </message>
    <message>
        <source>{n}. {name}, {amount}, class {letter}, {share} of all, {so_far} so far</source>
        <translation>第 {n}，{name}，{amount}，{letter} 类，占 {share}，累计 {so_far}</translation>
    </message>
    <message>
        <source>key accounts bring {share}</source>
        <translation>大客户带来 {share}</translation>
    </message>
    <message>
        <source>the largest brings {share}</source>
        <translation>最大一家占 {share}</translation>
    </message>
    <message>
        <source>the largest {n} {share}</source>
        <translation>前 {n} 家 {share}</translation>
    </message>
    <message>
        <source>as if {n} of one size</source>
        <translation>相当于 {n} 家一样大的客户</translation>
    </message>
    <message>
        <source>. So much hangs on one account that losing it would be hard to make good.</source>
        <translation>。一家占得太重，丢了很难补回来。</translation>
    </message>
    <message>
        <source>with tax</source>
        <translation>含税</translation>
    </message>
    <message>
        <source>without tax</source>
        <translation>不含税</translation>
    </message>
    <message>
        <source>sales in another currency or tax are not counted</source>
        <translation>其他币种或税别未计入</translation>
    </message>
    <message>
        <source>nothing was sold since</source>
        <translation>此后没有销售</translation>
    </message>
    <message>
        <source>A: down to 80% of the value, B: to 95%, C: the rest</source>
        <translation>A 到累计 80%，B 到 95%，其余 C</translation>
    </message>
    <message>
        <source>What each account brings</source>
        <translation>各客户的贡献</translation>
    </message>
    <message>
        <source>Accounts by what they bring</source>
        <translation>客户按贡献排</translation>
    </message>
    <message>
        <source>told by lists</source>
        <translation>数来自名单</translation>
    </message>
</context>
<context>
    <name>ViewNameDialog</name>
    <message>
        <source>Rename the view</source>
        <translation>重命名视图</translation>
    </message>
    <message>
        <source>Save as a view</source>
        <translation>存为视图</translation>
    </message>
    <message>
        <source>The conditions, the columns and their order are kept; the view counts anew each day.</source>
        <translation>条件、列和排序一并保存；家数每天重新统计。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>视图名称</translation>
    </message>
</context>
<context>
    <name>ViewTabs</name>
    <message>
        <source>changed</source>
        <translation>已改动</translation>
    </message>
    <message>
        <source>Save what is shown as a view…</source>
        <translation>把当前筛选存为视图…</translation>
    </message>
    <message>
        <source>Save the changes in this view</source>
        <translation>把改动存入此视图</translation>
    </message>
    <message>
        <source>Back to the view as it was saved</source>
        <translation>恢复为保存时的样子</translation>
    </message>
    <message>
        <source>Rename the view…</source>
        <translation>重命名视图…</translation>
    </message>
    <message>
        <source>Move the view to the left</source>
        <translation>左移视图</translation>
    </message>
    <message>
        <source>Move the view to the right</source>
        <translation>右移视图</translation>
    </message>
    <message>
        <source>Remove the view</source>
        <translation>删除视图</translation>
    </message>
    <message>
        <source>Save as a view</source>
        <translation>存为视图</translation>
    </message>
    <message>
        <source>Views: more, save, rename, order, remove</source>
        <translation>视图：更多、保存、重命名、排序、删除</translation>
    </message>
</context>
<context>
    <name>Viewing</name>
    <message>
        <source>View saved: {name}</source>
        <translation>已保存视图：{name}</translation>
    </message>
    <message>
        <source>View removed: {name}</source>
        <translation>已删除视图：{name}</translation>
    </message>
</context>
<context>
    <name>Visit</name>
    <message>
        <source>nothing written down</source>
        <translation>没有写内容</translation>
    </message>
    <message>
        <source>next step</source>
        <translation>有下一步</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>计划时间</translation>
    </message>
    <message>
        <source>Arrived and left</source>
        <translation>到店离店</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>失访的原因</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>目的</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>见到</translation>
    </message>
    <message>
        <source>With us</source>
        <translation>协访</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>要点</translation>
    </message>
    <message>
        <source>Competitors</source>
        <translation>竞争对手</translation>
    </message>
    <message>
        <source>Stock counted</source>
        <translation>盘点</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>VouchDialog</name>
    <message>
        <source>Take in as it was told</source>
        <translation>照转述收下</translation>
    </message>
    <message>
        <source>Take it in as {teller} tells it?</source>
        <translation>照{teller}转述的收下吗？</translation>
    </message>
    <message>
        <source>It has to do with what {names} wrote, and comes by itself with the package of {names}. Take it in now only if you know that this will never come: a disk broke, or an older backup was put back. This can&apos;t be undone; the values can be changed afterwards.</source>
        <translation>这一项里有{names}的改动，{names}的包收到后自会带来。只有确知等不到了（电脑坏了、退回了旧备份），才在这里收下。收下不能撤销，收下后的内容可以再改。</translation>
    </message>
    <message>
        <source>{teller} says that a colleague shares this account, and the colleague&apos;s package has not said so yet. Take it in now only if you know that it is so. This can&apos;t be undone; the values can be changed afterwards.</source>
        <translation>{teller}说这家客户是同事共享给他的，那位同事的包里还没有这条记录。确知属实才在这里收下。收下不能撤销，收下后的内容可以再改。</translation>
    </message>
    <message>
        <source>Take it in</source>
        <translation>收下</translation>
    </message>
</context>
<context>
    <name>WaitingPanel</name>
    <message>
        <source>The sender may not write them</source>
        <translation>对方无权改动</translation>
    </message>
    <message>
        <source>Something of another rep&apos;s has to come first</source>
        <translation>先要等别人的包</translation>
    </message>
    <message>
        <source>{field}: theirs {theirs}, standing {ours}</source>
        <translation>{field}：对方 {theirs}，现为 {ours}</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>{names} wrote in it; it comes with their own package</source>
        <translation>里面有{names}的改动，等本人的包带来</translation>
    </message>
    <message>
        <source>waits for what it belongs to: {kind}</source>
        <translation>等它所属的内容：{kind}</translation>
    </message>
    <message>
        <source>written by a newer version: update kamdesk</source>
        <translation>由更新的版本写出：请升级 kamdesk</translation>
    </message>
    <message>
        <source>Something before them has not arrived</source>
        <translation>前面的内容还没到</translation>
    </message>
    <message>
        <source>This version doesn&apos;t know them</source>
        <translation>这个版本认不出</translation>
    </message>
    <message>
        <source>Not taken in</source>
        <translation>没有并入</translation>
    </message>
    <message>
        <source>What waits goes to where it belongs by itself as soon as what is missing arrives. What the sender may not write is shown with both values: take it after all, or lay it to rest.</source>
        <translation>等待的内容，缺的一到就自动归位。对方无权改动的，两边的值都列在这里：可以破例采用，也可以了结。</translation>
    </message>
    <message>
        <source>What came and is not in the book</source>
        <translation>收到但没有并入的内容</translation>
    </message>
    <message>
        <source>Take it after all</source>
        <translation>采用对方的值</translation>
    </message>
    <message>
        <source>Lay it to rest</source>
        <translation>了结，保持现有</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>没有等待的内容</translation>
    </message>
    <message>
        <source>Everything that came in is where it belongs.</source>
        <translation>收到的内容都已归位。</translation>
    </message>
    <message>
        <source>Take it in as it was told…</source>
        <translation>照转述收下…</translation>
    </message>
</context>
<context>
    <name>Warning</name>
    <message>
        <source>public holiday</source>
        <translation>放假</translation>
    </message>
    <message>
        <source>make-up workday</source>
        <translation>调休上班</translation>
    </message>
    <message>
        <source>you are on leave</source>
        <translation>您请假</translation>
    </message>
    <message>
        <source>customer closed</source>
        <translation>客户休息</translation>
    </message>
    <message>
        <source>closed that day</source>
        <translation>当天不营业</translation>
    </message>
    <message>
        <source>open {hours}</source>
        <translation>{hours} 才开门</translation>
    </message>
    <message>
        <source>your day off</source>
        <translation>您休息</translation>
    </message>
    <message>
        <source>outside your hours</source>
        <translation>不在您的工作时间</translation>
    </message>
    <message>
        <source>{n}′ over lunch</source>
        <translation>占午休 {n}′</translation>
    </message>
    <message>
        <source>clocks change</source>
        <translation>当天拨钟</translation>
    </message>
    <message>
        <source>overlaps by {n}′</source>
        <translation>重叠 {n}′</translation>
    </message>
    <message>
        <source>gap {gap}′ &lt; drive {travel}′</source>
        <translation>空 {gap}′ &lt; 车 {travel}′</translation>
    </message>
    <message>
        <source>on leave, {substitute} goes</source>
        <translation>请假，由 {substitute} 代访</translation>
    </message>
    <message>
        <source>leave at {time}</source>
        <translation>{time} 就得出发</translation>
    </message>
</context>
<context>
    <name>WaysChoice</name>
    <message>
        <source>Ways (*.json *.csv *.txt)</source>
        <translation>路程表 (*.json *.csv *.txt)</translation>
    </message>
    <message>
        <source>Minutes between accounts</source>
        <translation>各家之间要开几分钟</translation>
    </message>
    <message>
        <source>My own driving times</source>
        <translation>用自己跑出来的时间</translation>
    </message>
    <message>
        <source>My own driving times ({drives} drives: {factor} × the estimate)</source>
        <translation>用自己跑出来的时间（{drives} 段路，为估算的 {factor} 倍）</translation>
    </message>
    <message>
        <source>My own driving times (too few are recorded yet: the estimate)</source>
        <translation>用自己跑出来的时间（记录还太少，先用估算）</translation>
    </message>
    <message>
        <source>From the end of one report to the beginning of the next: of 30 drives and more the quickest quarter&apos;s mark, by hour from 15 on, for a single way from 5 on.</source>
        <translation>从一次报告的离开到下一次的到达：满 30 段起，取最快四分之一的界线；一个钟点满 15 段、同一段路满 5 段的单独算。</translation>
    </message>
    <message>
        <source>Ways from a file…</source>
        <translation>从文件读路程…</translation>
    </message>
    <message>
        <source>A table from, to, minutes (CSV), or a matrix (JSON)</source>
        <translation>表格：从、到、分钟（CSV），或矩阵（JSON）</translation>
    </message>
    <message>
        <source>Without the file</source>
        <translation>不用这个文件</translation>
    </message>
</context>
<context>
    <name>Week</name>
    <message>
        <source>Lunch</source>
        <translation>午休</translation>
    </message>
    <message>
        <source>on leave</source>
        <translation>请假</translation>
    </message>
    <message>
        <source>make-up workday</source>
        <translation>调休上班</translation>
    </message>
    <message>
        <source>next on {day}</source>
        <translation>下次{day}</translation>
    </message>
    <message>
        <source>not this week</source>
        <translation>本周不去</translation>
    </message>
    <message>
        <source>leave, {substitute} goes</source>
        <translation>请假，{substitute} 代访</translation>
    </message>
    <message>
        <source>Week {n}</source>
        <translation>第 {n} 周</translation>
    </message>
</context>
<context>
    <name>WeekEnd</name>
    <message numerus="yes">
        <source>%n left</source>
        <translation>
            <numerusform>还差 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be settled</source>
        <translation>
            <numerusform>还有 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>the office ({rep})</source>
        <translation>办公室（{rep}）</translation>
    </message>
    <message>
        <source>{rep} ({device})</source>
        <translation>{rep}（{device}）</translation>
    </message>
    <message>
        <source>other {number}</source>
        <translation>其他 {number}</translation>
    </message>
    <message>
        <source>taken back or kept</source>
        <translation>撤回还是保留</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>我这里</translation>
    </message>
    <message>
        <source>Below none</source>
        <translation>不设上级</translation>
    </message>
    <message>
        <source>Another book</source>
        <translation>另一本客户簿</translation>
    </message>
    <message>
        <source>choose again</source>
        <translation>请重选</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>已选定</translation>
    </message>
    <message>
        <source>nothing is missing</source>
        <translation>都补齐了</translation>
    </message>
    <message>
        <source>not closed yet</source>
        <translation>还没关闭</translation>
    </message>
    <message>
        <source>closed {when}</source>
        <translation>{when} 关闭</translation>
    </message>
    <message>
        <source>not handed over yet</source>
        <translation>还没交出</translation>
    </message>
    <message>
        <source>nothing came in yet</source>
        <translation>还没收到</translation>
    </message>
    <message>
        <source>none</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>my laptop {device}</source>
        <translation>我的电脑（{device}）</translation>
    </message>
    <message>
        <source>the office</source>
        <translation>办公室</translation>
    </message>
    <message>
        <source>My laptop {device}</source>
        <translation>我的电脑（{device}）</translation>
    </message>
    <message>
        <source>Who changed it</source>
        <translation>改过它的一边</translation>
    </message>
    <message>
        <source>manager {rep} ({device})</source>
        <translation>主管{rep}（{device}）</translation>
    </message>
</context>
<context>
    <name>WeekEndDesk</name>
    <message numerus="yes">
        <source>%n conflicts</source>
        <translation>
            <numerusform>冲突 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>exchanged {when}</source>
        <translation>交接 {when}</translation>
    </message>
    <message>
        <source>Save the card</source>
        <translation>存出名片</translation>
    </message>
    <message>
        <source>Cards (*.card)</source>
        <translation>名片 (*.card)</translation>
    </message>
    <message>
        <source>Card saved: {path}. Give it to those you meet.</source>
        <translation>名片已存到 {path}，请交给对方登记。</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>{name} is known from now on.</source>
        <translation>已登记{name}。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>{name} is met no longer.</source>
        <translation>已注销{name}。</translation>
    </message>
    <message>
        <source>Taken after all; the next package takes it to the others.</source>
        <translation>已采用，下一个包会带给各方。</translation>
    </message>
    <message>
        <source>Laid to rest; what stands stays.</source>
        <translation>已了结，现有的值不变。</translation>
    </message>
    <message>
        <source>{account} is shared with {name}; it goes with the next package.</source>
        <translation>已与{name}共同负责{account}，随下一个周包交给对方。</translation>
    </message>
    <message>
        <source>Which account do you look after together with {name}?</source>
        <translation>与{name}共同负责哪家客户？</translation>
    </message>
    <message>
        <source>{account} is no longer looked after together with {name}.</source>
        <translation>{account}不再和{name}共同负责。</translation>
    </message>
    <message>
        <source>The keys are new. Give the others your new card.</source>
        <translation>密钥已换新。请把新名片交给对方登记。</translation>
    </message>
    <message>
        <source>Save the card…</source>
        <translation>存出名片…</translation>
    </message>
    <message>
        <source>The keys lie in this computer&apos;s keyring from now on.</source>
        <translation>密钥已放进这台电脑的系统钥匙串。</translation>
    </message>
    <message>
        <source>The keys lie in the book again.</source>
        <translation>密钥已移回客户簿。</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>现在备份</translation>
    </message>
    <message>
        <source>Taken in as it was told; the next package takes it to the others.</source>
        <translation>已照转述收下，下一个周包会带给各方。</translation>
    </message>
</context>
<context>
    <name>WeekEndPage</name>
    <message>
        <source>{all} visits, {recorded} recorded</source>
        <translation>{all} 访，{recorded} 已记</translation>
    </message>
    <message numerus="yes">
        <source>%n missed</source>
        <translation>
            <numerusform>%n 失访</numerusform>
        </translation>
    </message>
    <message>
        <source>Week end</source>
        <translation>周结</translation>
    </message>
</context>
<context>
    <name>WeekInView</name>
    <message>
        <source>week {n} of {all} in the cycle</source>
        <translation>周期第 {n}/{all} 周</translation>
    </message>
    <message>
        <source>The line repeats every {all} weeks: that is its cycle. A fixed visit of every other week, or of every {all} weeks, falls into some of them. Counted from Monday {day}; it stands under Settings, Line.</source>
        <translation>线路每 {all} 周循环一遍，这就是一个周期；隔周或每 {all} 周一次的固定拜访只落在其中几周。从 {day}（周一）算起，见“设置”的“线路”。</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Opening the book</source>
        <translation>正在打开客户簿</translation>
    </message>
    <message>
        <source>One moment.</source>
        <translation>请稍候。</translation>
    </message>
    <message>
        <source>The book did not open</source>
        <translation>客户簿没有打开</translation>
    </message>
    <message>
        <source>Your accounts, your week, your word</source>
        <translation>您的客户，您的线路，您的承诺</translation>
    </message>
    <message>
        <source>Make my book</source>
        <translation>新建我的客户簿</translation>
    </message>
    <message>
        <source>Open a book</source>
        <translation>打开客户簿</translation>
    </message>
    <message>
        <source>Look at the demo</source>
        <translation>看看演示</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>It takes half a minute, once.</source>
        <translation>只做这一次，约半分钟。</translation>
    </message>
    <message>
        <source>Begin with a book of your own: it takes in the customer list from the office and lies on this computer alone. On a second laptop make a book in your name as well, then take in the week package of the first. Or look round in the demo book; nothing in it is real.</source>
        <translation>先建一本自己的客户簿：可以导入公司的客户名单，只放在这台电脑上。如果这是您的第二台电脑，也先用您的名字建一本，再收回第一台打的周包。也可以先翻翻演示客户簿，里面的内容都是虚构的。</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>恢复备份…</translation>
    </message>
</context>
<context>
    <name>WhenFilter</name>
    <message>
        <source>Promised this week</source>
        <translation>本周答应的</translation>
    </message>
    <message>
        <source>Promised last week</source>
        <translation>上周答应的</translation>
    </message>
    <message>
        <source>Promised this month</source>
        <translation>本月答应的</translation>
    </message>
    <message>
        <source>Promised last month</source>
        <translation>上月答应的</translation>
    </message>
    <message>
        <source>Promised from … to …</source>
        <translation>某段时间答应的…</translation>
    </message>
    <message>
        <source>Due this week</source>
        <translation>本周到期</translation>
    </message>
    <message>
        <source>Due last week</source>
        <translation>上周到期</translation>
    </message>
    <message>
        <source>Due this month</source>
        <translation>本月到期</translation>
    </message>
    <message>
        <source>Due last month</source>
        <translation>上月到期</translation>
    </message>
    <message>
        <source>Due from … to …</source>
        <translation>某段时间到期…</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>不限时间</translation>
    </message>
    <message>
        <source>When it was promised or is due</source>
        <translation>何时答应、何时到期</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
</context>
<context>
    <name>WindowTitle</name>
    <message>
        <source>Account</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Report: {name}</source>
        <translation>拜访记录：{name}</translation>
    </message>
    <message>
        <source>Demo book</source>
        <translation>演示客户簿</translation>
    </message>
    <message>
        <source>{name}&apos;s book</source>
        <translation>{name}的客户簿</translation>
    </message>
</context>
<context>
    <name>WishForm</name>
    <message>
        <source>somebody else there</source>
        <translation>那边的其他人</translation>
    </message>
    <message>
        <source>any weekday</source>
        <translation>哪天都行</translation>
    </message>
    <message>
        <source>The end lies before the beginning.</source>
        <translation>结束早于开始。</translation>
    </message>
    <message>
        <source>A day from today on: what is past stays as it was planned.</source>
        <translation>请填今天或以后的日子：过去的保持原计划。</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>提出的人</translation>
    </message>
    <message>
        <source>Who of the customer&apos;s people</source>
        <translation>客户方的哪一位</translation>
    </message>
    <message>
        <source>on</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Asked on</source>
        <translation>提出的日期</translation>
    </message>
    <message>
        <source>in the customer&apos;s words, if you like</source>
        <translation>客户的原话，可不填</translation>
    </message>
    <message>
        <source>The customer&apos;s words</source>
        <translation>客户的原话</translation>
    </message>
    <message>
        <source>Would suit</source>
        <translation>希望</translation>
    </message>
    <message>
        <source>Weekday asked for</source>
        <translation>希望星期几</translation>
    </message>
    <message>
        <source>Not before</source>
        <translation>最早几点</translation>
    </message>
    <message>
        <source>from</source>
        <translation>从</translation>
    </message>
    <message>
        <source>Over by</source>
        <translation>最晚几点结束</translation>
    </message>
    <message>
        <source>until</source>
        <translation>到</translation>
    </message>
    <message>
        <source>to hold from</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <source>First day of the new time</source>
        <translation>新时间的生效日期</translation>
    </message>
    <message>
        <source>Find times</source>
        <translation>找时间</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>How far the search is</source>
        <translation>搜索进度</translation>
    </message>
</context>
<context>
    <name>Work</name>
    <message>
        <source>Lunch is one span. Nothing was saved; write it like 12:00–13:00.</source>
        <translation>午休只能有一段。没有保存；请写成 12:00–13:00。</translation>
    </message>
    <message>
        <source>Write a number of minutes, like 15. The one before stands.</source>
        <translation>请写分钟数，例如 15。原来的还在。</translation>
    </message>
    <message>
        <source>Working hours</source>
        <translation>工作时间</translation>
    </message>
    <message>
        <source>Visits outside these hours are marked on the line. Leave a day empty where you don&apos;t work.</source>
        <translation>排在这些时间以外的拜访，线路上会有提示。不上班的日子留空。</translation>
    </message>
    <message>
        <source>free, or 8:30–17:30</source>
        <translation>休息，或 8:30–17:30</translation>
    </message>
    <message>
        <source>Lunch</source>
        <translation>午休</translation>
    </message>
    <message>
        <source>no fixed time, or 12:00–13:00</source>
        <translation>不固定，或 12:00–13:00</translation>
    </message>
    <message>
        <source>Punctuality</source>
        <translation>准时</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>On time within</source>
        <translation>准时范围</translation>
    </message>
    <message>
        <source>So many minutes early or late still count as punctual.</source>
        <translation>早到晚到在这个范围内都算准时。</translation>
    </message>
</context>
</TS>
