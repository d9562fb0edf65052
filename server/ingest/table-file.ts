import type { TableFile } from '../ports';
import type { SettledRun } from './log-reading';
import { timePattern } from './time-pattern';

/** Fields that a few values say: rows that are alike in them are alike. */
const FEW = ['step', 'touchpoint', 'outcome', 'reason', 'initiative', 'organisation', 'segment'] as const;

/**
 * A run's file as one that a store may read by itself; undefined where it is of another kind, or where what a row means hangs on other rows: that takes reading row by row.
 *
 * @param zone of times that say no offset
 */
export function tableFile({ source, columns: mapped, profile, journey, file, times }: SettledRun, path: string, zone: string): TableFile | undefined {
  const { format, encoding, delimiter, columns, zipped = false } = source;
  if (format !== 'csv' || encoding?.name !== 'utf-8' || delimiter === undefined || columns === undefined) return undefined;
  if (mapped.journeyColumn !== undefined || mapped.id !== undefined) return undefined;
  if (columns.length < 2 || new Set(columns).size < columns.length || columns.some((name) => name === '' || name === '__proto__')) return undefined;
  const conditions = (profile.rules ?? []).flatMap(({ when }) => when);
  if (conditions.some(({ rises }) => rises)) return undefined;
  const time = timePattern(times, profile.time?.order, profile.time?.zone ?? zone);
  if (!time) return undefined;

  const place = (name: string) => columns.indexOf(name);
  const said = [...FEW.flatMap((field) => mapped[field] ?? []), ...conditions.map(({ column }) => column)];
  const alike = [...new Set(said)].map(place).filter((index) => index >= 0);
  const [instance, step, at] = [place(mapped.instance), place(mapped.step), place(mapped.at)];
  if (alike.includes(instance) || alike.includes(at)) return undefined;
  const taken = new Set<string>(Object.values(mapped));
  const attributes = columns.flatMap((name, index) => (taken.has(name) ? [] : [index]));
  const customer = mapped.customer === undefined ? undefined : place(mapped.customer);
  return { path, zipped, delimiter, columns, instance, step, at, time, customer, alike, attributes, empty: profile.empty ?? [], journey, name: file };
}
