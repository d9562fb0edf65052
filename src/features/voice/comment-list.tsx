import { voiceCommentsQuery, failureOf } from '#api';
import type { VoiceComment } from '#contract';
import { nodeId, phrasesOf, type Sentiment } from '#model';
import { toJourney, toStory } from '#src/routes';
import { Button, Choice, defineTexts, Dropdown, Empty, FailedToLoad, KindTag, Loading, Panel, Tag, type Tone, useFormats, useSlow, useTexts } from '#ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import styles from './comment-list.module.css';
import { CorrectDialog } from './correct-dialog';
import { SearchField } from './search-field';
import { useExport } from './use-export';
import { commentsAsked, withoutFilter } from './url';
import { useVoice } from './view';
import { sentimentWords, voiceTexts } from './voice-texts';
import { markPhrases } from './mark-phrases';

const texts = defineTexts({
  found: { zh: (n: string) => `${n} 条`, en: (n: string) => `${n} found` },
  sort: { zh: '排序', en: 'Sort' },
  '-at': { zh: '最新', en: 'Newest' },
  at: { zh: '最早', en: 'Oldest' },
  score: { zh: '评分低的在前', en: 'Lowest score' },
  '-score': { zh: '评分高的在前', en: 'Highest score' },
  more: { zh: (n: string) => `再看 ${n} 条`, en: (n: string) => `${n} more` },
  story: { zh: '看这次旅程', en: 'See the journey' },
  place: { zh: '看断点', en: 'See the break' },
  correct: { zh: '更正主题', en: 'Correct the theme' },
  corrected: { zh: '人工更正', en: 'Corrected by hand' },
  score10: { zh: (score: number) => `${score} 分`, en: (score: number) => `${score} of 10` },
  noneFound: { zh: '没有符合条件的评论', en: 'No comment matches' },
  clear: { zh: '清除筛选', en: 'Clear filters' },
  exporting: { zh: (n: string) => `正在导出 ${n}…`, en: (n: string) => `Exporting ${n}…` },
  export: { zh: '导出 CSV', en: 'Export CSV' },
  slow: { zh: '还在查找，请稍候。', en: 'Still searching.' },
});

/** The comments of the theme in front, searched and ordered; each leads to its journey and can be corrected. */
export function CommentList() {
  const { search, go } = useVoice();
  const t = useTexts(texts);
  const v = useTexts(voiceTexts);
  const { exact } = useFormats();
  const asked = commentsAsked(search);
  const list = useInfiniteQuery(voiceCommentsQuery(asked));
  const slow = useSlow(list.isFetching);
  const exporting = useExport();
  const [correcting, setCorrecting] = useState<VoiceComment>();
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const total = list.data?.pages[0]?.total;
  const sort = search.sort ?? '-at';
  return (
    <Panel
      title={v.comments}
      note={total !== undefined && <span aria-live="polite">{t.found(exact(total))}</span>}
      actions={
        <div className={styles.tools}>
          <SearchField key={search.q ?? ''} text={search.q ?? ''} onFind={(q) => go({ ...search, q: q || undefined }, { replace: true })} />
          <Dropdown name={t.sort} value={t[sort]}>
            {(['-at', 'at', 'score', '-score'] as const).map((one) => (
              <Choice key={one} chosen={one === sort} onChoose={() => go({ ...search, sort: one === '-at' ? undefined : one })}>{t[one]}</Choice>
            ))}
          </Dropdown>
          <Button disabled={exporting.progress !== undefined || !total} onClick={() => exporting.save(asked)}>{exporting.progress === undefined ? t.export : t.exporting(exact(exporting.progress))}</Button>
        </div>
      }
    >
      {list.isError && !list.data && <FailedToLoad failure={failureOf(list.error)} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading lines={6} />}
      {slow && <p role="status">{t.slow}</p>}
      {total === 0 && <Empty title={t.noneFound} actions={<Button onClick={() => go(withoutFilter(search))}>{t.clear}</Button>} />}
      <ul className={styles.list} aria-busy={list.isFetching}>
        {items.map((comment) => (
          <Comment key={comment.id} comment={comment} phrases={phrasesOf(search.q ?? '')} onCorrect={() => setCorrecting(comment)} />
        ))}
      </ul>
      {total !== undefined && list.hasNextPage && (
        <Button disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t.more(exact(Math.min(30, total - items.length)))}</Button>
      )}
      {correcting && <CorrectDialog comment={correcting} onClose={() => setCorrecting(undefined)} />}
    </Panel>
  );
}

const TONES: Record<Sentiment, Tone> = { positive: 'good', neutral: 'neutral', negative: 'break' };

function Comment({ comment, phrases, onCorrect }: { comment: VoiceComment; phrases: readonly string[]; onCorrect: () => void }) {
  const { names, theme, zone, go, search } = useVoice();
  const t = useTexts(texts);
  const v = useTexts(voiceTexts);
  const sentiments = useTexts(sentimentWords);
  const { dateTime } = useFormats();
  const { text, score, sentiment, themes, journey, touchpoint, organisation, at, instance, broke, corrected } = comment;
  const where = [names.journey(journey), touchpoint && names.touchpoint(touchpoint), organisation && names.organisation(organisation)].filter(Boolean).join(' · ');
  return (
    <li>
      <p className={styles.text}>{markPhrases(text, phrases).map(({ part, isMarked, at: from }) => <Fragment key={from}>{isMarked ? <mark>{part}</mark> : part}</Fragment>)}</p>
      <div className={styles.line}>
        <Tag tone={TONES[sentiment]}>{t.score10(score)} · {sentiments[sentiment]}</Tag>
        {(themes.length > 0 ? themes : [undefined]).map((one) => (
          <button key={one ?? ''} type="button" className={styles.theme} onClick={() => go({ ...search, theme: one ?? 'none' })}>{theme(one)}</button>
        ))}
        {corrected && <Tag tone="nps">{t.corrected}</Tag>}
        {broke && <KindTag kind={broke.kind} />}
        <span className={styles.quiet}>{where} · {dateTime(at, zone)}</span>
      </div>
      <div className={styles.line}>
        {instance && <Link {...toStory(journey, instance)}>{t.story}</Link>}
        {broke && <Link {...toJourney(journey, { node: nodeId(broke.step, broke.touchpoint) })}>{t.place}: {names.step(journey, broke.step)} · {names.touchpoint(broke.touchpoint)}</Link>}
        <button type="button" className={styles.correct} onClick={onCorrect} aria-label={`${t.correct}: ${v.theme} ${themes.map(theme).join(' / ') || v.noTheme}`}>{t.correct}</button>
      </div>
    </li>
  );
}
