import { failureOf, variantsQuery } from '#api';
import { defineTexts, FailedToLoad, Loading, useTexts } from '#ui';
import { useQuery } from '@tanstack/react-query';
import { PanelHead } from '../panel-head';
import panel from '../panel.module.css';
import { TotalButton } from '../total-button';
import { sameFilter, selectionParam, withSelection } from '../url';
import { useView } from '../view';
import styles from './path-panel.module.css';
import { placesOfPath } from './path-words';
import { WhatIf } from './what-if';

const texts = defineTexts({
  title: { zh: '中断路径', en: 'Broken path' },
  places: { zh: '走过的地方', en: 'The places passed' },
  cut: { zh: '更早的地方没有列出', en: 'Earlier places are not listed' },
  breaks: { zh: '// 在这里中断', en: '// Broke here' },
  count: { zh: '中断次数', en: 'Breaks' },
  instances: { zh: '旅程', en: 'Journeys' },
  lost: { zh: '流失', en: 'Lost' },
  unhanded: { zh: '未接续', en: 'Missed' },
  gone: { zh: '所选范围内没有这条路径，或它已不在最常见的 200 条里。', en: 'There is no such path in this range, or it is not among the first 200.' },
});

/** As many as the API tells at once. */
const MOST = 200;

/** One broken path: its places in order, how many broke and were lost, and what halving its last place would bring. */
export function PathPanel({ id }: { id: string }) {
  const { place, search, go, names, answer } = useView();
  const t = useTexts(texts);
  const paths = useQuery({ ...variantsQuery({ level: 'journey', ...(answer && sameFilter(answer.filter)) }, MOST), enabled: answer !== undefined });
  const path = placesOfPath(id);
  const found = paths.data?.items.find((one) => one.id === id);
  const last = path?.places.at(-1);
  return (
    <div className={panel.panel}>
      <PanelHead title={t.title} />
      {paths.isPending && <Loading lines={4} />}
      {paths.error && !paths.data && <FailedToLoad failure={failureOf(paths.error)} onRetry={() => void paths.refetch()} />}
      {(!path || (paths.data && !found)) && <p className={panel.quiet}>{t.gone}</p>}
      {found && (
        <dl className={panel.facts}>
          <div>
            <dt>{t.count}</dt>
            <dd>
              <TotalButton name={t.count} count={found.count} narrowing={{ path: id, list: 'interruptions' }} />
              <small>
                {t.unhanded} <TotalButton name={t.unhanded} count={found.unhanded} narrowing={{ path: id, list: 'interruptions', handling: 'unhanded' }} />
              </small>
            </dd>
          </div>
          <div>
            <dt>{t.lost}</dt>
            <dd className={found.lost > 0 ? panel.bad : undefined}>
              <TotalButton name={t.lost} count={found.lost} narrowing={{ path: id, list: 'interruptions', resolution: 'lost' }} />
            </dd>
          </div>
          <div>
            <dt>{t.instances}</dt>
            <dd>
              <TotalButton name={t.instances} count={found.instances} narrowing={{ path: id, list: 'instances' }} />
            </dd>
          </div>
        </dl>
      )}
      {path && (
        <section aria-label={t.places}>
          <h3>{t.places}</h3>
          {path.cut && <p className={panel.quiet}>{t.cut}</p>}
          <ol className={styles.places}>
            {path.places.map((one, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- a path may pass a place twice
              <li key={`${index} ${one}`} className={index === path.places.length - 1 ? styles.broken : undefined}>
                <button type="button" className={panel.row} onClick={() => go(withSelection(search, selectionParam(one)))}>
                  <span>{names.node(place, one)}</span>
                  {index === path.places.length - 1 && <span className={panel.bad}>{t.breaks}</span>}
                </button>
              </li>
            ))}
          </ol>
        </section>
      )}
      {last !== undefined && found && <WhatIf node={last} />}
    </div>
  );
}
