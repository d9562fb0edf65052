import type { AnnotationTold } from '#contract';
import { classes, useTexts } from '#ui';
import { ANNOTATION_SIGNS, annotationWords, signOf } from './annotation-texts';
import styles from './day-mark.module.css';
import type { AxisMark, PlacedMark } from './time-axis';

/** An annotation on the axis. */
export interface AnnotationMark extends AxisMark {
  annotation: AnnotationTold;
}

/** What happened in a slot, as a flag over the axis: its kind by sign, its text where there is room, all of it spoken and on hover. */
export function DayMark({ mark: { marks, told }, onOpen }: { mark: PlacedMark<AnnotationMark>; onOpen: () => void }) {
  const words = useTexts(annotationWords);
  const [first] = marks;
  if (!first) return undefined;
  const sign = signOf(first.annotation);
  const label = marks.map(({ annotation, text }) => `${words[signOf(annotation)]}: ${text}`).join('\n');
  return (
    <button type="button" className={classes(styles.mark, styles[sign])} aria-label={`${first.annotation.day} ${label.replaceAll('\n', '; ')}`} title={label} onClick={onOpen}>
      <span aria-hidden="true">
        <b>{ANNOTATION_SIGNS[sign]}</b>
        {told && ` ${first.text}`}
        {marks.length > 1 && ` +${marks.length - 1}`}
      </span>
    </button>
  );
}
