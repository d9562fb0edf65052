export { duckdbEventStore } from './duckdb-event-store';
