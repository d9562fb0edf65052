import { catalogueQuery } from '#api';
import { type HandoffRule, TASK_PRIORITIES } from '#model';
import { classes, kindWords, Tag, taskModeWords, taskPriorityWords, useFormats, useLocalize, useTexts } from '#ui';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { RuleEdit } from './rules-draft';
import styles from './rules-sheet.module.css';
import { sceneTexts, sceneWords } from './scene-words';
import { sheetTexts } from './sheet-texts';
import { useHandoffs } from './view';

interface Props {
  rule: HandoffRule;
  number: number;
  isLast: boolean;
  mayEdit: boolean;
  changed: boolean;
  onEdit: (edit: RuleEdit) => void;
  onMove: (by: -1 | 1) => void;
}

const MOST_MINUTES = 43_200;

/** One rule: its scene in words, and what of it is edited here. */
export function RuleCard({ rule, number, isLast, mayEdit, changed, onEdit, onMove }: Props) {
  const { names } = useHandoffs();
  const t = useTexts(sheetTexts);
  const localize = useLocalize();
  const formats = useFormats();
  const catalogue = useQuery(catalogueQuery()).data;
  const words = { journeys: catalogue?.journeys.map(({ id }) => id) ?? [], names, formats, kinds: useTexts(kindWords), t: useTexts(sceneTexts) };
  const priorities = useTexts(taskPriorityWords);
  const modes = useTexts(taskModeWords);
  // Nobody picks customers up where they serve themselves.
  const carriers = catalogue?.touchpoints.filter(({ service, id }) => service === 'assisted' || id === rule.touchpoint) ?? [];
  const name = localize(rule.name);
  return (
    <li className={classes(styles.rule, !rule.enabled && styles.disabled)}>
      <div className={styles.head}>
        <b>
          {number}. {name}
        </b>
        {rule.example && <Tag>{t.example}</Tag>}
        {changed && <Tag tone="mild">{t.unsaved}</Tag>}
        <label className={styles.enabled}>
          <input type="checkbox" checked={rule.enabled} disabled={!mayEdit} onChange={({ target }) => onEdit({ enabled: target.checked })} />
          {t.enabled}
        </label>
        {mayEdit && (
          <span className={styles.steps}>
            <button type="button" aria-label={t.earlier(name)} disabled={number === 1} onClick={() => onMove(-1)}>
              ↑
            </button>
            <button type="button" aria-label={t.later(name)} disabled={isLast} onClick={() => onMove(1)}>
              ↓
            </button>
          </span>
        )}
      </div>
      <p className={styles.quiet}>
        {t.scene}: {sceneWords(rule.scene, words)} · {modes[rule.mode]}
      </p>
      <fieldset className={styles.fields} disabled={!mayEdit} aria-label={name}>
        <Field label={t.sla}>
          <Minutes value={rule.slaMinutes} onChange={(slaMinutes) => onEdit({ slaMinutes })} />
          <small>{t.slaIs(formats.duration(rule.slaMinutes * 60_000))}</small>
        </Field>
        <Field label={t.clock}>
          <select value={rule.clock} onChange={({ target }) => onEdit({ clock: target.value === 'working' ? 'working' : 'always' })}>
            <option value="always">{t.always}</option>
            <option value="working">{t.working}</option>
          </select>
        </Field>
        <Field label={t.carrier}>
          <select value={rule.touchpoint} onChange={({ target }) => onEdit({ touchpoint: carriers.find(({ id }) => id === target.value)?.id ?? rule.touchpoint })}>
            {carriers.map(({ id }) => (
              <option key={id} value={id}>
                {names.touchpoint(id)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={t.priority}>
          <select value={rule.priority} onChange={({ target }) => onEdit({ priority: TASK_PRIORITIES.find((one) => one === target.value) ?? rule.priority })}>
            {TASK_PRIORITIES.map((priority) => (
              <option key={priority} value={priority}>
                {priorities[priority]}
              </option>
            ))}
          </select>
        </Field>
      </fieldset>
    </li>
  );
}

const Field = ({ label, children }: { label: string; children: ReactNode }) => (
  <label className={styles.field}>
    <span>{label}</span>
    {children}
  </label>
);

/** A number of minutes; while it is being typed it may be none. */
function Minutes({ value, onChange }: { value: number; onChange: (minutes: number) => void }) {
  const [typed, setTyped] = useState<string>();
  return (
    <input
      type="number"
      min={1}
      max={MOST_MINUTES}
      value={typed ?? value}
      onChange={({ target }) => {
        setTyped(target.value);
        const minutes = Number(target.value);
        if (Number.isInteger(minutes) && minutes >= 1 && minutes <= MOST_MINUTES) onChange(minutes);
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}
