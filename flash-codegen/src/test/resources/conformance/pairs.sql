INSERT INTO {q}_PostToTag{q} VALUES (1, 'java'), (1, 'sql'), (3, 'java');
