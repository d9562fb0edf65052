import type { Touchpoint } from '#model';
import { Table, useLocalize, useTexts } from '#ui';
import styles from './review.module.css';
import { reviewTexts } from './review-texts';

const KINDS = ['self online', 'assisted online', 'self offline', 'assisted offline'] as const;

/** Each touchpoint with its kind and who usually starts a contact there: what tells a handoff from a detour. */
export function TouchpointsTable({ touchpoints, onChange }: { touchpoints: readonly Touchpoint[]; onChange: (touchpoint: Touchpoint) => void }) {
  const t = useTexts(reviewTexts);
  const localize = useLocalize();
  return (
    <Table label={t.touchpoints} maxHeight={320} className={styles.steps}>
      <thead>
        <tr>
          <th scope="col">{t.touchpoint}</th>
          <th scope="col">{t.kind}</th>
          <th scope="col">{t.initiative}</th>
        </tr>
      </thead>
      <tbody>
        {touchpoints.map((one) => {
          const name = localize(one.name);
          return (
            <tr key={one.id}>
              <th scope="row">{name}</th>
              <td>
                <select
                  aria-label={t.kindOf(name)}
                  value={`${one.service} ${one.place}`}
                  onChange={({ target }) => onChange({ ...one, service: target.value.startsWith('self') ? 'self' : 'assisted', place: target.value.endsWith('online') ? 'online' : 'offline' })}
                >
                  {KINDS.map((kind) => <option key={kind} value={kind}>{t[kind]}</option>)}
                </select>
              </td>
              <td>
                <select aria-label={t.initiativeOf(name)} value={one.initiative} onChange={({ target }) => onChange({ ...one, initiative: target.value === 'company' ? 'company' : 'customer' })}>
                  {(['customer', 'company'] as const).map((who) => <option key={who} value={who}>{t[who]}</option>)}
                </select>
              </td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
