import type { VoiceTheme } from '#contract';
import { classes, defineTexts, Num, Sparkline, Tag, useFormats, useTexts } from '#ui';
import styles from './theme-list.module.css';
import { useVoice } from './view';
import { changeWords, voiceTexts } from './voice-texts';

const texts = defineTexts({
  themes: { zh: '主题', en: 'Themes' },
  rising: { zh: '新出现和上升的', en: 'New and rising' },
  noneRising: { zh: '没有显著上升的主题', en: 'No theme rises significantly' },
  others: { zh: '其他主题', en: 'Other themes' },
  against: { zh: (from: string, to: string) => `与 ${from} → ${to} 相比`, en: (from: string, to: string) => `against ${from} → ${to}` },
  withoutBefore: { zh: '之前没有评论可比', en: 'there are no comments before to compare with' },
  test: {
    zh: '占比的双比例检验，按此前逐日波动修正（φ），对全部主题作 Benjamini–Hochberg 5% 校正；此前不足 5 条的上升算新出现。',
    en: 'Two-proportion test of the share, corrected for its day-to-day variation before (φ) and by Benjamini–Hochberg at 5% over all themes; a rise from fewer than 5 comments is new.',
  },
  demo: {
    zh: (first: string, n: string) => `归类准确率：演示评论中 ${n} 条已知主题的，${first} 归到了同一主题`,
    en: (first: string, n: string) => `Accuracy: of ${n} demo comments whose theme is known, ${first} were given that theme first`,
  },
  corrected: {
    zh: (first: string, n: string) => `归类准确率：${n} 条人工更正过的评论中，词典现在归对 ${first}`,
    en: (first: string, n: string) => `Accuracy: of ${n} comments corrected by hand, the dictionary now reads ${first} right`,
  },
  among: { zh: (share: string) => `；${share} 的前三个主题里有它`, en: (share: string) => `; ${share} have it among their themes` },
  heldOut: { zh: (first: string, n: string) => `；写词典时没有看过的措辞 ${n} 条，${first}`, en: (first: string, n: string) => `; of ${n} in words nobody looked at when the dictionary was written, ${first}` },
});

/** 主题, new and rising ones first; each with its share and trend. Choosing one puts it in front. */
export function ThemeList() {
  const { search, go, themes } = useVoice();
  const t = useTexts(texts);
  const v = useTexts(voiceTexts);
  const { day } = useFormats();
  const isRising = ({ change, theme }: VoiceTheme) => theme !== undefined && (change === 'new' || change === 'rising');
  const rising = themes.themes.filter(isRising);
  const others = themes.themes.filter((one) => !isRising(one));
  return (
    <section className={classes(styles.list, search.theme !== undefined && styles.chosen)} aria-label={t.themes}>
      <button type="button" className={styles.row} aria-pressed={search.theme === undefined} onClick={() => go({ ...search, theme: undefined })}>
        <span className={styles.name}>{v.allComments}</span>
        <Sparkline tone="volume" values={themes.periods.map(({ total }) => total)} />
        <span className={styles.share} />
        <Num className={styles.count} value={themes.total} />
      </button>
      <h2>{rising.length > 0 ? t.rising : t.noneRising}</h2>
      <p className={styles.quiet}>{themes.before ? t.against(day(themes.before.from), day(themes.before.to)) : t.withoutBefore}</p>
      <Rows of={rising} />
      {others.length > 0 && <h2>{t.others}</h2>}
      <Rows of={others} />
      <p className={styles.quiet}>{t.test}</p>
      <Accuracy />
    </section>
  );
}

function Rows({ of }: { of: readonly VoiceTheme[] }) {
  const { search, go, theme: nameOf, themes } = useVoice();
  const changes = useTexts(changeWords);
  const { percent } = useFormats();
  return (
    <ul>
      {of.map(({ theme: id, count, share, counts, change }) => {
        const theme = id ?? ('none' as const);
        return (
        <li key={theme}>
          <button type="button" className={classes(styles.row, theme === 'none' && styles.none)} aria-pressed={search.theme === theme} onClick={() => go({ ...search, theme })}>
            <span className={styles.name}>
              {nameOf(theme)}
              {change !== undefined && change !== 'none' && theme !== 'none' && <Tag tone={change === 'falling' ? 'neutral' : 'nps'}>{change === 'falling' ? '▼' : '▲'} {changes[change]}</Tag>}
            </span>
            <Sparkline tone="nps" values={counts.map((part, at) => ratio(part, themes.periods[at]?.total ?? 0))} />
            <span className={styles.share}>{percent(share)}</span>
            <Num className={styles.count} value={count} />
          </button>
        </li>
        );
      })}
    </ul>
  );
}

const ratio = (part: number, whole: number): number | undefined => (whole > 0 ? part / whole : undefined);

function Accuracy() {
  const { themes: { accuracy } } = useVoice();
  const t = useTexts(texts);
  const { percent, exact } = useFormats();
  if (!accuracy) return undefined;
  const { n, first, among, heldOut, source } = accuracy;
  return (
    <p className={styles.quiet}>
      {t[source](percent(first / n), exact(n))}
      {t.among(percent(among / n))}
      {heldOut && heldOut.n > 0 && t.heldOut(percent(heldOut.first / heldOut.n), exact(heldOut.n))}
    </p>
  );
}
