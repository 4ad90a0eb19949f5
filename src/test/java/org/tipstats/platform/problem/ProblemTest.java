package org.tipstats.platform.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProblemTest {

    private static final Problem PLAIN = Problem.of(ProblemType.CONFLICT, "It is published.");

    @Test
    void furtherMembersKeepTheirOrder() {
        Problem problem = PLAIN.with("b", 1).with("a", 2);
        assertEquals(List.of("b", "a"), List.copyOf(problem.members().keySet()));
    }

    @Test
    void theMembersOfTheStandardCannotBeReplaced() {
        for (String name : List.of("type", "title", "status", "detail", "instance", "requestId", "errors")) {
            assertThrows(IllegalArgumentException.class, () -> PLAIN.with(name, "x"), name);
        }
    }

    @Test
    void errorsAndHeadersAreAdded() {
        Problem problem = PLAIN.error(InputError.parameter("limit", "0", "Too small."))
                .error(InputError.pointer("/name", null, "Missing."))
                .header("Retry-After", "3");
        assertEquals(List.of("limit"), List.of(problem.errors().get(0).parameter()));
        assertEquals("/name", problem.errors().get(1).pointer());
        assertEquals(Map.of("Retry-After", "3"), problem.headers());
        assertEquals(409, problem.status());
    }

    @Test
    void aLongValueIsShortenedBetweenCharacters() {
        String emoji = "\uD83D\uDE00";
        InputError error = InputError.parameter("q", "a".repeat(99) + emoji, "No.");
        assertEquals("a".repeat(99) + "…", error.value());
    }

    @Test
    void aTypeNeedsASlugAndAnErrorStatus() {
        assertThrows(IllegalArgumentException.class, () -> new ProblemType("Not A Slug", "t", 400, "r"));
        assertThrows(IllegalArgumentException.class, () -> new ProblemType("fine", "t", 200, "r"));
    }

    @Test
    void commonTypesHaveDifferentAddresses() {
        assertEquals(
                ProblemType.COMMON.size(),
                ProblemType.COMMON.stream().map(ProblemType::slug).distinct().count());
    }

    @Test
    void aStatusWithoutATypeOfItsOwnGetsTheBroadestOne() {
        assertEquals(ProblemType.BAD_REQUEST, ProblemType.ofStatus(418));
        assertEquals(ProblemType.INTERNAL_ERROR, ProblemType.ofStatus(505));
        assertEquals(ProblemType.NOT_FOUND, ProblemType.ofStatus(404));
    }

    @Test
    void theExceptionSaysWhatItIsInTheLog() {
        assertTrue(new ProblemException(PLAIN).getMessage().startsWith("conflict: "));
    }
}
