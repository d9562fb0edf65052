import type { FileColumn } from '#contract';
import { zoneOf } from '#model';
import { isBad, type ReadRow } from './log-row';
import { orderIn, parseTime } from './parse-time';

/** A column as its first rows show it, with all its values in their order. */
export interface SampledColumn extends FileColumn {
  values: (string | undefined)[];
}

const SHOWN = 5;
/** A column looks like something when so much of it does. */
const NEARLY_ALL = 0.95;
const NUMBER = /^[+-]?(?:\d+(?:[.,]\d+)?|\.\d+)(?:e[+-]?\d+)?$/i;
const UTC = zoneOf('UTC');

/** The columns of these rows: those of the header in its order, else all that the rows have, as they turn up. */
export function sampleColumns(header: readonly string[] | undefined, rows: readonly ReadRow[]): SampledColumn[] {
  const values = new Map<string, (string | undefined)[]>((header ?? []).map((name) => [name, []]));
  const good = rows.flatMap((row) => (isBad(row) ? [] : [row]));
  good.forEach((row, index) => {
    if (header) for (const [name, held] of values) held[index] = row.get(name);
    else
      for (const entries of [row.more?.() ?? [], row.entries()])
        for (const [name, value] of entries) {
          let held = values.get(name);
          if (!held) values.set(name, (held = []));
          held[index] = value;
        }
  });
  return [...values].map(([name, held]) => columnOf(name, Array.from({ length: good.length }, (_, index) => held[index])));
}

function columnOf(name: string, values: (string | undefined)[]): SampledColumn {
  const filled = values.flatMap((value) => (value === undefined || value.trim() === '' ? [] : [value.trim()]));
  const different = new Set(filled);
  // A number of ten digits is a time as well as a number: times tell themselves by more than that.
  const isTime = (value: string) => orderIn(value) !== undefined || (!NUMBER.test(value) && parseTime(value, UTC) !== undefined);
  const share = (test: (value: string) => boolean) => filled.filter(test).length >= NEARLY_ALL * filled.length;
  const looks = filled.length === 0 ? 'nothing' : share(isTime) ? 'time' : share((value) => NUMBER.test(value)) ? 'number' : 'text';
  return { name, samples: [...different].slice(0, SHOWN).map((value) => value.slice(0, 120)), distinct: different.size, filled: filled.length, looks, values };
}
