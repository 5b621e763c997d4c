-- let columns of Cat have the new values, too
ALTER TABLE `Cat` MODIFY COLUMN `mood` ENUM('HAPPY', 'SAD', 'grim', 'GLAD') NOT NULL DEFAULT 'HAPPY',
    MODIFY COLUMN `other` ENUM('HAPPY', 'SAD', 'grim', 'GLAD') NULL;

-- rename values in mood of Cat
UPDATE `Cat` SET `mood` = CASE `mood` WHEN 'HAPPY' THEN 'GLAD' END WHERE `mood` IN ('HAPPY');

-- rename values in other of Cat
UPDATE `Cat` SET `other` = CASE `other` WHEN 'HAPPY' THEN 'GLAD' END WHERE `other` IN ('HAPPY');

-- alter table Cat
ALTER TABLE `Cat` MODIFY COLUMN `mood` ENUM('GLAD', 'SAD', 'GRIM', 'IDLE') NOT NULL DEFAULT 'GLAD',
    MODIFY COLUMN `other` ENUM('GLAD', 'SAD', 'GRIM', 'IDLE') NULL;
