import {
  bandOf,
  type CommentReading,
  compareIds,
  countPlaceVoices,
  type DatedRating,
  type Day,
  type DerivedInstance,
  type Filter,
  type InstanceId,
  type Instant,
  type LocusDay,
  organisationSubtree,
  type Organisation,
  type OrganisationId,
  type PersonId,
  type PlaceVoice,
  type RatingId,
  type Sentiment,
  type ThemeDay,
  type ThemeId,
} from '#model';
import type { Access, CommentReader, MapQuestion, Progress, StoredComment, ThemeDaysQuestion, VoiceFacets, VoiceQuestion, VoiceSort, VoiceStore } from '../../ports';

/** What comments share with the ratings and events they lie beside. */
export interface MemoryVoiceParts {
  session: string;
  /** Every rating that has a comment, in order of arrival. */
  commented(): Iterable<DatedRating>;
  ratings(): Iterable<DatedRating>;
  selected(access: Access, filter: Filter): readonly DerivedInstance[];
  organisations(): readonly Organisation[];
  visible(access: Access): 'all' | ReadonlySet<OrganisationId>;
  derived(instance: InstanceId): DerivedInstance | undefined;
}

type Read = CommentReading & Pick<StoredComment, 'version' | 'corrected'>;

/** Comments that are read before others get their turn. */
const TURN = 250;
const pause = () => new Promise((resolve) => setTimeout(resolve));

/** Comments that are forgotten with the process. */
export class MemoryVoice implements VoiceStore {
  readonly #parts: MemoryVoiceParts;
  readonly #read = new Map<RatingId, Read>();
  #changes = 0;

  constructor(parts: MemoryVoiceParts) {
    this.#parts = parts;
  }

  get revision() {
    return `${this.#parts.session}.${this.#changes}`;
  }

  async unread() {
    return this.#unread().length;
  }

  async read(_access: Access, reader: CommentReader) {
    let read = 0;
    for (const { id, comment = '', score } of this.#unread()) {
      if (this.#read.has(id)) continue;
      this.#read.set(id, { ...reader(comment, score), version: 0 });
      if (++read % TURN === 0) await pause();
    }
    if (read > 0) this.#changes++;
    return { read };
  }

  async readAgain(_access: Access, reader: CommentReader, onProgress?: (progress: Progress) => void) {
    const all = [...this.#parts.commented()].filter(({ id }) => this.#read.has(id));
    for (const [done, { id, comment = '', score }] of all.entries()) {
      if (done % TURN === 0) {
        onProgress?.({ done, total: all.length });
        await pause();
      }
      const before = this.#read.get(id);
      if (before && !before.corrected) this.#read.set(id, { ...before, ...reader(comment, score) });
    }
    this.#changes++;
    onProgress?.({ done: all.length, total: all.length });
  }

  /** To be called when rows were removed: what was read of them is forgotten. */
  removed(): void {
    const left = new Set([...this.#parts.commented()].map(({ id }) => id));
    for (const id of this.#read.keys()) if (!left.has(id)) this.#read.delete(id);
    this.#changes++;
  }

  async lastDay(access: Access): Promise<Day | undefined> {
    let last: Day | undefined;
    for (const { day } of this.#visible(access)) if (last === undefined || day > last) last = day;
    return last;
  }

  async comments(access: Access, question: VoiceQuestion, { sort, offset, limit }: { sort: VoiceSort; offset: number; limit: number }) {
    const [measure, direction] = [sort.replace('-', ''), sort.startsWith('-') ? -1 : 1];
    const items = this.#selected(access, question)
      .map((comment, arrived) => ({ comment, arrived }))
      .sort((a, b) => (measure === 'score' ? direction * (a.comment.score - b.comment.score) || b.comment.at - a.comment.at : direction * (a.comment.at - b.comment.at)) || b.arrived - a.arrived)
      .map(({ comment }) => comment);
    return { total: items.length, items: items.slice(offset, offset + limit) };
  }

  async facets(access: Access, question: VoiceQuestion): Promise<VoiceFacets> {
    const found = this.#selected(access, question);
    const places = countBy(
      found.flatMap(({ journey, broke }) => (broke ? [{ journey, ...broke }] : [])),
      ({ journey, step, touchpoint }) => JSON.stringify([journey, step, touchpoint]),
    );
    const facet = <Id extends string>(of: (comment: StoredComment) => Id) => countBy(found, of).map(({ key, count }) => ({ id: key, count }));
    return {
      sentiments: facet(({ sentiment }) => sentiment),
      bands: facet(({ score }) => bandOf(score)),
      journeys: facet(({ journey }) => journey),
      kinds: facet(({ broke }) => broke?.kind ?? 'none'),
      places: places.map(({ one: { journey, step, touchpoint }, count }) => ({ journey, step, touchpoint, count })),
    };
  }

  async days(access: Access, question: VoiceQuestion): Promise<ThemeDay[]> {
    const days = new Map<Day, ThemeDay>();
    for (const { day, themes, sentiment } of this.#selected(access, question)) {
      let one = days.get(day);
      if (!one) days.set(day, (one = { day, total: 0, themes: [] }));
      one.total++;
      for (const theme of themes.length > 0 ? themes : [undefined]) {
        let counted = one.themes.find((other) => other.theme === theme);
        if (!counted) one.themes.push((counted = { theme, count: 0, negative: 0 }));
        counted.count++;
        if (sentiment === 'negative') counted.negative++;
      }
    }
    return [...days.values()].sort((a, b) => compareIds(a.day, b.day));
  }

  async comment(access: Access, id: RatingId) {
    for (const comment of this.#visible(access)) if (comment.id === id) return comment;
    return undefined;
  }

  async correct(access: Access, id: RatingId, expected: number, next: { themes: ThemeId[]; by: PersonId; at: Instant } | { read: CommentReading }) {
    const comment = await this.comment(access, id);
    const before = this.#read.get(id);
    if (!comment || !before) return undefined;
    if (comment.version !== expected) return { kind: 'stale' as const, comment };
    const version = before.version + 1;
    this.#read.set(id, 'read' in next ? { ...next.read, version } : { ...before, themes: [...next.themes], version, corrected: { by: next.by, at: next.at } });
    this.#changes++;
    const stored = await this.comment(access, id);
    return stored && { kind: 'stored' as const, comment: stored };
  }

  async corrected(access: Access, limit: number) {
    return [...this.#visible(access)].filter(({ corrected }) => corrected).sort((a, b) => (b.corrected?.at ?? 0) - (a.corrected?.at ?? 0)).slice(0, limit);
  }

  async places(access: Access, { level, filter }: MapQuestion): Promise<Map<string, PlaceVoice>> {
    const { ratings, selected } = this.#parts;
    const said = new Map<InstanceId, (DatedRating & { sentiment?: Sentiment | undefined })[]>();
    for (const rating of ratings()) {
      if (rating.instance === undefined) continue;
      const one = { ...rating, sentiment: rating.comment === undefined ? undefined : this.#read.get(rating.id)?.sentiment };
      said.set(rating.instance, [...(said.get(rating.instance) ?? []), one]);
    }
    return countPlaceVoices(level, selected(access, filter), (instance) => said.get(instance) ?? []);
  }

  async themeDays(access: Access, { journey, touchpoints, theme, from, to }: ThemeDaysQuestion): Promise<LocusDay[]> {
    const days = new Map<Day, LocusDay>();
    for (const one of this.#visible(access)) {
      if (one.journey !== journey || one.day < from || one.day > to) continue;
      if (touchpoints && (one.touchpoint === undefined || !touchpoints.includes(one.touchpoint))) continue;
      const { n, hits } = days.get(one.day) ?? { n: 0, hits: 0 };
      days.set(one.day, { day: one.day, n: n + 1, hits: hits + Number(one.themes.includes(theme)) });
    }
    return [...days.values()].sort((a, b) => compareIds(a.day, b.day));
  }

  #unread(): DatedRating[] {
    return [...this.#parts.commented()].filter(({ id }) => !this.#read.has(id));
  }

  *#visible(access: Access): Generator<StoredComment> {
    const visible = this.#parts.visible(access);
    for (const rating of this.#parts.commented()) {
      const read = this.#read.get(rating.id);
      if (!read || (visible !== 'all' && (rating.organisation === undefined || !visible.has(rating.organisation)))) continue;
      const { id, at, day, journey, touchpoint, organisation, segment, programme, score, comment: text = '', instance } = rating;
      const derived = instance === undefined ? undefined : this.#parts.derived(instance);
      const linked = derived?.journey === journey ? derived : undefined;
      const last = linked?.detection.interruptions.filter((one) => one.at <= at).reduce<{ at: Instant; broke: NonNullable<StoredComment['broke']> } | undefined>((latest, { at: when, step, touchpoint: place, kind }) => (latest && latest.at > when ? latest : { at: when, broke: { step, touchpoint: place, kind } }), undefined);
      yield { id, at, day, journey, touchpoint, organisation, segment, programme, score, text, ...read, instance: linked && instance, broke: last?.broke };
    }
  }

  #selected(access: Access, { filter, programme, touchpoints, step, kind, band, score, sentiment, theme, phrases = [] }: VoiceQuestion): StoredComment[] {
    const subtree = filter.organisation === undefined ? undefined : organisationSubtree(this.#parts.organisations(), filter.organisation);
    return [...this.#visible(access)].filter((one) => {
      const text = one.text.toLowerCase();
      return (
        one.day >= filter.from &&
        one.day <= filter.to &&
        (!filter.journeys?.length || filter.journeys.includes(one.journey)) &&
        (!subtree || (one.organisation !== undefined && subtree.has(one.organisation))) &&
        (filter.segment === undefined || one.segment === filter.segment) &&
        (programme === undefined || one.programme === programme) &&
        (!touchpoints?.length || (one.touchpoint !== undefined && touchpoints.includes(one.touchpoint))) &&
        (step === undefined || one.broke?.step === step) &&
        (kind === undefined || (kind === 'none' ? !one.broke : kind === 'any' ? one.broke !== undefined : one.broke?.kind === kind)) &&
        (band === undefined || bandOf(one.score) === band) &&
        (score === undefined || one.score === score) &&
        (sentiment === undefined || one.sentiment === sentiment) &&
        (theme === undefined || (theme === 'none' ? one.themes.length === 0 : one.themes.includes(theme))) &&
        phrases.every((phrase) => text.includes(phrase))
      );
    });
  }
}

/** Counts by a key, with one of each. */
function countBy<Item, Key extends string>(items: readonly Item[], keyOf: (item: Item) => Key): { key: Key; one: Item; count: number }[] {
  const counts = new Map<Key, { key: Key; one: Item; count: number }>();
  for (const one of items) {
    const key = keyOf(one);
    const before = counts.get(key);
    counts.set(key, before ? { ...before, count: before.count + 1 } : { key, one, count: 1 });
  }
  return [...counts.values()];
}
