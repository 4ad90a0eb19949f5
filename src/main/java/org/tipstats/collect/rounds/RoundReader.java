package org.tipstats.collect.rounds;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tipstats.collect.rounds.Round.RoundState;
import org.tipstats.collect.rounds.RoundItem.ItemFact;
import org.tipstats.collect.rounds.RoundPart.ItemKey;
import org.tipstats.collect.rounds.RoundPart.StoredPart;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.Actor.Mandate;
import org.tipstats.platform.access.OwnAreas;
import org.tipstats.platform.http.Page;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;

/**
 * Reads rounds and the parts of areas. Staff see every round. Submitters see open rounds that ask their areas, and of
 * each round only the parts of their areas. Closed rounds are public.
 */
@ApplicationScoped
@OwnAreas
public class RoundReader {

    private static final int MAX_OPEN = 50;

    private final RoundRepository rounds;
    private final FactRepository facts;
    private final Clock clock;

    RoundReader(RoundRepository rounds, FactRepository facts, Clock clock) {
        this.rounds = rounds;
        this.facts = facts;
        this.clock = clock;
    }

    /** Returns the rounds that the reader may see, the latest opening first. */
    public Page<RoundView> list(Optional<Actor> reader, PageRequest request) {
        Instant now = clock.instant();
        List<Round> found = rounds.list(staff(reader), areas(reader), false, now, request.oneMore(), request.offset());
        Map<String, List<String>> asked = rounds
                .parts(found.stream().map(Round::id).toList())
                .stream()
                .collect(Collectors.groupingBy(
                        StoredPart::round, Collectors.mapping(StoredPart::area, Collectors.toList())));
        return Page.atOffset(found, request)
                .map(round -> RoundView.of(round, asked.getOrDefault(round.id(), List.of()), reader.isPresent(), now));
    }

    /**
     * Returns a round.
     *
     * @throws ProblemException 404 if there is no such round or the reader may not see it
     */
    public RoundView get(String id, Optional<Actor> reader) {
        Instant now = clock.instant();
        Round round = rounds.find(id).orElseThrow(RoundReader::unknown);
        List<String> asked =
                rounds.parts(List.of(id)).stream().map(StoredPart::area).toList();
        boolean own = round.state(now) == RoundState.OPEN && asked.stream().anyMatch(areas(reader)::contains);
        if (!own && !staff(reader) && round.closedAt() == null) {
            throw unknown();
        }
        return RoundView.of(round, asked, reader.isPresent(), now);
    }

    /**
     * Returns an area's part of a round.
     *
     * @throws ProblemException 404 if there is no such part or the reader may not see it
     */
    public RoundPart part(String id, String area, Actor reader) {
        Round round = rounds.find(id).orElseThrow(RoundReader::unknownPart);
        return part(round, visible(round, area, reader));
    }

    private StoredPart visible(Round round, String area, Actor reader) {
        Instant now = clock.instant();
        boolean own = reader.reports(area) && round.state(now) != RoundState.PLANNED;
        return rounds.part(round.id(), area)
                .filter(part -> own || reader.readsAll())
                .orElseThrow(RoundReader::unknownPart);
    }

    private RoundPart part(Round round, StoredPart stored) {
        return RoundPart.of(round, stored, facts.facts(List.of(round), List.of(stored.area())), true, clock.instant());
    }

    /**
     * The items that an open round asks of an area.
     *
     * @param round the round, with guidance and contact
     * @param part its items with their states, and the deadline
     */
    public record AskedPart(RoundView round, RoundPart part) {}

    /**
     * Returns the items that open rounds ask of an area, the latest opening first; empty if the reader may not see
     * them.
     */
    public List<AskedPart> open(String area, Actor reader) {
        if (!reader.reports(area) && !reader.readsAll()) {
            return List.of();
        }
        Instant now = clock.instant();
        List<Round> open = rounds.list(false, List.of(area), true, now, MAX_OPEN, 0);
        Map<ItemKey, List<ItemFact>> known = facts.facts(open, List.of(area));
        return open.stream()
                .flatMap(round -> rounds.part(round.id(), area).stream()
                        .map(stored -> new AskedPart(
                                RoundView.of(round, List.of(area), true, now),
                                RoundPart.of(round, stored, known, true, now))))
                .toList();
    }

    private static boolean staff(Optional<Actor> reader) {
        return reader.filter(Actor::readsAll).isPresent();
    }

    private static Set<String> areas(Optional<Actor> reader) {
        return reader.map(who -> who.areasOf(Mandate.OFFICIAL)).orElse(Set.of());
    }

    static ProblemException unknown() {
        return ProblemException.notFound("round");
    }

    /**
     * Returns the same problem for an unknown round and for an area that the round does not ask, so that callers
     * cannot learn which areas it asks.
     */
    public static ProblemException unknownPart() {
        return new ProblemException(
                ProblemType.NOT_FOUND,
                "No round that you may see asks for this. Check its id, the country or area, and the dataflow.");
    }
}
