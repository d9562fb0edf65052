import { ApiError, calendarQuery, failureOf, saveCalendar } from '#api';
import type { Day, WorkingCalendar } from '#model';
import { Button, FailedToLoad, Loading, useTexts, useToast } from '#ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type CalendarDraft, daysEdit, isInOrder, otherHours, runsOf, withDraft, withoutRun, withRun } from './calendar-draft';
import styles from './rules-sheet.module.css';
import { SaveBar } from './save-bar';
import { sheetTexts } from './sheet-texts';

interface Props {
  mayEdit: boolean;
  draft: CalendarDraft;
  onDraft: (draft: CalendarDraft) => void;
}

/** 工作日历: when clocks of working hours run. */
export function CalendarForm({ mayEdit, draft, onDraft }: Props) {
  const t = useTexts(sheetTexts);
  const toast = useToast();
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(calendarQuery());
  const save = useMutation({
    mutationFn: ({ version, calendar }: { version: number; calendar: WorkingCalendar }) => saveCalendar(calendar, version),
    onSuccess: (answer) => {
      queries.setQueryData(calendarQuery().queryKey, answer);
      onDraft({});
      toast({ text: t.saved });
    },
    onError: (failure) => failure instanceof ApiError && failure.code === 'version-stale' && void refetch(),
  });
  if (!data) return error ? <FailedToLoad failure={failureOf(error)} onRetry={() => void refetch()} /> : <Loading lines={6} />;
  const { calendar: saved } = data;
  const calendar = withDraft(saved, draft);
  const others = otherHours(saved, draft);
  const valid = isInOrder(calendar.hours);
  return (
    <>
      <fieldset className={styles.calendar} disabled={!mayEdit}>
        <Hours hours={calendar.hours} mayEdit={mayEdit} onChange={(now) => onDraft({ ...draft, hours: { was: draft.hours?.was ?? saved.hours, now } })} />
        {others && <p className={styles.notice} role="alert">{t.otherHours(others.map(({ from, to }) => `${from}–${to}`).join(t.and))}</p>}
        {!valid && <p className={styles.notice}>{t.badSpan}</p>}
        <Days title={t.holidays} days={calendar.holidays} mayEdit={mayEdit} onChange={(days) => onDraft({ ...draft, holidays: daysEdit(saved.holidays, days) })} />
        <Days title={t.workingDays} days={calendar.workingDays} mayEdit={mayEdit} onChange={(days) => onDraft({ ...draft, workingDays: daysEdit(saved.workingDays, days) })} />
        <label className={styles.field}>
          <span>{t.announced}</span>
          <input type="date" value={calendar.announcedUntil ?? ''} onChange={({ target }) => onDraft({ ...draft, announcedUntil: { now: target.value || undefined } })} />
          <small>{t.announcedNote}</small>
        </label>
      </fieldset>
      {mayEdit && (
        <SaveBar
          dirty={Object.keys(draft).length > 0}
          busy={save.isPending}
          error={save.error}
          onSave={valid ? () => save.mutate({ version: data.version, calendar }) : undefined}
          onDiscard={() => onDraft({})}
        />
      )}
    </>
  );
}

interface HoursProps {
  hours: WorkingCalendar['hours'];
  mayEdit: boolean;
  onChange: (hours: WorkingCalendar['hours']) => void;
}

function Hours({ hours, mayEdit, onChange }: HoursProps) {
  const t = useTexts(sheetTexts);
  return (
    <section aria-label={t.hours}>
      <h3>{t.hours}</h3>
      <ul className={styles.spans}>
        {hours.map((span, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- spans have no other name
          <li key={index}>
            {(['from', 'to'] as const).map((end) => (
              <label key={end}>
                {t[end]}{' '}
                <input type="time" value={span[end]} onChange={({ target }) => onChange(hours.map((one, at) => (at === index ? { ...one, [end]: target.value } : one)))} />
              </label>
            ))}
            {mayEdit && hours.length > 1 && (
              <button type="button" className={styles.remove} aria-label={t.remove(`${span.from}–${span.to}`)} onClick={() => onChange(hours.filter((_, at) => at !== index))}>
                ×
              </button>
            )}
          </li>
        ))}
      </ul>
      {mayEdit && <Button onClick={() => onChange([...hours, { from: hours.at(-1)?.to ?? '09:00', to: '20:00' }])}>{t.addSpan}</Button>}
    </section>
  );
}

function Days({ title, days, mayEdit, onChange }: { title: string; days: readonly Day[]; mayEdit: boolean; onChange: (days: Day[]) => void }) {
  const t = useTexts(sheetTexts);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const run = { from, to: to || from };
  const isRun = from !== '' && run.from <= run.to;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {days.length === 0 && <p className={styles.quiet}>{t.none}</p>}
      <ul className={styles.runs}>
        {runsOf(days).map((one) => {
          const name = one.from === one.to ? one.from : `${one.from} – ${one.to.slice(5)}`;
          return (
            <li key={one.from}>
              {name}
              {mayEdit && (
                <button type="button" className={styles.remove} aria-label={t.remove(name)} onClick={() => onChange(withoutRun(days, one))}>
                  ×
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {mayEdit && (
        <p className={styles.adding}>
          <label>
            {t.from} <input type="date" value={from} onChange={({ target }) => setFrom(target.value)} />
          </label>
          <label>
            {t.to} <input type="date" value={to} min={from} onChange={({ target }) => setTo(target.value)} />
          </label>
          <Button
            disabled={!isRun}
            onClick={() => {
              onChange(withRun(days, run));
              setFrom('');
              setTo('');
            }}
          >
            {t.add}
          </Button>
        </p>
      )}
    </section>
  );
}
