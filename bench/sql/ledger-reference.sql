-- The bare SQL of the questions that the first pages of GET /tickets and GET /tasks answer, on a copy of the same file: the rows of the page
-- with their documents as text, how many there are, and the counts beside them. $today, $weekend, $now, $me and $department are values.

-- tickets
SELECT id, (SELECT body FROM ticket_bodies b WHERE b.id = page.id) AS body
FROM (SELECT id FROM tickets ORDER BY ended, due IS NULL, due, id_order LIMIT 100) page;
SELECT count(*) FROM tickets;
SELECT state, count(*) FROM tickets GROUP BY ended, state;
SELECT count(*), count(CASE WHEN owner = $me THEN 1 END), count(CASE WHEN department = $department THEN 1 END), count(CASE WHEN due < $today THEN 1 END),
       count(CASE WHEN due >= $today AND due <= $weekend THEN 1 END), count(CASE WHEN state = 'verifying' AND test_day <= $today THEN 1 END),
       count(CASE WHEN state = 'verifying' AND test_day <= $today AND passed = 1 THEN 1 END), count(CASE WHEN state = 'verifying' AND test_day <= $today AND passed = 0 THEN 1 END),
       count(CASE WHEN owner IS NULL THEN 1 END), count(CASE WHEN recurred = 1 THEN 1 END)
FROM tickets WHERE ended = 0;

-- tasks
SELECT id, (SELECT body FROM task_bodies b WHERE b.id = page.id) AS body
FROM (SELECT id FROM tasks WHERE ended = 0 ORDER BY CASE WHEN due_at < $now THEN 0 ELSE 1 END, priority, due_at, id LIMIT 50) page;
SELECT count(*) FROM tasks WHERE ended = 0;
SELECT state, count(*) FROM tasks GROUP BY state;
SELECT count(CASE WHEN due_at < $now THEN 1 END), count(CASE WHEN assignee IS NULL THEN 1 END), count(CASE WHEN assignee = $me THEN 1 END) FROM tasks WHERE ended = 0;

-- table
CREATE TABLE bare (sequence INTEGER PRIMARY KEY, body TEXT NOT NULL);

-- insert
INSERT INTO bare (body) VALUES ($body);
