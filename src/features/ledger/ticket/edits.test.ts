import type { TicketTold } from '#contract';
import { expect, test } from 'vitest';
import { conflictsOf, editOf, rebased, withEdits } from './edits';

const ticket = { id: 'ZG-0001', version: 3, title: '额度提示前置', owner: 'zhao', due: '2026-12-01', measures: [] } as unknown as TicketTold; // As much of one as edits read.

test('an edit carries what it changes and what stood there', () => {
  expect(editOf('k', ticket, { title: '额度提示前置', due: '2026-12-05' })).toEqual({ id: 'k', patch: { due: '2026-12-05' }, seen: { due: '2026-12-01' } });
  expect(editOf('k', ticket, { title: '额度提示前置' })).toBeUndefined();
  expect(editOf('k', ticket, { due: null })).toEqual({ id: 'k', patch: { due: null }, seen: { due: '2026-12-01' } });
});

test('edits on their way are shown, an emptied field as absent', () => {
  const edit = editOf('k', ticket, { due: null, title: '新标题' });
  expect(withEdits(ticket, edit ? [edit] : [])).toMatchObject({ title: '新标题', due: undefined, owner: 'zhao' });
});

test('only fields that somebody else changed to something else are in conflict', () => {
  const edit = editOf('k', ticket, { due: '2026-12-05', title: '甲' });
  if (!edit) throw new Error('It changes two fields.');
  expect(conflictsOf(edit, { ...ticket, owner: 'qian' as TicketTold['owner'] })).toEqual([]);
  expect(conflictsOf(edit, { ...ticket, due: '2026-12-05' })).toEqual([]);
  expect(conflictsOf(edit, { ...ticket, due: '2026-12-09' })).toEqual([{ field: 'due', seen: '2026-12-01', mine: '2026-12-05', theirs: '2026-12-09' }]);
});

test('what somebody keeps of theirs is not sent; what never clashed still is', () => {
  const edit = editOf('k', ticket, { due: '2026-12-05', title: '甲' });
  if (!edit) throw new Error('It changes two fields.');
  const current = { ...ticket, due: '2026-12-09' };
  expect(rebased(edit, current, () => 'k2', () => false)).toEqual({ id: 'k2', patch: { title: '甲' }, seen: { title: '额度提示前置' } });
  expect(rebased(edit, current, () => 'k2')).toEqual({ id: 'k', patch: { due: '2026-12-05', title: '甲' }, seen: { due: '2026-12-09', title: '额度提示前置' } });
  expect(rebased(edit, { ...ticket, due: '2026-12-05', title: '甲' }, () => 'k2')).toBeUndefined();
});

test('what was begun on an older ticket says so', () => {
  const edit = editOf('k', { ...ticket, title: '别人的' }, { title: '我的' }, { title: '额度提示前置' });
  expect(edit?.seen).toEqual({ title: '额度提示前置' });
  expect(edit && conflictsOf(edit, { ...ticket, title: '别人的' })).toHaveLength(1);
});
