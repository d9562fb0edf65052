import type { CatalogueTrial } from '#contract';
import { type Journey, MINUTE } from '#model';
import { Button, Table, useFormats, useLocalize, useTexts } from '#ui';
import { changeStep, mergeStep, moveStep } from './edit-journey';
import styles from './review.module.css';
import { reviewTexts } from './review-texts';

export interface StepsTableProps {
  journey: Journey;
  observed: CatalogueTrial['steps'];
  onChange: (journey: Journey) => void;
}

/** The steps of a journey in their order, each with all that can be put right of it. */
export function StepsTable({ journey, observed, onChange }: StepsTableProps) {
  const t = useTexts(reviewTexts);
  const localize = useLocalize();
  const { exact } = useFormats();
  return (
    <Table label={t.steps} maxHeight={420} className={styles.steps}>
      <thead>
        <tr>
          {[t.step, t.order, t.stage, t.completes, t.standard, t.observed, t.merge].map((name) => <th key={name} scope="col">{name}</th>)}
          <th scope="col" data-number>{t.events}</th>
        </tr>
      </thead>
      <tbody>
        {journey.steps.map((step, index) => {
          const name = localize(step.name);
          const seen = observed.find((one) => one.step === step.id);
          // A standard is at least a minute of whole minutes, so that it can be read and typed.
          const p95 = seen?.p95 !== undefined && seen.p95 > 0 ? Math.max(1, Math.ceil(seen.p95 / MINUTE)) : undefined;
          return (
            <tr key={step.id}>
              <th scope="row">
                <input aria-label={t.name(step.id)} defaultValue={name} maxLength={100} onBlur={({ target }) => target.value.trim() !== '' && target.value.trim() !== name && onChange(changeStep(journey, step.id, { name: { zh: target.value.trim() } }))} />
              </th>
              <td className={styles.order}>
                <Button look="quiet" aria-label={t.up(name)} disabled={index === 0} onClick={() => onChange(moveStep(journey, step.id, -1))}>↑</Button>
                <Button look="quiet" aria-label={t.down(name)} disabled={index === journey.steps.length - 1} onClick={() => onChange(moveStep(journey, step.id, 1))}>↓</Button>
              </td>
              <td>
                <select aria-label={t.stageOf(name)} value={step.stage} onChange={({ target }) => onChange(changeStep(journey, step.id, { stage: journey.stages.find(({ id }) => id === target.value)?.id ?? step.stage }))}>
                  {journey.stages.map((stage) => <option key={stage.id} value={stage.id}>{localize(stage.name)}</option>)}
                </select>
              </td>
              <td>
                <input type="checkbox" aria-label={t.completesOf(name)} checked={step.completes ?? false} onChange={({ target }) => onChange(changeStep(journey, step.id, { completes: target.checked || undefined }))} />
              </td>
              <td>
                <input
                  key={step.standardMs}
                  type="number"
                  min={1}
                  aria-label={t.standardOf(name)}
                  defaultValue={step.standardMs === undefined ? '' : step.standardMs / MINUTE}
                  onBlur={({ target }) => {
                    const standardMs = Number(target.value) > 0 ? Math.round(Number(target.value) * MINUTE) : undefined;
                    if (standardMs !== step.standardMs) onChange(changeStep(journey, step.id, { standardMs }));
                  }}
                />
              </td>
              <td>{p95 !== undefined && <Button look="quiet" aria-label={t.takeP95Of(name, exact(p95))} onClick={() => onChange(changeStep(journey, step.id, { standardMs: p95 * MINUTE }))}>{t.takeP95(exact(p95))}</Button>}</td>
              <td>
                <select aria-label={t.mergeOf(name)} value="" onChange={({ target }) => onChange(mergeStep(journey, step.id, journey.steps.find(({ id }) => id === target.value)?.id ?? step.id))}>
                  <option value="">–</option>
                  {journey.steps.filter(({ id }) => id !== step.id).map((other) => <option key={other.id} value={other.id}>{localize(other.name)}</option>)}
                </select>
              </td>
              <td data-number>{exact(seen?.events ?? 0)}</td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
