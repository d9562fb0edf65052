import type { CatalogueTrial } from '#contract';
import { type Journey, MINUTE, type Step } from '#model';
import { Button, useFormats, useLocalize, useTexts } from '#ui';
import type { ReactNode } from 'react';
import { changeStep, mergeStep, moveStep, splitStep } from './edit-journey';
import { NameInput } from './name-input';
import { NamesMerged } from './names-merged';
import styles from './review.module.css';
import { reviewTexts } from './review-texts';

export type StepField = 'name' | 'order' | 'stage' | 'completes' | 'standard' | 'observed' | 'merge';

export interface StepFieldsAsked {
  journey: Journey;
  observed: CatalogueTrial | undefined;
  onChange: (journey: Journey) => void;
  /** Each says of which step it is: in a table, where no label stands around it. */
  labelled?: boolean;
}

/** What can be put right of a step, field by field: the same in the table and beside the map. */
export function useStepFields({ journey, observed, onChange, labelled = false }: StepFieldsAsked): (step: Step) => Record<StepField, ReactNode> {
  const t = useTexts(reviewTexts);
  const localize = useLocalize();
  const { exact } = useFormats();
  return (step) => {
    const name = localize(step.name);
    const index = journey.steps.indexOf(step);
    const seen = observed?.steps.find((one) => one.step === step.id);
    const change = (part: Partial<Step>) => onChange(changeStep(journey, step.id, part));
    const label = (text: string) => (labelled ? text : undefined);
    return {
      name: <NameInput name={step.name} label={label(t.name(step.id))} onChange={(one) => change({ name: one })} />,
      order: (
        <span className={styles.order}>
          <Button look="quiet" aria-label={t.up(name)} disabled={index === 0} onClick={() => onChange(moveStep(journey, step.id, -1))}>↑</Button>
          <Button look="quiet" aria-label={t.down(name)} disabled={index === journey.steps.length - 1} onClick={() => onChange(moveStep(journey, step.id, 1))}>↓</Button>
          <span>{index + 1} / {journey.steps.length}</span>
        </span>
      ),
      stage: (
        <select aria-label={label(t.stageOf(name))} value={step.stage} onChange={({ target }) => change({ stage: journey.stages.find(({ id }) => id === target.value)?.id ?? step.stage })}>
          {journey.stages.map((stage) => <option key={stage.id} value={stage.id}>{localize(stage.name)}</option>)}
        </select>
      ),
      completes: <input type="checkbox" aria-label={label(t.completesOf(name))} checked={step.completes ?? false} onChange={({ target }) => change({ completes: target.checked || undefined })} />,
      standard: (
        <input
          key={step.standardMs}
          type="number"
          min={1}
          aria-label={label(t.standardOf(name))}
          defaultValue={step.standardMs === undefined ? '' : step.standardMs / MINUTE}
          onBlur={({ target }) => {
            const standardMs = Number(target.value) > 0 ? Math.max(MINUTE, Math.round(Number(target.value) * MINUTE)) : undefined;
            if (standardMs !== step.standardMs) change({ standardMs });
          }}
        />
      ),
      observed: observedOf(seen),
      merge: (
        <>
          <select aria-label={t.mergeOf(name)} value="" onChange={({ target }) => onChange(mergeStep(journey, step.id, journey.steps.find(({ id }) => id === target.value)?.id ?? step.id))}>
            <option value="">–</option>
            {journey.steps.filter(({ id }) => id !== step.id).map((other) => <option key={other.id} value={other.id}>{localize(other.name)}</option>)}
          </select>
          <NamesMerged aliases={step.aliases} onSplit={(alias) => onChange(splitStep(journey, alias))} />
        </>
      ),
    };

    function observedOf(one: typeof seen): ReactNode {
      if (!observed) return '…';
      if (!one || one.p95 === undefined) return <span className={styles.quiet}>{t.noStays}</span>;
      if (one.p95 === 0) return <span className={styles.quiet} title={t.zeroNote}>{t.zeroStays(exact(one.stays))}</span>;
      // A standard is at least a minute of whole minutes, so that it can be read and typed.
      const p95 = Math.max(1, Math.ceil(one.p95 / MINUTE));
      return <Button look="quiet" aria-label={t.takeP95Of(name, exact(p95))} title={t.stays(exact(one.stays))} onClick={() => change({ standardMs: p95 * MINUTE })}>{t.takeP95(exact(p95))}</Button>;
    }
  };
}
