package org.tipstats.platform.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.platform.problem.InputError;

/** Tests what is a way to reach a person. */
class ContactTest {

    private final List<InputError> faults = new ArrayList<>();

    private List<String> pointers() {
        return faults.stream().map(InputError::pointer).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jo@example.org",
                " jo@example.org ",
                "Jo.O'Neil+stats=1@mail-2.example.co",
                "a@b",
                "jo@xn--bcher-kva.example"
            })
    void anAddressIsTaken(String typed) {
        Contact read = Contact.read(typed, null, null, faults);

        assertEquals(typed.strip(), read.email());
        assertEquals(List.of(), faults);
    }

    /** Some of them would add a header or a recipient to a message. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jo",
                "@example.org",
                "jo@",
                "jo@example..org",
                "jo@-example.org",
                "jo@example.org, ann@example.org",
                "jo@example.org\r\nBcc: ann@example.org",
                "Jo <jo@example.org>",
                "jo doe@example.org",
                "\"jo doe\"@example.org",
                "jö@example.org",
                "jo@bücher.example",
                "jo@[127.0.0.1]"
            })
    void whatIsNotOneAddressIsRefused(String typed) {
        Contact.read(typed, null, null, faults);

        assertEquals(List.of("/email"), pointers());
    }

    @Test
    void aVeryLongAddressIsRefused() {
        Contact.read("x".repeat(64) + "@" + "example.".repeat(24) + "org", null, null, faults);

        assertEquals(List.of("/email"), pointers());
    }

    @Test
    void nothingIsAChoiceToo() {
        assertEquals(Contact.NONE, Contact.read(" ", "", null, faults));
        assertEquals(List.of(), Contact.read(null, null, List.of(), faults).chosen());
        assertEquals(List.of(), faults);
    }

    @Test
    void everyFaultIsToldAtOnce() {
        Contact.read("jo", "de", Arrays.asList("returned", "returnd", null), faults);

        assertEquals(List.of("/email", "/lang", "/notifications/1", "/notifications/2"), pointers());
        assertEquals(List.of("returned"), faults.get(2).suggestions());
    }

    @Test
    void kindsHaveOneOrderAndTheUsualOnesHoldWithoutAChoice() {
        Contact read = Contact.read(null, "fr", List.of("digest", "asked", "digest"), faults);

        assertEquals(List.of(MessageKind.ASKED, MessageKind.DIGEST), read.chosen());
        assertEquals(
                List.of("asked", "reminded", "returned", "accepted", "published", "digest", "blocked"),
                Contact.NONE.chosen().stream().map(MessageKind::id).toList());
        assertEquals(List.of("lang", "notifications"), read.differences(Contact.NONE));
    }
}
