import type { TicketTold } from '#contract';
import { Button, defineTexts, Dialog, Table, useFormats, useTexts } from '#ui';
import { useState } from 'react';
import type { EditableField } from './editable-field';
import type { FieldConflict } from './edits';
import { ticketTexts } from './ticket-texts';
import { useTicketView } from './view';

const texts = defineTexts({
  title: { zh: '两个版本', en: 'Two versions' },
  note: { zh: '左边是您写的，右边是现在已保存的。逐项选择保留哪一个。', en: 'What you wrote is at the left, what is saved by now at the right. Choose one for each field.' },
  field: { zh: '字段', en: 'Field' },
  mine: { zh: '我的', en: 'Mine' },
  theirs: { zh: '现在的', en: 'Saved' },
  apply: { zh: '按选择保存', en: 'Save as chosen' },
  empty: { zh: '（空）', en: '(empty)' },
});

const fieldNames = defineTexts<Record<EditableField, string>>({
  title: { zh: '标题', en: 'Title' },
  description: { zh: '说明', en: 'Description' },
  important: { zh: '重要', en: 'Important' },
  owner: { zh: '责任人', en: 'Owner' },
  department: { zh: '责任部门', en: 'Department' },
  due: { zh: '到期', en: 'Due' },
  target: { zh: '目标', en: 'Target' },
  measures: { zh: '整改措施', en: 'Measures' },
  effective: { zh: '生效日', en: 'Effective dates' },
  complaint: { zh: '投诉', en: 'Complaint' },
  watchers: { zh: '关注人', en: 'Watchers' },
  instances: { zh: '关联旅程', en: 'Linked journeys' },
  locus: { zh: '位置', en: 'Place' },
});

/** Both versions of every field that clashes, side by side; one is chosen for each. */
export function ConflictDialog({ conflicts, onClose, onResolve }: { conflicts: readonly FieldConflict[]; onClose: () => void; onResolve: (mine: ReadonlySet<EditableField>) => void }) {
  const t = useTexts(texts);
  const common = useTexts(ticketTexts);
  const fields = useTexts(fieldNames);
  const write = useFieldText();
  const [mine, setMine] = useState<ReadonlySet<EditableField>>(new Set(conflicts.map(({ field }) => field)));
  const choose = (field: EditableField, isMine: boolean) => setMine(new Set([...mine].filter((one) => one !== field).concat(isMine ? [field] : [])));
  return (
    <Dialog
      title={t.title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button look="primary" onClick={() => onResolve(mine)}>{t.apply}</Button>
        </>
      }
    >
      <p>{t.note}</p>
      <Table label={t.title}>
        <thead>
          <tr>
            <th scope="col">{t.field}</th>
            <th scope="col">{t.mine}</th>
            <th scope="col">{t.theirs}</th>
          </tr>
        </thead>
        <tbody>
          {conflicts.map(({ field, mine: own, theirs }) => (
            <tr key={field}>
              <th scope="row">{fields[field]}</th>
              {[true, false].map((isMine) => (
                <td key={String(isMine)}>
                  <label>
                    <input type="radio" name={field} checked={mine.has(field) === isMine} onChange={() => choose(field, isMine)} /> {write(field, isMine ? own : theirs) || t.empty}
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </Dialog>
  );
}

/** A field's value in words. */
function useFieldText(): (field: EditableField, value: unknown) => string {
  const { names, personName, departmentName } = useTicketView();
  const { points, shortDay } = useFormats();
  return (field, value) => {
    if (value === undefined || value === null) return '';
    // Each field has the type it has in a ticket.
    const of = <Field extends EditableField>(_: Field) => value as NonNullable<TicketTold[Field]>;
    switch (field) {
      case 'owner':
        return personName(of('owner'));
      case 'department':
        return departmentName(of('department'));
      case 'target':
        return points(of('target'));
      case 'locus':
        return names.locus(of('locus'));
      case 'measures':
        return of('measures').map(({ title, state, due }) => `${state === 'done' ? '✓' : state === 'dropped' ? '×' : '○'} ${title}${due === undefined ? '' : ` ${due}`}`).join('；');
      case 'effective':
        return of('effective').map(({ touchpoint, day }) => `${names.touchpoint(touchpoint)} ${shortDay(day)}`).join('；');
      case 'watchers':
        return of('watchers').map(personName).join('、');
      case 'instances':
        return of('instances').join('、');
      case 'complaint':
        return `${of('complaint').reference} ${of('complaint').receivedOn}`;
      case 'important':
        return of('important') ? '✓' : '×';
      case 'title':
      case 'description':
      case 'due':
        return String(value);
    }
  };
}
