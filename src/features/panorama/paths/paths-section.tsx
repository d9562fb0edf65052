import { failureOf, variantsQuery } from '#api';
import type { JourneyId } from '#model';
import { Button, defineTexts, FailedToLoad, Loading, useFormats, useTexts } from '#ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import panel from '../panel.module.css';
import { sameFilter, withSelection } from '../url';
import { useView } from '../view';
import { stretchesOf, writePath } from './path-words';

const texts = defineTexts({
  title: { zh: '流失最多的中断路径', en: 'Broken paths that lose most' },
  by: { zh: '走到中断为止经过的地方；点开在地图上点亮', en: 'The places up to the break; choose one to light it on the map' },
  lost: { zh: (n: string) => `流失 ${n}`, en: (n: string) => `${n} lost` },
  broke: { zh: (n: string) => `中断 ${n} 次`, en: (n: string) => `${n} breaks` },
  cut: { zh: '… ', en: '… ' },
  more: { zh: (paths: string, breaks: string, lost: string) => `其余 ${paths} 条，共中断 ${breaks} 次，流失 ${lost}`, en: (paths: string, breaks: string, lost: string) => `${paths} more, ${breaks} breaks, ${lost} lost` },
  less: { zh: '收起', en: 'Show fewer' },
  none: { zh: '这段时间里没有中断。', en: 'Nothing broke in this period.' },
  rest: { zh: (paths: string, breaks: string, lost: string) => `没有列出的 ${paths} 条，共中断 ${breaks} 次，流失 ${lost}`, en: (paths: string, breaks: string, lost: string) => `Not listed: ${paths}, ${breaks} breaks, ${lost} lost` },
});

/** How many paths are named before the rest is counted, and how many are asked for. */
const NAMED = 3;
const ASKED = 20;

/** The broken paths of a journey, those that lose most customers first; each lights itself on the map. */
export function PathsSection({ journey }: { journey: JourneyId }) {
  const { search, go, names, answer, isFailed } = useView();
  const { exact } = useFormats();
  const t = useTexts(texts);
  const [all, setAll] = useState(false);
  const paths = useQuery({ ...variantsQuery({ level: 'journey', ...(answer && sameFilter(answer.filter)) }, ASKED), enabled: answer !== undefined });
  // Without the map's numbers there is nothing to ask for, and the map says why.
  if (isFailed) return undefined;
  const { items, other } = paths.data ?? { items: [], other: undefined };
  const shown = items.slice(0, all ? undefined : NAMED);
  const hidden = items.slice(NAMED);
  const sum = (of: 'count' | 'lost') => hidden.reduce((total, one) => total + one[of], other?.[of] ?? 0);
  return (
    <section aria-label={t.title}>
      <div className={panel.head}>
        <h3>{t.title}</h3>
        <p>{t.by}</p>
      </div>
      {paths.isPending && <Loading lines={3} />}
      {paths.error && !paths.data && <FailedToLoad failure={failureOf(paths.error)} onRetry={() => void paths.refetch()} />}
      {paths.data && items.length === 0 && <p className={panel.quiet}>{t.none}</p>}
      <ol className={panel.rows}>
        {shown.map(({ id, places, cut, count, lost }) => (
          <li key={id}>
            <button type="button" className={panel.row} onClick={() => go(withSelection(search, { path: id }))}>
              <span>{(cut ? t.cut : '') + writePath(stretchesOf(places, journey, names))}</span>
              <span className={lost > 0 ? panel.bad : undefined}>{t.lost(exact(lost))}</span>
              <span className={panel.sub}>{t.broke(exact(count))}</span>
            </button>
          </li>
        ))}
      </ol>
      {all && other && <p className={panel.quiet}>{t.rest(exact(other.variants), exact(other.count), exact(other.lost))}</p>}
      {hidden.length > 0 && (
        <Button look="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t.less : t.more(exact(hidden.length + (other?.variants ?? 0)), exact(sum('count')), exact(sum('lost')))}
        </Button>
      )}
    </section>
  );
}
