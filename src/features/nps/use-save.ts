import { failureOf, statusQuery } from '#api';
import { defineTexts, useTexts, useToast } from '#ui';
import { useQuery } from '@tanstack/react-query';
import { useAbout } from './about';
import type { ChartTable } from './table';

const texts = defineTexts({
  saved: { zh: (what: string) => `已导出“${what}”`, en: (what: string) => `“${what}” exported` },
  failed: { zh: (why: string) => `没有导出：${why}`, en: (why: string) => `Not exported: ${why}` },
  again: { zh: '重试', en: 'Try again' },
  about: { zh: '说明', en: 'About' },
  demo: { zh: '演示数据，全部合成', en: 'Demo data, all synthetic' },
});

/** Makes files of a chart. What makes them loads when the first is wanted. */
export function useSave(title: string, name: string) {
  const t = useTexts(texts);
  const toast = useToast();
  const { about, days } = useAbout();
  const isDemo = useQuery(statusQuery()).data?.demo ?? false;
  const file = ['throughline', 'nps', name, days].filter(Boolean).join('-');
  const lines = isDemo ? [...about, [t.demo, ''] as const] : about;
  const run = async (job: () => Promise<void>): Promise<void> => {
    try {
      await job();
      toast({ text: t.saved(title) });
    } catch (error) {
      toast({ text: t.failed(error instanceof RangeError ? error.message : failureOf(error).detail), action: { label: t.again, run: () => void run(job) } });
    }
  };
  return {
    table: <Row>(table: ChartTable<Row>, format: 'csv' | 'xlsx') =>
      void run(async () => (await import('./write-file')).writeFile({ file, name: title, aboutName: t.about, about: lines, table }, format)),
    picture: (card: HTMLElement) =>
      void run(async () => (await import('./save-picture')).savePicture(card, file, ['脉络 Throughline', ...about.map(([, value]) => value), isDemo && t.demo].filter(Boolean).join(' · '))),
  };
}
