export { libsqlDeskStore } from './libsql-desk-store';
