import { ApiError, catalogueQuery, catalogueTrialQuery, failureOf, refreshData, saveCatalogue } from '#api';
import type { CatalogueAnswer } from '#contract';
import { type Catalogue, type Journey, type JourneyId, withTouchpoints } from '#model';
import { Button, Dialog, FailedToLoad, useFormats, useLocalize, useTexts, useToast } from '#ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { Changes } from './changes';
import { Detecting } from './detecting';
import type { Draft } from './draft';
import { Duplicates } from './duplicates';
import { savable } from './edit-journey';
import { foldMap } from './fold-map';
import { PlaceCard } from './place-card';
import { ReviewMap } from './review-map';
import styles from './review.module.css';
import { reviewTexts } from './review-texts';
import { StagesEditor } from './stages-editor';
import { StepsTable } from './steps-table';
import { TouchpointsTable } from './touchpoints-table';

/** 核对旅程: what was discovered is put right on its map, with what that does to the figures before it is saved. */
export function ReviewDialog({ journey, onClose }: { journey: JourneyId; onClose: () => void }) {
  const t = useTexts(reviewTexts);
  const localize = useLocalize();
  const toast = useToast();
  const { data: newest } = useQuery(catalogueQuery());
  // The catalogue somebody began with: a newer one must not take away what they have changed.
  const [begun, setBegun] = useState(newest);
  const [saved, setSaved] = useState(false);
  const catalogue = begun ?? newest;
  const found = catalogue?.journeys.find(({ id }) => id === journey);
  if (!newest || !catalogue || !found) return null;
  const close = () => {
    if (saved) toast({ text: t.saved(localize((newest.journeys.find(({ id }) => id === journey) ?? found).name)) });
    onClose();
  };
  if (saved) return <Detecting journey={localize(found.name)} onClose={close} />;
  return <Review key={catalogue.version} catalogue={catalogue} isStale={newest.version > catalogue.version} found={found} onNewest={() => setBegun(newest)} onSaved={() => setSaved(true)} onClose={close} />;
}

interface ReviewProps {
  catalogue: CatalogueAnswer;
  isStale: boolean;
  /** The journey as it is in this catalogue. */
  found: Journey;
  onNewest: () => void;
  onSaved: () => void;
  onClose: () => void;
}

function Review({ catalogue, isStale, found, onNewest, onSaved, onClose }: ReviewProps) {
  const t = useTexts(reviewTexts);
  const localize = useLocalize();
  const queries = useQueryClient();
  const { exact } = useFormats();
  const [asFound] = useState((): Draft => ({ journey: found, touchpoints: catalogue.touchpoints }));
  const [draft, setDraft] = useState(asFound);
  const [selected, setSelected] = useState<string>();
  const journey = savable(draft.journey);
  const touchpoints = draft.touchpoints.filter((one) => !asFound.touchpoints.includes(one));
  const trial = useQuery(catalogueTrialQuery(journey, touchpoints));
  const save = useMutation({
    mutationFn: () => saveCatalogue(changed(catalogue, { journey, touchpoints }), catalogue.version),
    onSuccess: (answer) => {
      queries.setQueryData(catalogueQuery().queryKey, answer);
      void refreshData(queries);
      onSaved();
    },
    onError: (error) => {
      if (error instanceof ApiError && error.code === 'version-stale') void queries.invalidateQueries({ queryKey: catalogueQuery().queryKey });
    },
  });
  const isChanged = draft !== asFound;
  // Where nothing was changed yet, nothing is lost by a newer one.
  const follow = useEffectEvent(onNewest);
  useEffect(() => {
    if (isStale && !isChanged) follow();
  }, [isStale, isChanged]);
  const edits = { draft, observed: trial.data, onChange: setDraft };
  const map = trial.data && foldMap(trial.data.map, draft.journey, draft.touchpoints);
  const isRefused = save.error instanceof ApiError && save.error.code === 'version-stale';
  const nameOf = (other: JourneyId) => localize(catalogue.journeys.find((one) => one.id === other)?.name ?? { zh: other });
  return (
    <Dialog
      wide="whole"
      title={t.title(localize(draft.journey.name))}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button look="primary" disabled={!isChanged || isStale || save.isPending || trial.isFetching || trial.isError} onClick={() => save.mutate()}>{save.isPending ? t.detecting : t.save}</Button>
        </>
      }
    >
      <div className={styles.review}>
        <p className={styles.quiet}>{t.note}</p>
        {(isStale || isRefused) && <p role="alert" className={styles.bad}>{t.stale} <Button onClick={onNewest}>{t.takeNewest}</Button></p>}
        {save.error && !isRefused && <p role="alert" className={styles.bad}>{failureOf(save.error).detail}</p>}
        {trial.error ? <FailedToLoad failure={failureOf(trial.error)} onRetry={() => void trial.refetch()} /> : <Changes trial={trial.data} isBusy={trial.isFetching} nameOf={nameOf} />}
        {(map || !trial.isError) && (
          <div className={styles.top}>
            <ReviewMap draft={draft} map={map} selected={selected} onSelect={setSelected} />
            <PlaceCard {...edits} selected={selected} />
          </div>
        )}
        {trial.data && trial.data.map.leftOut > 0 && <p className={styles.quiet}>{t.leftOut(exact(trial.data.map.leftOut))}</p>}
        <Duplicates draft={draft} onChange={setDraft} />
        <h3>{t.steps}</h3>
        <StepsTable {...edits} />
        <h3>{t.stages}</h3>
        <StagesEditor journey={draft.journey} onChange={(next) => setDraft({ ...draft, journey: next })} />
        <h3>{t.touchpoints}</h3>
        <TouchpointsTable {...edits} />
      </div>
    </Dialog>
  );
}

function changed({ journeys, organisations, reasons, segments, handoffWindowMs, touchpoints: all }: CatalogueAnswer, { journey, touchpoints }: Draft): Catalogue {
  const rest = { organisations, reasons, segments, handoffWindowMs };
  return withTouchpoints({ ...rest, touchpoints: all, journeys: journeys.map((one) => (one.id === journey.id ? journey : one)) }, touchpoints);
}
