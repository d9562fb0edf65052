import { z } from 'zod';
import { businessCalendar } from './business-days';

const clockTime = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/, 'a time of the day is HH:MM');

/** 工作日历 with working hours: when SLA clocks of the kind `working` run. Times are of the configured zone. */
export const workingCalendar = businessCalendar.extend({
  /** Of every business day, in order and without overlap, such as 08:30–12:00 and 13:30–18:00. */
  hours: z
    .array(z.object({ from: clockTime, to: clockTime }).refine(({ from, to }) => from < to, 'it ends before it begins'))
    .min(1)
    .refine((spans) => spans.every(({ from }, index) => index === 0 || from >= (spans[index - 1]?.to ?? '')), 'the spans overlap or are out of order')
    .default([{ from: '09:00', to: '18:00' }]),
  /** The last day whose holidays are known, as announced; after it only weekends are. */
  announcedUntil: z.string().optional(),
});
export type WorkingCalendar = z.infer<typeof workingCalendar>;
