package org.tipstats.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.problem.ProblemException;

class PageRequestTest {

    private static ProblemException refused(String limit, String cursor) {
        return assertThrows(ProblemException.class, () -> PageRequest.of(limit, cursor));
    }

    @Test
    void aHundredItemsAreUsual() {
        assertEquals(new PageRequest(100, null), PageRequest.of(null, null));
    }

    @Test
    void aLimitIsAWholeNumberUpToTenThousand() {
        assertEquals(1, PageRequest.of("1", null).limit());
        assertEquals(10_000, PageRequest.of("10000", null).limit());
        for (String wrong : List.of("0", "10001", "1000000000", "99999999999999999999", "-1", "1.5", "", "x", "٣")) {
            assertEquals(400, refused(wrong, null).problem().status(), wrong);
            assertEquals("limit", refused(wrong, null).problem().errors().get(0).parameter());
        }
    }

    @Test
    void aCursorLeadsBackToItsPlace() {
        PageRequest request = PageRequest.of(null, PageRequest.encode("7"));
        assertEquals(Optional.of(7L), request.after(Long::parseLong));
    }

    @Test
    void aForeignCursorIsRefused() {
        assertEquals("cursor", refused(null, "%%%").problem().errors().get(0).parameter());
        assertEquals(400, refused(null, "_w").problem().status());
        PageRequest other = PageRequest.of(null, PageRequest.encode("seven"));
        assertThrows(ProblemException.class, () -> other.after(Long::parseLong));
    }

    @Test
    void aCursorThatIsANumberOfItemsIsWholeAndNotNegative() {
        assertEquals(0, PageRequest.of(null, null).offset());
        assertEquals(7, PageRequest.of(null, PageRequest.encode("7")).offset());
        for (String wrong : List.of("-1", "4294967295", "2147483648", "1.5", "", "x")) {
            PageRequest request = PageRequest.of(null, PageRequest.encode(wrong));
            assertEquals(
                    400,
                    assertThrows(ProblemException.class, request::offset)
                            .problem()
                            .status(),
                    wrong);
        }
    }

    @Test
    void aSliceBeyondTheEndIsEmpty() {
        List<Integer> all = List.of(1, 2, 3);
        assertEquals(new Page<>(List.of(3), null), Page.slice(all, new PageRequest(2, "2")));
        assertEquals(new Page<>(List.of(), null), Page.slice(all, new PageRequest(2, "3")));
        assertEquals(new Page<>(List.of(), null), Page.slice(all, new PageRequest(2, "2147483647")));
        assertEquals(List.of(1, 2), Page.slice(all, new PageRequest(2, null)).items());
    }

    @Test
    void aPageEndsWithTheCursorOfItsLastItemWhereTheListGoesOn() {
        PageRequest request = new PageRequest(2, null);
        Page<Integer> first = Page.of(IntStream.rangeClosed(1, 3).boxed().toList(), request, String::valueOf);
        assertEquals(List.of(1, 2), first.items());
        assertEquals("2", PageRequest.of(null, first.next()).after());
        assertNull(Page.of(List.of(1, 2), request, String::valueOf).next());
    }
}
