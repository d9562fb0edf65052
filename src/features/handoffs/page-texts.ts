import { defineTexts } from '#ui';

/** What the page around the tasks says. */
export const pageTexts = defineTexts({
  viewKeeps: { zh: '保存筛选和排序，以后一次点开。', en: 'Keeps filter and order for later.' },
  list: { zh: '任务清单', en: 'Tasks' },
  rules: { zh: '九应接规则', en: 'Rules' },
  choose: { zh: '选一个任务，这里会有客户走到哪、填过什么、怎么联系。↑ ↓ 走动，Enter 打开。', en: 'Choose a task to see how far the customer came, what was entered, and how to reach them. ↑ ↓ walk, Enter opens.' },
  slow: { zh: '任务还在加载，请稍候。', en: 'The tasks are still loading.' },
  none: { zh: '没有待办的接续任务', en: 'Nobody is waiting' },
  noneNext: { zh: '中断一符合规则，任务就会自己出现在这里。', en: 'As soon as a break matches a rule, its task appears here by itself.' },
  noneFound: { zh: '没有符合条件的任务', en: 'No task matches' },
  clear: { zh: '清除筛选', en: 'Clear filters' },
  stale: { zh: (since: string) => `更新失败，屏幕上是 ${since} 的任务`, en: (since: string) => `Could not update: these are the tasks of ${since}` },
});
