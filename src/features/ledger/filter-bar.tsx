import { TICKET_GROUPS } from '#contract';
import { kind, TICKET_STATES } from '#model';
import { Button, Choice, defineTexts, Dropdown, FilteredPlace, Filters, useTexts } from '#ui';
import { useEffect, useRef, useState } from 'react';
import type { Words } from './columns';
import { placeName } from './describe-filter';
import styles from './filter-bar.module.css';
import { isFiltered, withoutFilter } from './filter';
import { ledgerTexts } from './ledger-texts';
import type { LedgerSearch } from './search';
import type { Told } from './told';

const texts = defineTexts({
  filters: { zh: '筛选', en: 'Filters' },
  me: { zh: '我', en: 'Me' },
  more: { zh: '更多', en: 'More' },
  clear: { zh: '清除筛选', en: 'Clear filters' },
  find: { zh: '编号或标题', en: 'Number or title' },
  group: { zh: '分组', en: 'Group by' },
  ungrouped: { zh: '不分组', en: 'Nothing' },
  place: { zh: '位置', en: 'Place' },
  anywhere: { zh: (place: string) => `不限于 ${place}`, en: (place: string) => `Not only ${place}` },
});

export interface FilterBarProps {
  search: LedgerSearch;
  go: (search: LedgerSearch, options?: { replace: boolean }) => void;
  told: Told;
  words: Words;
}

/** What the list is narrowed to and grouped by: all of it in the address. */
export function FilterBar({ search, go, told, words }: FilterBarProps) {
  const t = useTexts(texts);
  const l = useTexts(ledgerTexts);
  const { lookup } = told;
  const groupNames = { state: l.state, owner: l.owner, department: l.ofDepartment, journey: l.journey };
  const place = placeName(search, told);
  const more = [search.complaint && l.complaint, search.watcher && l.watched, search.kind && words.kinds[search.kind]].filter(Boolean);
  return (
    <Filters label={t.filters}>
      <FindField key={search.q ?? ''} text={search.q ?? ''} onFind={(q) => go({ ...search, q: q || undefined }, { replace: true })} />
      <StateFilter search={search} go={go} words={words} />
      <Dropdown name={l.owner} value={search.owner === undefined ? l.all : search.owner === 'me' ? t.me : search.owner === 'none' ? l.unowned : lookup.person(search.owner)}>
        <Choice chosen={search.owner === undefined} onChoose={() => go({ ...search, owner: undefined })}>{l.all}</Choice>
        <Choice chosen={search.owner === 'me'} onChoose={() => go({ ...search, owner: 'me' })}>{t.me}</Choice>
        <Choice chosen={search.owner === 'none'} onChoose={() => go({ ...search, owner: 'none' })}>{l.unowned}</Choice>
        {lookup.people.map(({ id }) => (
          <Choice key={id} chosen={search.owner === id} onChoose={() => go({ ...search, owner: id })}>{lookup.person(id)}</Choice>
        ))}
      </Dropdown>
      <Dropdown name={l.ofDepartment} value={search.department === undefined ? l.all : search.department === 'mine' ? l.department : lookup.department(search.department)}>
        <Choice chosen={search.department === undefined} onChoose={() => go({ ...search, department: undefined })}>{l.all}</Choice>
        <Choice chosen={search.department === 'mine'} onChoose={() => go({ ...search, department: 'mine' })}>{l.department}</Choice>
        {lookup.departments.map(({ id }) => (
          <Choice key={id} chosen={search.department === id} onChoose={() => go({ ...search, department: id })}>{lookup.department(id)}</Choice>
        ))}
      </Dropdown>
      <Dropdown name={l.journey} value={search.journey ? lookup.names.journey(search.journey) : l.all}>
        <Choice chosen={search.journey === undefined} onChoose={() => go({ ...search, journey: undefined })}>{l.all}</Choice>
        {lookup.catalogue.journeys.map(({ id }) => (
          <Choice key={id} chosen={search.journey === id} onChoose={() => go({ ...search, journey: id })}>{lookup.names.journey(id)}</Choice>
        ))}
      </Dropdown>
      <Dropdown name={t.more} value={more.length > 0 ? more.join(' · ') : l.none}>
        {kind.options.map((one) => (
          <Choice key={one} stays chosen={search.kind === one} onChoose={() => go({ ...search, kind: search.kind === one ? undefined : one })}>{words.kinds[one]}</Choice>
        ))}
        <Choice stays chosen={search.complaint === 'true'} onChoose={() => go({ ...search, complaint: search.complaint ? undefined : 'true' })}>{l.complaint}</Choice>
        <Choice stays chosen={search.watcher === 'me'} onChoose={() => go({ ...search, watcher: search.watcher ? undefined : 'me' })}>{l.watched}</Choice>
      </Dropdown>
      {search.view === undefined && (
        <Dropdown name={t.group} value={search.group ? groupNames[search.group] : t.ungrouped}>
          <Choice chosen={search.group === undefined} onChoose={() => go({ ...search, group: undefined })}>{t.ungrouped}</Choice>
          {TICKET_GROUPS.map((one) => (
            <Choice key={one} chosen={search.group === one} onChoose={() => go({ ...search, group: one })}>{groupNames[one]}</Choice>
          ))}
        </Dropdown>
      )}
      {place !== undefined && (
        <FilteredPlace tone="ticket" label={t.place} name={place} away={t.anywhere(place)} onAway={() => go({ ...search, node: undefined, level: undefined })} />
      )}
      {isFiltered(search) && <Button look="quiet" onClick={() => go(withoutFilter(search))}>{t.clear}</Button>}
    </Filters>
  );
}

function StateFilter({ search, go, words }: Pick<FilterBarProps, 'search' | 'go' | 'words'>) {
  const l = useTexts(ledgerTexts);
  // A board has a column for every state.
  const chosen = search.state ?? [search.view === 'board' ? 'any' : 'open'];
  const toggle = (state: (typeof TICKET_STATES)[number]) => {
    const states = chosen.filter((one) => one !== 'open' && one !== 'any');
    const next = states.includes(state) ? states.filter((one) => one !== state) : [...states, state];
    go({ ...search, state: next.length === 0 ? undefined : next });
  };
  const value = chosen.map((one) => (one === 'open' ? l.isOpen : one === 'any' ? l.all : words.states[one])).join(' / ');
  return (
    <Dropdown name={l.state} value={value}>
      <Choice chosen={chosen.includes('open')} onChoose={() => go({ ...search, state: search.view === 'board' ? ['open'] : undefined })}>{l.isOpen}</Choice>
      <Choice chosen={chosen.includes('any')} onChoose={() => go({ ...search, state: search.view === 'board' ? undefined : ['any'] })}>{l.all}</Choice>
      {TICKET_STATES.map((one) => (
        <Choice key={one} stays chosen={chosen.includes(one)} onChoose={() => toggle(one)}>{words.states[one]}</Choice>
      ))}
    </Dropdown>
  );
}

/** After so long without a key (ms) what was typed is looked for. */
const PAUSE = 300;

/** Looks for what is typed once the typing pauses. */
function FindField({ text, onFind }: { text: string; onFind: (text: string) => void }) {
  const t = useTexts(texts);
  const [typed, setTyped] = useState(text);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <input
      type="search"
      className={styles.find}
      aria-label={t.find}
      placeholder={t.find}
      maxLength={100}
      value={typed}
      onChange={({ target: { value } }) => {
        setTyped(value);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => onFind(value.trim()), PAUSE);
      }}
    />
  );
}
