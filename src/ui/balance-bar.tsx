import { roundParts, STATES, type Balance, type State } from '#model';
import styles from './balance-bar.module.css';
import { classes } from './classes';
import { formatsOf } from './formats';
import { useLanguage, type Language } from './language';
import { stateWords } from './model-words';
import { defineTexts, useTexts } from './texts';

const texts = defineTexts({
  label: { zh: '旅程平衡', en: 'Balance of journeys' },
  entered: { zh: '进入', en: 'Entered' },
});

/** The states in as few words as a line of seven figures has room for. */
const shortWords = defineTexts<Record<State, string>>({
  smooth: { zh: '顺畅', en: 'Smooth' },
  recovered: { zh: '自行恢复', en: 'Recovered' },
  handed: { zh: '接续完成', en: 'Handed' },
  detoured: { zh: '自寻完成', en: 'Detoured' },
  active: { zh: '进行中', en: 'Open' },
  lost: { zh: '流失', en: 'Lost' },
});

export interface BalanceBarProps {
  /** Absent while it is still being asked: the names stand already. */
  balance: Balance | undefined;
  /** Makes each figure a button that opens its journeys: those of a state, or all that entered. */
  onOpen?: (state: State | 'entered') => void;
}

/** 旅程平衡 in one line: entered = the six states, in figures that add up as shown. */
export function BalanceBar({ balance, onOpen }: BalanceBarProps) {
  const t = useTexts(texts);
  const words = useTexts(stateWords);
  const short = useTexts(shortWords);
  const language = useLanguage();
  const { exact } = formatsOf(language);
  const shown = balance && writeBalance(balance, language);
  const figure = (key: State | 'entered', name: string, written: string | undefined) => {
    const text = <span title={balance && exact(balance[key])}>{written ?? <Blank />}</span>;
    if (!onOpen) return text;
    return (
      <button type="button" className={styles.open} disabled={!balance} onClick={() => onOpen(key)} aria-label={`${name} ${written ?? ''}`}>
        {text}
      </button>
    );
  };
  return (
    <dl className={styles.bar} aria-label={t.label}>
      <div className={styles.item}>
        <dt>{t.entered}</dt>
        <dd>{figure('entered', t.entered, shown?.entered)}</dd>
      </div>
      {STATES.map((state, index) => (
        <div key={state} className={classes(styles.item, state === 'handed' && styles.handed, state === 'lost' && styles.lost)}>
          <dt title={words[state]}>
            <span className={styles.sign} aria-hidden="true">{index === 0 ? '=' : '+'}</span>
            {short[state]}
          </dt>
          <dd>{figure(state, words[state], shown?.states[state])}</dd>
        </div>
      ))}
    </dl>
  );
}

const Blank = () => <span className={styles.blank} aria-hidden="true" />;

/**
 * The seven figures in one unit, rounded so that the six add up to the seventh (see `roundParts`): whole numbers below 万 (k), else
 * hundredths of 万 (tenths of k, hundredths of M).
 */
export function writeBalance(balance: Balance, language: Language): { entered: string; states: Record<State, string> } {
  const scale = scaleOf(balance.entered, language);
  const rounded = roundParts(STATES.map((state) => balance[state]), scale.size / 10 ** scale.digits);
  const figures = new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { minimumFractionDigits: scale.digits, maximumFractionDigits: scale.digits });
  const write = (value: number | undefined = 0): string => (value === 0 ? '0' : `${figures.format(value / scale.size)}${scale.unit}`);
  return {
    entered: write(rounded.total),
    // One figure for each state, in the order of STATES.
    states: Object.fromEntries(STATES.map((state, index) => [state, write(rounded.parts[index])])) as Record<State, string>,
  };
}

const scaleOf = (entered: number, language: Language): { size: number; digits: number; unit: string } => {
  if (entered < 100_000) return { size: 1, digits: 0, unit: '' };
  if (language === 'zh') return entered < 1e8 ? { size: 1e4, digits: entered < 1e6 ? 2 : 1, unit: '万' } : { size: 1e8, digits: 3, unit: '亿' };
  return entered < 1e6 ? { size: 1e3, digits: 1, unit: 'k' } : { size: 1e6, digits: 3, unit: 'M' };
};
