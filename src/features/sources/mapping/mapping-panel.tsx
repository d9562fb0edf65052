import { ApiError, catalogueQuery, failureOf, previewQuery, profilesQuery } from '#api';
import { type ImportPreview, mappingProfile, type MappingProfile, reasonIn } from '#contract';
import { Button, FailedToLoad, Loading, Panel, useFormats, useLanguage, useLocalize, useTexts } from '#ui';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { BrokenFile } from '../broken-file';
import { ColumnsTable } from './columns-table';
import { EventRows } from './event-rows';
import { FileOptions } from './file-options';
import { KindChoice } from './kind-choice';
import { mappingTexts } from './mapping-texts';
import styles from './mapping.module.css';
import { ProfileBar } from './profile-bar';
import { RatingOptions } from './rating-options';
import { RatingResult } from './rating-rows';
import { ratingTexts } from './rating-texts';
import { listOf, tidy } from './rule-form';
import { RulesEditor } from './rules-editor';
import { ValueCounts } from './value-counts';

const PreviewMap = lazy(() => import('./preview-map').then((module) => ({ default: module.PreviewMap })));

export interface MappingPanelProps {
  file: File;
  onImport: (profile: MappingProfile) => void;
  onCancel: () => void;
}

/** 映射: which column is what, corrected by hand while the first rows and their map follow. */
export function MappingPanel({ file, onImport, onCancel }: MappingPanelProps) {
  const t = useTexts(mappingTexts);
  const ratings = useTexts(ratingTexts);
  const language = useLanguage();
  // What a person said, alone: the rest is proposed anew from it.
  const [said, setSaid] = useState<MappingProfile>({});
  const [loads, setLoads] = useState(0);
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery(previewQuery(file, said));
  // What is typed into begins anew with a loaded mapping, once the preview is of it.
  const [loaded, setLoaded] = useState(loads);
  if (!isPlaceholderData && loaded !== loads) setLoaded(loads);
  // So does the editor of rules with others that are proposed, never with a person's own: it holds what they typed.
  const [proposed, setProposed] = useState('');
  const proposal = said.rules || isPlaceholderData || !data ? proposed : JSON.stringify(data.profile.rules ?? []);
  if (proposal !== proposed) setProposed(proposal);
  // Asking again makes a picture no table.
  const unreadable = error instanceof ApiError ? error.reasons[0] : undefined;
  const kept = useQuery(profilesQuery()).data?.profiles ?? [];
  const change = (part: Partial<MappingProfile>) => setSaid((before) => tidy(mappingProfile.parse({ ...before, ...part })));
  // Columns of events say nothing of ratings; how the file is read stays.
  const choose = (kind: NonNullable<MappingProfile['kind']>) => setSaid(({ file: how, time, empty, journey }) => tidy({ kind, file: how, time, empty, journey }));
  const load = (profile: MappingProfile) => {
    setSaid(tidy(profile));
    setLoads(loads + 1);
  };
  const actions = (
    <div className={styles.actions}>
      <Button look="quiet" onClick={onCancel}>{t.cancel}</Button>
      <Button look="primary" disabled={!data || isFetching || error !== null || data.problems.length > 0} onClick={() => data && onImport(data.profile)}>{t.import}</Button>
    </div>
  );
  return (
    <Panel title={t.title(file.name)} note={data?.ratings ? ratings.note : t.note} actions={actions}>
      {error && (unreadable ? <BrokenFile file={file.name} reason={unreadable} accepted={0} onClose={onCancel} /> : <FailedToLoad failure={failureOf(error)} onRetry={() => void refetch()} />)}
      {!data && !error && <Loading lines={8} />}
      {data && (
        <div className={styles.mapping} aria-busy={isFetching} data-mapping>
          <div className={styles.said}>
            <ProfileBar profile={data.profile} kept={kept} onLoad={load} />
            {data.problems.map((problem) => (
              <p key={problem.code ?? problem.reason} role="alert" className={styles.problem}>
                <strong>{t.problem}</strong> {reasonIn(language, problem)}
              </p>
            ))}
            <KindChoice kind={data.profile.kind} onChoose={choose} />
            <FileOptions preview={data} onChange={change} />
            <ColumnsTable key={data.profile.kind} preview={data} onChange={change} />
            {data.ratings && <RatingOptions key={`more ${loaded}`} preview={data} onChange={change} />}
            {!data.ratings && (
              <>
                <RulesEditor
                  key={`${loaded} ${proposed}`}
                  rules={data.profile.rules ?? []}
                  columns={data.columns}
                  first={data.profile.step ?? data.columns[0]?.name ?? ''}
                  onChange={(rules) => change({ rules })}
                />
                <MoreOptions key={`more ${loaded}`} preview={data} onChange={change} />
              </>
            )}
          </div>
          <div className={styles.shown}>{data.ratings ? <RatingResult preview={data} ratings={data.ratings} /> : <Result preview={data} />}</div>
        </div>
      )}
    </Panel>
  );
}

function MoreOptions({ preview: { profile, values, map }, onChange }: { preview: ImportPreview; onChange: (part: Partial<MappingProfile>) => void }) {
  const t = useTexts(mappingTexts);
  const localize = useLocalize();
  const journeys = useQuery(catalogueQuery()).data?.journeys ?? [];
  const steps = Object.keys(values.step).slice(0, 60);
  // Ticks stand at once: the next is on top of them even while the preview of the last is under way.
  const [ticked, setTicked] = useState<readonly string[]>(profile.completes ?? []);
  const tick = (step: string, on: boolean) => {
    const next = steps.filter((one) => (one === step ? on : ticked.includes(one)));
    setTicked(next);
    onChange(mappingProfile.pick({ completes: true }).parse({ completes: next }));
  };
  const told = (map?.journey.steps ?? []).filter(({ completes }) => completes).map(({ name }) => localize(name));
  return (
    <div className={styles.options}>
      <label className={styles.field}>
        <span>{t.journey}</span>
        <input list="journeys-there" defaultValue={profile.journey ?? ''} placeholder={t.journeyNote} maxLength={100} onBlur={({ target }) => onChange(mappingProfile.pick({ journey: true }).parse({ journey: target.value.trim() || undefined }))} />
        <datalist id="journeys-there">{journeys.map(({ id, name }) => <option key={id} value={id}>{localize(name)}</option>)}</datalist>
      </label>
      <label className={styles.field}>
        <span>{t.empty}</span>
        <input defaultValue={(profile.empty ?? []).join(', ')} placeholder={t.emptyNote} onBlur={({ target }) => onChange({ empty: listOf(target.value) })} />
      </label>
      {profile.journey === undefined || !journeys.some(({ id }) => id === profile.journey) ? (
        <details className={styles.wide}>
          <summary>{t.completes}</summary>
          <p className={styles.quiet}>
            {t.completesNote} {ticked.length === 0 && told.length > 0 && <strong>{t.completesNow(told)}</strong>}
          </p>
          <div className={styles.checks}>
            {steps.map((step) => (
              <label key={step}>
                <input type="checkbox" checked={ticked.includes(step)} onChange={({ target }) => tick(step, target.checked)} /> {step}
              </label>
            ))}
          </div>
        </details>
      ) : null}
    </div>
  );
}

function Result({ preview }: { preview: ImportPreview }) {
  const t = useTexts(mappingTexts);
  const { exact } = useFormats();
  const { map, accepted, rejected, skipped, rows, whole } = preview;
  const breaks = Object.values(map?.byKind ?? {}).reduce((sum, count) => sum + count, 0);
  return (
    <>
      <section className={styles.part} aria-label={t.asEvents}>
        <h3>{t.asEvents}</h3>
        <p className={styles.quiet}>
          {(whole ? t.ofAll : t.ofRows)(exact(rows))} · {t.counted(exact(accepted), exact(rejected), exact(skipped))}
        </p>
        <EventRows preview={preview} />
      </section>
      <section className={styles.part} aria-label={t.asMap}>
        <h3>{t.asMap}</h3>
        {map ? (
          <>
            <p className={styles.quiet}>
              {t.balance(exact(map.balance.entered), exact(map.balance.smooth), exact(breaks))}
              {map.journeys.length > 1 && ` · ${t.ofSeveral(map.journey.id, exact(map.journeys.length))}`}
            </p>
            <Suspense fallback={<Loading />}><PreviewMap map={map} /></Suspense>
          </>
        ) : (
          <p className={styles.quiet}>{t.noMap}</p>
        )}
      </section>
      <ValueCounts values={preview.values} />
    </>
  );
}
