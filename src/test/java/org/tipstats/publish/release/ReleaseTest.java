package org.tipstats.publish.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.publish.release.ReleaseService.ReleaseRequest;
import org.tipstats.publish.release.ReleaseView.ReleaseStatus;

class ReleaseTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final Instant LATER = Instant.parse("2026-12-01T09:00:00Z");
    private static final Actor MAKER = actor("maker");
    private static final Actor PUBLISHER = actor("publisher");

    private static Actor actor(String name) {
        return new Actor(UUID.nameUUIDFromBytes(name.getBytes()), name, Set.of(AccountRole.PUBLISHER), Set.of());
    }

    private static Release draft(Instant embargoUntil) {
        return Release.draft(new ReleaseRequest("r-1", ReleaseText.of("R"), null, null, embargoUntil), 7, MAKER, NOW);
    }

    private static int status(org.junit.jupiter.api.function.Executable act) {
        return assertThrows(ProblemException.class, act).problem().status();
    }

    @Test
    void aDraftIsPublishedAtOnce() {
        Release release = draft(null);
        assertEquals(ReleaseStatus.DRAFT, release.status);
        assertNull(release.publishedAt);
        release.publish(PUBLISHER, NOW, null);
        assertEquals(ReleaseStatus.PUBLISHED, release.status);
        assertEquals(NOW, release.publishedAt);
        assertEquals("publisher", release.publisherName);
    }

    @Test
    void itIsPublishedAfterAllOthersEvenIfTheirClockWasAhead() {
        for (Instant last : List.of(NOW, NOW.plusSeconds(3_600))) {
            Release release = draft(NOW.minusSeconds(1));
            release.publish(PUBLISHER, NOW, last);
            assertEquals(last.plusMillis(1), release.publishedAt);
        }
        Release next = draft(null);
        next.publish(PUBLISHER, NOW, NOW.minusNanos(1_000));
        assertEquals(NOW, next.publishedAt);
    }

    @Test
    void aPublicationThatWasAheadEndsNoEmbargo() {
        Release release = draft(LATER);
        release.publish(PUBLISHER, NOW, LATER.plusSeconds(1));
        assertEquals(ReleaseStatus.SCHEDULED, release.status);
        assertEquals(LATER, release.publishedAt);
    }

    @Test
    void underEmbargoItIsPublishedAtThatVeryInstant() {
        Release release = draft(LATER);
        release.publish(PUBLISHER, NOW, null);
        assertEquals(ReleaseStatus.SCHEDULED, release.status);
        assertEquals(LATER, release.publishedAt);
        assertEquals(ReleaseStatus.SCHEDULED, release.statusAt(LATER.minusNanos(1000)));
        assertEquals(ReleaseStatus.PUBLISHED, release.statusAt(LATER));
        assertEquals(ReleaseStatus.PUBLISHED, release.statusAt(LATER.plusSeconds(1)));
    }

    @Test
    void anEmbargoThatIsOverHoldsNothingBack() {
        for (Instant over : List.of(NOW, NOW.minusSeconds(1))) {
            Release release = draft(over);
            release.publish(PUBLISHER, NOW, null);
            assertEquals(ReleaseStatus.PUBLISHED, release.status);
            assertEquals(NOW, release.publishedAt);
        }
    }

    @Test
    void anEmbargoIsRoundedUpToMicroseconds() {
        assertEquals(LATER.plusNanos(1000), draft(LATER.plusNanos(1)).embargoUntil);
        assertEquals(LATER.plusNanos(1000), draft(LATER.plusNanos(1000)).embargoUntil);
        assertEquals(LATER, draft(LATER).embargoUntil);
    }

    @Test
    void whoMadeItDoesNotPublishIt() {
        Release release = draft(null);
        assertEquals(403, status(() -> release.publish(MAKER, NOW, null)));
        assertEquals(ReleaseStatus.DRAFT, release.status);
        release.publish(PUBLISHER, NOW, null);
        assertEquals(403, status(() -> release.publish(MAKER, NOW, null)));
    }

    @Test
    void itIsPublishedOnce() {
        Release release = draft(LATER);
        release.publish(PUBLISHER, NOW, null);
        assertEquals(409, status(() -> release.publish(PUBLISHER, NOW, null)));
        assertEquals(409, status(() -> release.publish(PUBLISHER, LATER, null)));
        assertEquals(LATER, release.publishedAt);
    }

    @Test
    void itIsDroppedUntilItIsPublished() {
        Release release = draft(LATER);
        release.requireDroppable(NOW);
        release.publish(PUBLISHER, NOW, null);
        release.requireDroppable(LATER.minusNanos(1000));
        assertEquals(409, status(() -> release.requireDroppable(LATER)));
    }

    private static ReleaseRequest read(String json) throws JsonProcessingException {
        return new ObjectMapper().readValue(json, ReleaseRequest.class);
    }

    private static List<String> faults(String json) throws JsonProcessingException {
        return read(json).faults().stream().map(InputError::pointer).toList();
    }

    @Test
    void aStringIsInEnglishOrInTheLanguageOfTheRequest() throws JsonProcessingException {
        ReleaseRequest english = read("{\"id\": \"r\", \"title\": \"One\", \"notes\": \" \"}");
        assertEquals(Map.of("en", "One"), english.titles().texts());
        assertEquals(Map.of(), english.notesIn().texts());

        ReleaseRequest french = read("{\"id\": \"r\", \"title\": \"Un\", \"notes\": \"Neuf\", \"language\": \"fr\"}");
        assertEquals(Map.of("fr", "Un"), french.titles().texts());
        assertEquals(Map.of("fr", "Neuf"), french.notesIn().texts());
        assertEquals(List.of("/language"), faults("{\"id\": \"r\", \"title\": \"Eins\", \"language\": \"de\"}"));
    }

    @Test
    void anObjectHasATextForEachOfItsLanguages() throws JsonProcessingException {
        ReleaseRequest request =
                read("{\"id\": \"r\", \"title\": {\"zh\": \" 一 \", \"fr\": \"Un\"}, \"notes\": {\"ar\": \"جديد\"}}");
        assertEquals(List.of(), request.faults());
        assertEquals(Map.of("zh", "一", "fr", "Un"), request.titles().texts());
        assertEquals(Map.of("ar", "جديد"), request.notesIn().texts());

        assertEquals(List.of("/title"), faults("{\"id\": \"r\", \"title\": {}}"));
        assertEquals(
                List.of("/title/de", "/notes/fr"),
                faults("{\"id\": \"r\", \"title\": {\"de\": \"Eins\"}, \"notes\": {\"fr\": \"\"}}"));
    }

    @Test
    void aReleaseFromBeforeIsInEnglish() {
        Release release = draft(null);
        release.titleIn = null;
        release.notes = "New.";
        release.notesIn = null;
        assertEquals(Map.of("en", "R"), release.titles().texts());
        assertEquals(Map.of("en", "New."), release.notesIn().texts());
    }

    @Test
    void withoutEnglishTheFirstLanguageSpeaksForTheRelease() {
        ReleaseText title = ReleaseText.of(Map.of("zh", "一", "fr", "Un"));
        Release release = Release.draft(new ReleaseRequest("r", title, null, null, null), 7, MAKER, NOW);

        ReleaseView view = ReleaseView.fresh(release, NOW, null);
        assertEquals("Un", view.title());
        assertEquals(Map.of("zh", "一", "fr", "Un"), view.titleIn());
        assertEquals("一", view.titles().inLanguage("zh"));
        assertEquals("fr", view.titles().languageFor("ar"));
        assertNull(view.notes());
    }

    @Test
    void whatIsAddedToTheNotesIsAddedInEachOfTheirLanguages() {
        ReleaseText title = ReleaseText.of(Map.of("en", "One", "ru", "Один"));
        Release release = Release.draft(new ReleaseRequest("r", title, null, null, null), 7, MAKER, NOW);
        release.note(language -> "Added " + language);
        assertEquals(
                Map.of("en", "Added en", "ru", "Added ru"), release.notesIn().texts());

        ReleaseText notes = ReleaseText.of(Map.of("ru", "Новое"));
        Release noted = Release.draft(new ReleaseRequest("r", title, notes, null, null), 7, MAKER, NOW)
                .redraft(PUBLISHER, NOW);
        noted.note(language -> "Added " + language);
        assertEquals(Map.of("ru", "Новое\n\nAdded ru"), noted.notesIn().texts());
        assertEquals(Map.of("en", "One", "ru", "Один"), noted.titles().texts());
    }

    @Test
    void aRequestIsJudgedAsAWhole() {
        assertEquals(List.of(), new ReleaseRequest("2016-1", ReleaseText.of("t"), null, null, null).faults());
        assertEquals(
                List.of(),
                new ReleaseRequest(
                                "x".repeat(64),
                                ReleaseText.of("t".repeat(300)),
                                ReleaseText.of("n".repeat(10_000)),
                                null,
                                LATER)
                        .faults());
        assertEquals(
                List.of("/id", "/title", "/notes", "/embargoUntil"),
                new ReleaseRequest(
                                "x".repeat(65),
                                ReleaseText.of("t".repeat(301)),
                                ReleaseText.of("n".repeat(10_001)),
                                null,
                                Instant.MAX)
                        .faults().stream().map(InputError::pointer).toList());
        assertEquals(
                "/embargoUntil",
                new ReleaseRequest("a", ReleaseText.of("t"), null, null, Instant.MIN)
                        .faults()
                        .get(0)
                        .pointer());
    }
}
