import fc from 'fast-check';
import { catalogue, type Catalogue } from '../catalogue';
import { HOUR } from '../time';

/** Ids that are awkward to join, quote, escape, sort or put in a URL. */
export const AWKWARD = ['a', '身份核验', 'x~y', 'x:y', 'x,y', '50%', '%7E', "o'k", '"q"', ' s ', '😀', '～', 'é/é?#', 'null', '\\n', 'Z'] as const;

/** Times are whole hours, so that gaps, limits and standards often meet exactly; `hours` also gives one millisecond on either side. */
export const hours = (min: number, max: number): fc.Arbitrary<number> =>
  fc
    .tuple(fc.integer({ min, max }), fc.constantFrom(0, 0, 0, -1, 1))
    .map(([count, off]) => Math.max(1, count * HOUR + off));

const ids = (min: number, max: number): fc.Arbitrary<string[]> =>
  fc.uniqueArray(fc.constantFrom(...AWKWARD), { minLength: min, maxLength: max });

const name = { zh: '名' };

/** Another name of it, of which events may come too. */
const aliasesOf = (id: string) => fc.constantFrom(undefined, undefined, [`${id} (2)`]);

const touchpoints = ids(1, 4).chain((all) =>
  fc.tuple(
    ...all.map((id, order) =>
      fc.record({
        id: fc.constant(id),
        name: fc.constant(name),
        service: fc.constantFrom('self', 'assisted', 'assisted'),
        place: fc.constantFrom('online', 'offline'),
        initiative: fc.constantFrom('customer', 'company'),
        order: fc.constant(order),
        aliases: aliasesOf(id),
      }),
    ),
  ),
);

const steps = ids(1, 5).chain((all) =>
  fc.tuple(
    ...all.map((id) =>
      fc.record({
        id: fc.constant(id),
        stage: fc.constantFrom('first', 'second'),
        name: fc.constant(name),
        completes: fc.constantFrom(undefined, undefined, undefined, true),
        standardMs: fc.option(hours(1, 12), { nil: undefined }),
        maxAttempts: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
        aliases: aliasesOf(id),
      }),
    ),
  ),
);

const journeys = ids(1, 3).chain((all) =>
  fc.tuple(
    ...all.map((id) =>
      fc.record({
        id: fc.constant(id),
        name: fc.constant(name),
        stages: fc.constant([
          { id: 'first', name },
          { id: 'second', name },
        ]),
        steps,
        idleLostMs: fc.oneof(hours(1, 24), hours(24, 120)),
      }),
    ),
  ),
);

/** A tree: each organisation stands below an earlier one, or at the top. */
const organisations = ids(0, 4).chain((all) =>
  fc.tuple(
    ...all.map((id, index) =>
      fc
        .integer({ min: -1, max: index - 1 })
        .map((parent) => ({ id, name, parent: parent < 0 ? undefined : all[parent] })),
    ),
  ),
);

/** A small catalogue with awkward ids and short limits. */
export const arbitraryCatalogue: fc.Arbitrary<Catalogue> = fc
  .record({ touchpoints, journeys, organisations, handoffWindowMs: hours(1, 72) })
  .map((value) =>
    catalogue.parse({
      ...value,
      reasons: ['limit', '原因'].map((id) => ({ id, name })),
      segments: ['60+', '客群'].map((id) => ({ id, name })),
    }),
  );
