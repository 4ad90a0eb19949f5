package org.tipstats.collect.rounds;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tipstats.collect.rounds.RoundBoard.PublicSummary;
import org.tipstats.collect.rounds.RoundItem.ItemFact;
import org.tipstats.collect.rounds.RoundPart.ItemKey;
import org.tipstats.collect.rounds.RoundPart.StoredPart;
import org.tipstats.platform.problem.ProblemException;

/**
 * Reads how all areas answer a round. Checks no access: reviewers and administrators may see the board of any round;
 * everyone may see the summary of a closed round.
 */
@ApplicationScoped
public class BoardReader {

    private static final int MAX_BEFORE = 3;

    private final RoundRepository rounds;
    private final FactRepository facts;
    private final Clock clock;

    BoardReader(RoundRepository rounds, FactRepository facts, Clock clock) {
        this.rounds = rounds;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Returns the board of a round: how each area answers it, with summaries of the round and of a few earlier rounds.
     *
     * @throws ProblemException 404 if there is no such round
     */
    public RoundBoard board(String id) {
        Round round = rounds.find(id).orElseThrow(RoundReader::unknown);
        List<Round> all = new ArrayList<>(List.of(round));
        all.addAll(rounds.before(round, MAX_BEFORE));
        Map<String, List<RoundPart>> parts = parts(all);
        List<RoundSummary> summaries = all.stream()
                .map(each -> RoundSummary.of(each, parts.getOrDefault(each.id(), List.of())))
                .toList();
        return new RoundBoard(
                summaries.get(0), summaries.subList(1, summaries.size()), parts.getOrDefault(id, List.of()));
    }

    /**
     * Returns the public summary of a closed round.
     *
     * @throws ProblemException 404 if there is no such round, or if it is not closed
     */
    public PublicSummary summary(String id) {
        rounds.find(id).filter(round -> round.closedAt() != null).orElseThrow(RoundReader::unknown);
        return board(id).forEveryone();
    }

    /** Returns the parts of a round that have an item not yet sent, sorted by area code; empty for an unknown round. */
    public List<RoundPart> unanswered(String id) {
        return rounds.find(id).stream()
                .flatMap(round -> parts(List.of(round)).values().stream().flatMap(List::stream))
                .filter(part -> part.answeredAt() == null)
                .toList();
    }

    private Map<String, List<RoundPart>> parts(List<Round> all) {
        List<StoredPart> stored = rounds.parts(all.stream().map(Round::id).toList());
        Set<String> areas = stored.stream().map(StoredPart::area).collect(Collectors.toCollection(TreeSet::new));
        Map<ItemKey, List<ItemFact>> known = facts.facts(all, areas);
        Map<String, Round> byId = all.stream().collect(Collectors.toMap(Round::id, round -> round));
        Instant now = clock.instant();
        return stored.stream()
                .map(part -> RoundPart.of(byId.get(part.round()), part, known, false, now))
                .collect(Collectors.groupingBy(RoundPart::round));
    }
}
