import { KINDS, type Organisation, RESOLUTIONS, STATES } from '#model';
import { classes, defineTexts, kindWords, resolutionWords, stateWords, useTexts } from '#ui';
import { useState } from 'react';
import styles from './list-filter.module.css';
import { listTexts } from './list-texts';
import type { Narrowing } from './url';
import { useView } from './view';

const texts = defineTexts({
  filter: { zh: '清单内筛选', en: 'Narrow this list' },
  filtered: { zh: (n: number) => `清单内筛选（${n}）`, en: (n: number) => `Narrow this list (${n})` },
  state: { zh: '状态', en: 'State' },
  kind: { zh: '中断类型', en: 'Kind of break' },
  reason: { zh: '原因', en: 'Reason' },
  resolution: { zh: '中断结果', en: 'Resolution' },
  handling: { zh: '接续', en: 'Handling' },
  node: { zh: '触点', en: 'Place' },
  organisation: { zh: '机构', en: 'Office' },
  segment: { zh: '客群', en: 'Segment' },
  all: { zh: '全部', en: 'All' },
});

interface Option {
  value: string;
  label: string;
}

/** Narrows the list that is open; its heading, its total and what is exported follow. */
export function ListFilter() {
  const { search, go, catalogue, names, answer, place } = useView();
  const t = useTexts(texts);
  const lists = useTexts(listTexts);
  const [kinds, resolutions, states] = [useTexts(kindWords), useTexts(resolutionWords), useTexts(stateWords)];
  const chosen = [search.state, search.kind, search.reason, search.resolution, search.handling, search.listOrganisation, search.listSegment].filter((one) => one !== undefined).length;
  const [isOpen, setOpen] = useState(false);
  const to = (narrowing: Partial<Narrowing>) => go({ ...search, ...narrowing }, { replace: true });
  const isPlaced = search.node !== undefined || search.edge !== undefined || search.path !== undefined;
  const within = organisationsBelow(catalogue.organisations, search.organisation);
  return (
    <div>
      <button type="button" className={classes(styles.toggle, chosen > 0 && styles.on)} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {chosen > 0 ? t.filtered(chosen) : t.filter} <span aria-hidden="true">{isOpen ? '▴' : '▾'}</span>
      </button>
      {isOpen && (
        <div className={styles.fields} role="group" aria-label={t.filter}>
          <Field name={t.state} value={search.state} options={STATES.map((value) => ({ value, label: states[value] }))} onChoose={(value) => to({ state: STATES.find((one) => one === value) })} />
          <Field name={t.kind} value={search.kind} options={KINDS.map((value) => ({ value, label: kinds[value] }))} onChoose={(value) => to({ kind: KINDS.find((one) => one === value) })} />
          <Field
            name={t.reason}
            value={search.reason}
            options={[...catalogue.reasons.map(({ id }) => ({ value: id, label: names.reason(id) })), { value: NO_REASON, label: lists.noReason }]}
            onChoose={(value) => to({ reason: value === NO_REASON ? '' : catalogue.reasons.find(({ id }) => id === value)?.id })}
          />
          <Field name={t.resolution} value={search.resolution} options={RESOLUTIONS.map((value) => ({ value, label: resolutions[value] }))} onChoose={(value) => to({ resolution: RESOLUTIONS.find((one) => one === value) })} />
          <Field name={t.handling} value={search.handling} options={HANDLINGS.map((value) => ({ value, label: lists[value] }))} onChoose={(value) => to({ handling: HANDLINGS.find((one) => one === value) })} />
          {!isPlaced && answer && (
            <Field name={t.node} value={search.node} options={answer.nodes.map(({ id }) => ({ value: id, label: names.node(place, id) }))} onChoose={(node) => to({ node })} />
          )}
          {within.length > 0 && (
            <Field
              name={t.organisation}
              value={search.listOrganisation}
              options={within.map(({ id, depth }) => ({ value: id, label: `${'　'.repeat(depth)}${names.organisation(id)}` }))}
              onChoose={(value) => to({ listOrganisation: within.find(({ id }) => id === value)?.id })}
            />
          )}
          {catalogue.segments.length > 0 && search.segment === undefined && (
            <Field
              name={t.segment}
              value={search.listSegment}
              options={catalogue.segments.map(({ id }) => ({ value: id, label: names.segment(id) }))}
              onChoose={(value) => to({ listSegment: catalogue.segments.find(({ id }) => id === value)?.id })}
            />
          )}
        </div>
      )}
    </div>
  );
}

const HANDLINGS = ['unhanded', 'pending'] as const;
/** In a select the empty value is everything. */
const NO_REASON = '-';

function Field({ name, value, options, onChoose }: { name: string; value: string | undefined; options: readonly Option[]; onChoose: (value: string | undefined) => void }) {
  const t = useTexts(texts);
  return (
    <label>
      {name}
      <select value={value === '' ? NO_REASON : (value ?? '')} onChange={({ target }) => onChoose(target.value === '' ? undefined : target.value)}>
        <option value="">{t.all}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The organisations below one, or all, each after its parent and told how deep it lies. */
function organisationsBelow(organisations: readonly Organisation[], parent: Organisation['id'] | undefined, depth = 0): { id: Organisation['id']; depth: number }[] {
  return organisations.filter((one) => one.parent === parent).flatMap(({ id }) => [{ id, depth }, ...organisationsBelow(organisations, id, depth + 1)]);
}
