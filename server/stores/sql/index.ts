export { libsqlStores } from './libsql-stores';
