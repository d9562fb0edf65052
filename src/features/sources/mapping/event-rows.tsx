import { type ImportPreview, reasonIn } from '#contract';
import { outcomeWords, Table, useFormats, useLanguage, useTexts } from '#ui';
import { fieldWords, mappingTexts } from './mapping-texts';
import styles from './mapping.module.css';

/** The first rows of the file as events, or why they are none. */
export function EventRows({ preview: { events, profile, zone } }: { preview: ImportPreview }) {
  const t = useTexts(mappingTexts);
  const words = useTexts(fieldWords);
  const outcomes = useTexts(outcomeWords);
  const language = useLanguage();
  const { dateTime } = useFormats();
  const shownZone = profile.time?.zone ?? zone;
  return (
    <Table label={t.eventTable} maxHeight={300}>
      <thead>
        <tr>
          <th scope="col" data-number>{t.line}</th>
          {(['instance', 'step', 'touchpoint', 'at', 'outcome', 'reason'] as const).map((field) => <th key={field} scope="col">{words[field]}</th>)}
        </tr>
      </thead>
      <tbody>
        {events.map(({ line, event, rejected, skipped }) => (
          <tr key={line}>
            <td data-number>{line}</td>
            {event && (
              <>
                <td>{event.instance.slice(event.journey.length + 1)}</td>
                <td>{event.step}</td>
                <td>{event.touchpoint}</td>
                <td className={styles.time}>{dateTime(event.at, shownZone)}</td>
                <td>{outcomes[event.outcome]}</td>
                <td>{event.reason}</td>
              </>
            )}
            {rejected && <td colSpan={6} className={styles.bad}>× {t.rejected}: {rejected.pointer} {reasonIn(language, rejected)}</td>}
            {skipped && <td colSpan={6} className={styles.quiet}>– {t.skipped}</td>}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
