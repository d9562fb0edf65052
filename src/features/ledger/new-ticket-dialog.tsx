import { failureOf, keepTicket, newKey, registerTicket } from '#api';
import { type DepartmentId, type JourneyId, type Kind, kind, type Locus, type Measure, measure, type PersonId, type ReasonId, type StepId, type TicketId, type TouchpointId } from '#model';
import { Button, classes, defineTexts, Dialog, measureWords, useLocalize, useTexts } from '#ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import type { Words } from './columns';
import { DepartmentField, PersonField } from './fields';
import form from './form.module.css';
import { ledgerTexts } from './ledger-texts';
import type { Told } from './told';

const texts = defineTexts({
  title: { zh: '登记整改工单', en: 'Register a ticket' },
  name: { zh: '标题', en: 'Title' },
  journey: { zh: '旅程', en: 'Journey' },
  step: { zh: '步骤', en: 'Step' },
  touchpoint: { zh: '触点', en: 'Touchpoint' },
  kind: { zh: '中断类型', en: 'Kind of break' },
  reason: { zh: '原因', en: 'Reason' },
  any: { zh: '不限', en: 'Any' },
  measure: { zh: '要改善的指标', en: 'What it must move' },
  choose: { zh: '请选择', en: 'Choose' },
  important: { zh: '重要', en: 'Important' },
  baseline: { zh: '位置越具体越好归责，越宽样本越多。基线由服务端按位置计算。', en: 'A narrow place is easier to own, a wide one has more samples. The server takes its baseline.' },
  withoutTest: {
    zh: '净推荐值的变化还没有检验方法：可以登记和整改，但不能靠证据销号，只能人工核销。',
    en: 'A change of NPS has no test yet: the ticket can be registered and worked on, but not closed on evidence, only waived.',
  },
  register: { zh: '登记', en: 'Register' },
  failed: { zh: (why: string) => `没有登记：${why}`, en: (why: string) => `Not registered: ${why}` },
});

/** What is typed so far; empty is none. */
interface Draft {
  title: string;
  journey: JourneyId | '';
  step: StepId | '';
  touchpoint: TouchpointId | '';
  kind: Kind | '';
  reason: ReasonId | '';
  measure: Measure;
  important: boolean;
  owner: PersonId | '';
  department: DepartmentId | '';
  due: string;
}

/** 登记: a title and a place of the catalogue; who and until when may follow. */
export function NewTicketDialog({ told, words, onClose, onRegistered, journey = '' }: { told: Told; words: Words; journey?: JourneyId | ''; onClose: () => void; onRegistered: (id: TicketId) => void }) {
  const t = useTexts(texts);
  const l = useTexts(ledgerTexts);
  const measures = useTexts(measureWords);
  const localize = useLocalize();
  const queries = useQueryClient();
  const { catalogue } = told.lookup;
  const [draft, setDraft] = useState<Draft>({ title: '', journey, step: '', touchpoint: '', kind: '', reason: '', measure: 'break-rate', important: false, owner: '', department: '', due: '' });
  const change = (fields: Partial<Draft>) => setDraft({ ...draft, ...fields });
  const attempt = useRef({ key: '', of: '' });
  const register = useMutation({
    mutationFn: (locus: Locus) => {
      const { owner, department, due, important, measure: moves } = draft;
      const body = { title: draft.title.trim(), locus, measure: moves, important, ...(owner && { owner }), ...(department && { department }), ...(due && { due }) };
      const of = JSON.stringify(body);
      // Pressed again after no answer came, it is the same request: one ticket, not two.
      if (attempt.current.of !== of) attempt.current = { key: newKey(), of };
      return registerTicket(body, attempt.current.key);
    },
    onSuccess(answer) {
      keepTicket(queries, answer);
      onRegistered(answer.ticket.id);
    },
  });
  const steps = catalogue.journeys.find(({ id }) => id === draft.journey)?.steps ?? [];
  const locus = draft.journey === '' || draft.title.trim() === '' ? undefined : locusOf(draft.journey, draft);
  const submit = () => locus && register.mutate(locus);
  const chooseOwner = (owner: PersonId | '') => change({ owner, ...(draft.department === '' && { department: told.lookup.people.find(({ id }) => id === owner)?.department ?? '' }) });
  return (
    <Dialog
      title={t.title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{l.cancel}</Button>
          <Button look="primary" disabled={!locus || register.isPending} onClick={submit}>{t.register}</Button>
        </>
      }
    >
      <form
        className={form.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <label className={classes(form.field, form.wide)}>
          {t.name}
          <input className={form.input} maxLength={200} value={draft.title} onChange={({ target }) => change({ title: target.value })} />
        </label>
        <Select label={t.journey} value={draft.journey} onChange={(value) => change({ journey: value as JourneyId | '', step: '' })} none={t.choose}>
          {catalogue.journeys.map(({ id, name }) => <option key={id} value={id}>{localize(name)}</option>)}
        </Select>
        <Select label={t.step} value={draft.step} onChange={(value) => change({ step: value as StepId | '' })} none={t.any}>
          {steps.map(({ id, name }) => <option key={id} value={id}>{localize(name)}</option>)}
        </Select>
        <Select label={t.touchpoint} value={draft.touchpoint} onChange={(value) => change({ touchpoint: value as TouchpointId | '' })} none={t.any}>
          {catalogue.touchpoints.map(({ id, name }) => <option key={id} value={id}>{localize(name)}</option>)}
        </Select>
        <Select label={t.kind} value={draft.kind} onChange={(value) => change({ kind: kind.options.find((one) => one === value) ?? '' })} none={t.any}>
          {kind.options.map((one) => <option key={one} value={one}>{words.kinds[one]}</option>)}
        </Select>
        {catalogue.reasons.length > 0 && (
          <Select label={t.reason} value={draft.reason} onChange={(value) => change({ reason: value as ReasonId | '' })} none={t.any}>
            {catalogue.reasons.map(({ id, name }) => <option key={id} value={id}>{localize(name)}</option>)}
          </Select>
        )}
        <Select label={t.measure} value={draft.measure} onChange={(value) => change({ measure: measure.options.find((one) => one === value) ?? 'break-rate' })}>
          {measure.options.filter((one) => one !== 'theme-share').map((one) => <option key={one} value={one}>{measures[one]}</option>)}
        </Select>
        <label className={form.field}>
          {l.due}
          <input className={form.input} type="date" value={draft.due} onChange={({ target }) => change({ due: target.value })} />
        </label>
        <PersonField label={l.owner} lookup={told.lookup} value={draft.owner} onChange={chooseOwner} />
        <DepartmentField label={l.ofDepartment} lookup={told.lookup} value={draft.department} onChange={(department) => change({ department })} />
        <label className={classes(form.check, form.wide)}>
          <input type="checkbox" checked={draft.important} onChange={({ target }) => change({ important: target.checked })} />
          {t.important}
        </label>
      </form>
      <p className={form.note}>{draft.measure === 'break-rate' || draft.measure === 'loss-rate' ? t.baseline : t.withoutTest}</p>
      {register.error && !register.isPending && <p className={form.error} role="alert">{t.failed(failureOf(register.error).detail)}</p>}
    </Dialog>
  );
}

const locusOf = (journey: JourneyId, { step, touchpoint, kind: of, reason }: Draft): Locus => ({
  journey,
  ...(step && { step }),
  ...(touchpoint && { touchpoint }),
  ...(of && { kind: of }),
  ...(reason && { reason }),
});

/** Values are ids of the catalogue, as its options give them. */
const Select = ({ label, value, none, onChange, children }: { label: string; value: string; none?: string; onChange: (value: string) => void; children: ReactNode }) => (
  <label className={form.field}>
    {label}
    <select className={form.input} value={value} onChange={({ target }) => onChange(target.value)}>
      {none !== undefined && <option value="">{none}</option>}
      {children}
    </select>
  </label>
);
