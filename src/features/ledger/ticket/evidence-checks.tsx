import type { EvidenceAnswer, EvidenceCheck } from '#contract';
import { classes, defineTexts, useFormats, useTexts } from '#ui';
import styles from './evidence-panel.module.css';

const texts = defineTexts({
  label: { zh: '销号要满足的', en: 'What closing out takes' },
  effect: { zh: '效果检验', en: 'Effect test' },
  effectOn: { zh: (day: string, phi: string) => `效果检验（${day}，一次，φ = ${phi}）`, en: (day: string, phi: string) => `Effect test (${day}, once, φ = ${phi})` },
  enough: { zh: '降幅至少到目标的一半', en: 'A drop of at least half the target' },
  enoughOf: { zh: (points: string) => `降幅 ≥ ${points}（目标的一半）`, en: (points: string) => `Drop ≥ ${points} (half the target)` },
  samples: { zh: '样本足够', en: 'Enough of a sample' },
  samplesOf: { zh: (have: string, need: string) => `样本 ${have} / ${need}`, en: (have: string, need: string) => `Sample ${have} / ${need}` },
  displacement: { zh: '未转移到相邻步骤', en: 'Not moved to a neighbouring step' },
  days: { zh: '观察期至少 14 天', en: 'Observed for at least 14 days' },
  daysOf: { zh: (have: string, need: string) => `观察期 ${have} / ${need} 天`, en: (have: string, need: string) => `${have} / ${need} days observed` },
  secondPerson: { zh: '第二人复核', en: 'A second person closes it' },
});

const MARKS: Record<EvidenceCheck['state'], string> = { open: '○', running: '◔', done: '✓', failed: '×' };
const states = defineTexts<Record<EvidenceCheck['state'], string>>({
  open: { zh: '未开始', en: 'open' },
  running: { zh: '进行中', en: 'running' },
  done: { zh: '已满足', en: 'done' },
  failed: { zh: '未满足', en: 'failed' },
});

/** The checklist of the close-out. */
export function EvidenceChecks({ evidence: { checks, plan, verdict, frozen } }: { evidence: EvidenceAnswer }) {
  const { exact, points, shortDay } = useFormats();
  const t = useTexts(texts);
  const state = useTexts(states);
  const testDay = frozen?.testedOn ?? (plan && !plan.tooLong ? plan.testDay : undefined);
  const phi = verdict?.phi ?? plan?.phi;
  const number = (value: string | number | undefined) => exact(Number(value ?? 0));
  const words: Record<EvidenceCheck['code'], (params: Record<string, string | number>) => string> = {
    effect: () => (testDay === undefined || phi === undefined ? t.effect : t.effectOn(shortDay(testDay), phi.toFixed(2))),
    target: ({ target }) => (target === undefined ? t.enough : t.enoughOf(points(Number(target) / 2).replace('+', ''))),
    samples: ({ have, need }) => (need === undefined ? t.samples : t.samplesOf(number(have), number(need))),
    displacement: () => t.displacement,
    days: ({ have, need }) => (need === undefined ? t.days : t.daysOf(number(have), number(need))),
    'second-person': () => t.secondPerson,
  };
  return (
    <ul className={styles.checks} aria-label={t.label}>
      {checks.map(({ code, state: one, params = {} }) => (
        <li key={code} className={classes(styles.check, styles[one])}>
          <span aria-hidden="true">{MARKS[one]}</span> {words[code](params)} <span className={styles.hidden}>({state[one]})</span>
        </li>
      ))}
    </ul>
  );
}
