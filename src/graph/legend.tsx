import { legendEntries, type LegendSign, type LegendTexts, strokeOf, TOP_EDGE } from './legend-signs';
import styles from './legend.module.css';

/** What the marks and lines of the map mean, each drawn as it is on the map. */
export function Legend({ texts }: { texts: LegendTexts }) {
  return (
    <section className={styles.legend} aria-label={texts.title}>
      <h3>{texts.title}</h3>
      <ul>
        {legendEntries(texts).map(({ key, sign, text }) => (
          <li key={key}>
            <Sign sign={sign} />
            {text}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sign({ sign }: { sign: LegendSign }) {
  const { width, cap, dashes } = strokeOf(sign);
  return (
    <svg className={styles[sign.tone]} width="24" height="20" viewBox="0 0 24 20" aria-hidden="true">
      <path d={sign.d} strokeWidth={width} strokeLinecap={cap} strokeDasharray={dashes} fill={sign.filled ? 'currentColor' : undefined} />
      {sign.topped && <path className={styles.break} d={TOP_EDGE} strokeWidth="4" />}
    </svg>
  );
}
