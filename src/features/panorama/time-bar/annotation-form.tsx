import { addAnnotation, annotationsChanged, ApiError, failureOf, newKey, replaceAnnotation } from '#api';
import { type AnnotationBody, annotationTold, type AnnotationTold } from '#contract';
import { ANNOTATION_KINDS, annotationId, type AnnotationLocus, type Day } from '#model';
import { Button, defineTexts, formClass, useTexts } from '#ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { useView } from '../view';
import { annotationWords } from './annotation-texts';
import { clockOf, instantOf } from './clock';
import own from './annotation-form.module.css';

const texts = defineTexts({
  kind: { zh: '类别', en: 'Kind' },
  day: { zh: '日期', en: 'Day' },
  time: { zh: '时刻（可不填）', en: 'Time (optional)' },
  text: { zh: '发生了什么', en: 'What happened' },
  hint: { zh: '例如：人脸核验限流修复上线', en: 'For example: face check throttling fixed' },
  journey: { zh: '旅程', en: 'Journey' },
  step: { zh: '步骤', en: 'Step' },
  touchpoint: { zh: '触点', en: 'Touchpoint' },
  any: { zh: '不限', en: 'Any' },
  add: { zh: '添加标注', en: 'Add' },
  save: { zh: '保存', en: 'Save' },
  saving: { zh: '正在保存…', en: 'Saving…' },
  cancel: { zh: '取消', en: 'Cancel' },
  failed: { zh: '没有保存成功，填的内容还在：', en: 'It was not saved; what you typed is still here: ' },
  stale: { zh: (text: string) => `别人刚改过这条标注，现在是“${text}”。再按保存，就以您填的为准。`, en: (text: string) => `Somebody has just changed it: it says “${text}” now. Save again to have yours instead.` },
});

interface Props {
  /** What is changed; absent for another one. */
  annotation?: AnnotationTold | undefined;
  day: Day;
  onDone: () => void;
}

/** Writes an annotation, or changes one. What was typed stays until it is stored. */
export function AnnotationForm({ annotation, day: firstDay, onDone }: Props) {
  const { catalogue, names, place, zone } = useView();
  const t = useTexts(texts);
  const words = useTexts(annotationWords);
  const queries = useQueryClient();
  const [kind, setKind] = useState(annotation?.kind ?? 'release');
  const [day, setDay] = useState<string>(annotation?.day ?? firstDay);
  const [time, setTime] = useState(annotation?.at ? clockOf(annotation.at, zone) : '');
  const [text, setText] = useState(annotation?.text ?? '');
  const [locus, setLocus] = useState<AnnotationLocus>(annotation?.locus ?? (place.level === 'journey' ? { journey: place.journey } : {}));
  const [version, setVersion] = useState(annotation?.version);
  const [theirs, setTheirs] = useState<AnnotationTold>();
  const attempt = useRef<{ asked: string; key: string }>(undefined);
  const body: AnnotationBody = { kind, text: text.trim(), locus, ...(time === '' ? { day } : { at: instantOf(day, time, zone) }) };
  const save = useMutation({
    mutationFn: (key: string) => (annotation && version !== undefined ? replaceAnnotation(annotationId.parse(annotation.id), version, body) : addAnnotation(body, key)),
    onSuccess: () => {
      annotationsChanged(queries);
      onDone();
    },
    onError: (error) => {
      const now = error instanceof ApiError && error.code === 'version-stale' ? annotationTold.safeParse(error.current).data : undefined;
      setTheirs(now);
      if (now?.version !== undefined) setVersion(now.version);
    },
  });
  const ready = body.text !== '' && day !== '' && !save.isPending;
  const submit = () => {
    if (!ready) return;
    const asked = JSON.stringify(body);
    if (attempt.current?.asked !== asked) attempt.current = { asked, key: newKey() };
    save.mutate(attempt.current.key);
  };
  const steps = catalogue.journeys.find(({ id }) => id === locus.journey)?.steps ?? [];
  return (
    <form
      className={formClass.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={formClass.pair}>
        <Field label={t.kind}>
          <select value={kind} onChange={({ target }) => setKind(ANNOTATION_KINDS.find((one) => one === target.value) ?? kind)}>
            {ANNOTATION_KINDS.map((one) => (
              <option key={one} value={one}>
                {words[one]}
              </option>
            ))}
          </select>
        </Field>
        <Field label={t.day}>
          <input type="date" required value={day} onChange={({ target }) => setDay(target.value)} />
        </Field>
        <Field label={t.time}>
          <input type="time" value={time} onChange={({ target }) => setTime(target.value)} />
        </Field>
      </div>
      <Field label={t.text}>
        <input value={text} required maxLength={500} placeholder={t.hint} onChange={({ target }) => setText(target.value)} />
      </Field>
      <div className={formClass.pair}>
        <Field label={t.journey}>
          <select value={locus.journey ?? ''} onChange={({ target }) => setLocus({ ...locus, step: undefined, journey: catalogue.journeys.find(({ id }) => id === target.value)?.id })}>
            <option value="">{t.any}</option>
            {catalogue.journeys.map(({ id }) => (
              <option key={id} value={id}>
                {names.journey(id)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={t.step}>
          <select value={locus.step ?? ''} disabled={!locus.journey} onChange={({ target }) => setLocus({ ...locus, step: steps.find(({ id }) => id === target.value)?.id })}>
            <option value="">{t.any}</option>
            {steps.map(({ id }) => (
              <option key={id} value={id}>
                {locus.journey ? names.step(locus.journey, id) : id}
              </option>
            ))}
          </select>
        </Field>
        <Field label={t.touchpoint}>
          <select value={locus.touchpoint ?? ''} onChange={({ target }) => setLocus({ ...locus, touchpoint: catalogue.touchpoints.find(({ id }) => id === target.value)?.id })}>
            <option value="">{t.any}</option>
            {catalogue.touchpoints.map(({ id }) => (
              <option key={id} value={id}>
                {names.touchpoint(id)}
              </option>
            ))}
          </select>
        </Field>
      </div>
      {save.error && (
        <p className={formClass.notice} role="alert">
          {theirs ? t.stale(theirs.text) : t.failed + failureOf(save.error).detail}
        </p>
      )}
      <div className={own.ends}>
        <Button onClick={onDone}>{t.cancel}</Button>
        <Button look="primary" disabled={!ready} onClick={submit}>
          {save.isPending ? t.saving : annotation ? t.save : t.add}
        </Button>
      </div>
    </form>
  );
}

const Field = ({ label, children }: { label: string; children: ReactNode }) => (
  <label className={formClass.field}>
    {label}
    {children}
  </label>
);
