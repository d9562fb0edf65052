/** What happens to make an answer old: `revision` of the data, an `import`, `task`, `ticket` or `settings` moving on, or the `marks` of the map (any task or ticket, more calmly). */
export type ChangesWith = 'revision' | 'import' | 'task' | 'ticket' | 'settings' | 'marks';

/** What a question says of itself for live updates (`meta`). */
interface ChangeMeta extends Record<string, unknown> {
  changesWith: readonly ChangesWith[];
  /** Only changes of this one, by its id or name, make it old; without it, those of any. */
  subject?: string;
}

/** @example queryOptions({ …, meta: changesWith('task') }) */
export const changesWith = (...changes: ChangesWith[]): ChangeMeta => ({ changesWith: changes });

/** @example queryOptions({ …, meta: changesWithOne('ZG-0001', 'ticket') }) */
export const changesWithOne = (subject: string, ...changes: ChangesWith[]): ChangeMeta => ({ changesWith: changes, subject });

/** Whether a change makes an answer with this `meta` old. */
export function isOldAfter(meta: Record<string, unknown> | undefined, change: ChangesWith, subjects?: ReadonlySet<string>): boolean {
  if (!isChangeMeta(meta) || !meta.changesWith.includes(change)) return false;
  return meta.subject === undefined || subjects === undefined || subjects.has(meta.subject);
}

const isChangeMeta = (meta: Record<string, unknown> | undefined): meta is ChangeMeta => Array.isArray(meta?.changesWith);
