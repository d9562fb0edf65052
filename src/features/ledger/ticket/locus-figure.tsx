import { toJourney } from '#src/routes';
import { classes, defineTexts, useFormats, useTexts } from '#ui';
import { Link } from '@tanstack/react-router';
import type { LocusMap, LocusPlace } from './locus-map';
import styles from './locus-panel.module.css';
import { useTicketView } from './view';

const texts = defineTexts({
  map: { zh: '工单位置的小地图', en: 'A small map of the place' },
  noBreak: { zh: '无中断', en: 'no breaks' },
  nobody: { zh: '无', en: 'none' },
  here: { zh: '本工单', en: 'this ticket' },
  place: {
    zh: (name: string, n: string, broken: string, rate: string) => `${name}：${n} 条旅程，${broken} 条在这里中断（${rate}）`,
    en: (name: string, n: string, broken: string, rate: string) => `${name}: ${n} journeys, ${broken} broke here (${rate})`,
  },
});

/** Pixels of a flow, from the thinnest that is seen to the widest. */
const THIN = 2;
const WIDE = 7;

/** The places around the locus, lane by lane; each leads to its place on the journey's map. */
export function LocusFigure({ map }: { map: LocusMap }) {
  const { ticket, names } = useTicketView();
  const t = useTexts(texts);
  // A ticket about a whole journey is about every place: its lanes carry the pennant.
  const isWhole = ticket.locus.step === undefined;
  return (
    <div className={styles.map} role="group" aria-label={t.map}>
      {map.lanes.map(({ touchpoint, places }) => (
        <div key={touchpoint} className={styles.lane}>
          <p className={styles.name}>
            {isWhole && <span className={styles.flag} title={t.here} />} {names.touchpoint(touchpoint)}
          </p>
          <div className={styles.places}>
            {places.map((place, index) => (
              <div key={map.steps[index]} className={styles.cell}>
                {index > 0 && <span className={styles.flow} style={{ height: place && place.flow > 0 ? THIN + place.flow * (WIDE - THIN) : 0 }} />}
                {place ? <Place place={place} isMarked={place.isHere && !isWhole} /> : <span className={styles.blank}>{t.nobody}</span>}
              </div>
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}

function Place({ place: { id, step, node, severity }, isMarked }: { place: LocusPlace; isMarked: boolean }) {
  const { ticket, names } = useTicketView();
  const { exact, percent } = useFormats();
  const t = useTexts(texts);
  const name = names.step(ticket.locus.journey, step);
  const said = t.place(`${name} · ${names.touchpoint(node.touchpoint)}`, exact(node.instances), exact(node.interrupted), percent(node.rate.value));
  return (
    <Link
      {...toJourney(ticket.locus.journey, { node: id })}
      className={classes(styles.place, styles[severity], isMarked && styles.here)}
      title={said}
      aria-label={`${said}${isMarked ? ` · ${t.here}` : ''}`}
    >
      {isMarked && <span className={styles.pennant} />}
      <span className={styles.step}>{name}</span>
      <span className={styles.rate}>{node.interrupted > 0 ? `${severity === 'calm' ? '' : '// '}${percent(node.rate.value)}` : t.noBreak}</span>
    </Link>
  );
}
