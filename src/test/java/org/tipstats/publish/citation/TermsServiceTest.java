package org.tipstats.publish.citation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tipstats.publish.citation.TermsService.Terms;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.vocabulary.schema.ChangedSchemas;
import org.tipstats.vocabulary.schema.LocalText;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** The terms of use come from the schemas, and every change of them takes effect. */
class TermsServiceTest {

    private static final ReleaseReference RELEASE = new ReleaseReference(
            "2016-1",
            new LocalText(Map.of("en", "Victims 2016")),
            Instant.parse("2026-02-03T23:59:59Z"),
            "abc123",
            1,
            true);

    private record Settings(String publisher, Optional<URI> address) implements CatalogueConfig {}

    private static final Settings UNNAMED = new Settings("The Agency", Optional.empty());

    private static SchemaRegistry schemas(String text, String other) {
        return ChangedSchemas.with("METADATA_VICTIMS.json", text, other);
    }

    private static SchemaRegistry shipped() {
        return SchemaRegistry.load(Path.of("schemas"));
    }

    private static Terms terms(SchemaRegistry schemas, CatalogueConfig config, ReleaseReference release) {
        return new TermsService(schemas, config)
                .of(release, schemas.dataflow("VICTIMS").orElseThrow());
    }

    @Test
    void licenceAndCitationAreThoseOfTheMetadataAndTheRelease() {
        Terms terms = terms(
                shipped(),
                new Settings("The Agency", Optional.of(URI.create("https://figures.example.org/"))),
                RELEASE);
        assertEquals("https://figures.example.org/api/v1/dataflows/VICTIMS/metadata", terms.address());
        assertEquals(
                "The figures may be used by everyone for every purpose where the release and its address are named."
                        + " National figures remain those of the areas that sent them; the terms of their sources"
                        + " hold, too.",
                terms.licence("en").orElseThrow());
        assertEquals(6, terms.licence().texts().size());
        assertNull(terms.licenceUrl());
        assertEquals(
                "The Agency (2026): Victims 2016. Release 2016-1, published on 2026-02-03, SHA-256 abc123."
                        + " https://figures.example.org/api/v1/releases/2016-1",
                terms.citation("en").orElseThrow());
    }

    @Test
    void withoutANameOfTheServiceAddressesArePathsWhoeverAsks() {
        Terms terms = terms(shipped(), UNNAMED, RELEASE);
        assertEquals("/api/v1/dataflows/VICTIMS/metadata", terms.address());
        assertEquals(
                "The Agency (2026) : Victims 2016. Édition 2016-1, publiée le 2026-02-03, SHA-256 abc123."
                        + " /api/v1/releases/2016-1",
                terms.citation("fr").orElseThrow());
    }

    @Test
    void aDraftIsNotCited() {
        ReleaseReference draft =
                new ReleaseReference("2016-1", new LocalText(Map.of("en", "Victims 2016")), null, "abc123", 1, false);
        assertEquals(Optional.empty(), terms(shipped(), UNNAMED, draft).citation("en"));
    }

    @Test
    void theTagChangesWithEachOfTheTextsAndWithNothingElse() {
        SchemaRegistry withUrl =
                schemas(ChangedSchemas.ATTRIBUTES, ChangedSchemas.attribute("LICENCE_URL", "https://example.org/by"));
        assertEquals("https://example.org/by", terms(withUrl, UNNAMED, RELEASE).licenceUrl());
        Settings named = new Settings("The Agency", Optional.of(URI.create("https://example.org")));
        ReleaseReference other = new ReleaseReference(
                "2016-2", new LocalText(Map.of("en", "Victims 2016")), RELEASE.publishedAt(), "abc", 2, true);
        List<Terms> different = List.of(
                terms(shipped(), UNNAMED, RELEASE),
                terms(schemas("may be used by everyone", "may be used by nobody"), UNNAMED, RELEASE),
                terms(schemas("peuvent être utilisés par tous", "ne sont à personne"), UNNAMED, RELEASE),
                terms(withUrl, UNNAMED, RELEASE),
                terms(shipped(), new Settings("Another Agency", Optional.empty()), RELEASE),
                terms(shipped(), named, RELEASE),
                terms(shipped(), UNNAMED, other));
        Set<String> tags = new HashSet<>();
        different.forEach(terms -> tags.add(terms.tag()));
        assertEquals(different.size(), tags.size());
        Terms otherCaveat =
                terms(schemas("detected is not prevalence", "detected is something else"), UNNAMED, RELEASE);
        assertEquals(different.get(0).tag(), otherCaveat.tag());
    }
}
