package dev.flashorm.runtime;

/**
 * What is known of the database at the other end.
 *
 * @param version as the server gives it, for people
 * @param major first number of the version; that of MariaDB, not of the MySQL it claims to be
 * @param minor second number of the version
 * @param insertReturning whether {@code INSERT … RETURNING} works
 * @param updateReturning whether {@code UPDATE … RETURNING} works
 * @param deleteReturning whether {@code DELETE … RETURNING} works
 * @param maxParameters how many {@code ?} one statement may have
 */
public record DatabaseServer(
        DatabaseKind kind,
        String version,
        int major,
        int minor,
        boolean insertReturning,
        boolean updateReturning,
        boolean deleteReturning,
        int maxParameters) {

    /** Whether the server's version is this one or a newer one. */
    public boolean isAtLeast(int wantedMajor, int wantedMinor) {
        return major > wantedMajor || (major == wantedMajor && minor >= wantedMinor);
    }
}
