/** 虚构来件. What stands in a letter that nobody wrote; it says so itself. */
export type MadeUp = { readonly words: { readonly title: string; readonly body: string; readonly other: string } }

const letter = (title: string, body: string): MadeUp => ({
  words: { title: `演练：${title}`, body: `（演练用，并非真实来信）${body}`, other: '演练' },
})

export const madeUpLetters: readonly MadeUp[] = [
  letter('路口的路灯一直不亮', '新开通的路口有三盏路灯连续几晚没有亮，行人看不清台阶，请派人检修。'),
  letter('小区门口积水很深', '每次下雨小区门口都积水，老人和孩子出入要绕行，请看看排水口是不是堵了。'),
  letter('怎样办理老年人乘车优待', '家里老人今年满了年龄，想问在哪里办、要带什么材料、几天能办好。'),
  letter('建议增加一处充电车位', '附近新能源车越来越多，建议在公共停车场再划几个充电车位，并写明收费标准。'),
  letter('夜间施工影响休息', '隔壁工地连续一周夜里还在打桩，请核实有没有夜间施工的批准，并告知什么时候结束。'),
  letter('感谢窗口工作人员', '昨天办事时忘带材料，窗口的同志耐心解释还帮忙联系，特此感谢。'),
  letter('公交线路临时改道没有通知', '早上照常等车，才知道线路改了，请在站牌上贴出改道的时间和走法。'),
  letter('楼道里长期堆放杂物', '消防通道堆着旧家具，反映过几次没有人清，请有关单位上门处理。'),
]
