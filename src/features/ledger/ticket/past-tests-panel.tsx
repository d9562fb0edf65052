import type { PastTest } from '#model';
import { defineTexts, Panel, Tag, useFormats, useLanguage, useTexts } from '#ui';
import styles from './evidence-panel.module.css';
import { factText, pValue } from './evidence-sentence';
import { useMeasured } from './use-measured';
import { useTicketView } from './view';

const texts = defineTexts({
  title: { zh: '以前的检验', en: 'Earlier tests' },
  note: { zh: '每一轮的结论和当时的数字；每天的数字在审计记录里。', en: 'The verdict of each round with the figures of its day; the daily figures are in the audit.' },
  tested: { zh: (day: string) => `检验日 ${day}`, en: (day: string) => `Tested ${day}` },
  failed: { zh: '× 未通过，退回', en: '× Failed, sent back' },
  passed: { zh: '✓ 通过，后来复发', en: '✓ Passed, recurred later' },
  window: { zh: (rate: string, part: string, whole: string) => `${rate}（${part} / ${whole}）`, en: (rate: string, part: string, whole: string) => `${rate} (${part} / ${whole})` },
  figures: { zh: (target: string, p: string, phi: string) => `目标 ${target} · p ${p} · φ ${phi}`, en: (target: string, p: string, phi: string) => `target ${target} · p ${p} · φ ${phi}` },
});

/** What earlier rounds were judged on, newest first: a ticket that was sent back or recurred shows its old figures too. */
export function PastTestsPanel() {
  const { ticket } = useTicketView();
  const t = useTexts(texts);
  const { pastTests = [] } = ticket;
  if (pastTests.length === 0) return null;
  return (
    <Panel title={t.title} note={t.note}>
      <ol className={styles.tests}>
        {pastTests.toReversed().map((one) => (
          <Test key={one.at} test={one} />
        ))}
      </ol>
    </Panel>
  );
}

function Test({ test: { testedOn, verdict } }: { test: PastTest }) {
  const { ticket, names } = useTicketView();
  const formats = useFormats();
  const language = useLanguage();
  const t = useTexts(texts);
  const { rate, of } = useMeasured();
  const { baseline, after, passed, drop, facts, target, p, phi } = verdict;
  const windowOf = ({ rate: value, successes, n }: typeof baseline) => t.window(value === undefined ? '—' : formats.percent(value), formats.exact(successes), formats.exact(n));
  return (
    <li>
      <div className={styles.test}>
        <strong>{t.tested(testedOn)}</strong>
        <span className={styles.figures}>
          {windowOf(baseline)} → {windowOf(after)} {drop !== undefined && <b>{formats.points(-drop)}</b>}
        </span>
        <Tag tone={passed ? 'good' : 'break'}>{passed ? t.passed : t.failed}</Tag>
      </div>
      {!passed && <p className={styles.more}>{facts.map((fact) => factText(fact, language, { formats, names, journey: ticket.locus.journey, rate, of })).join(language === 'zh' ? '' : ' ')}</p>}
      <p className={styles.quiet}>{t.figures(formats.points(target).replace('+', ''), pValue(p), phi.toFixed(2))}</p>
    </li>
  );
}
