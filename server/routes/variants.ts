import { getVariants, type VariantsAnswer } from '#contract';
import { type Level, parsePathId, type Variant } from '#model';
import type { Binder } from '../http/bind';
import { nextCursor, offsetOf } from '../services/cursor';
import { mapQuestion } from '../services/map-question';
import { filterTold } from '../services/resolve-filter';
import type { Services } from '../services/services';

const PAGE = 20;

export function bindVariants(bind: Binder, services: Services): void {
  const { events } = services.ports;

  bind.question(getVariants, async (asked) => {
    const { limit = PAGE, cursor, level = 'journey', ...query } = asked.query;
    const question = await mapQuestion(services, { ...asked, query: { ...query, level } });
    const page = { offset: offsetOf(cursor), limit };
    const { access, filter, maturity } = question;
    return {
      about: ['variants', question.about, page],
      answer: async (): Promise<Omit<VariantsAnswer, 'asOf' | 'revision' | 'zone'>> => {
        // From the first path on, so that what is left is known.
        const { total, count, lost, variants } = await events.variants(access, { level, filter }, { offset: 0, limit: page.offset + limit });
        const items = variants.slice(page.offset);
        const other = { variants: total - variants.length, count: count - sum(variants, 'count'), lost: lost - sum(variants, 'lost') };
        return {
          level,
          filter: filterTold(filter),
          matureUntil: maturity.matureUntil,
          items: items.map((one) => told(level, one)),
          total,
          nextCursor: nextCursor(page.offset + items.length, total),
          all: { variants: total, count, lost },
          ...(other.variants > 0 && { other }),
        };
      },
    };
  });
}

const sum = (variants: readonly Variant[], of: 'count' | 'lost'): number => variants.reduce((total, one) => total + one[of], 0);

const told = (level: Level, { path, ...counts }: Variant): VariantsAnswer['items'][number] => ({
  id: path,
  ...parsePathId(level, path),
  ...counts,
  selection: { level, path, rows: 'interruptions' },
});
