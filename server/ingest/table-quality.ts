import { dayNumber, type Instant, type ServiceEvent, type Zone } from '#model';
import type { EventTable, TableAppended } from '../ports';
import type { Quality } from './quality/quality';

/** A row that was judged one by one, in its place among the others. */
interface OtherEvent {
  row: number;
  line: number;
  event: ServiceEvent;
}

interface TableQualityOptions {
  zone: Zone;
  /** Of rows that are alike, by their place. */
  touchpoints: readonly string[];
  /** In the order of the file. */
  others: readonly OtherEvent[];
}

/** Looks at the rows of a table in the order of the file, as `Quality` looks at events: what is odd is told row by row, days are counted and told in the end. */
export class TableQuality {
  readonly #quality: Quality;
  readonly #table: EventTable;
  readonly #options: TableQualityOptions;
  /** The latest time of each instance, by its number; NaN before the first. */
  #latest = new Float64Array(0);
  /** Of instances that only other rows have. */
  readonly #latestOfOthers = new Map<string, Instant>();
  readonly #numbers: ReadonlyMap<string, number>;
  #nextOther = 0;
  /** Events by day and touchpoint, both as they turn up. */
  readonly #days = new Map<number, Map<string, number>>();
  #day = { from: 0, to: 0, counts: new Map<string, number>() };

  private constructor(quality: Quality, table: EventTable, options: TableQualityOptions, numbers: ReadonlyMap<string, number>) {
    this.#quality = quality;
    this.#table = table;
    this.#options = options;
    this.#numbers = numbers;
  }

  static async of(quality: Quality, table: EventTable, options: TableQualityOptions): Promise<TableQuality> {
    const numbers = await table.numbersOf([...new Set(options.others.map(({ event }) => instanceOf(event)))]);
    return new TableQuality(quality, table, options, numbers);
  }

  /** Takes rows that were stored, and what other rows stand before or among them. @param last of these rows */
  async rows({ row, instance, at, alike }: TableAppended, last: number): Promise<void> {
    const { touchpoints } = this.#options;
    const lineOf = (place: number) => this.#table.lineOf(place);
    const told: { sample: { value?: string | undefined }; row: number }[] = [];
    for (let index = 0; index < row.length; index++) {
      const [place = 0, when = 0, number = 0] = [row[index], at[index], instance[index]];
      this.#othersBefore(place);
      for (const sample of this.#quality.moment(when, this.#latestOf(number), place, lineOf)) told.push({ sample, row: place });
      this.#remember(number, when);
      this.#count(touchpoints[alike[index] ?? 0] ?? '', when);
    }
    this.#othersBefore(last + 1);
    const names = await this.#table.instancesAt(told.map((one) => one.row));
    told.forEach(({ sample }, index) => (sample.value = names[index] ?? ''));
  }

  end(): void {
    this.#othersBefore(Infinity);
    for (const [day, counts] of this.#days) for (const [touchpoint, events] of counts) this.#quality.day(touchpoint, day, events);
  }

  #othersBefore(row: number): void {
    const { others } = this.#options;
    for (let other = others[this.#nextOther]; other && other.row < row; other = others[++this.#nextOther]) {
      const { event, line } = other;
      const name = instanceOf(event);
      const number = this.#numbers.get(name);
      const before = number === undefined ? this.#latestOfOthers.get(name) : this.#latestOf(number);
      for (const sample of this.#quality.moment(event.at, before, line, (same) => same)) sample.value = name;
      if (number !== undefined) this.#remember(number, event.at);
      else if (before === undefined || event.at > before) this.#latestOfOthers.set(name, event.at);
      this.#count(event.touchpoint, event.at);
    }
  }

  #latestOf(instance: number): Instant | undefined {
    const at = this.#latest[instance];
    return at === undefined || Number.isNaN(at) ? undefined : at;
  }

  #remember(instance: number, at: Instant): void {
    if (instance >= this.#latest.length) {
      const longer = new Float64Array(2 * instance + 1_024).fill(NaN);
      longer.set(this.#latest);
      this.#latest = longer;
    }
    const before = this.#latest[instance] ?? NaN;
    if (!(at <= before)) this.#latest[instance] = at;
  }

  #count(touchpoint: string, at: Instant): void {
    if (at < this.#day.from || at >= this.#day.to) this.#day = this.#dayAt(at);
    const { counts } = this.#day;
    counts.set(touchpoint, (counts.get(touchpoint) ?? 0) + 1);
  }

  #dayAt(at: Instant): { from: Instant; to: Instant; counts: Map<string, number> } {
    const { zone } = this.#options;
    const day = zone.dayOf(at);
    const number = dayNumber(day);
    let counts = this.#days.get(number);
    if (!counts) this.#days.set(number, (counts = new Map()));
    return { from: zone.startOf(day), to: zone.endOf(day), counts };
  }
}

/** An instance as its file calls it. */
const instanceOf = ({ instance, journey }: ServiceEvent): string => instance.slice(journey.length + 1);
