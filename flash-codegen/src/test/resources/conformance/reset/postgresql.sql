TRUNCATE duties, memberships, "_PostToTag", tags, posts, profiles, users, samples, made RESTART IDENTITY;
