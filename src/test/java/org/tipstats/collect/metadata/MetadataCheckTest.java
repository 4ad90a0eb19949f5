package org.tipstats.collect.metadata;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tipstats.collect.metadata.MetadataContent.SeriesBreak;
import org.tipstats.collect.metadata.MetadataVersion.PublicMetadata;
import org.tipstats.collect.metadata.NationalStructure.AskedAttribute;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.vocabulary.schema.LocalText;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** What areas are asked, what they may answer, and what of it holds for a dataflow. */
class MetadataCheckTest {

    private static final NationalStructure STRUCTURE = NationalStructure.of(SchemaRegistry.load(Path.of("schemas")));
    private static final Map<String, String> WORDS = Map.of("en", "Law of 2013");

    private static List<String> faults(MetadataContent content) {
        ProblemException refused =
                assertThrows(ProblemException.class, () -> new MetadataCheck(STRUCTURE, 2000, 2026).require(content));
        assertEquals(400, refused.problem().status());
        return refused.problem().errors().stream().map(InputError::pointer).toList();
    }

    private static MetadataContent broken(SeriesBreak... breaks) {
        return new MetadataContent(Map.of(), Map.of(), List.of(breaks));
    }

    private static MetadataContent coded(String code) {
        return new MetadataContent(Map.of("VICTIM_STATUS", code), Map.of(), List.of());
    }

    private static PublicMetadata stated(String dataflow, MetadataContent content) {
        return new PublicMetadata("AUT", 1, dataflow, content, null, null);
    }

    @Test
    void theSchemasAskTenThingsAndBreaksWithNamesAndHelpInSixLanguages() {
        assertEquals(
                List.of(
                        "NATIONAL_DEF",
                        "DEF_DIFF",
                        "VICTIM_STATUS",
                        "IDENTIFIED_BY",
                        "STAT_UNIT",
                        "DEDUPLICATED",
                        "AGE_BASIS",
                        "REF_PERIOD",
                        "SOURCE_AGENCY",
                        "LEGAL_BASIS"),
                STRUCTURE.asked().stream().map(AskedAttribute::id).toList());
        assertEquals(
                List.of("VICTIM_STATUS", "STAT_UNIT", "DEDUPLICATED"),
                STRUCTURE.asked().stream()
                        .filter(AskedAttribute::isCoded)
                        .map(AskedAttribute::id)
                        .toList());
        Set<String> languages = Set.copyOf(LocalText.LANGUAGES);
        STRUCTURE.asked().forEach(asked -> {
            assertEquals(languages, asked.name().texts().keySet(), asked.id());
            assertEquals(languages, asked.help().texts().keySet(), asked.id());
        });
        assertEquals(languages, STRUCTURE.breaks().help().texts().keySet());
        assertEquals("BREAK_YEAR", STRUCTURE.breakYear().id());
        assertEquals("META_CERTIFIED", STRUCTURE.certified());
    }

    @Test
    void whatIsAskedIsTaken() {
        MetadataContent content = new MetadataContent(
                Map.of("VICTIM_STATUS", "REG"),
                Map.of("LEGAL_BASIS", WORDS),
                List.of(new SeriesBreak("2000", WORDS), new SeriesBreak("2026", WORDS)));
        assertDoesNotThrow(() -> new MetadataCheck(STRUCTURE, 2000, 2026).require(content));
    }

    @Test
    void allFaultsAreFoundAtOnceWithTheirPlaces() {
        MetadataContent content = new MetadataContent(
                Map.of("VICTIM_STATUS", "IDENTT", "LEGAL_BASIS", "Y"),
                Map.of(
                        "AGE_BASIS", Map.of("en", "At detection", "de", "Bei Entdeckung"),
                        "NOTHING", WORDS,
                        "REF_PERIOD", Map.of("fr", " "),
                        "SOURCE_AGENCY", Map.of("en", "x".repeat(4_001)),
                        "DEF_DIFF", Map.of()),
                List.of(
                        new SeriesBreak(null, WORDS),
                        new SeriesBreak("1999", WORDS),
                        new SeriesBreak("2013", WORDS),
                        new SeriesBreak("2013", Map.of())));
        assertEquals(
                List.of(
                        "/content/codes/LEGAL_BASIS",
                        "/content/codes/VICTIM_STATUS",
                        "/content/texts/AGE_BASIS/de",
                        "/content/texts/DEF_DIFF",
                        "/content/texts/NOTHING",
                        "/content/texts/REF_PERIOD/fr",
                        "/content/texts/SOURCE_AGENCY/en",
                        "/content/breaks/0/year",
                        "/content/breaks/1/year",
                        "/content/breaks/3/year",
                        "/content/breaks/3/text"),
                faults(content));
    }

    @Test
    void nothingTooMuchAndNoOtherTextIsTaken() {
        assertEquals(List.of("/content"), faults(null));
        assertEquals(List.of("/content"), faults(broken()));
        assertEquals(List.of("/content/breaks/0/year"), faults(broken(new SeriesBreak("2027", WORDS))));
        assertEquals(
                List.of("/content/texts/AGE_BASIS/en"),
                faults(new MetadataContent(null, Map.of("AGE_BASIS", Map.of("en", "a\0b")), null)));
        assertEquals(
                List.of("/content/breaks"),
                faults(broken(IntStream.range(0, 51)
                        .mapToObj(i -> new SeriesBreak("2013", WORDS))
                        .toArray(SeriesBreak[]::new))));
        MetadataContent nulls = new MetadataContent(
                Collections.singletonMap("STAT_UNIT", null), Collections.singletonMap("AGE_BASIS", null), null);
        assertEquals(List.of("/content/codes/STAT_UNIT", "/content/texts/AGE_BASIS"), faults(nulls));
    }

    @Test
    void whatIsSaidAboutADataflowHoldsBeforeWhatIsSaidAboutAll() {
        SeriesBreak law = new SeriesBreak("2013", WORDS);
        SeriesBreak register = new SeriesBreak("2018", Map.of("fr", "Nouveau registre"));
        MetadataContent general = new MetadataContent(
                Map.of("VICTIM_STATUS", "REG", "DEDUPLICATED", "Y"), Map.of("LEGAL_BASIS", WORDS), List.of(law));
        MetadataContent special = new MetadataContent(Map.of("VICTIM_STATUS", "IDENT"), Map.of(), List.of(register));
        List<PublicMetadata> all =
                List.of(stated("VICTIMS", special), stated(null, general), stated("PERSONS", coded("PRESUM")));
        assertEquals(
                new MetadataContent(
                        Map.of("VICTIM_STATUS", "IDENT", "DEDUPLICATED", "Y"),
                        Map.of("LEGAL_BASIS", WORDS),
                        List.of(law, register)),
                AcceptedMetadata.effective(all, "VICTIMS"));
        assertEquals(general, AcceptedMetadata.effective(all, "OFFENCES"));
        assertEquals("Nouveau registre", register.inLanguage("ru"));
    }
}
