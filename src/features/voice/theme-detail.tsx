import { voiceFacetsQuery } from '#api';
import type { VoiceTheme } from '#contract';
import { nodeId } from '#model';
import { toJourney } from '#src/routes';
import { Button, defineTexts, kindWords, Loading, Num, Panel, Tag, TrendChart, useFormats, useTexts } from '#ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { RegisterDialog } from './register-dialog';
import styles from './theme-detail.module.css';
import { commentsAsked } from './url';
import { useVoice } from './view';
import { changeWords, sentimentWords, voiceTexts } from './voice-texts';

const texts = defineTexts({
  register: { zh: '登记整改工单', en: 'Register a ticket' },
  part: { zh: '提到的评论', en: 'Comments about it' },
  trend: { zh: '趋势', en: 'Trend' },
  sentence: {
    zh: (count: string, total: string, share: string, low: string, high: string) => `${total} 条评论里有 ${count} 条提到，占 ${share}（95% 区间 ${low}–${high}）。`,
    en: (count: string, total: string, share: string, low: string, high: string) => `${count} of ${total} comments are about it: ${share} (95% interval ${low}–${high}).`,
  },
  before: { zh: (share: string, change: string) => `上一周期 ${share}：${change}。`, en: (share: string, change: string) => `The period before ${share}: ${change}.` },
  negative: { zh: (share: string) => `其中 ${share} 是负面的。`, en: (share: string) => `${share} of them speak ill.` },
  whole: { zh: (total: string) => `${total} 条评论`, en: (total: string) => `${total} comments` },
  places: { zh: '旅程断在哪里', en: 'Where their journeys broke' },
  placesNote: { zh: '写评论之前最近一次中断的位置；点开看全景图上的这个位置', en: 'The last break before the comment; opens that place on the map' },
  noPlaces: { zh: '没有关联到中断的评论', en: 'No comment is linked to a break' },
  more: { zh: (n: string) => `其余 ${n} 条没有中断，或没有关联旅程`, en: (n: string) => `The other ${n} had no break, or are linked to no journey` },
  only: { zh: (name: string) => `只看 ${name} 的评论`, en: (name: string) => `Only comments about ${name}` },
  quotes: { zh: '原话', en: 'In their words' },
  sentiments: { zh: '情感', en: 'Sentiment' },
});

const PLACES = 6;

/** The theme in front, or all comments: how it went, where its journeys broke, what customers say. */
export function ThemeDetail() {
  const { search, themes, theme: nameOf } = useVoice();
  const t = useTexts(texts);
  const v = useTexts(voiceTexts);
  const changes = useTexts(changeWords);
  const { exact, percent } = useFormats();
  const [registering, setRegistering] = useState(false);
  const chosen = search.theme === undefined ? undefined : themes.themes.find(({ theme = 'none' }) => theme === search.theme);
  const title = search.theme === undefined ? v.allComments : nameOf(search.theme);
  const days = themes.periods.map(({ from, total }, at) => ({ day: from, part: chosen ? (chosen.counts[at] ?? 0) : total, whole: total, mature: true }));
  return (
    <Panel
      title={title}
      actions={
        search.theme !== undefined && search.theme !== 'none' && (
          <Button look="primary" onClick={() => setRegistering(true)}>{t.register}</Button>
        )
      }
    >
      <p className={styles.sentence}>
        {chosen ? t.sentence(exact(chosen.count), exact(themes.total), percent(chosen.share), percent(chosen.low), percent(chosen.high)) : t.whole(exact(themes.total))}{' '}
        {chosen?.before && chosen.change && <b>{t.before(percent(chosen.before.share), changes[chosen.change])}</b>}{' '}
        {chosen && chosen.count > 0 && t.negative(percent(chosen.negative / chosen.count))}
      </p>
      <div className={styles.parts}>
        {chosen && (
          <section aria-label={t.trend}>
            <h3>{t.trend}</h3>
            <TrendChart tone="nps" height={170} days={days} words={{ rate: v.share, part: t.part, whole: v.comments }} />
          </section>
        )}
        <Places />
      </div>
      {chosen && <Quotes of={chosen} />}
      {registering && search.theme !== undefined && search.theme !== 'none' && <RegisterDialog theme={search.theme} onClose={() => setRegistering(false)} />}
    </Panel>
  );
}

/** The places of the map where the journeys of these comments broke. */
function Places() {
  const { search, go, names } = useVoice();
  const t = useTexts(texts);
  const kinds = useTexts(kindWords);
  const sentiments = useTexts(sentimentWords);
  const { exact } = useFormats();
  const { sort: _sort, ...asked } = commentsAsked(search);
  const facets = useQuery(voiceFacetsQuery(asked)).data;
  if (!facets) return <Loading lines={4} />;
  const total = facets.sentiments.reduce((sum, { count }) => sum + count, 0);
  const broke = facets.kinds.reduce((sum, { id, count }) => (id === 'none' ? sum : sum + count), 0);
  const most = Math.max(1, ...facets.places.map(({ count }) => count));
  return (
    <section aria-label={t.places}>
      <h3>{t.places}</h3>
      {facets.places.length === 0 ? <p className={styles.quiet}>{t.noPlaces}</p> : <p className={styles.quiet}>{t.placesNote}</p>}
      <ul className={styles.places}>
        {facets.places.slice(0, PLACES).map(({ journey, step, touchpoint, count }) => {
          const name = `${names.journey(journey)} · ${names.step(journey, step)} · ${names.touchpoint(touchpoint)}`;
          return (
            <li key={`${journey} ${step} ${touchpoint}`}>
              <Link {...toJourney(journey, { node: nodeId(step, touchpoint), from: facets.filter.from, to: facets.filter.to })}>{name}</Link>
              <span className={styles.track} aria-hidden="true">
                <span style={{ width: `${(100 * count) / most}%` }} />
              </span>
              <button type="button" aria-label={`${t.only(name)} ${exact(count)}`} onClick={() => go({ ...search, journey: [journey], step })}>
                <Num value={count} />
              </button>
            </li>
          );
        })}
      </ul>
      {facets.places.length > 0 && <p className={styles.quiet}>{t.more(exact(total - broke))}</p>}
      <div className={styles.facets} role="group" aria-label={t.sentiments}>
        {facets.sentiments.map(({ id, count }) => (
          <button key={id} type="button" aria-pressed={search.sentiment === id} onClick={() => go({ ...search, sentiment: search.sentiment === id ? undefined : id })}>
            {sentiments[id]} {exact(count)}
          </button>
        ))}
        {facets.kinds.map(({ id, count }) =>
          id === 'none' ? undefined : (
            <button key={id} type="button" aria-pressed={search.kind === id} onClick={() => go({ ...search, kind: search.kind === id ? undefined : id })}>
              {kinds[id]} {exact(count)}
            </button>
          ),
        )}
      </div>
    </section>
  );
}

function Quotes({ of: { quotes } }: { of: VoiceTheme }) {
  const { names } = useVoice();
  const t = useTexts(texts);
  if (quotes.length === 0) return undefined;
  return (
    <section className={styles.quotes} aria-label={t.quotes}>
      <h3>{t.quotes}</h3>
      {quotes.map(({ id, text, score, journey, touchpoint }) => (
        <figure key={id}>
          <blockquote>{text}</blockquote>
          <figcaption>
            <Tag tone={score >= 9 ? 'good' : score <= 6 ? 'break' : 'neutral'}>{score}</Tag> {names.journey(journey)}
            {touchpoint && ` · ${names.touchpoint(touchpoint)}`}
          </figcaption>
        </figure>
      ))}
    </section>
  );
}
