import { failureOf, whatIfQuery } from '#api';
import { defineTexts, FailedToLoad, Loading, useFormats, useTexts } from '#ui';
import { useQuery } from '@tanstack/react-query';
import panel from '../panel.module.css';
import { sameFilter } from '../url';
import { useView } from '../view';
import styles from './what-if.module.css';

const texts = defineTexts({
  title: { zh: '若这里的流失减半', en: 'If the losses here were halved' },
  gain: { zh: (n: string) => `预计多完成 ${n} 个旅程`, en: (n: string) => `${n} more journeys completed, expected` },
  rate: { zh: (before: string, after: string) => `完成率 ${before} → ${after}`, en: (before: string, after: string) => `completion ${before} → ${after}` },
  of: {
    zh: (lost: string, visits: string, until: string) => `${until} 及之前的成熟日里，${visits} 次到访有 ${lost} 次在这里流失。`,
    en: (lost: string, visits: string, until: string) => `On the mature days up to ${until}, ${lost} of ${visits} visits were lost here.`,
  },
  assumption: {
    zh: '假设：不再流失的客户，之后和从这里走下去的客户一样（观察到的流转组成的吸收马尔可夫链，不记来路）。这是估计，不是承诺。',
    en: 'Assumed: whoever is no longer lost goes on as those did who went on from here (the absorbing Markov chain of the observed flows, without memory). An estimate, not a promise.',
  },
  nobody: { zh: '从这里没有人走下去过，减半之后会怎样无从估计。', en: 'Nobody ever went on from here, so nothing tells what halving would bring.' },
  none: { zh: '成熟日里没有人在这里流失。', en: 'On mature days nobody was lost here.' },
  immature: { zh: '这段时间还没有成熟的日子，暂时无法估计。', en: 'No day of this period is mature yet, so there is no estimate.' },
});

/** What halving the losses at a place of a journey would bring, with what that assumes beside it. @param node its id */
export function WhatIf({ node }: { node: string }) {
  const { answer } = useView();
  const { exact, percent, day } = useFormats();
  const t = useTexts(texts);
  const asked = useQuery({ ...whatIfQuery(answer ? sameFilter(answer.filter) : {}), enabled: answer !== undefined });
  const { data } = asked;
  const place = data?.places.find(({ id }) => id === node);
  return (
    <section aria-label={t.title}>
      <h3>{t.title}</h3>
      {asked.isPending && <Loading lines={2} />}
      {asked.error && !data && <FailedToLoad failure={failureOf(asked.error)} onRetry={() => void asked.refetch()} />}
      {data && !data.mature && <p className={panel.quiet}>{t.immature}</p>}
      {data?.mature && (!place || place.lost === 0) && <p className={panel.quiet}>{t.none}</p>}
      {data?.mature && place && place.lost > 0 && (
        <>
          {place.gain === undefined ? (
            <p className={panel.quiet}>{t.nobody}</p>
          ) : (
            <p className={styles.gain}>
              <strong>{t.gain(rounded(place.gain, exact))}</strong>
              {data.instances > 0 && <span>{t.rate(percent(data.completed / data.instances), percent((data.completed + place.gain) / data.instances))}</span>}
            </p>
          )}
          <p className={panel.quiet}>
            {t.of(exact(place.lost), exact(place.visits), day(data.filter.to))} {place.gain !== undefined && t.assumption}
          </p>
        </>
      )}
    </section>
  );
}

/** An expectation of few is not a whole number. */
const rounded = (value: number, exact: (value: number) => string): string => (value < 10 ? value.toFixed(1) : exact(Math.round(value)));
