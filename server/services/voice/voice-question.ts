import type { voiceQuery } from '#contract';
import { addDays, type Catalogue, type Day, type Instant, phrasesOf, zoneOf } from '#model';
import type { z } from 'zod';
import { ProblemError } from '../../http/problem-error';
import type { Access, Ports, VoiceQuestion } from '../../ports';
import { resolveFilter, unknownName } from '../resolve-filter';

/** How many days a question without `from` is about. */
const DEFAULT_DAYS = 90;

type Asked = Omit<z.output<typeof voiceQuery>, 'sort' | 'limit' | 'cursor'>;

/** The comments that a query asks for, its days filled in. Throws `invalid-input` for names the catalogue does not know. */
export async function voiceQuestion(ports: Pick<Ports, 'events' | 'config'>, who: { access: Access; catalogue: Catalogue; now: Instant }, query: Asked): Promise<VoiceQuestion> {
  const { touchpoint: touchpoints, q = '', step, kind, band, score, sentiment, theme, programme } = query;
  const today = zoneOf(ports.config.zone).dayOf(who.now);
  const newest = async (): Promise<Day> => {
    const last = (await ports.events.voice.lastDay(who.access)) ?? today;
    return last < today ? last : today;
  };
  const last = query.to ?? (await newest());
  const to = query.to === undefined && query.from !== undefined && query.from > last ? query.from : last;
  const filter = await resolveFilter(ports, who, { ...query, from: query.from ?? addDays(to, 1 - (query.days ?? DEFAULT_DAYS)), to });
  const errors = (touchpoints ?? []).flatMap((id) => unknownName('touchpoint', id, who.catalogue.touchpoints));
  if (errors.length > 0) throw new ProblemError('invalid-input', 'The filter is not valid.', { errors });
  return { filter, programme, touchpoints, step, kind, band, score, sentiment, theme, phrases: phrasesOf(q) };
}
