import { addDays, type Day } from '#model';
import { Button, defineTexts, useFormats, useTexts } from '#ui';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { useView } from '../view';
import { hourOf } from './clock';
import { type AnnotationMark, DayMark } from './day-mark';
import { PlaybackBar } from './playback-bar';
import type { Slot } from './time-axis';
import styles from './time-bar.module.css';
import { usePlaying } from './use-playing';

const DayDialog = lazy(async () => ({ default: (await import('./day-dialog')).DayDialog }));

const texts = defineTexts({
  slot: { zh: (when: string, breaks: string) => `${when} · 中断 ${breaks}`, en: (when: string, breaks: string) => `${when} · ${breaks} breaks` },
  immature: { zh: '（未成熟）', en: ' (not mature)' },
  failed: { zh: '时间轴没能加载，地图不受影响。', en: 'The time axis could not be loaded; the map is not affected.' },
  retry: { zh: '重试', en: 'Try again' },
  note: { zh: '＋ 标注', en: '＋ Note' },
  noteThis: { zh: '＋ 标注这一天', en: '＋ Note this day' },
});

/** 回放: the days of the period below the map with what happened on them, to be played or gone through. */
export function TimeBar({ busy }: { busy: boolean }) {
  const { search, go, time, zone } = useView();
  const formats = useFormats();
  const t = useTexts(texts);
  const { slots, position, unit, annotations } = time;
  const [opened, setOpened] = useState<Day>();

  const onPosition = useCallback(
    (index: number | undefined) => {
      const at = index === undefined ? undefined : slots[index]?.at;
      if (at !== search.at) go({ ...search, at }, { replace: search.at !== undefined && at !== undefined });
    },
    [go, search, slots],
  );
  const { playing, play } = usePlaying({ position, count: slots.length, onPosition, busy: busy || time.busy });
  const onUnit = (next: 'day' | 'hour') => {
    if (next === unit) return;
    play(false);
    const day = search.at?.slice(0, 10) ?? worstDay(slots);
    if (day !== undefined) go({ ...search, at: next === 'hour' ? `${day}T00` : day });
  };
  const describe = ({ at, count, mature }: Slot) => {
    const day = `${formats.shortDay(at.slice(0, 10))} ${formats.weekday(at.slice(0, 10))}`;
    return t.slot(unit === 'day' ? day : `${day} ${at.slice(11)}:00`, formats.exact(count)) + (mature ? '' : t.immature);
  };
  const marks = useMemo(
    () => annotations.map((annotation): AnnotationMark => ({ id: annotation.id, at: unit === 'day' ? annotation.day : annotation.at ? hourOf(annotation.at, zone) : `${annotation.day}T00`, text: annotation.text, annotation })),
    [annotations, unit, zone],
  );
  const noted = opened === undefined ? [] : annotations.filter(({ day }) => day === opened);
  const shownDay = search.at?.slice(0, 10);
  if (time.failed) {
    return (
      <p className={styles.failed} role="alert">
        {t.failed} <Button onClick={time.retry}>{t.retry}</Button>
      </p>
    );
  }
  return (
    <>
      <PlaybackBar
        slots={slots}
        marks={marks}
        position={position}
        onPosition={onPosition}
        unit={unit}
        onUnit={slots.length > 0 ? onUnit : undefined}
        onLeap={unit === 'hour' && shownDay !== undefined ? (by) => go({ ...search, at: `${leapWithin(shownDay, by, time.period)}T${search.at?.slice(11) ?? '00'}` }, { replace: true }) : undefined}
        playing={playing}
        onPlay={play}
        describe={describe}
        renderMark={(mark) => <DayMark mark={mark} onOpen={() => setOpened(mark.marks[0]?.annotation.day)} />}
      >
        <Button look="quiet" disabled={slots.length === 0} onClick={() => setOpened(shownDay ?? slots.at(-1)?.at.slice(0, 10))}>
          {shownDay === undefined ? t.note : t.noteThis}
        </Button>
      </PlaybackBar>
      {opened !== undefined && (
        <Suspense>
          <DayDialog day={opened} annotations={noted} onClose={() => setOpened(undefined)} />
        </Suspense>
      )}
    </>
  );
}

/** The day with the most breaks: the one that is worth its hours. */
const worstDay = (slots: readonly Slot[]): string | undefined => slots.toSorted((a, b) => b.count - a.count)[0]?.at.slice(0, 10);

/** Another day of the period. */
function leapWithin(day: Day, by: number, days: { from: Day; to: Day } | undefined): Day {
  const to = addDays(day, by);
  return days && (to < days.from || to > days.to) ? day : to;
}
