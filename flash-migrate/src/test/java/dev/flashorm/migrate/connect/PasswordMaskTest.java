package dev.flashorm.migrate.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

class PasswordMaskTest {
    /** A password as somebody may paste it: unescaped, with everything that means something in a URL. */
    @Property(tries = 3000)
    void hidesPasswordsInUrls(
            @ForAll
                    @CharRange(from = 'a', to = 'z')
                    @Chars({':', '/', '@', '?', '#', '&', '=', '%', '\'', '"', '`', '$', '\\', ' ', '<', '!'})
                    @StringLength(min = 1, max = 20)
                    String noise) {
        String secret = "S3" + noise + "T9";
        for (String text : new String[] {
            "postgresql://user:" + secret + "@host:5432/db?sslmode=require",
            "jdbc:mysql://root:" + secret + "@127.0.0.1/db",
            "cannot reach postgres://u:" + secret + "@h/db: refused",
        }) {
            assertThat(PasswordMask.mask(text)).as(text).doesNotContain(secret).contains("***");
        }
    }

    @Property(tries = 2000)
    void hidesEscapedPasswordsEverywhere(@ForAll @StringLength(min = 1, max = 30) String password) {
        String secret = "S3" + password + "T9";
        String escaped = URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20");
        String url = "postgresql://me:" + escaped + "@host/db?schema=x";
        assertThat(PasswordMask.mask(url)).isEqualTo("postgresql://me:***@host/db?schema=x");
        DatabaseUrl parsed = DatabaseUrl.parse(url, Path.of("."));
        assertThat(parsed.mask("FATAL: " + secret + " is wrong")).doesNotContain(secret);
        assertThat(parsed.toString()).doesNotContain(secret);
    }

    @Property(tries = 2000)
    void neverThrows(@ForAll String text) {
        assertThat(PasswordMask.mask(text)).isNotNull();
    }

    @Example
    void hidesParametersAndLeavesOthers() {
        assertThat(PasswordMask.mask("jdbc:postgresql://h/db?user=a&password=b&sslpassword=c&x=y"))
                .isEqualTo("jdbc:postgresql://h/db?user=a&password=***&sslpassword=***&x=y");
        assertThat(PasswordMask.mask("see https://flash.dev:80/a and mail@b.c")).contains("https://flash.dev:");
        assertThat(PasswordMask.mask("file:./dev.db")).isEqualTo("file:./dev.db");
    }
}
