import styles from './legend.module.css';

/** What each sign means, in words; signs without words are not on the map. `bar` says what a full bar stands for. */
export type LegendTexts = { title: string } & Partial<Record<'gap' | 'mild' | 'handoff' | 'detour' | 'flow' | 'loss' | 'bar', string>>;

/** What the marks and lines of the map mean, each drawn as it is on the map. */
export function Legend({ texts }: { texts: LegendTexts }) {
  const entries = [
    { key: 'gap', sign: <Sign tone="break" d="M6 3l4 14M13 3l4 14" /> },
    { key: 'mild', sign: <Sign tone="mild" d="M2 10h20" wide /> },
    { key: 'handoff', sign: <Sign tone="handoff" d="M2 15C6 3 18 3 22 13" /> },
    { key: 'detour', sign: <Sign tone="handoff" d="M2 15C6 3 18 3 22 13" dashed /> },
    { key: 'flow', sign: <Sign tone="volume" d="M2 10h20" wide /> },
    { key: 'loss', sign: <Sign tone="break" d="M5 3q0 12 14 13" dashed /> },
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

function Sign({ tone, d, dashed, wide }: { tone: 'break' | 'mild' | 'handoff' | 'volume'; d: string; dashed?: boolean; wide?: boolean }) {
  return (
    <svg className={styles[tone]} width="24" height="20" viewBox="0 0 24 20" aria-hidden="true">
      <path d={d} strokeWidth={wide ? 5 : 2} strokeDasharray={dashed ? '3 3' : undefined} />
    </svg>
  );
}
