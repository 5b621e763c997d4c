-- let columns of Cat have the new values, too
ALTER TABLE `Cat` MODIFY COLUMN `mood` ENUM('GLAD', 'SAD', 'GRIM', 'IDLE', 'HAPPY') NOT NULL DEFAULT 'GLAD',
    MODIFY COLUMN `other` ENUM('GLAD', 'SAD', 'GRIM', 'IDLE', 'HAPPY') NULL;

-- rename values in mood of Cat
UPDATE `Cat` SET `mood` = CASE `mood` WHEN 'GLAD' THEN 'HAPPY' END WHERE `mood` IN ('GLAD');

-- rename values in other of Cat
UPDATE `Cat` SET `other` = CASE `other` WHEN 'GLAD' THEN 'HAPPY' END WHERE `other` IN ('GLAD');

-- alter table Cat
ALTER TABLE `Cat` MODIFY COLUMN `mood` ENUM('HAPPY', 'SAD', 'grim') NOT NULL DEFAULT 'HAPPY',
    MODIFY COLUMN `other` ENUM('HAPPY', 'SAD', 'grim') NULL;
