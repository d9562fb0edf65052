import { defineTexts } from '#ui';

export const storyTexts = defineTexts({
  back: { zh: '返回', en: 'Back' },
  title: { zh: '客户故事', en: 'Customer story' },
  customer: { zh: (id: string) => `客户代号 ${id}`, en: (id: string) => `customer pseudonym ${id}` },
  instance: { zh: (id: string) => `旅程 ${id}`, en: (id: string) => `journey ${id}` },
  took: { zh: (time: string) => `历时 ${time}`, en: (time: string) => `took ${time}` },
  completed: { zh: '旅程完成', en: 'journey complete' },
  break: { zh: (n: string) => `中断 ${n}`, en: (n: string) => `Break ${n}` },
  pending: { zh: '待接续', en: 'pending' },
  attempts: { zh: (n: string) => `另有 ${n} 次联系未成`, en: (n: string) => `${n} contacts failed before` },
  realtime: { zh: '实时', en: 'at once' },
  proactive: { zh: '主动联系', en: 'called back' },
  waited: { zh: (time: string) => `等待 ${time}`, en: (time: string) => `after ${time}` },
  prefilled: { zh: '无需重复录入', en: 'nothing entered twice' },
  requested: { zh: '申请', en: 'asked for' },
  limit: { zh: '上限', en: 'limit' },
  amount: { zh: '金额', en: 'amount' },
  lost: { zh: '此后再没有任何事件：流失', en: 'nothing happened after this: lost' },
  active: { zh: '还在进行中', en: 'still under way' },
});
