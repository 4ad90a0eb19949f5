package org.tipstats.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageTest {

    private static final List<Integer> ALL = IntStream.range(0, 25).boxed().toList();

    /** Does what a query with an offset and a limit does. */
    private static Page<Integer> query(PageRequest request) {
        return Page.atOffset(
                ALL.stream().skip(request.offset()).limit(request.oneMore()).toList(), request);
    }

    @Test
    void aQueryWithAnOffsetGivesTheSamePagesAsTheCompleteList() {
        List<Integer> read = new ArrayList<>();
        String cursor = null;
        do {
            PageRequest request = PageRequest.of("10", cursor);
            Page<Integer> page = query(request);
            assertEquals(Page.slice(ALL, request), page);
            read.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        assertEquals(ALL, read);
    }

    @Test
    void aPageAfterTheEndIsEmptyAndTheLast() {
        assertEquals(new Page<>(List.of(), null), query(PageRequest.of("10", PageRequest.encode("25"))));
        assertEquals(
                new Page<>(List.of(), null),
                query(PageRequest.of("10", PageRequest.encode(Integer.toString(Integer.MAX_VALUE)))));
    }

    @Test
    void aPageWithAPathNamesTheAddressOfTheNextPage() {
        Page<Integer> first = Page.slice(ALL, PageRequest.of("20", null), "/list");
        assertEquals("/list?limit=20&cursor=" + PageRequest.encode("20"), first.next());
        assertNull(Page.slice(ALL, PageRequest.of("20", PageRequest.encode("20")), "/list")
                .next());
    }
}
