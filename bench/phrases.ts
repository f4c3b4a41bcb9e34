import type { Choice } from '../test/walk.js'

/** Pieces of invented messages; put together by chance they are as long, and as repetitive, as what people write. */
const phrases =
  `小区门口 路灯不亮 东风巷口 晚上很黑 老人摔倒 没有人管 多次反映 物业公司 停车收费 乱收费用 垃圾清运 臭味难闻 夜间施工 噪声扰民
  影响休息 学校周边 接送孩子 交通拥堵 公交线路 候车时间 水压不足 经常停水 自来水管 下水管道 雨天积水 道路破损 井盖松动 人行道上
  违规搭建 占用通道 消防安全 电梯故障 维修基金 业主委员会 房产证件 办理手续 等待很久 窗口人员 态度生硬 政策咨询 社会保险 医疗报销
  养老金额 退休手续 工资拖欠 劳动合同 工地工人 包工头说 证据材料 希望核实 尽快处理 给个说法 书面答复 联系电话 去年十月 今年三月
  上个星期 每天早上 村里的路 灌溉水渠 田地被淹 补偿标准 征地协议 签字确认 公示名单 低保申请 危房改造 燃气管道 暖气不热 网络信号
  快递站点 流浪犬只 绿化树木 公园设施 健身器材 广场舞声 油烟扰民 烧烤摊位 市场管理 食品过期 退款困难 培训机构 预付卡费 驾校学员
  考试安排 幼儿入园 学位紧张 教师资格 助学贷款 高龄津贴 残疾证件 无障碍坡道 公共厕所 河道污染 工厂排放 粉尘很大 货车经过 红绿灯坏
  斑马线旁 限速标志 充电车位 共享单车 老旧小区 加装电梯 外墙脱落 楼顶漏水 防盗门坏 监控设备 治安巡逻 户口迁移 身份证件 结婚登记`
    .split(/\s+/)
    .filter((phrase) => phrase !== '')
const joins = ['，', '，', '，', '。', '；', '和', '但是', '所以']

/** A text of about so many characters. A few phrases are frequent, most are rare, as words are. */
export function messageText(choose: Choice, length: number): string {
  let text = ''
  while (text.length < length) {
    text += phrases[Math.floor(choose() ** 2 * phrases.length)] ?? ''
    text += joins[Math.floor(choose() * joins.length)] ?? ''
  }
  return `${text.slice(0, length - 1)}。`
}
