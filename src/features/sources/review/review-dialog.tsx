import { ApiError, catalogueQuery, catalogueTrialQuery, failureOf, refreshData, saveCatalogue } from '#api';
import type { CatalogueAnswer, CatalogueTrial } from '#contract';
import { type Catalogue, type Journey, type JourneyId, KINDS, STATES, type Touchpoint } from '#model';
import { Button, Dialog, kindWords, stateWords, Table, useFormats, useLocalize, useTexts, useToast } from '#ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { changeStage, savable } from './edit-journey';
import styles from './review.module.css';
import { reviewTexts } from './review-texts';
import { StepsTable } from './steps-table';
import { TouchpointsTable } from './touchpoints-table';

/** 核对旅程: what was discovered is put right, with what that does to the figures before it is saved. */
export function ReviewDialog({ journey, onClose }: { journey: JourneyId; onClose: () => void }) {
  const catalogue = useQuery(catalogueQuery()).data;
  const found = catalogue?.journeys.find(({ id }) => id === journey);
  if (!catalogue || !found) return null;
  return <Review key={catalogue.version} catalogue={catalogue} journey={found} onClose={onClose} />;
}

function Review({ catalogue, journey, onClose }: { catalogue: CatalogueAnswer; journey: Journey; onClose: () => void }) {
  const t = useTexts(reviewTexts);
  const localize = useLocalize();
  const toast = useToast();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(journey);
  const [touchpoints, setTouchpoints] = useState<Touchpoint[]>([]);
  const next = savable(draft);
  const trial = useQuery(catalogueTrialQuery(next, touchpoints));
  const save = useMutation({
    mutationFn: () => saveCatalogue(changed(catalogue, next, touchpoints), catalogue.version),
    onSuccess: () => {
      refreshData(queries);
      toast({ text: t.saved(localize(next.name)) });
      onClose();
    },
    onError: (error) => {
      if (error instanceof ApiError && error.code === 'version-stale') void queries.invalidateQueries({ queryKey: catalogueQuery().queryKey });
    },
  });
  const isChanged = draft !== journey || touchpoints.length > 0;
  return (
    <Dialog
      wide
      title={t.title(localize(journey.name))}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button look="primary" disabled={!isChanged || save.isPending || trial.isFetching} onClick={() => save.mutate()}>{save.isPending ? t.detecting : t.save}</Button>
        </>
      }
    >
      <div className={styles.review}>
        <p className={styles.quiet}>{t.note}</p>
        {(save.error ?? trial.error) && <p role="alert" className={styles.bad}>{save.error instanceof ApiError && save.error.code === 'version-stale' ? t.stale : failureOf(save.error ?? trial.error).detail}</p>}
        <Changes trial={trial.data} isBusy={trial.isFetching} />
        <h3>{t.steps}</h3>
        <StepsTable journey={draft} observed={trial.data?.steps ?? []} onChange={setDraft} />
        <h3>{t.stages}</h3>
        <div className={styles.stages}>
          {draft.stages.map((stage, index) => (
            <input key={stage.id} aria-label={t.stageName(index + 1)} defaultValue={localize(stage.name)} maxLength={60} onBlur={({ target }) => target.value.trim() !== '' && target.value !== localize(stage.name) && setDraft(changeStage(draft, stage.id, { name: { zh: target.value.trim() } }))} />
          ))}
        </div>
        <h3>{t.touchpoints}</h3>
        <TouchpointsTable touchpoints={catalogue.touchpoints.map((one) => touchpoints.find(({ id }) => id === one.id) ?? one)} onChange={(one) => setTouchpoints([...touchpoints.filter(({ id }) => id !== one.id), one])} />
      </div>
    </Dialog>
  );
}

const changed = ({ touchpoints, journeys, organisations, reasons, segments, handoffWindowMs }: CatalogueAnswer, journey: Journey, edited: readonly Touchpoint[]): Catalogue => ({
  touchpoints: touchpoints.map((one) => edited.find(({ id }) => id === one.id) ?? one),
  journeys: journeys.map((one) => (one.id === journey.id ? journey : one)),
  organisations,
  reasons,
  segments,
  handoffWindowMs,
});

/** The figures now and after saving, those that differ marked. */
function Changes({ trial, isBusy }: { trial: CatalogueTrial | undefined; isBusy: boolean }) {
  const t = useTexts(reviewTexts);
  const states = useTexts(stateWords);
  const kinds = useTexts(kindWords);
  const { exact } = useFormats();
  if (!trial) return <p className={styles.quiet} role="status">…</p>;
  const rows = [
    ...STATES.map((state) => ({ name: states[state], before: trial.before.balance[state], after: trial.after.balance[state] })),
    ...KINDS.map((kind) => ({ name: kinds[kind], before: trial.before.byKind[kind] ?? 0, after: trial.after.byKind[kind] ?? 0 })),
  ];
  const isSame = rows.every(({ before, after }) => before === after);
  return (
    <section aria-label={t.change} aria-busy={isBusy}>
      <h3>{t.change}</h3>
      <p className={styles.quiet} role="status">{(trial.all ? t.tried : t.triedSome)(exact(trial.instances))}{isSame && ` · ${t.same}`}</p>
      <Table label={t.change}>
        <thead>
          <tr>
            <th scope="col">{t.figure}</th>
            {rows.map(({ name }) => <th key={name} scope="col" data-number>{name}</th>)}
          </tr>
        </thead>
        <tbody>
          {(['before', 'after'] as const).map((which) => (
            <tr key={which}>
              <th scope="row">{t[which]}</th>
              {rows.map((row) => <td key={row.name} data-number className={which === 'after' && row.before !== row.after ? styles.changed : undefined}>{exact(row[which])}</td>)}
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
