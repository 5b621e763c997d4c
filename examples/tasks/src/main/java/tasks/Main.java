package tasks;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import tasks.db.NewProject;
import tasks.db.NewTask;
import tasks.db.Project;
import tasks.db.Projects;
import tasks.db.Status;
import tasks.db.Task;
import tasks.db.Tasks;
import tasks.db.TasksDb;

/** A day in the life of two projects. The argument is the database's URL. */
public final class Main {
    /** A project with what is left to do; the record is ours, Flash fills it. */
    record Remaining(Project project, List<Task> tasks) {}

    private Main() {}

    public static void main(String[] args) {
        try (TasksDb db = TasksDb.connect(args[0])) {
            Project house = db.transaction(tx -> {
                Project created = tx.projects().create(NewProject.of("House"));
                tx.tasks().createMany(List.of(
                        NewTask.of("Paint the door", created.id()).withEstimate(new BigDecimal("1.5")),
                        NewTask.of("Mend the roof", created.id()).withEstimate(new BigDecimal("16")),
                        NewTask.of("Sweep the yard", created.id())));
                return created;
            });
            db.projects().create(NewProject.of("Garden"));

            Task door = db.tasks()
                    .where(Tasks.PROJECT_ID.eq(house.id()), Tasks.TITLE.contains("door"))
                    .one();
            db.tasks().update(door.id(), task -> task.status(Status.DONE).doneAt(Instant.parse("2026-05-01T10:00:00Z")));

            List<Remaining> all = db.projects()
                    .orderBy(Projects.NAME.asc())
                    .with(
                            Projects.TASKS.where(Tasks.STATUS.ne(Status.DONE)).orderBy(Tasks.ESTIMATE.desc()),
                            Remaining::new)
                    .list();
            for (Remaining remaining : all) {
                System.out.println(remaining.project().name() + ": " + remaining.tasks().size() + " to do");
                for (Task task : remaining.tasks()) {
                    System.out.println("  " + task.title() + " (" + task.estimate().toPlainString() + " h)");
                }
            }
            System.out.println("done: " + db.tasks().where(Tasks.STATUS.eq(Status.DONE)).count());
        }
    }
}
