"""Who is how fast on PostgreSQL, compared with what an expert writes against asyncpg."""
