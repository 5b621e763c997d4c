package scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import db.AppDb;
import db.NewNote;
import db.Note;
import dev.flashorm.runtime.StaleRecordException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Rows whose changes are counted. */
public final class Versions {
    private Versions() {}

    public static void aStaleChangeNamesItsRow(AppDb db) {
        Note read = db.notes().create(NewNote.of(7).withText("a"));
        db.notes().update(read, note -> note.text("b"));
        assertThatThrownBy(() -> db.notes().update(read, note -> note.text("c")))
                .isInstanceOfSatisfying(StaleRecordException.class, stale -> {
                    assertThat(stale.code()).isEqualTo("F8015");
                    assertThat(stale.model()).isEqualTo("Note");
                    assertThat(stale.key()).isEqualTo(Map.of("id", 7));
                });
        assertThatThrownBy(() -> db.notes().delete(read)).isInstanceOf(StaleRecordException.class);
        db.notes().delete(db.notes().reload(read));
        assertThatThrownBy(() -> db.notes().update(read, note -> note.text("c"))).isInstanceOf(StaleRecordException.class);
    }

    /** Of several at once one is first; the others read again, and no change is lost. */
    public static void noChangeIsLost(AppDb db) throws Exception {
        db.notes().create(NewNote.of(1).withText(""));
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                running.add(pool.submit(() -> {
                    for (int done = 0; done < 5; ) {
                        Note read = db.notes().get(1);
                        try {
                            db.notes().update(read, note -> note.text(read.text() + "x"));
                            done++;
                        } catch (StaleRecordException somebodyWasFaster) {
                            Thread.onSpinWait();
                        }
                    }
                }));
            }
            for (Future<?> each : running) {
                each.get(120, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(db.notes().get(1)).isEqualTo(new Note(1, "x".repeat(20), 20));
    }
}
