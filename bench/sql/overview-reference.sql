-- The bare GROUP BYs behind the overview: what DuckDB needs for the nodes and for the flows of the filter over the derived rows.
-- $from and $to are the first and last start day, as days since 1970.

-- nodes
SELECT journey, touchpoint,
       count(*) AS visits, sum(events) AS events, sum(is_first_here) AS instances, sum(is_start) AS starts,
       count(*) FILTER (WHERE next_touchpoint < 0) AS ends
FROM overview_visits
WHERE day BETWEEN $from AND $to
GROUP BY journey, touchpoint;

-- flows
SELECT journey, touchpoint, next_touchpoint,
       count(*) AS transitions, sum(is_first_passage) AS instances, quantile_cont(next_at - last_at, 0.5) AS gap
FROM overview_visits
WHERE day BETWEEN $from AND $to AND next_touchpoint >= 0
GROUP BY journey, touchpoint, next_touchpoint;
