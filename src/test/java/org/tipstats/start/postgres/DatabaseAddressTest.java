package org.tipstats.start.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the notations of a database address that operators may use. */
class DatabaseAddressTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "postgresql://db:5432/tip, jdbc:postgresql://db:5432/tip, -, -",
                "postgres://db/tip, jdbc:postgresql://db/tip, -, -",
                "jdbc:postgresql://db:5432/tip, jdbc:postgresql://db:5432/tip, -, -",
                "postgresql://ann@db/tip, jdbc:postgresql://db/tip, ann, -",
                "postgresql://ann:s3cret@db:5432/tip, jdbc:postgresql://db:5432/tip, ann, s3cret",
                "jdbc:postgresql://ann:s3cret@db/tip, jdbc:postgresql://db/tip, ann, s3cret",
                "postgresql://ann:p%40ss%2Fw+d:x@db/tip, jdbc:postgresql://db/tip, ann, p@ss/w+d:x",
                "postgresql://ann:a@b@db/tip, jdbc:postgresql://db/tip, ann, a@b",
                "postgresql://[::1]:5432/tip, jdbc:postgresql://[::1]:5432/tip, -, -",
                "postgresql://ann:x@[::1]/tip, jdbc:postgresql://[::1]/tip, ann, x",
                "'postgresql://one,two:5433/tip', 'jdbc:postgresql://one,two:5433/tip', -, -",
                "postgresql://db/tip?sslmode=require&options=a@b, jdbc:postgresql://db/tip?sslmode=require&options=a@b, -, -",
                "' postgresql://db/tip ', jdbc:postgresql://db/tip, -, -",
            })
    void anAddressIsReadWithItsLogin(String text, String url, String username, String password) {
        assertEquals(
                new DatabaseAddress(url, Optional.ofNullable(username), Optional.ofNullable(password)),
                DatabaseAddress.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "db:5432/tip",
                "mysql://ann:s3cret@db/tip",
                "jdbc:h2:mem:s3cret",
                "http://db/s3cret",
                "s3cret",
                "postgresql://ann:%s3cret@db/tip"
            })
    void anythingElseIsRefusedWithoutRepeatingIt(String text) {
        StartRefusedException refused = assertThrows(StartRefusedException.class, () -> DatabaseAddress.parse(text));
        assertFalse(refused.getMessage().contains("s3cret"), refused.getMessage());
    }

    @Test
    void aLoginGivenApartStandsAboveThatInTheAddress() {
        DatabaseAddress address = DatabaseAddress.parse("postgresql://ann:one@db/tip");
        assertEquals(
                new DatabaseAddress("jdbc:postgresql://db/tip", Optional.of("bob"), Optional.of("two")),
                address.withLogin(Optional.of("bob"), Optional.of("two")));
        assertEquals(address, address.withLogin(Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://localhost/tip",
                "postgresql://127.0.0.1:5432/tip",
                "postgresql://[::1]:5432/tip",
                "postgresql:///tip",
                "postgresql://localhost:5432,127.0.0.1:5433/tip?options=a",
                "postgresql://db/tip?sslmode=disable",
                "postgresql://db/tip?options=a&sslmode=verify-full",
                "postgresql://db/tip?ssl=true"
            })
    void aConnectionOnThisMachineAndADecisionOfTheOperatorStayAsTheyAre(String text) {
        DatabaseAddress address = DatabaseAddress.parse(text);
        assertEquals(address, address.encrypted());
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://db/tip, jdbc:postgresql://db/tip?sslmode=require",
        "postgresql://192.168.1.5:5432/tip, jdbc:postgresql://192.168.1.5:5432/tip?sslmode=require",
        "postgresql://[2001:db8::1]:5432/tip, jdbc:postgresql://[2001:db8::1]:5432/tip?sslmode=require",
        "postgresql://db/tip?options=a, jdbc:postgresql://db/tip?options=a&sslmode=require",
        "postgresql://db?sslrootcert=/x, jdbc:postgresql://db?sslrootcert=/x&sslmode=require",
        "'postgresql://localhost,db/tip', 'jdbc:postgresql://localhost,db/tip?sslmode=require'"
    })
    void aConnectionToAnotherMachineIsEncrypted(String text, String url) {
        assertEquals(url, DatabaseAddress.parse(text).encrypted().url());
    }

    @Test
    void thePasswordIsNotPrinted() {
        assertEquals(
                "jdbc:postgresql://db/tip",
                DatabaseAddress.parse("postgresql://ann:s3cret@db/tip").toString());
    }
}
