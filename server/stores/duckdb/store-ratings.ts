import { dayNumber, type Invitation, monthOf, PROGRAMMES, type Rating, type Zone } from '#model';
import type { DuckDBConnection } from '@duckdb/node-api';
import { hashId } from './event-id-index';
import { RowWriter } from './row-writer';
import { COMMENTS, INVITATIONS, NONE, RATINGS } from './schema';
import type { Terms } from './terms';

/**
 * Writes ratings, with their comments, inside the connection's transaction.
 *
 * @param options.firstNo the number of the first of them
 * @param options.source the import they came with
 */
export async function storeRatings(connection: DuckDBConnection, terms: Terms, zone: Zone, ratings: readonly Rating[], { firstNo, source }: { firstNo: number; source?: string | undefined }): Promise<void> {
  const code = (id: string | undefined) => (id === undefined ? NONE : terms.code(id));
  const from = code(source);
  const writer = await RowWriter.open(connection, RATINGS);
  try {
    ratings.forEach(({ id, at, journey, score, programme, instance = '', touchpoint, organisation, segment }, index) => {
      const day = zone.dayOf(at);
      const { low, high } = hashId(id);
      const names = [terms.code(journey), code(touchpoint), code(organisation), code(segment)];
      writer.write([firstNo + index, dayNumber(day), monthOf(day), ...names, PROGRAMMES.indexOf(programme), score, at, id, low, high, instance, from]);
    });
  } finally {
    writer.close();
  }
  if (!ratings.some(({ comment }) => comment !== undefined)) return;
  const comments = await RowWriter.open(connection, COMMENTS);
  try {
    ratings.forEach(({ id, journey, comment }, index) => comment !== undefined && comments.write([firstNo + index, terms.code(journey), id, comment]));
  } finally {
    comments.close();
  }
}

/** Writes invitations inside the connection's transaction. */
export async function storeInvitations(connection: DuckDBConnection, terms: Terms, invitations: readonly Invitation[], source?: string): Promise<void> {
  const from = source === undefined ? NONE : terms.code(source);
  const writer = await RowWriter.open(connection, INVITATIONS);
  try {
    for (const { id, day, journey, programme, invited } of invitations) {
      const { low, high } = hashId(id);
      writer.write([dayNumber(day), monthOf(day), terms.code(journey), PROGRAMMES.indexOf(programme), invited, id, low, high, from]);
    }
  } finally {
    writer.close();
  }
}
