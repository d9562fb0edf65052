import { join } from 'node:path';
import Database from 'libsql';

/** Takes every ticket of a data folder, which no server has open, back to 立项, so that all of them can be changed. */
export function openAllTickets(data: string): void {
  const database = new Database(join(data, 'desk.db'));
  database.exec(`UPDATE ticket_bodies SET body = json_remove(json_set(body, '$.state', 'assigned'), '$.evidence', '$.closedAt', '$.closedBy', '$.waiver', '$.plan')`);
  database.exec(`UPDATE tickets SET state = 'assigned', state_order = 1, ended = 0, test_day = NULL`);
  database.close();
}
