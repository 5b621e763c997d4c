import db.AppDb;
import db.NewOrganization;
import db.NewProject;
import db.NewUser;
import db.Organization;
import db.Project;
import db.Projects;
import db.User;
import java.util.List;

/** Create, read, update and delete of three models, through the generated client. */
final class Crud {
    private Crud() {}

    public static void main(String[] args) {
        try (AppDb db = AppDb.connect(args[0])) {
            User ann = db.users().create(NewUser.of().withEmail("ann@example.org").withFeatureFlags(List.of("beta")));
            require(ann.featureFlags().equals(List.of("beta")), "an array is kept");
            require(db.users().update(ann.id(), user -> user.admin(true)), "updated");
            require(db.users().findByEmail("ann@example.org").orElseThrow().admin(), "the new value is read");

            Organization organization = db.organizations().create(NewOrganization.of("Acme"));
            require(organization.aiTelemetryEnabled(), "the default of the schema");
            require(db.organizations().update(organization.id(), changes -> changes.sfdcOrgId("42")), "updated");
            require("42".equals(db.organizations().get(organization.id()).sfdcOrgId()), "the new value is read");

            Project project = db.projects().create(NewProject.of(organization.id(), "web"));
            require(
                    db.projects()
                            .where(Projects.ORG_ID.eq(organization.id()), Projects.DELETED_AT.isNull())
                            .first()
                            .orElseThrow()
                            .equals(project),
                    "found by a filter");
            require(db.projects().update(project.id(), changes -> changes.retentionDays(30)), "updated");

            require(db.organizations().delete(organization.id()), "deleted");
            require(db.projects().findById(project.id()).isEmpty(), "the database cascades");
            require(db.users().delete(ann.id()), "deleted");
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
