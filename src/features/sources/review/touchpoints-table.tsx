import type { TouchpointId } from '#model';
import { Table, useFormats, useTexts } from '#ui';
import type { EditsDraft } from './draft';
import styles from './review.module.css';
import { reviewTexts } from './review-texts';
import { useTouchpointFields } from './touchpoint-fields';

/** All touchpoints of the catalogue, those of this journey first: an import may have brought a second name of one that was there. */
export function TouchpointsTable({ draft, observed, onChange }: EditsDraft) {
  const t = useTexts(reviewTexts);
  const { exact } = useFormats();
  const fieldsOf = useTouchpointFields({ touchpoints: draft.touchpoints, labelled: true, onChange: (touchpoints) => onChange({ ...draft, touchpoints }) });
  const events = new Map<TouchpointId, number>();
  for (const node of observed?.map.nodes ?? []) events.set(node.touchpoint, (events.get(node.touchpoint) ?? 0) + node.events);
  const isHere = ({ id, aliases = [] }: { id: TouchpointId; aliases?: TouchpointId[] | undefined }) => [id, ...aliases].some((name) => events.has(name));
  const sorted = draft.touchpoints.toSorted((a, b) => Number(isHere(b)) - Number(isHere(a)) || a.order - b.order);
  return (
    <Table label={t.touchpoints} maxHeight={320} className={styles.steps}>
      <thead>
        <tr>
          <th scope="col">{t.touchpoint}</th>
          <th scope="col">{t.kind}</th>
          <th scope="col">{t.initiative}</th>
          <th scope="col">{t.merge}</th>
          <th scope="col" data-number>{t.eventsHere}</th>
        </tr>
      </thead>
      <tbody>
        {sorted.map((one) => {
          const { name, kind, initiative, merge } = fieldsOf(one);
          return (
            <tr key={one.id}>
              <th scope="row">{name}</th>
              <td>{kind}</td>
              <td>{initiative}</td>
              <td>{merge}</td>
              <td data-number>{isHere(one) ? exact(events.get(one.id) ?? 0) : <span className={styles.quiet}>{t.elsewhere}</span>}</td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
