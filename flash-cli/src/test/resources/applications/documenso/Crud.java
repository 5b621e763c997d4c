import db.AppDb;
import db.NewPasskey;
import db.NewUser;
import db.NewUserSecurityAuditLog;
import db.Passkey;
import db.Role;
import db.User;
import db.UserSecurityAuditLog;
import db.UserSecurityAuditLogType;
import db.Users;
import java.util.Arrays;
import java.util.List;

/** Create, read, update and delete of three models, through the generated client. */
final class Crud {
    private Crud() {}

    public static void main(String[] args) {
        try (AppDb db = AppDb.connect(args[0])) {
            User ann = db.users().create(NewUser.of("ann@example.org"));
            require(ann.id() > 0, "the database numbers it");
            require(ann.roles().equals(List.of(Role.USER)), "an array of enums has its default");
            require(db.users().update(ann.id(), user -> user.roles(List.of(Role.ADMIN, Role.USER))), "updated");
            require(db.users().get(ann.id()).roles().equals(List.of(Role.ADMIN, Role.USER)), "an array is read");
            require(db.users().where(Users.ROLES.has(Role.ADMIN)).count() == 1, "filtered by an array's element");

            byte[] bytes = {0, 1, -1, 127, -128};
            Passkey key = db.passkeys()
                    .create(NewPasskey.of(ann.id(), "laptop", bytes, bytes, Long.MAX_VALUE, "single", true)
                            .withTransports(List.of("usb", "nfc")));
            require(Arrays.equals(db.passkeys().get(key.id()).credentialId(), bytes), "bytes are kept");
            require(db.passkeys().get(key.id()).counter() == Long.MAX_VALUE, "a BigInt is kept");
            require(db.passkeys().get(key.id()).transports().equals(List.of("usb", "nfc")), "an array is kept");
            require(db.passkeys().update(key.id(), changes -> changes.name("phone")), "updated");
            require(db.passkeys().delete(key.id()), "deleted");

            UserSecurityAuditLog log = db.userSecurityAuditLogs()
                    .create(NewUserSecurityAuditLog.of(ann.id(), UserSecurityAuditLogType.SIGN_IN)
                            .withIpAddress("::1"));
            require(
                    db.userSecurityAuditLogs().update(log.id(), changes -> changes.type(UserSecurityAuditLogType.SIGN_OUT)),
                    "updated");
            require(
                    db.userSecurityAuditLogs().get(log.id()).type() == UserSecurityAuditLogType.SIGN_OUT,
                    "an enum is read");

            require(db.users().delete(ann.id()), "deleted");
            require(db.userSecurityAuditLogs().findById(log.id()).isEmpty(), "the database cascades");
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
