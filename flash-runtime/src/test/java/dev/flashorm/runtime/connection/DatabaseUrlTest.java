package dev.flashorm.runtime.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flashorm.runtime.ConnectionFailure;
import org.junit.jupiter.api.Test;

class DatabaseUrlTest {
    @Test
    void everyPart() {
        DatabaseUrl url = DatabaseUrl.parse("PostgreSQL://ann%40x:p%3Aw%2F@h1:1,h2:2/my%20db?a=1&b=x%26y&flag");
        assertThat(url.scheme()).isEqualTo("postgresql");
        assertThat(url.user()).isEqualTo("ann@x");
        assertThat(url.password()).isEqualTo("p:w/");
        assertThat(url.hosts()).isEqualTo("h1:1,h2:2");
        assertThat(url.database()).isEqualTo("my db");
        assertThat(url.parameters().get("A")).isEqualTo("1");
        assertThat(url.parameters().get("b")).isEqualTo("x&y");
        assertThat(url.parameters().get("flag")).isEmpty();
        assertThat(url.address()).isEqualTo("h1:1,h2:2/my db as user \"ann@x\"");
    }

    @Test
    void partsThatAreMissing() {
        DatabaseUrl url = DatabaseUrl.parse("mysql://localhost");
        assertThat(url.user()).isNull();
        assertThat(url.password()).isNull();
        assertThat(url.database()).isEmpty();
        DatabaseUrl userOnly = DatabaseUrl.parse("mysql://u@[::1]:3306/d?");
        assertThat(userOnly.user()).isEqualTo("u");
        assertThat(userOnly.password()).isNull();
        assertThat(userOnly.hosts()).isEqualTo("[::1]:3306");
        assertThat(DatabaseUrl.parse("postgresql:///d").hosts()).isEmpty();
    }

    @Test
    void anAtSignInAPasswordIsForgiven() {
        DatabaseUrl url = DatabaseUrl.parse("mysql://u:p@ss@h:3/d?x=a@b");
        assertThat(url.password()).isEqualTo("p@ss");
        assertThat(url.hosts()).isEqualTo("h:3");
    }

    @Test
    void aPercentSignThatEscapesNothingStandsForItself() {
        assertThat(UrlParameters.decode("100%")).isEqualTo("100%");
        assertThat(UrlParameters.decode("%zz%4")).isEqualTo("%zz%4");
        assertThat(UrlParameters.decode("%C3%A9%25")).isEqualTo("é%");
        assertThat(UrlParameters.decode(UrlParameters.encode("a b/%é"))).isEqualTo("a b/%é");
    }

    @Test
    void whatMakesNoSenseIsRefusedWithoutRepeatingIt() {
        for (String url : new String[] {"mysql:u:secret@h/d", "mysql://u:sec/ret@h/d", "mysql://h:x/d"}) {
            assertThatThrownBy(() -> DatabaseUrl.parse(url))
                    .isInstanceOf(ConnectionFailure.class)
                    .hasMessageNotContainingAny("secret", "sec/ret", "ret@h");
        }
    }
}
