-- What a batch is inserted into by DuckDB alone: the events as they come, no keys, no checks, nothing derived. Each batch goes through
-- DuckDB's appender (column chunks, its fastest way in) in a transaction of its own, durable at the commit.

-- table
CREATE TABLE bare_events (
  id VARCHAR, instance VARCHAR, journey VARCHAR, step VARCHAR, touchpoint VARCHAR, outcome VARCHAR, at_ms DOUBLE,
  reason VARCHAR, initiative VARCHAR, customer VARCHAR, organisation VARCHAR, segment VARCHAR, attributes VARCHAR
);
