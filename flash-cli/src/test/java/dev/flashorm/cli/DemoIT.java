package dev.flashorm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The demo, whole: made, applied, generated, compiled without a warning, run. */
class DemoIT {
    @Test
    void everyStopOfTheTourHasCallsAndRows(@TempDir Path folder) {
        JsonNode data = new Sandbox(folder)
                .flash("demo", "a blog", "--json")
                .exits(0)
                .json()
                .get("data");
        assertThat(data.get("commands").size()).isEqualTo(5);
        assertThat(data.get("tour").size()).isGreaterThan(8);
        for (JsonNode stop : data.get("tour")) {
            assertThat(stop.get("calls").size()).as(stop.toString()).isPositive();
            assertThat(stop.get("rows").size()).as(stop.toString()).isPositive();
        }
        assertThat(folder.resolve("a blog/run")).isExecutable();
        assertThat(folder.resolve("a blog/dev.db")).isNotEmptyFile();
    }

    @Test
    void itsTextShowsTheSame(@TempDir Path folder) {
        Sandbox.Run run = new Sandbox(folder).flash("demo").exits(0);
        assertThat(run.stdout())
                .contains(
                        "$ flash migrate \"first tables\"",
                        "| Optional<User> found = ",
                        "> Optional[User[id=1, email=ann@example.org");
        new Sandbox(folder.resolve("flash-demo")).flash("format", "--check").exits(0);
    }
}
