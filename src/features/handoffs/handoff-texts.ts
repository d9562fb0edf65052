import { defineTexts } from '#ui';

/** What several parts of 接续任务 say. */
export const handoffTexts = defineTexts({
  title: { zh: '接续任务', en: 'Handoff tasks' },
  unassigned: { zh: '无人认领', en: 'Nobody' },
  mine: { zh: '我', en: 'me' },
  to: { zh: (touchpoint: string) => `由${touchpoint}接续`, en: (touchpoint: string) => `through ${touchpoint}` },
  due: { zh: '应在此前', en: 'Due' },
  minutes: { zh: (minutes: number, seconds: string) => `${minutes} 分 ${seconds} 秒`, en: (minutes: number, seconds: string) => `${minutes} min ${seconds} s` },
  left: { zh: (time: string) => `剩 ${time}`, en: (time: string) => `${time} left` },
  late: { zh: (time: string) => `超时 ${time}`, en: (time: string) => `${time} overdue` },
  took: { zh: (time: string) => `用时 ${time}`, en: (time: string) => `took ${time}` },
  tookLate: { zh: (time: string) => `超时 ${time}后结束`, en: (time: string) => `ended ${time} late` },
  working: { zh: '工时', en: 'work hrs' },
  workingWhy: { zh: '只在工作时间里计时（见工作日历）', en: 'Runs in working hours only (see the working calendar)' },
  escalated: { zh: (level: number) => `已升级 ${level} 级`, en: (level: number) => `escalated ×${level}` },
});
