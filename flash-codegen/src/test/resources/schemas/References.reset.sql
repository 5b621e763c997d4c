DELETE FROM team_lines;
DELETE FROM pages;
DELETE FROM members;
DELETE FROM logs;
DELETE FROM badges;
DELETE FROM teams;
DELETE FROM {q}_BadgeToTeam{q};
