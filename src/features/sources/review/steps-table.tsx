import { Table, useFormats, useTexts } from '#ui';
import type { EditsDraft } from './draft';
import styles from './review.module.css';
import { reviewTexts } from './review-texts';
import { type StepField, useStepFields } from './step-fields';

const FIELDS: readonly Exclude<StepField, 'name'>[] = ['order', 'stage', 'completes', 'standard', 'observed', 'merge'];

/** The steps of a journey in their order, each with all that can be put right of it. */
export function StepsTable({ draft, observed, onChange }: EditsDraft) {
  const t = useTexts(reviewTexts);
  const { exact } = useFormats();
  const fieldsOf = useStepFields({ journey: draft.journey, observed, labelled: true, onChange: (journey) => onChange({ ...draft, journey }) });
  const isInstant = observed?.steps.some(({ stays }) => stays > 0) && observed.steps.every(({ p95 }) => !p95);
  return (
    <>
      {isInstant && <p className={styles.quiet}>{t.zeroNote}</p>}
      <Table label={t.steps} maxHeight={420} className={styles.steps}>
        <thead>
          <tr>
            <th scope="col">{t.step}</th>
            {FIELDS.map((field) => <th key={field} scope="col">{t[field]}</th>)}
            <th scope="col" data-number>{t.events}</th>
          </tr>
        </thead>
        <tbody>
          {draft.journey.steps.map((step) => {
            const fields = fieldsOf(step);
            return (
              <tr key={step.id}>
                <th scope="row">{fields.name}</th>
                {FIELDS.map((field) => <td key={field}>{fields[field]}</td>)}
                <td data-number>{exact(observed?.steps.find((one) => one.step === step.id)?.events ?? 0)}</td>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </>
  );
}
