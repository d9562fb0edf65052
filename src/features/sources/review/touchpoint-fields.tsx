import { mergeTouchpoint, splitTouchpoint, type Touchpoint } from '#model';
import { useLocalize, useTexts } from '#ui';
import type { ReactNode } from 'react';
import { NameInput } from './name-input';
import { NamesMerged } from './names-merged';
import { reviewTexts } from './review-texts';

const KINDS = ['self online', 'assisted online', 'self offline', 'assisted offline'] as const;

export type TouchpointField = 'name' | 'kind' | 'initiative' | 'merge';

export interface TouchpointFieldsAsked {
  touchpoints: readonly Touchpoint[];
  onChange: (touchpoints: readonly Touchpoint[]) => void;
  /** Each says of which touchpoint it is. */
  labelled?: boolean;
}

/** What can be put right of a touchpoint: its kind and who starts a contact there tell a handoff from a detour. */
export function useTouchpointFields({ touchpoints, onChange, labelled = false }: TouchpointFieldsAsked): (touchpoint: Touchpoint) => Record<TouchpointField, ReactNode> {
  const t = useTexts(reviewTexts);
  const localize = useLocalize();
  return (one) => {
    const name = localize(one.name);
    const label = (text: string) => (labelled ? text : undefined);
    const change = (part: Partial<Touchpoint>) => onChange(touchpoints.map((other) => (other.id === one.id ? { ...other, ...part } : other)));
    return {
      name: <NameInput name={one.name} label={label(t.name(one.id))} onChange={(other) => change({ name: other })} />,
      kind: (
        <select
          aria-label={label(t.kindOf(name))}
          value={`${one.service} ${one.place}`}
          onChange={({ target }) => change({ service: target.value.startsWith('self') ? 'self' : 'assisted', place: target.value.endsWith('online') ? 'online' : 'offline' })}
        >
          {KINDS.map((kind) => <option key={kind} value={kind}>{t[kind]}</option>)}
        </select>
      ),
      initiative: (
        <select aria-label={label(t.initiativeOf(name))} value={one.initiative} onChange={({ target }) => change({ initiative: target.value === 'company' ? 'company' : 'customer' })}>
          {(['customer', 'company'] as const).map((who) => <option key={who} value={who}>{t[who]}</option>)}
        </select>
      ),
      merge: (
        <>
          <select aria-label={t.mergeOf(name)} value="" onChange={({ target }) => onChange(mergeTouchpoint(touchpoints, one.id, touchpoints.find(({ id }) => id === target.value)?.id ?? one.id))}>
            <option value="">–</option>
            {touchpoints.filter(({ id }) => id !== one.id).map((other) => <option key={other.id} value={other.id}>{localize(other.name)}</option>)}
          </select>
          <NamesMerged aliases={one.aliases} onSplit={(alias) => onChange(splitTouchpoint(touchpoints, alias))} />
        </>
      ),
    };
  };
}
