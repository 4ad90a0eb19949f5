package org.tipstats.collect.values;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PublicCommentTest {

    @Test
    void noTextIsLost() {
        assertEquals("Two registers.", PublicComment.join(null, List.of("Two registers.")));
        assertEquals("estimated; Two registers.", PublicComment.join("estimated", List.of("Two registers.")));
        assertEquals("own; one; two", PublicComment.join("own", List.of("one", "two")));
    }

    @Test
    void noTextIsSaidTwice() {
        assertEquals("Two registers.", PublicComment.join("Two registers.", List.of("Two registers.")));
        assertEquals("own; one", PublicComment.join("own; one", List.of("one", "own")));
        assertEquals("one; two", PublicComment.join(null, List.of("one", "two", "one")));
    }

    @Test
    void aTextThatIsPartOfAWordIsAnother() {
        assertEquals("estimated; mate", PublicComment.join("estimated", List.of("mate")));
    }
}
