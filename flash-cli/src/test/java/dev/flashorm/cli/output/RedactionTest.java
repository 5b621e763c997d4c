package dev.flashorm.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** No password gets out, whatever it is made of and wherever it stands. */
class RedactionTest {
    private static final String[] AROUND = {"", "can't connect to `", "\"", "url=", "a@b.c postgres://x@y ", "\n"};

    @Example
    void whatItLooksLike() {
        Redaction redaction = new Redaction();
        assertThat(redaction.mask("postgresql://ann:pa:ss@w@db.example:5432/app?ssl=true"))
                .isEqualTo("postgresql://ann:***@db.example:5432/app?ssl=true");
        assertThat(redaction.mask("jdbc:mysql://h/d?user=u&password=geheim&x=1"))
                .isEqualTo("jdbc:mysql://h/d?user=u&password=***&x=1");
        assertThat(redaction.mask("jdbc:mysql://address=(host=h)(PassWord=x y)/d"))
                .doesNotContain("=x");
        assertThat(redaction.mask("postgresql://localhost:5432/app")).isEqualTo("postgresql://localhost:5432/app");
        assertThat(redaction.mask("https://flash.example/docs: see there"))
                .isEqualTo("https://flash.example/docs: see there");
        assertThat(redaction.mask("mail a@b.c about 12:30")).isEqualTo("mail a@b.c about 12:30");
    }

    @Property(tries = 2000)
    void aPasswordInAUrlIsMasked(
            @ForAll("passwords") String password, @ForAll("texts") String before, @ForAll("texts") String after) {
        String url = "postgresql://ann:" + password + "@db:5432/app";
        String masked = new Redaction().mask(before + url + " " + after);
        assertThat(masked).doesNotContain(password);
    }

    @Property(tries = 2000)
    void aKnownUrlIsMaskedEvenWithBlanksAndQuotes(@ForAll("wildPasswords") String password) {
        String url = "mysql://ann:" + password + "@db:3306/app?x=1";
        Redaction redaction = new Redaction();
        redaction.know(url);
        assertThat(redaction.mask("can't connect to " + url + ": no")).doesNotContain(password);
    }

    @Property(tries = 2000)
    void aPasswordUnderAKeyIsMasked(@ForAll("keyedPasswords") String password) {
        assertThat(new Redaction().mask("jdbc:postgresql://db/app?password=" + password + "&ssl=true"))
                .doesNotContain(password);
        assertThat(new Redaction().mask("Password=" + password)).doesNotContain(password);
    }

    @Property(tries = 2000)
    void maskingNeverFailsAndMasksNoFurtherTheSecondTime(@ForAll String text) {
        Redaction redaction = new Redaction();
        String once = redaction.mask(text);
        assertThat(redaction.mask(once)).isEqualTo(once);
    }

    /** Long enough not to be in the text around by chance. */
    @Provide
    Arbitrary<String> passwords() {
        return Arbitraries.strings()
                .withCharRange('!', '~')
                .withChars("äß漢:/@?#&=%")
                .excludeChars('"', '`', '<', '>')
                .ofMinLength(8)
                .ofMaxLength(30)
                .map(text -> "Zq" + text);
    }

    @Provide
    Arbitrary<String> wildPasswords() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars("\t\"'`<>äß漢")
                .ofMinLength(8)
                .ofMaxLength(30)
                .map(text -> "Zq" + text);
    }

    @Provide
    Arbitrary<String> keyedPasswords() {
        return passwords().filter(text -> text.indexOf('&') < 0 && text.indexOf(';') < 0 && text.indexOf(')') < 0);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(AROUND);
    }
}
