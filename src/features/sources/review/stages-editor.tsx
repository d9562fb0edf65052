import type { Journey } from '#model';
import { Button, useTexts } from '#ui';
import { addStage, changeStage } from './edit-journey';
import { NameInput } from './name-input';
import styles from './review.module.css';
import { reviewTexts } from './review-texts';

/** The stages in their order: renamed, and one more for steps to be put into. */
export function StagesEditor({ journey, onChange }: { journey: Journey; onChange: (journey: Journey) => void }) {
  const t = useTexts(reviewTexts);
  return (
    <div className={styles.stages}>
      {journey.stages.map((stage, index) => (
        <span key={stage.id}>
          <NameInput name={stage.name} label={t.stageName(index + 1)} onChange={(name) => onChange(changeStage(journey, stage.id, { name }))} />
          {!journey.steps.some((step) => step.stage === stage.id) && <span className={styles.quiet}> {t.emptyStage}</span>}
        </span>
      ))}
      <Button onClick={() => onChange(addStage(journey))}>{t.addStage}</Button>
    </div>
  );
}
