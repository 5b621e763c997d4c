TRUNCATE duties, memberships, "_PostToTag", tags, posts, profiles, users, samples, made, notes RESTART IDENTITY;
