import { QUALITY_KINDS, type QualityFinding } from '#contract';
import type { InstanceId } from '#model';
import { toStory } from '#src/routes';
import { defineTexts, Table, Tag, useFormats, useTexts } from '#ui';
import { Link } from '@tanstack/react-router';
import styles from './quality-report.module.css';
import { sourceTexts } from './source-texts';

type Kind = QualityFinding['kind'];

const texts = defineTexts({
  title: { zh: '数据质量', en: 'Data quality' },
  good: { zh: '没有发现异常：时间、顺序、步骤和结果都齐全。', en: 'Nothing odd was found: times, order, steps and outcomes are all there.' },
  of: { zh: (count: string, of: string, share: string) => `${count} / ${of}（${share}）`, en: (count: string, of: string, share: string) => `${count} of ${of} (${share})` },
  days: { zh: (count: string) => `${count} 天`, en: (count: string) => `${count} days` },
  where: { zh: '看是哪些', en: 'Which ones' },
  first: { zh: (shown: string, all: string) => `前 ${shown} 个，共 ${all} 个`, en: (shown: string, all: string) => `the first ${shown} of ${all}` },
  value: { zh: '实例或值', en: 'Instance or value' },
  day: { zh: '日期', en: 'Day' },
  events: { zh: '事件', en: 'Events' },
  usual: { zh: '平常', en: 'Usual' },
});

const kindTexts = defineTexts<Record<Kind, string>>({
  'time-missing': { zh: '没有时间', en: 'No time' },
  'time-unreadable': { zh: '时间读不懂', en: 'A time that cannot be read' },
  'time-future': { zh: '时间在将来', en: 'A time to come' },
  'out-of-order': { zh: '先后颠倒（不到一小时）', en: 'Out of order, by less than an hour' },
  'clock-jump': { zh: '时钟跳变（倒退一小时以上）', en: 'A clock that jumps back, by an hour or more' },
  'unknown-journey': { zh: '目录里没有的旅程', en: 'A journey the catalogue does not have' },
  'unknown-step': { zh: '旅程里没有的步骤', en: 'A step the journey does not have' },
  'unknown-touchpoint': { zh: '目录里没有的触点', en: 'A touchpoint the catalogue does not have' },
  gap: { zh: '整天没有事件', en: 'Days without events' },
  drop: { zh: '事件骤降的日子', en: 'Days with far fewer events' },
  'no-outcome': { zh: '没写结果', en: 'No outcome' },
  'no-end': { zh: '没有走到头的旅程', en: 'Journeys without an end' },
});

/** What each does to the figures. */
const effectTexts = defineTexts<Record<Kind, string>>({
  'time-missing': { zh: '这些行没有导入：少了它们，停留会变长，断点可能看不见。', en: 'These rows are not imported: without them stays look longer, and breaks may not be seen.' },
  'time-unreadable': { zh: '这些行没有导入：改映射里的日期写法后再导入，已导入的不会重复。', en: 'These rows are not imported: say how dates are written in the mapping and import again; nothing is doubled.' },
  'time-future': { zh: '到那一刻之前不算数：现在的数字里没有它们。', en: 'They do not exist until then: no figure has them yet.' },
  'out-of-order': { zh: '一律按时间排序，和文件里的先后不同：流转以时间为准。', en: 'Time decides the order, not the file: transitions follow the time.' },
  'clock-jump': { zh: '可能是时钟调整或时区混用：流转方向、停留和超时会因此出错，请先核对来源。', en: 'A clock was changed or zones are mixed: transitions, stays and overruns are wrong because of it. Please check the source first.' },
  'unknown-journey': { zh: '这些行没有导入：在目录里加上旅程后再导入同一个文件。', en: 'These rows are not imported: add the journey to the catalogue, then import the same file again.' },
  'unknown-step': { zh: '这些行没有导入：在目录里加上步骤后再导入同一个文件。', en: 'These rows are not imported: add the step to the catalogue, then import the same file again.' },
  'unknown-touchpoint': { zh: '这些行没有导入：在目录里加上触点后再导入同一个文件。', en: 'These rows are not imported: add the touchpoint to the catalogue, then import the same file again.' },
  gap: { zh: '多半是来源断了，不是客户没来：这些天的中断率和对比都不可信。', en: 'A source was probably down, not the customers away: rates and comparisons of these days cannot be trusted.' },
  drop: { zh: '多半只到了一部分：这些天的数量偏低，中断率会偏。', en: 'Only a part has probably come: volumes of these days are low and rates are off.' },
  'no-outcome': { zh: '按“完成”算：失败和受限看不出来，只看得出放弃和超时。', en: 'They count as done: failures and limits are not seen, only abandonment and overruns.' },
  'no-end': { zh: '算“进行中”或“流失”：如果日志本来就没记结尾，请在目录里标出算办完的步骤。', en: 'They are under way or lost: if the log never says the end, mark the steps that complete the journey.' },
});

/** What is said otherwise of rows that are of no import. */
export interface QualityWords {
  kinds: Partial<Record<Kind, string>>;
  effects: Partial<Record<Kind, string>>;
  first: (shown: string, all: string) => string;
}

/** What is odd about the rows of an import, where, and what it does to the figures. @param words of rows that are of none; then the heading is the caller's */
export function QualityReport({ findings, words }: { findings: readonly QualityFinding[]; words?: QualityWords }) {
  const t = useTexts(texts);
  const sorted = findings.toSorted((a, b) => QUALITY_KINDS.indexOf(a.kind) - QUALITY_KINDS.indexOf(b.kind) || (a.touchpoint ?? '').localeCompare(b.touchpoint ?? ''));
  return (
    <section className={styles.report} aria-label={t.title}>
      {!words && <h4>{t.title}</h4>}
      {sorted.length === 0 && <p className={styles.effect}>✓ {t.good}</p>}
      <ul>
        {sorted.map((finding) => <Finding key={`${finding.kind} ${finding.touchpoint ?? ''}`} finding={finding} own={words} />)}
      </ul>
    </section>
  );
}

function Finding({ finding, own }: { finding: QualityFinding; own: QualityWords | undefined }) {
  const t = useTexts(texts);
  const words = useTexts(sourceTexts);
  const kinds = { ...useTexts(kindTexts), ...own?.kinds };
  const effects = { ...useTexts(effectTexts), ...own?.effects };
  const first = own?.first ?? t.first;
  const { exact, percent, day } = useFormats();
  const { kind, count, of, touchpoint, sample } = finding;
  const isDays = kind === 'gap' || kind === 'drop';
  const hasLines = sample.some(({ line }) => line !== undefined);
  return (
    <li className={styles.finding}>
      <p>
        <Tag tone={kind === 'no-outcome' || kind === 'no-end' ? 'neutral' : 'mild'}>! {kinds[kind]}</Tag> {touchpoint && <b>{touchpoint}</b>}{' '}
        {isDays ? t.days(exact(count)) : t.of(exact(count), exact(of), percent(count / Math.max(1, of)))}
      </p>
      <p className={styles.effect}>{effects[kind]}</p>
      {sample.length > 0 && (
        <details>
          <summary>{t.where} {sample.length < count && <span className={styles.effect}>({first(exact(sample.length), exact(count))})</span>}</summary>
          <Table label={kinds[kind]} maxHeight={220}>
            <thead>
              {isDays ? (
                <tr>
                  <th scope="col">{t.day}</th>
                  <th scope="col" data-number>{t.events}</th>
                  <th scope="col" data-number>{t.usual}</th>
                </tr>
              ) : (
                <tr>
                  {hasLines && <th scope="col" data-number>{words.line}</th>}
                  <th scope="col">{t.value}</th>
                </tr>
              )}
            </thead>
            <tbody>
              {sample.map((one) =>
                isDays ? (
                  <tr key={one.day}>
                    <td>{one.day && day(one.day)}</td>
                    <td data-number>{exact(one.events ?? 0)}</td>
                    <td data-number>{exact(Math.round(one.usual ?? 0))}</td>
                  </tr>
                ) : (
                  <tr key={`${one.line} ${one.value}`}>
                    {hasLines && <td data-number>{exact(one.line ?? 0)}</td>}
                    {/* A `journey` says that the value is an instance. */}
                    <td>{one.journey && one.value !== undefined ? <Link {...toStory(one.journey, one.value as InstanceId)}>{one.value}</Link> : one.value}</td>
                  </tr>
                ),
              )}
            </tbody>
          </Table>
        </details>
      )}
    </li>
  );
}
