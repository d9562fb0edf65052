-- What DuckDB alone needs for the least that re-detection must do: read the stored rows ordered by instance (streamed to the client
-- and thrown away), and write as many derived rows, of the same columns, into new tables.

-- read
SELECT instance_no, journey, at_ms, step, touchpoint, outcome, reason, initiative, organisation, segment
FROM events
ORDER BY instance_no, at_ms, id;

-- write
CREATE TABLE reference_instances AS FROM instances;
CREATE TABLE reference_step_visits AS FROM step_visits;
CREATE TABLE reference_overview_visits AS FROM overview_visits;
CREATE TABLE reference_interruptions AS FROM interruptions;
CHECKPOINT;

-- undo
DROP TABLE reference_instances;
DROP TABLE reference_step_visits;
DROP TABLE reference_overview_visits;
DROP TABLE reference_interruptions;
CHECKPOINT;
