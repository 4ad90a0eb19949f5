package org.tipstats.publish.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.protect.figures.Reason;
import org.tipstats.publish.draft.WithheldReader.WithheldFigure;
import org.tipstats.publish.draft.WithheldReader.WithheldPreview;
import org.tipstats.publish.draft.WithheldResource.WithheldView;

/**
 * Withheld values must not get into a log through the text of an object, and the API must not show the reason by a
 * different form.
 */
class ConfidentialTextsTest {

    private static final WithheldFigure FIGURE =
            new WithheldFigure(Map.of("REF_AREA", "AUT"), BigDecimal.valueOf(31337), "small");

    @Test
    void noTextHoldsAValue() {
        WithheldPreview preview = new WithheldPreview("id", "VICTIMS", 5, List.of(FIGURE, FIGURE));
        WithheldView view = WithheldView.from(preview, new PageRequest(10, null));
        for (Object shown : List.of(FIGURE, preview, view)) {
            assertFalse(shown.toString().contains("31337"), shown.toString());
        }
        assertEquals(Map.of("small", 2), view.byReason());
    }

    @Test
    void reasonsAreWordsOfTheApi() {
        assertEquals(
                List.of("small", "below-area-threshold", "reserved", "few-areas", "dominated", "complementary", "rate"),
                Arrays.stream(Reason.values()).map(WithheldFigure::word).toList());
    }
}
