import styles from './legend.module.css';

/** What each sign means, in words; signs without words are not on the map. `bar` says what a full bar stands for. */
export type LegendTexts = { title: string } & Partial<Record<'gap' | 'mild' | 'handoff' | 'detour' | 'flow' | 'loss' | 'tasks' | 'overdue' | 'tickets' | 'recurred' | 'unclaimed' | 'change' | 'few' | 'bar', string>>;

/** What the marks and lines of the map mean, each drawn as it is on the map. */
export function Legend({ texts }: { texts: LegendTexts }) {
  const entries = [
    { key: 'gap', sign: <Sign tone="break" d="M6 3l4 14M13 3l4 14" /> },
    { key: 'mild', sign: <Sign tone="mild" d="M2 10h20" wide /> },
    { key: 'handoff', sign: <Sign tone="handoff" d="M2 15C6 3 18 3 22 13" /> },
    { key: 'detour', sign: <Sign tone="handoff" d="M2 15C6 3 18 3 22 13" dashed /> },
    { key: 'flow', sign: <Sign tone="volume" d="M2 10h20" wide /> },
    { key: 'loss', sign: <Sign tone="break" d="M5 3q0 12 14 13" dashed /> },
    { key: 'tasks', sign: <Sign tone="handoff" d="M8 10h8" pill /> },
    { key: 'overdue', sign: <Sign tone="break" d="M8 10h8" pill /> },
    { key: 'tickets', sign: <Sign tone="ticket" d={PENNANT} filled /> },
    { key: 'recurred', sign: <Sign tone="ticket" d={PENNANT} filled topped /> },
    { key: 'unclaimed', sign: <Sign tone="break" d={PENNANT} dashed /> },
    { key: 'change', sign: <Sign tone="break" d="M6 14l6-9 6 9z" filled /> },
    { key: 'few', sign: <Sign tone="volume" d="M2 10h12" wide /> },
    { key: 'bar', sign: <Sign tone="volume" d="M2 10h20" wide /> },
  ] as const;
  return (
    <section className={styles.legend} aria-label={texts.title}>
      <h3>{texts.title}</h3>
      <ul>
        {entries
          .filter((entry) => texts[entry.key] !== undefined)
          .map((entry) => (
            <li key={entry.key}>
              {entry.sign}
              {texts[entry.key]}
            </li>
          ))}
      </ul>
    </section>
  );
}

const PENNANT = 'M6 2h12v16l-6-4-6 4z';

interface SignProps {
  tone: 'break' | 'mild' | 'handoff' | 'ticket' | 'volume';
  d: string;
  dashed?: boolean;
  wide?: boolean;
  pill?: boolean;
  filled?: boolean;
  /** With an edge in the colour of a break on top. */
  topped?: boolean;
}

function Sign({ tone, d, dashed, wide, pill, filled, topped }: SignProps) {
  return (
    <svg className={styles[tone]} width="24" height="20" viewBox="0 0 24 20" aria-hidden="true">
      <path d={d} strokeWidth={pill ? 12 : wide ? 5 : 2} strokeLinecap={pill ? 'round' : undefined} strokeDasharray={dashed ? '3 3' : undefined} fill={filled ? 'currentColor' : undefined} />
      {topped && <path className={styles.break} d="M5 2h14" strokeWidth="4" />}
    </svg>
  );
}
