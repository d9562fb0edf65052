import { failureOf, keepTicket, newKey, registerTicket } from '#api';
import type { PanoramaNode } from '#contract';
import { type Kind, KINDS, type Locus, type Measure, MEASURES } from '#model';
import { toTicket } from '#src/routes';
import { Button, defineTexts, Dialog, formClass, kindWords, measureWords, useFormats, useTexts } from '#ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useView } from './view';
import { openTickets } from './work';

const texts = defineTexts({
  title: { zh: '登记整改工单', en: 'Register a ticket' },
  where: { zh: '位置', en: 'Where' },
  step: { zh: '步骤', en: 'Step' },
  touchpoint: { zh: '触点', en: 'Touchpoint' },
  kind: { zh: '中断类型', en: 'Kind of break' },
  reason: { zh: '原因', en: 'Reason' },
  any: { zh: '不限', en: 'Any' },
  name: { zh: '标题', en: 'Title' },
  'break-rate': { zh: (what: string) => `${what}：降低中断`, en: (what: string) => `${what}: fewer breaks` },
  'loss-rate': { zh: (what: string) => `${what}：减少流失`, en: (what: string) => `${what}: fewer lost` },
  'theme-share': { zh: (what: string) => `${what}：减少抱怨`, en: (what: string) => `${what}: fewer complaints` },
  nps: { zh: (what: string) => `${what}：提升净推荐值`, en: (what: string) => `${what}: a higher NPS` },
  measure: { zh: '要改善的指标', en: 'What it must move' },
  description: { zh: '说明（可不填）', en: 'Description (optional)' },
  important: { zh: '重点工单', en: 'Important' },
  baseline: {
    zh: '登记时会附上这个位置此前 56 天的基线；责任人、期限和目标在立项时定。',
    en: 'The baseline of this place, 56 days up to now, is attached; owner, due date and target are set when it is assigned.',
  },
  withoutTest: {
    zh: '净推荐值的变化还没有检验方法：可以登记和整改，但不能靠证据销号，只能人工核销。',
    en: 'A change of NPS has no test yet: the ticket can be registered and worked on, but not closed on evidence, only waived.',
  },
  already: { zh: (n: string) => `这里已有 ${n} 件未销号的工单，登记前先看看是否同一件事。`, en: (n: string) => `Open tickets here already: ${n}. Please see whether one is about the same.` },
  register: { zh: '登记', en: 'Register' },
  registering: { zh: '正在登记…', en: 'Registering…' },
  cancel: { zh: '取消', en: 'Cancel' },
  failed: { zh: '没有登记成功，填的内容还在：', en: 'It was not registered; what you typed is still here: ' },
});

/** A theme's share is registered from the theme, on 客户之声. */
const OF_PLACES = MEASURES.filter((one) => one !== 'theme-share');
/** Those that the events of journeys tell. */
const TESTED: readonly Measure[] = ['break-rate', 'loss-rate'];

/** 登记整改工单 for a place of the map: what it is about is filled in and can be narrowed or widened. Afterwards its page opens. */
export function RegisterDialog({ at, onClose }: { at: PanoramaNode; onClose: () => void }) {
  const { names, catalogue } = useView();
  const t = useTexts(texts);
  const kinds = useTexts(kindWords);
  const measures = useTexts(measureWords);
  const { exact } = useFormats();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [step, setStep] = useState(at.step);
  const [touchpoint, setTouchpoint] = useState<Locus['touchpoint']>(at.touchpoint);
  const [kind, setKind] = useState<Kind>();
  const [reason, setReason] = useState<Locus['reason']>();
  const [measure, setMeasure] = useState<Measure>('break-rate');
  const [typed, setTyped] = useState<string>();
  const [description, setDescription] = useState('');
  const [important, setImportant] = useState(false);

  const locus: Locus = { journey: at.journey, ...(step && { step }), ...(touchpoint && { touchpoint }), ...(kind && { kind }), ...(reason && { reason }) };
  const what = [names.locus(locus), kind && kinds[kind], reason && names.reason(reason)].filter(Boolean).join(' · ');
  const title = typed ?? t[measure](what);
  const body = { title: title.trim(), locus, measure, important, ...(description.trim() && { description: description.trim() }) };
  const register = useMutation({
    mutationFn: (key: string) => registerTicket(body, key),
    onSuccess: (answer) => {
      keepTicket(queries, answer);
      void navigate(toTicket(answer.ticket.id));
    },
  });
  // The same key for every attempt at the same ticket, another for another one.
  const attempt = useRef<{ asked: string; key: string }>(undefined);
  const submit = () => {
    if (body.title === '' || register.isPending) return;
    const asked = JSON.stringify(body);
    if (attempt.current?.asked !== asked) attempt.current = { asked, key: newKey() };
    register.mutate(attempt.current.key);
  };
  const steps = catalogue.journeys.find(({ id }) => id === at.journey)?.steps ?? [];
  const reasons = at.byReason.flatMap((one) => (one.reason === undefined ? [] : [{ id: one.reason, count: one.count }]));
  const there = openTickets(at);
  return (
    <Dialog
      title={t.title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button look="primary" disabled={body.title === '' || register.isPending} onClick={submit}>
            {register.isPending ? t.registering : t.register}
          </Button>
        </>
      }
    >
      <form
        className={formClass.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {there > 0 && <p className={formClass.notice}>{t.already(exact(there))}</p>}
        <p>
          {t.where}: <b>{names.journey(at.journey)}</b>
        </p>
        <div className={formClass.pair}>
          <Pick label={t.step} any={t.any} of={step} options={steps.map(({ id }) => ({ id, name: names.step(at.journey, id) }))} onPick={setStep} />
          <Pick label={t.touchpoint} any={t.any} of={touchpoint} options={catalogue.touchpoints.map(({ id }) => ({ id, name: names.touchpoint(id) }))} onPick={setTouchpoint} />
          <Pick label={t.kind} any={t.any} of={kind} options={KINDS.map((id) => ({ id, name: `${kinds[id]} ${exact(at.byKind[id])}` }))} onPick={setKind} />
          <Pick label={t.reason} any={t.any} of={reason} options={reasons.map(({ id, count }) => ({ id, name: `${names.reason(id)} ${exact(count)}` }))} onPick={setReason} />
        </div>
        <label className={formClass.field}>
          {t.name}
          <input value={title} maxLength={200} required onChange={({ target }) => setTyped(target.value)} />
        </label>
        <Pick label={t.measure} of={measure} options={OF_PLACES.map((id) => ({ id, name: measures[id] }))} onPick={(next) => setMeasure(next ?? 'break-rate')} />
        <label className={formClass.field}>
          {t.description}
          <textarea rows={3} maxLength={10_000} value={description} onChange={({ target }) => setDescription(target.value)} />
        </label>
        <label className={formClass.check}>
          <input type="checkbox" checked={important} onChange={({ target }) => setImportant(target.checked)} />
          {t.important}
        </label>
        <p className={formClass.quiet}>{TESTED.includes(measure) ? t.baseline : t.withoutTest}</p>
        {register.error && (
          <p className={formClass.notice} role="alert">
            {t.failed + failureOf(register.error).detail}
          </p>
        )}
      </form>
    </Dialog>
  );
}

interface PickProps<Id extends string> {
  label: string;
  /** What stands for no choice; absent where there must be one. */
  any?: string;
  of: Id | undefined;
  options: readonly { id: Id; name: string }[];
  onPick: (id: Id | undefined) => void;
}

const Pick = <Id extends string>({ label, any, of, options, onPick }: PickProps<Id>) => (
  <label className={formClass.field}>
    {label}
    <select value={of ?? ''} onChange={({ target }) => onPick(options.find(({ id }) => id === target.value)?.id)}>
      {any !== undefined && <option value="">{any}</option>}
      {options.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  </label>
);
