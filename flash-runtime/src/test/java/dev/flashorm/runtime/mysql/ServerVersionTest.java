package dev.flashorm.runtime.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerVersionTest {
    @Test
    void theFirstTwoNumbers() {
        assertThat(ServerVersion.firstTwo("8.4.3")).containsExactly(8, 4);
        assertThat(ServerVersion.firstTwo("5.5.5-10.11.6-MariaDB-log")).containsExactly(10, 11);
        assertThat(ServerVersion.firstTwo("11.4.5-MariaDB")).containsExactly(11, 4);
        assertThat(ServerVersion.firstTwo("")).containsExactly(0, 0);
        assertThat(ServerVersion.firstTwo("nine")).containsExactly(0, 0);
    }
}
