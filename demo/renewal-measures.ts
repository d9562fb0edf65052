import type { MeasureStory } from './ledger-story';

/** 续期交费 20+ 项: what business, sales, finance and notification systems did for renewal payment, in the order of the programme. */
const RENEWAL_MEASURES: readonly (readonly [title: string, system: string, owner: string])[] = [
  ['交费提醒由 1 次改为到期前 30、15、7、1 天', '通知平台', 'jiang'],
  ['提醒短信带一键续费链接', '通知平台', 'jiang'],
  ['微信服务号模板消息带账单明细', '微信', 'qian'],
  ['提醒避开夜间与节假日', '通知平台', 'jiang'],
  ['多张保单合并成一张账单', '核心业务系统', 'wei'],
  ['合并账单可取消单张', '核心业务系统', 'wei'],
  ['账单页显示宽限期截止日', 'APP', 'zhao'],
  ['扣款前查询余额并提示', '财务收付系统', 'shen'],
  ['余额不足可改期扣款', '财务收付系统', 'shen'],
  ['单笔限额不足自动分笔', '财务收付系统', 'shen'],
  ['失败原因用客户看得懂的话', 'APP', 'zhao'],
  ['更换扣款卡免柜面', 'APP', 'zhao'],
  ['银行卡到期前 60 天提醒换卡', '财务收付系统', 'shen'],
  ['代扣通道双备份自动切换', '财务收付系统', 'han'],
  ['扣款失败 30 分钟内 95519 外呼', '联络中心', 'jiang'],
  ['外呼坐席可见失败原因与保单', '联络中心', 'jiang'],
  ['外呼未接由销售员跟进', '销售支持系统', 'wei'],
  ['销售员 APP 显示名下待续期客户', '销售支持系统', 'wei'],
  ['孤儿单自动分派服务专员', '销售支持系统', 'wei'],
  ['60 岁以上默认人工协助', 'APP', 'qian'],
  ['到账后即时发送电子发票', '财务收付系统', 'shen'],
  ['续期失败原因周报进例会', '数据平台', 'han'],
];

/** The first `done` of them are done, one every nine days up to `last`; the rest is planned after it. */
export function renewalMeasures(done: number, dayAt: (daysFromLast: number) => string): MeasureStory[] {
  return RENEWAL_MEASURES.map(([title, system, owner], index) => {
    const day = dayAt((index - done + 1) * 9);
    return index < done ? { title, system, owner, due: day, done: day } : { title, system, owner, due: day };
  });
}
