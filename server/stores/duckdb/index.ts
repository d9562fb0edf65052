export { duckdbEventStore, type DuckdbEventStoreOptions } from './duckdb-event-store';
