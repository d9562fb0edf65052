import { parseNodeId } from '#model';
import { useFormats, useLocalize, useTexts } from '#ui';
import type { ReactNode } from 'react';
import type { EditsDraft } from './draft';
import styles from './review.module.css';
import { reviewTexts } from './review-texts';
import { type StepField, useStepFields } from './step-fields';
import { type TouchpointField, useTouchpointFields } from './touchpoint-fields';

const STEP_FIELDS: readonly StepField[] = ['name', 'order', 'stage', 'completes', 'standard', 'observed', 'merge'];
const TOUCHPOINT_FIELDS: readonly TouchpointField[] = ['name', 'kind', 'initiative', 'merge'];

/** Fields of several controls, which say themselves what they are. */
const GROUPS: readonly StepField[] = ['order', 'observed', 'merge'];

/** What is selected on the map, to be put right there: its step and its touchpoint. */
export function PlaceCard({ draft, observed, onChange, selected }: EditsDraft & { selected: string | undefined }) {
  const t = useTexts(reviewTexts);
  const localize = useLocalize();
  const { exact } = useFormats();
  const stepFields = useStepFields({ journey: draft.journey, observed, onChange: (journey) => onChange({ ...draft, journey }) });
  const touchpointFields = useTouchpointFields({ touchpoints: draft.touchpoints, onChange: (touchpoints) => onChange({ ...draft, touchpoints }) });
  const place = selected === undefined ? undefined : parseNodeId('journey', selected);
  const step = place?.level === 'journey' ? draft.journey.steps.find(({ id }) => id === place.step) : undefined;
  const touchpoint = draft.touchpoints.find(({ id }) => id === place?.touchpoint);
  if (!step || !touchpoint) return <div className={styles.card}><p className={styles.quiet}>{t.choosePlace}</p></div>;
  const node = observed?.map.nodes.find(({ id }) => id === selected);
  const [ofStep, ofTouchpoint] = [stepFields(step), touchpointFields(touchpoint)];
  return (
    <div className={styles.card}>
      {node && <p className={styles.quiet}>{t.placeFigures(exact(node.events), exact(node.instances), exact(node.interrupted))}</p>}
      <section aria-label={`${t.step} ${localize(step.name)}`}>
        <h3>{t.step}</h3>
        {STEP_FIELDS.map((field) => <Field key={`${step.id} ${field}`} name={field === 'name' ? t.nameField : t[field]} isGroup={GROUPS.includes(field)}>{ofStep[field]}</Field>)}
      </section>
      <section aria-label={`${t.touchpoint} ${localize(touchpoint.name)}`}>
        <h3>{t.touchpoint}</h3>
        {TOUCHPOINT_FIELDS.map((field) => <Field key={`${touchpoint.id} ${field}`} name={field === 'name' ? t.nameField : t[field]} isGroup={field === 'merge'}>{ofTouchpoint[field]}</Field>)}
      </section>
    </div>
  );
}

/** A field with its name; buttons are not labelled by it. */
function Field({ name, isGroup = false, children }: { name: string; isGroup?: boolean; children: ReactNode }) {
  if (isGroup) return <div className={styles.field}><span>{name}</span><span>{children}</span></div>;
  return <label className={styles.field}><span>{name}</span><span>{children}</span></label>;
}
