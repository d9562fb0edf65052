import type { Reading, TicketRow } from '#contract';
import { type Day, daysBetween, isOpenTicket, zoneOf } from '#model';
import { type Formats, useFormats, useTexts } from '#ui';
import { useMemo } from 'react';
import { ledgerTexts } from './ledger-texts';
import type { Lookup } from './use-lookup';

/** What it takes to write a ticket down: names, formats, words, and which day it is. */
export interface Told {
  lookup: Lookup;
  formats: Formats;
  t: (typeof ledgerTexts)['zh'];
  zone: string;
  today: Day;
}

export function useTold(lookup: Lookup | undefined, reading: Pick<Reading, 'asOf' | 'zone'> | undefined): Told | undefined {
  const formats = useFormats();
  const t = useTexts(ledgerTexts);
  const zone = reading?.zone;
  const today = reading && zoneOf(reading.zone).dayOf(Date.parse(reading.asOf));
  return useMemo(() => (lookup && zone !== undefined && today !== undefined ? { lookup, formats, t, zone, today } : undefined), [lookup, formats, t, zone, today]);
}

/** 逾期 2 天, 剩 6 天, 今天到期; of an ended ticket, or one without a due day, nothing. */
export function dueWords({ state, due, daysLate }: Pick<TicketRow, 'state' | 'due' | 'daysLate'>, { formats, t, today }: Told): string | undefined {
  if (!isOpenTicket({ state }) || due === undefined) return undefined;
  if (daysLate > 0) return t.daysLate(formats.exact(daysLate));
  const left = daysBetween(today, due);
  return left <= 0 ? t.dueToday : t.daysLeft(formats.exact(left));
}

/** The one thing about a ticket that says most now: what its test says, that it was reopened, is late, has nobody, how long is left, or what it brought. */
export function gistOf(row: TicketRow, told: Told): { words: string; bad: boolean } {
  const { formats, t } = told;
  if (!isOpenTicket(row)) return { words: row.drop === undefined ? '' : formats.points(-row.drop), bad: false };
  if (row.tested) return { words: row.tested.passed ? t.testPassed : t.testFailed, bad: !row.tested.passed };
  if (row.daysLate > 0) return { words: dueWords(row, told) ?? '', bad: true };
  if (row.recurredOn) return { words: t.reopened(formats.shortDay(row.recurredOn)), bad: false };
  if (row.owner === undefined) return { words: t.unowned, bad: false };
  return { words: dueWords(row, told) ?? t.noDue, bad: false };
}

/** Where it stands, as its one tag says: an open ticket whose fix did not last has recurred before anything else. */
export const tagOf = (row: Pick<TicketRow, 'state' | 'recurrences'>): TicketRow['state'] | 'recurred' => (isOpenTicket(row) && row.recurrences > 0 ? 'recurred' : row.state);

/** 身份核验 › 人脸核验 · APP · 操作失败: all that a locus names. */
export function placeWords({ locus }: Pick<TicketRow, 'locus'>, { lookup: { names } }: Told, kinds: Record<string, string>): string {
  const parts = [names.locus(locus), locus.kind && kinds[locus.kind], locus.reason && names.reason(locus.reason)];
  return parts.filter(Boolean).join(' · ');
}
