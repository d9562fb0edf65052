import { addAnnotation, annotationsChanged, failureOf, newKey, removeAnnotation } from '#api';
import type { AnnotationTold } from '#contract';
import { annotationId, type Day } from '#model';
import { toTicket } from '#src/routes';
import { Button, defineTexts, Dialog, Empty, useFormats, useTexts, useToast } from '#ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useView } from '../view';
import { AnnotationForm } from './annotation-form';
import { ANNOTATION_SIGNS, annotationWords, signOf } from './annotation-texts';
import { clockOf, hourOf } from './clock';
import styles from './day-dialog.module.css';

const texts = defineTexts({
  title: { zh: (day: string) => `${day} 发生了什么`, en: (day: string) => `What happened on ${day}` },
  none: { zh: '这一天还没有标注。', en: 'Nothing is noted on this day yet.' },
  all: { zh: '全部旅程', en: 'All journeys' },
  edit: { zh: '修改', en: 'Edit' },
  remove: { zh: '删除', en: 'Delete' },
  removed: { zh: (text: string) => `已删除标注“${text}”。`, en: (text: string) => `“${text}” is deleted.` },
  undo: { zh: '撤销', en: 'Undo' },
  failed: { zh: '没有删除成功：', en: 'It was not deleted: ' },
  ticket: { zh: (id: string) => `打开工单 ${id}`, en: (id: string) => `Open ticket ${id}` },
  add: { zh: '＋ 添加标注', en: '＋ Add a note' },
  close: { zh: '关闭', en: 'Close' },
  hours: { zh: '按小时看这一天', en: 'Its hours' },
  others: { zh: '别人写的标注，由作者或管理者修改', en: 'Written by somebody else: its author or a manager can change it' },
});

/** Everything noted on a day: releases, fixes, campaigns and incidents to add, change and delete, and what tickets brought into effect. */
export function DayDialog({ day, annotations, onClose }: { day: Day; annotations: readonly AnnotationTold[]; onClose: () => void }) {
  const { search, go, zone } = useView();
  const { day: written } = useFormats();
  const t = useTexts(texts);
  // From the first hour that something is noted at.
  const openHours = () => {
    const first = annotations.flatMap(({ at }) => (at === undefined ? [] : [hourOf(at, zone)])).toSorted()[0];
    go({ ...search, at: first ?? `${day}T00` });
    onClose();
  };
  // `new`: another one; otherwise the id of what is changed.
  const [writing, setWriting] = useState(annotations.length === 0 ? 'new' : undefined);
  return (
    <Dialog
      title={t.title(written(day))}
      onClose={onClose}
      actions={
        writing === undefined && (
          <>
            <Button onClick={onClose}>{t.close}</Button>
            <Button onClick={openHours}>{t.hours}</Button>
            <Button look="primary" onClick={() => setWriting('new')}>
              {t.add}
            </Button>
          </>
        )
      }
    >
      {annotations.length === 0 && writing === undefined && <Empty title={t.none} />}
      <ul className={styles.list}>
        {annotations.map((annotation) => (
          <li key={annotation.id}>{writing === annotation.id ? <AnnotationForm annotation={annotation} day={day} onDone={() => setWriting(undefined)} /> : <Noted annotation={annotation} onEdit={() => setWriting(annotation.id)} />}</li>
        ))}
      </ul>
      {writing === 'new' && <AnnotationForm day={day} onDone={() => (annotations.length === 0 ? onClose() : setWriting(undefined))} />}
    </Dialog>
  );
}

function Noted({ annotation, onEdit }: { annotation: AnnotationTold; onEdit: () => void }) {
  const { names, zone } = useView();
  const t = useTexts(texts);
  const words = useTexts(annotationWords);
  const queries = useQueryClient();
  const toast = useToast();
  const sign = signOf(annotation);
  const { kind, text, day, at, locus, ticket, version, editable } = annotation;
  const remove = useMutation({
    mutationFn: (from: number) => removeAnnotation(annotationId.parse(annotation.id), from),
    onSuccess: () => {
      annotationsChanged(queries);
      const again = newKey();
      const bringBack = () => void addAnnotation({ kind, text, locus, ...(at === undefined ? { day } : { at }) }, again).then(() => annotationsChanged(queries));
      toast({ text: t.removed(text), action: { label: t.undo, run: bringBack } });
    },
  });
  const where = [locus.journey ? names.locus({ ...locus, journey: locus.journey }) : locus.touchpoint ? names.touchpoint(locus.touchpoint) : t.all].join(' · ');
  return (
    <>
      <span className={styles.sign} aria-hidden="true">
        {ANNOTATION_SIGNS[sign]}
      </span>
      <div className={styles.text}>
        <b>{text}</b>
        <span>{[words[sign], at && clockOf(at, zone), where].filter(Boolean).join(' · ')}</span>
        {remove.error && <span role="alert">{t.failed + failureOf(remove.error).detail}</span>}
      </div>
      {ticket ? (
        <Link {...toTicket(ticket.id)}>{t.ticket(ticket.id)}</Link>
      ) : editable && version !== undefined ? (
        <span className={styles.actions}>
          <Button look="quiet" aria-label={`${t.edit}: ${text}`} onClick={onEdit}>
            {t.edit}
          </Button>
          <Button look="quiet" aria-label={`${t.remove}: ${text}`} disabled={remove.isPending} onClick={() => remove.mutate(version)}>
            {t.remove}
          </Button>
        </span>
      ) : (
        <span className={styles.others}>{t.others}</span>
      )}
    </>
  );
}
